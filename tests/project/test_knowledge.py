"""Words are data that name their source, not code."""

from __future__ import annotations

import ast
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.analysis.knowledge import cues

ROOT = Path(__file__).parents[2]
LISTS = sorted(
    path
    for folder in ("analysis/knowledge/data", "article")
    for path in (ROOT / "reader" / folder).rglob("*")
    if path.suffix in {".txt", ".toml"}
)
SOURCE = re.compile(r"Source: \S.*\. Licence: (?:MIT|CC0|Unicode-3\.0|CC BY 4\.0)\.$", re.DOTALL)
HANDFUL = 6
"""A collection of more words than this is a list, and stands below `knowledge/data`."""
STILL_IN_CODE = {
    "names/judging.py": 11,
    "quotes/headline_reports.py": 9,
}
"""Words of lists that still stand in code, by module of the analysis: this only shrinks."""
LABELS = {
    "acl", "acomp", "advcl", "advmod", "agent", "amod", "appos", "attr", "aux", "auxpass",
    "case", "cc", "ccomp", "compound", "conj", "csubj", "csubjpass", "dative", "dep", "det",
    "dobj", "expl", "intj", "mark", "meta", "neg", "nmod", "npadvmod", "nsubj", "nsubjpass",
    "nummod", "oprd", "parataxis", "pcomp", "pobj", "poss", "preconj", "predet", "prep", "prt",
    "punct", "quantmod", "relcl", "xcomp",
}  # fmt: skip
"""Labels of dependencies, which are no words."""


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_a_list_names_its_source_and_its_licence(path: Path) -> None:
    head = []
    for line in path.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            break
        head.append(line.removeprefix("#").strip())
    assert SOURCE.search(" ".join(head))


def entries(path: Path) -> Iterator[tuple[str, list[str]]]:
    """The names of the tables or arrays of a list, each with its entries."""
    if path.suffix == ".txt":
        rows = [row for row in path.read_text("utf-8").splitlines() if row and row[0] != "#"]
        is_keyed = path.name in {"cues.txt", "irregular_verbs.txt"}
        yield path.name, [row.split()[0] for row in rows] if is_keyed else rows
        return
    waiting: list[tuple[str, object]] = [(path.name, tomllib.loads(path.read_text("utf-8")))]
    while waiting:
        name, found = waiting.pop()
        if isinstance(found, dict):
            waiting += [(f"{name} {key}", value) for key, value in found.items()]
        elif isinstance(found, list):
            yield name, [entry for entry in found if isinstance(entry, str)]


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_nothing_is_listed_twice(path: Path) -> None:
    twice = [
        f"{name}: {entry!r} is listed {count} times, delete all but one"
        for name, found in entries(path)
        for entry, count in Counter(found).items()
        if count > 1
    ]
    assert not twice, "\n".join(twice)


def test_a_verb_that_is_listed_twice_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cues, "lines", lambda _: ["say speech direct", "say speech clause"])
    with pytest.raises(ValueError, match="lists 'say' twice"):
        cues.lexicon.__wrapped__()


def collections(path: Path) -> Iterator[list[str]]:
    """The words of each collection of texts that a module writes out."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Set | ast.Tuple | ast.List):
            texts = [e.value for e in node.elts if isinstance(e, ast.Constant)]
            yield [text for text in texts if isinstance(text, str)]


def is_word(text: str) -> bool:
    """Whether a text is a word of English and no label, tag, ending or name of a rule."""
    return text[:1].islower() and "-" not in text and text not in LABELS


def words_in_code() -> dict[str, int]:
    analysis = ROOT / "reader" / "analysis"
    counts: dict[str, int] = {}
    for path in analysis.rglob("*.py"):
        name = path.relative_to(analysis).as_posix()
        for texts in collections(path):
            words = [text for text in texts if is_word(text)]
            if len(words) > HANDFUL and name not in NO_WORDS:
                counts[name] = counts.get(name, 0) + len(words)
    return counts


NO_WORDS = {
    "knowledge/names.py": "the names of tables",
    "parse/columns.py": "the names of columns",
    "syntax/event_nouns.py": "endings",
    "times/rules/__init__.py": "the names of families of rules",
}
"""Modules whose collections are no words of English, and what they are."""


def test_no_list_of_words_stands_in_code() -> None:
    found = words_in_code()
    assert {name: n for name, n in found.items() if n > STILL_IN_CODE.get(name, 0)} == {}


def test_what_left_the_code_left_the_list_of_exceptions() -> None:
    found = words_in_code()
    assert {name: n for name, n in STILL_IN_CODE.items() if n > found.get(name, 0)} == {}
