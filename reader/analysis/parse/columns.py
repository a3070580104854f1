"""A parsed text as columns, free of the parser that made it.

A `Parse` costs about 100 bytes a token, so that even a book fits into memory. Several processes
can make it in pieces, which are then joined.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, MutableSequence, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, pairwise
from sys import intern
from typing import NamedTuple


class NamedSpan(NamedTuple):
    """A name as the model sees it: token range, end exclusive, and OntoNotes label."""

    first: int
    last: int
    label: str


def _numbers() -> array[int]:
    return array("i")  # 4 bytes a number; a list of numbers takes 40


def _first_token(name: NamedSpan) -> int:
    return name.first


@dataclass(slots=True)
class Columns:
    """The tokens of one stretch of text; entry i of every list describes token i.

    `start` and `end` are code points in the article. `tag` is the Penn Treebank tag, `pos`
    the Universal one, `dep` the dependency label (ClearNLP scheme), `head` the index of the
    governing token (itself for a root). `sentences` holds the first token of each sentence.
    `names` holds the model's entities. White space is never a token.
    """

    start: MutableSequence[int] = field(default_factory=_numbers)
    end: MutableSequence[int] = field(default_factory=_numbers)
    text: list[str] = field(default_factory=list)
    lemma: list[str] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    tag: list[str] = field(default_factory=list)
    dep: list[str] = field(default_factory=list)
    head: MutableSequence[int] = field(default_factory=_numbers)
    sentences: MutableSequence[int] = field(default_factory=_numbers)
    names: list[NamedSpan] = field(default_factory=list)

    def extend(self, other: Columns) -> None:
        """Append what follows in the text, shifting its token indices."""
        shift = len(self.start)
        for name in ("start", "end", "text", "lemma", "pos", "tag", "dep"):
            getattr(self, name).extend(getattr(other, name))
        self.head.extend(head + shift for head in other.head)
        self.sentences.extend(first + shift for first in other.sentences)
        self.names.extend(NamedSpan(a + shift, b + shift, label) for a, b, label in other.names)


class Children:
    """The tokens that each token governs, in text order.

    Kept as rows of a sparse matrix are: those of token i are `_governed[_first[i]:_first[i + 1]]`.
    """

    __slots__ = ("_first", "_governed")

    def __init__(self, head: Sequence[int]) -> None:
        """`head` names the governor of each token, itself for a root."""
        count = array("i", bytes(4 * (len(head) + 2)))
        for token, governor in enumerate(head):
            count[governor + 2] += token != governor
        place = array("i", accumulate(count))
        self._governed = array("i", bytes(4 * place[-1]))
        for token, governor in enumerate(head):
            if token != governor:
                self._governed[place[governor + 1]] = token
                place[governor + 1] += 1
        self._first = place

    def __len__(self) -> int:
        return len(self._first) - 2

    def __getitem__(self, token: int) -> Sequence[int]:
        return self._governed[self._first[token] : self._first[token + 1]]

    def __iter__(self) -> Iterator[Sequence[int]]:
        return map(self.__getitem__, range(len(self)))

    def counts(self) -> Iterator[int]:
        """How many tokens each token governs."""
        return (last - first for first, last in pairwise(self._first[:-1]))


class Parse:
    """A parsed text: columns of tokens and ways to walk them.

    Tokens are named by their index. A range of tokens is a pair (first, last), end
    exclusive; spans in the text count code points.
    """

    def __init__(self, text: str, columns: Columns) -> None:
        self.source = text
        self.start = columns.start
        self.end = columns.end
        self.text = columns.text
        self.lemma = columns.lemma
        self.pos = columns.pos
        self.tag = columns.tag
        self.dep = columns.dep
        self.head = columns.head
        self.sentences = columns.sentences
        self.names = columns.names

    def __len__(self) -> int:
        return len(self.start)

    @cached_property
    def lower(self) -> list[str]:
        """The tokens' texts in lower case."""
        lower = {text: intern(text.lower()) for text in set(self.text)}  # each word once
        return [lower[text] for text in self.text]

    @cached_property
    def children(self) -> Children:
        """For each token, the tokens it governs, in text order."""
        return Children(self.head)

    @cached_property
    def sentence_of(self) -> list[int]:
        """For each token, the index of its sentence."""
        numbers: list[int] = []
        for number, (first, last) in enumerate(self.sentence_ranges()):
            numbers.extend([number] * (last - first))
        return numbers

    def sentence_ranges(self) -> Iterator[tuple[int, int]]:
        """The token ranges of the sentences, in text order."""
        for number in range(len(self.sentences)):
            yield self.sentence(number)

    def sentence(self, number: int) -> tuple[int, int]:
        """The token range of a sentence."""
        following = number + 1
        last = self.sentences[following] if following < len(self.sentences) else len(self)
        return self.sentences[number], last

    def child(self, token: int, *deps: str) -> int | None:
        """The first token governed by `token` under one of the labels, or None."""
        dep = self.dep
        for child in self.children[token]:
            if dep[child] in deps:
                return child
        return None

    def ancestors(self, token: int) -> Iterator[int]:
        """The heads above `token`, nearest first."""
        while (head := self.head[token]) != token:
            yield head
            token = head

    def subtree_range(self, token: int) -> tuple[int, int]:
        """The smallest token range that holds `token` and all below it."""
        first = last = token
        children = self.children
        stack = [token]
        while stack:
            below = children[stack.pop()]
            if below:
                first, last = min(first, below[0]), max(last, below[-1])
                stack.extend(below)
        return first, last + 1

    def tokens_in(self, start: int, end: int) -> tuple[int, int]:
        """The range of tokens that touch the code points from `start` to `end`."""
        return bisect_right(self.end, start), bisect_left(self.start, end)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The code points of the token range."""
        return self.start[first], self.end[last - 1]

    def rehung(self, head: MutableSequence[int], dep: list[str]) -> Parse:
        """The same tokens under other heads and labels."""
        columns = Columns(
            self.start, self.end, self.text, self.lemma, self.pos, self.tag, dep, head,
            self.sentences, self.names,
        )  # fmt: skip
        parse = Parse(self.source, columns)
        for name in ("lower", "sentence_of"):  # what does not hang on the tree is made once
            if name in self.__dict__:
                parse.__dict__[name] = self.__dict__[name]
        return parse

    def cut(self, first: int, last: int) -> Columns:
        """The columns of a range of tokens that breaks no sentence."""
        inside = slice(first, last)
        sentences = slice(bisect_left(self.sentences, first), bisect_left(self.sentences, last))
        named = slice(
            bisect_left(self.names, first, key=_first_token),
            bisect_left(self.names, last, key=_first_token),
        )
        return Columns(
            start=self.start[inside],
            end=self.end[inside],
            text=self.text[inside],
            lemma=self.lemma[inside],
            pos=self.pos[inside],
            tag=self.tag[inside],
            dep=self.dep[inside],
            head=array("i", [head - first for head in self.head[inside]]),
            sentences=array("i", [sentence - first for sentence in self.sentences[sentences]]),
            names=[NamedSpan(a - first, b - first, label) for a, b, label in self.names[named]],
        )

    def words(self, first: int, last: int) -> str:
        """The article's own characters over a token range."""
        return self.source[self.start[first] : self.end[last - 1]]


def join(text: str, pieces: Iterable[Columns]) -> Parse:
    """One parse of `text` from its stretches, given in text order."""
    columns = Columns()
    for piece in pieces:
        columns.extend(piece)
    return Parse(text, columns)
