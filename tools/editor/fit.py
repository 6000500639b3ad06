#!/usr/bin/env python3
"""tools/editor/fit.py SENTENCES.jsonl: the weights of crates/brief/src/editor.rs.

SENTENCES.jsonl is what `throughline-bench sentences STORIES.jsonl...` prints. labels.tsv holds what
language models, asked as copy chiefs, said of each sentence under the headline of its briefing, with
nothing else told: `leans` 0 it stands alone, 1 something small is left open, 2 it leans on a sentence that is
not there; `worth` 2 it belongs in a briefing, 1 it may stand there, 0 it should not. A sentence is
known by the hash of its article's text and its place there; the texts themselves are not ours.

Ridge regression of worth less twice an orphan and 0.4 of what is left open, with salience as one of
the inputs; the other weights are told in its unit, scaled to a spread of one half. `--folds` says
what it is worth on stories left out: the area under the curve for what leans or should not stand,
by salience alone and with the editor."""
import collections, csv, json, pathlib, sys
import numpy as np

FEATURES = ["short", "definite", "unknown", "opens_oddly", "of_nobody", "pronoun", "goes_on", "says", "figure"]
PENALTY, SPREAD, FOLDS = 20.0, 0.5, 8


def ridge(inputs, target):
    """Weights of standardised inputs, in the units of the inputs."""
    mean, spread = inputs.mean(0), inputs.std(0)
    z = (inputs - mean) / spread
    weights = np.linalg.solve(z.T @ z + PENALTY * np.eye(z.shape[1]), z.T @ (target - target.mean()))
    return weights / spread


def area(bad, score):
    """The area under the curve: how often a bad sentence scores below a good one."""
    order = np.argsort(np.argsort(score))
    good = ~bad
    return (order[good].sum() - good.sum() * (good.sum() - 1) / 2) / (good.sum() * bad.sum())


def main():
    path = pathlib.Path(__file__).parent / "labels.tsv"
    labels = {(row["article"], int(row["start"])): (int(row["leans"]), int(row["worth"]))
              for row in csv.DictReader(path.open(), delimiter="\t")}
    rows = [json.loads(line) for line in open(sys.argv[1])]
    rows = [row for row in rows if (row["article"], row["start"]) in labels]
    said = np.array([labels[row["article"], row["start"]] for row in rows])
    inputs = np.array([[row[name] for name in ["salience", *FEATURES]] for row in rows])
    target = said[:, 1] - 2.0 * (said[:, 0] == 2) - 0.4 * (said[:, 0] == 1)
    bad = (said[:, 0] == 2) | (said[:, 1] == 0)
    weights = ridge(inputs, target)[1:]
    scale = SPREAD / (inputs[:, 1:] @ weights).std()
    print(f"{len(rows)} of {len(labels)} labels, {bad.mean():.1%} lean or should not stand")
    for name, weight in zip(FEATURES, weights * scale):
        print(f"{name:12} {weight:+.3f}")
    print(f"{'mean':12} {(inputs[:, 1:] @ weights * scale).mean():+.3f}")
    if "--folds" in sys.argv:
        stories = sorted({row["story"] for row in rows})
        fold = np.array([stories.index(row["story"]) % FOLDS for row in rows])
        judged = np.zeros(len(rows))
        for one in range(FOLDS):
            left = fold == one
            own = ridge(inputs[~left], target[~left])[1:]
            seen = inputs[:, 1:] @ own
            judged[left] = (seen[left] - seen[~left].mean()) / seen[~left].std() * SPREAD
        alone, together = area(bad, inputs[:, 0]), area(bad, inputs[:, 0] + judged)
        print(f"stories left out: salience {alone:.3f}, with the editor {together:.3f}")


main()
