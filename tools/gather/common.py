#!/usr/bin/env python3
"""common.py TOKENIZER.json: the 8,000 commonest whole words of a BERT vocabulary, one a line.

The vocabulary is in order of frequency from its first word, "the", on."""
import json, sys

vocabulary = json.load(open(sys.argv[1], encoding="utf-8"))["model"]["vocab"]
pieces = sorted(vocabulary, key=vocabulary.get)
words = [piece for piece in pieces[pieces.index("the"):] if piece.isascii() and piece.isalpha() and len(piece) > 1]
print("\n".join(words[:8000]))
