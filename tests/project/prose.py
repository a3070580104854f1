"""Plain English: sentences under a limit of words, and no term that has a better one.

Checked are the documents, and the docstrings, comments and messages of the package, with the
phrases of rules and the words of the help. Code and examples of rules are left out; comments and
messages may be long.
"""

from __future__ import annotations

import ast
import io
import re
import sys
import tokenize
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
MOST_WORDS = 30
TERMS: dict[str, str] = tomllib.loads(Path(__file__).with_name("terms.toml").read_text("utf-8"))

_FENCE = re.compile(r"^( *)```.*?^\1```|^(?: {4,}|\t)\S.*$|<!--.*?-->", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"``?[^`\n]+``?")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_SENTENCE_END = re.compile(r"(?<!\be\.g)(?<!\bi\.e)(?<!\bvs)[.!?][\"”’)*_]*(?=\s+[^a-z]|\s*$)")
_PARAGRAPH = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+]|\d+\.|#+)\s)|\|")
_ANY_TERM = re.compile(rf"\b(?:{'|'.join(TERMS)})\b", re.IGNORECASE)
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
        if path.name != "rules.md":  # made of phrases, which are below, and of examples
            yield Passage(path, 1, _readable(path.read_text("utf-8")))
    for path in (ROOT / "reader").rglob("*.py"):
        yield from _docstrings(path)


def wordings() -> Iterator[Passage]:
    """What is checked for terms only: comments, messages, phrases of rules, the help."""
    for path in (ROOT / "reader").rglob("*.py"):
        source = path.read_text("utf-8")
        for token in tokenize.generate_tokens(io.StringIO(source).readline):
            if token.type == tokenize.COMMENT:
                yield Passage(path, token.start[0], token.string)
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield Passage(path, node.lineno, node.value)
    for path in (ROOT / "reader/analysis/rules/data").glob("*.toml"):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if line.startswith("phrase = "):
                yield Passage(path, number, line)
    for name in ("screens/help.toml", "lists/phrases.toml"):
        path = ROOT / "reader/tui" / name
        yield Passage(path, 1, path.read_text("utf-8"))


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
        place += len(paragraph)
    yield from wrong_terms(passage)


def wrong_terms(passage: Passage) -> Iterator[Finding]:
    """The terms of a passage that have a better one."""
    for found in _ANY_TERM.finditer(passage.text):
        line = passage.line + passage.text.count("\n", 0, found.start())
        better = next(b for term, b in TERMS.items() if re.fullmatch(term, found[0], re.IGNORECASE))
        yield Finding(passage.path, line, f"{found[0]!r}: {better}")


def _split(border: re.Pattern[str], text: str) -> Iterator[str]:
    return (part for part in border.split(text) if part.strip())


def main() -> int:
    """List what is to be written otherwise; the exit code is 1 where there is anything."""
    found = [finding for passage in passages() for finding in findings(passage)]
    found += [finding for passage in wordings() for finding in wrong_terms(passage)]
    found = list(dict.fromkeys(found))  # a docstring is a text of the code too
    print(*found, f"{len(found)} findings", sep="\n")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
