"""Fit the table that says what each sign is worth for the kind of a name.

    .venv/bin/python scripts/fit_kinds.py --gold DIR [DIR ...] [--genres G ...]
        [--only SIGN ...] [--write]

DIR holds NAME.txt and NAME.gold.json: entities with the `kinds` that count as right, and the
spans of their names. The data must be free to learn from; `--genres` chooses documents by the
second part of their names. The weights stay near those in the table, which are its prior:
what the data do not speak of keeps its weight. `--only` fits the weights of some signs, such as
new ones, and leaves all others alone: a table fitted twice on the same data moves away from
texts of other sorts. Prints how many spellings get a right kind before and after; `--write` puts
the fitted weights into the table.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np

from reader import Article
from reader.analysis.grouping.clusters import spellings
from reader.analysis.kinds import evidence, weighing
from reader.analysis.names.occurrences import with_further
from reader.analysis.names.spans import find_names
from reader.analysis.parse.defaults import DEFAULT_MODEL
from reader.analysis.parse.parser import Parser
from reader.analysis.syntax.tokens import Tokens
from reader.analysis.types import Kind

TABLE = Path(evidence.__file__).parents[1] / "knowledge/data/entities/kind_weights.toml"
KINDS = [kind for kind in Kind if kind is not Kind.UNKNOWN]
PULL = 14.0  # how strongly the prior holds: the squares of what is added to it cost so much
ROUNDS = 400
STEP = 0.02
SMALLEST = 0.05
MAIN = ("person", "organization", "place", "event")
SECOND = {
    Kind.GROUP: (
        "people-or-camp",
        "townspeople",
        "camp-of-place",
        "known-group",
        "model-NORP",
        "model-NORP-of-several-words",
        "article-before-plural",
    ),
    Kind.FACILITY: (
        "head-facility",
        "head-facility-of-long-name",
        "opening-facility",
        "known-facility",
        "model-FAC",
        "model-FAC-of-several-words",
    ),
}


def examples(folder: Path, genres: list[str], parser: Parser) -> list[tuple[dict, set, float]]:
    """For each spelling of a name: its signs, the kinds that are right, and its weight."""
    found = []
    for path in sorted(folder.glob("*.gold.json")):
        name = path.name.removesuffix(".gold.json")
        if genres and name.split("_")[1] not in genres:
            continue
        gold = json.loads(path.read_text("utf-8"))
        article = Article.from_text(gold["document"]["text"])
        tokens = Tokens(article, parser.parse(article))
        right = gold_kinds(gold)
        for spelled in spellings(tokens.parse, with_further(tokens, find_names(tokens))):
            spans = [tokens.parse.span(n.first, n.last) for n in spelled.names]
            known = [right[span] for span in spans if span in right]
            if known:
                signs = evidence.signs(tokens.parse, spelled.words, spelled.names)
                kinds = main_kinds(signs, set.union(*known))
                weight = len(known) ** 0.5
                found.append((signs, kinds, weight))
    return found


def gold_kinds(gold: dict) -> dict[tuple[int, int], set[Kind]]:
    """The right kinds of each span that names something; things and concepts may be `other`."""
    found = {}
    for entity in gold["entities"]:
        kinds = {Kind(kind) for kind in entity["kinds"]}
        if entity["type"] not in MAIN:
            kinds.add(Kind.OTHER)
        for mention in entity["mentions"]:
            if mention["form"] == "name":
                for start, end in ((mention["start"], mention["end"]), *mention["alternatives"]):
                    found[start, end] = kinds
    return found


def main_kinds(signs: dict[str, float], kinds: set[Kind]) -> set[Kind]:
    """The kinds to learn: a group or facility only where the words of the name say so."""
    said = {kind for kind in SECOND if any(sign in signs for sign in SECOND[kind])}
    first = kinds - (SECOND.keys() - said)
    return first & said or first or kinds


def matrices(found: list, signs: list[str]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Signs by example, right kinds by example, and the weights of the examples."""
    place = {sign: n for n, sign in enumerate(signs)}
    x = np.zeros((len(found), len(signs)))
    y = np.zeros((len(found), len(KINDS)))
    for row, (told, kinds, _) in enumerate(found):
        for sign, strength in told.items():
            x[row, place[sign]] = strength
        for kind in kinds:
            y[row, KINDS.index(kind)] = 1.0
    return x, y, np.array([weight for _, _, weight in found])


def softmax(scores: np.ndarray) -> np.ndarray:
    """Shares by kind."""
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def fit(
    x: np.ndarray, y: np.ndarray, weight: np.ndarray, prior: np.ndarray, free: np.ndarray
) -> np.ndarray:
    """Weights by sign and kind that make right kinds likely and stay near the prior (Adam).

    `free` is 1 for each sign whose weights may move, else 0.
    """
    table, first, second = prior.copy(), np.zeros_like(prior), np.zeros_like(prior)
    for turn in range(1, ROUNDS + 1):
        shares = softmax(x @ table)
        right = shares * y
        right /= np.maximum(right.sum(axis=1, keepdims=True), 1e-9)
        slope = x.T @ ((shares - right) * weight[:, None]) / weight.sum()
        slope += 2 * PULL * (table - prior) / weight.sum()
        slope *= free[:, None]
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope**2
        table -= STEP * (first / (1 - 0.9**turn)) / (np.sqrt(second / (1 - 0.999**turn)) + 1e-8)
    return table


def accuracy(x: np.ndarray, y: np.ndarray, table: np.ndarray) -> float:
    """The share of spellings that get a right kind."""
    return float(y[np.arange(len(y)), (x @ table).argmax(axis=1)].mean())


def written(signs: list[str], table: np.ndarray, head: str) -> str:
    """The table as its file has it."""
    lines = [head]
    for sign, row in zip(signs, table, strict=True):
        told = [(kind, round(float(w), 2)) for kind, w in zip(KINDS, row, strict=True)]
        kept = ", ".join(f"{kind} = {w}" for kind, w in told if abs(w) >= SMALLEST)
        if kept:
            lines.append(f"{sign} = {{ {kept} }}")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Fit, print, and write if asked to."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gold", type=Path, nargs="+", required=True)
    parser.add_argument("--genres", nargs="*", default=[])
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    pipeline = Parser(DEFAULT_MODEL)
    found = [row for folder in asked.gold for row in examples(folder, asked.genres, pipeline)]
    told = {sign for signs, _, _ in found for sign in signs}
    signs = [*weighing.weights(), *sorted(told - set(weighing.weights()))]
    prior = np.array(
        [[weighing.weights().get(sign, {}).get(kind, 0.0) for kind in KINDS] for sign in signs]
    )
    x, y, weight = matrices(found, signs)
    free = np.array([1.0 if not asked.only or sign in asked.only else 0.0 for sign in signs])
    fitted = fit(x, y, weight, prior, free)
    before, after = accuracy(x, y, prior), accuracy(x, y, fitted)
    print(f"{len(found)} spellings, right kind {before:.3f} before, {after:.3f} after")
    if asked.write:
        text = TABLE.read_text("utf-8")
        head = "\n".join(line for line in text.splitlines() if line.startswith("#")) + "\n"
        TABLE.write_text(written(signs, fitted, head), "utf-8")


if __name__ == "__main__":
    main()
