"""Where the tokens of an article stand: inside which quotation, in which sentence.

The parser's sentences break at marks; a `Passage` in marks is an atom here, so that
"“No. Never,” she said." is one sentence of narration around one quotation.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from ...article import Article
from ..knowledge.cues import cue_at
from ..knowledge.quote_words import words
from ..parse.columns import Parse
from ..syntax.narration import NARRATION, UNMARKED, Narration
from ..syntax.quotation_marks import Marked

_FULL_STOPS = frozenset(".?!")
_DASHES = frozenset("—–―-")
_CLOSING = "\"”’'»›“‘)]} "
_BRACKETS = {"(": 1, "[": 1, ")": -1, "]": -1}


@dataclass(frozen=True, slots=True)
class Passage:
    """An outermost quotation with its tokens, marks included."""

    number: int
    first: int
    last: int
    mark: Marked
    final: str

    @property
    def ends_sentence(self) -> bool:
        """Whether the last character before the closing mark ends a sentence."""
        return self.final in ".?!…"


@dataclass(slots=True)
class Sentence:
    """A sentence of narration with the quotations in it, as a token range."""

    first: int
    last: int
    block: int
    passages: list[Passage] = field(default_factory=list)


class Layout(Narration):
    """A parse seen with its quotations, its blocks and its sentences of narration."""

    def __init__(self, article: Article, parse: Parse, marks: tuple[Marked, ...]) -> None:
        self.text = article.text
        self.passages = _passages(parse, article.text, marks)
        super().__init__(parse, ((passage.first, passage.last) for passage in self.passages))
        self.sentences = list(self._sentences(article))
        self.sentence_of = [0] * len(parse)
        for number, sentence in enumerate(self.sentences):
            self.sentence_of[sentence.first : sentence.last] = [number] * (
                sentence.last - sentence.first
            )
            sentence.passages = self.passages_in(sentence.first, sentence.last)

    @cached_property
    def named_words(self) -> frozenset[str]:
        """The words that are part of a person's name anywhere in the article."""
        texts = self.parse.text
        return frozenset(texts[t] for t, label in self.label.items() if label == "PERSON")

    def hush(self, first: int, last: int) -> None:
        """Take tokens out of the narration: they are someone's words without marks."""
        for token in range(first, last):
            if self.level[token] == NARRATION:
                self.level[token] = UNMARKED

    def bracketed_from(self, token: int) -> int:
        """Where the narration in the innermost bracket open before a token begins, else 0."""
        place = bisect_left(self._brackets, token, key=lambda bracket: bracket[0]) - 1
        return self._brackets[place][1] if place >= 0 else 0

    @cached_property
    def _brackets(self) -> list[tuple[int, int]]:
        """Each bracket of the narration, and where what is inside begins just after it.

        Read once, when no clause will be hushed any more.
        """
        found, open_ = [], [0]
        for token, text in enumerate(self.parse.text):
            if text in _BRACKETS and self.narrated(token):
                if _BRACKETS[text] > 0:
                    open_.append(token + 1)
                elif len(open_) > 1:
                    open_.pop()
                found.append((token, open_[-1]))
        return found

    def sentence_at(self, passage: Passage) -> Sentence:
        """The sentence a passage stands in."""
        return self.sentences[self.sentence_of[passage.first]]

    def answered(self, passage: Passage) -> bool:
        """Whether a quotation follows at once on a whole sentence: somebody else answers."""
        following = self.passages[passage.number + 1 : passage.number + 2]
        return (
            passage.ends_sentence
            and passage.first == self.sentence_at(passage).first
            and bool(following)
            and following[0].first == passage.last
            and not following[0].mark.continues
            and self.sentence_at(passage).block == self.sentence_at(following[0]).block
        )

    def passages_in(self, first: int, last: int) -> list[Passage]:
        """The passages that begin in a token range."""
        low = bisect_left(self.passages, first, key=lambda p: p.first)
        high = bisect_left(self.passages, last, key=lambda p: p.first)
        return self.passages[low:high]

    def is_quoted(self, first: int, last: int) -> bool:
        """Whether one quotation is all that stands in a token range."""
        inside = self.passages_in(first, last)
        return len(inside) == 1 and inside[0].first == first and inside[0].last >= last - 1

    def _sentences(self, article: Article) -> Iterator[Sentence]:
        """The sentences of narration, block by block."""
        starts = set(self.parse.sentences)
        for number, block in enumerate(article.blocks):
            first, last = self.parse.tokens_in(block.start, block.end)
            for token in range(first + 1, last):
                if self._breaks(token, starts):
                    yield Sentence(first, token, number)
                    first = token
            if first < last:
                yield Sentence(first, last, number)

    def _breaks(self, token: int, starts: set[int]) -> bool:
        """Whether a sentence begins at a token that is not the first of its block."""
        before, here = self.level[token - 1], self.level[token]
        if before == here != NARRATION:
            return False
        if before == NARRATION:
            begins = here != NARRATION or token in starts
            return begins and self.parse.text[token - 1][-1:] in _FULL_STOPS
        passage = self.passages[before]
        if not passage.ends_sentence:
            return False
        if here != NARRATION:
            return True
        if not self.parse.text[token][:1].isupper() or self.parse.text[token - 1][-1:] in _DASHES:
            return False
        cue = self._reporting(token, common=passage.final == ".")
        return cue is None or (passage.final == "." and not self._ends_at(cue + 1))

    def _reporting(self, token: int, *, common: bool) -> int | None:
        """The verb of saying that follows at once with its name or pronoun.

        After a full stop, which should be a comma, only the most common verbs are believed.
        """
        for following in range(token, min(token + 5, len(self.parse))):
            if not self.narrated(following) or self.parse.text[following] in _FULL_STOPS:
                return None
            cue = cue_at(self.parse, following)
            speaks = cue is not None and "direct" in cue.frames
            if speaks and not common and self.parse.pos[following] == "VERB":
                return following
            if self.parse.lemma[following] in words("common_cues"):
                return following
        return None

    def _ends_at(self, token: int) -> bool:
        """Whether a sentence or the text ends before a token."""
        return token >= len(self.parse) or self.parse.text[token] in _FULL_STOPS


def _passages(parse: Parse, text: str, marks: tuple[Marked, ...]) -> list[Passage]:
    found: list[Passage] = []
    previous = 0
    for mark in marks:
        if mark.depth:
            continue
        first, last = parse.tokens_in(mark.start, mark.end)
        first = max(first, previous)
        if first >= last:
            continue
        inner = text[max(mark.start, mark.end - 8) : mark.end].rstrip(_CLOSING)
        found.append(Passage(len(found), first, last, mark, inner[-1:]))
        previous = last
    return found
