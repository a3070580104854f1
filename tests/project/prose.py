"""Plain English: sentences under a limit of words, and no term that has a better one.

Read are the documents, the docstrings of the package and the sentences that people see in
tables of rules. Code and tables of figures are left out.
"""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
MOST_WORDS = 30
TERMS: dict[str, str] = tomllib.loads(Path(__file__).with_name("terms.toml").read_text("utf-8"))

_FENCE = re.compile(r"^( *)```.*?^\1```|^(?: {4,}|\t)\S.*$|<!--.*?-->", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"``?[^`]+``?")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_SENTENCE_END = re.compile(r"(?<!\be\.g)(?<!\bi\.e)(?<!\bvs)[.!?][\"”’)*_]*(?=\s+[^a-z]|\s*$)")
_PARAGRAPH = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+]|\d+\.|#+)\s)|\|")
_WORD = re.compile(r"\w[\w’'./-]*")


class Finding(NamedTuple):
    """Something to write otherwise: where, and what is wrong."""

    path: Path
    line: int
    said: str

    def __str__(self) -> str:
        return f"{self.path.relative_to(ROOT)}:{self.line}: {self.said}"


class Passage(NamedTuple):
    """Prose and the line that it begins in."""

    path: Path
    line: int
    text: str


def passages() -> Iterator[Passage]:
    """All that is checked."""
    for path in (*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")):
        yield Passage(path, 1, _readable(path.read_text("utf-8")))
    for path in (ROOT / "reader").rglob("*.py"):
        yield from _docstrings(path)


def _readable(markdown: str) -> str:
    """Markdown without its code; its lines stay where they are."""
    text = _FENCE.sub(lambda match: "\n" * match[0].count("\n"), markdown)
    return _LINK.sub(lambda match: match[1], _CODE.sub("CODE", text))


def _docstrings(path: Path) -> Iterator[Passage]:
    kinds = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, kinds) and (said := ast.get_docstring(node, clean=True)):
            yield Passage(path, node.body[0].lineno, _readable(said))


def findings(passage: Passage) -> Iterator[Finding]:
    """What is wrong with a passage."""
    place = 0
    for paragraph in _split(_PARAGRAPH, passage.text):
        place = passage.text.index(paragraph, place)
        for sentence in _split(_SENTENCE_END, paragraph):
            begin = passage.text.index(sentence, place)
            line = passage.line + passage.text.count("\n", 0, begin)
            words = len(_WORD.findall(sentence))
            if words > MOST_WORDS:
                beginning = " ".join(sentence.split())[:60]
                yield Finding(passage.path, line, f"a sentence of {words} words: {beginning}…")
            for term, better in TERMS.items():
                if found := re.search(rf"\b{term}\b", sentence, re.IGNORECASE):
                    yield Finding(passage.path, line, f"{found[0]!r}: {better}")
        place += len(paragraph)


def _split(border: re.Pattern[str], text: str) -> Iterator[str]:
    return (part for part in border.split(text) if part.strip())


def main() -> int:
    """List what is to be written otherwise; the exit code is 1 where there is anything."""
    found = [finding for passage in passages() for finding in findings(passage)]
    print(*found, f"{len(found)} findings", sep="\n")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
