"""Who says "I" outside quotation marks: who signs a letter, the author, who gives a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from ...article import Article, BlockKind
from ..grouping.accepted import form_of
from ..grouping.clusters import Cluster
from ..knowledge import names as words
from ..parse.columns import Parse
from ..rules import phrase
from ..syntax.name import Name
from ..syntax.quotation_marks import Marked
from ..types import Form, Kind, Mention
from .persons import FIRST, SECOND

_TURNS = frozenset(
    (
        BlockKind.SPEAKER, BlockKind.TURN, BlockKind.QUESTION, BlockKind.ANSWER,
        BlockKind.TIMESTAMP,
    )
)  # fmt: skip
_MOST_QUESTIONS = 2
_FEWEST = 2
_LONGEST_SIGNATURE = 14
_LONGEST_CLOSING = 6
_STOPS = frozenset((".", "!", "?"))
_DASHES = frozenset(("-", "--", "–", "—"))
_AM = frozenset(("am", "'m", "’m"))
_IS = frozenset(("is", "'s", "’s"))


class Narrators:
    """The first persons of the narration, and the second persons of letters."""

    def __init__(
        self, article: Article, parse: Parse, clusters: Iterable[Cluster], marks: Iterable[Marked]
    ) -> None:
        self._article = article
        self._parse = parse
        self._people = [cluster for cluster in clusters if cluster.kind is Kind.PERSON]
        self._quoted = bytearray(len(parse))
        for mark in marks:
            first, last = parse.tokens_in(mark.start, mark.end)
            self._quoted[first:last] = b"\1" * (last - first)

    def mentions(self) -> Iterator[tuple[Cluster, Mention]]:
        """Each "I", "my", "me" whose speaker the text names, and each "you" of a letter."""
        if not self._first or any(block.kind in _TURNS for block in self._article.blocks):
            return
        signed = list(self._signed())
        if signed:
            for signer, (first, last) in signed:
                yield from self._said(signer, FIRST, "signed", range(first, last))
            return
        for find, rule in ((self._introduced, "gives-own-name"), (self._author, "author")):
            if cluster := find():
                yield from self._said(cluster, FIRST, rule, range(len(self._parse)))
                return

    def addressed(self) -> Iterator[tuple[Cluster, Mention]]:
        """Each "you" of a letter that opens with one person's name."""
        start, addressee = 0, None
        for block in self._article.blocks:
            first, last = self._parse.tokens_in(block.start, block.end)
            if self._greets(first, last):
                if addressee:
                    yield from self._said(addressee, SECOND, "letter-to", range(start, first))
                start, addressee = last, self._only_name(first, last)
        if addressee:
            yield from self._said(addressee, SECOND, "letter-to", range(start, len(self._parse)))

    @cached_property
    def _first(self) -> list[int]:
        """The first persons outside quotation marks."""
        lower = self._parse.lower
        return [t for t in range(len(lower)) if lower[t] in FIRST and self._is_told(t)]

    def _is_told(self, token: int) -> bool:
        return not self._quoted[token] and self._parse.pos[token] == "PRON"

    def _said(
        self, cluster: Cluster, persons: frozenset[str], rule: str, tokens: Sequence[int]
    ) -> Iterator[tuple[Cluster, Mention]]:
        parse = self._parse
        for token in tokens:
            if parse.lower[token] in persons and self._is_told(token):
                span = parse.span(token, token + 1)
                yield cluster, Mention(*span, Form.PRONOUN, phrase(rule), rule)

    @cached_property
    def _named(self) -> dict[int, tuple[Name, Cluster]]:
        """The names of people by the token where they begin, titles included."""
        named = ((name, cluster) for cluster in self._people for name in cluster.names)
        return {name.title: (name, cluster) for name, cluster in named}

    def _only_name(self, first: int, last: int) -> Cluster | None:
        """The one person named between two tokens."""
        found = {self._named[t][1] for t in range(first, last) if t in self._named}
        return found.pop() if len(found) == 1 else None

    # ------------------------------------------------------------ letters

    def _signed(self) -> Iterator[tuple[Cluster, tuple[int, int]]]:
        """The signers, each with the tokens of what they signed."""
        start, greeted, closed = 0, False, False
        for block in self._article.blocks:
            first, last = self._parse.tokens_in(block.start, block.end)
            greeted |= self._greets(first, last)
            expected = greeted or closed
            signer = self._signer(first, last, expected=expected)
            if signer is not None:
                yield signer, (start, first)
                start, greeted = last, False
            closed = self._closes_letter(first, last)

    def _greets(self, first: int, last: int) -> bool:
        """Whether a block opens a letter: "Dear Ann", "My dear Ann", "Sir, I must object"."""
        opening = self._parse.lower[first : min(first + 2, last)]
        if len(opening) == 2 and opening[1] in (",", ":", *_DASHES):
            return opening[0] in words.letters("salutation_alone")
        return bool(set(opening) & words.letters("salutation"))

    def _closes_letter(self, first: int, last: int) -> bool:
        """Whether a block is a closing such as "Yours faithfully,", and no sentence."""
        short = 0 < last - first <= _LONGEST_CLOSING
        return short and self._parse.text[last - 1] not in _STOPS and self._closes(first, last)

    def _closes(self, first: int, last: int) -> bool:
        return bool(set(self._parse.lower[first:last]) & words.letters("closing"))

    def _signer(self, first: int, last: int, *, expected: bool) -> Cluster | None:
        """The person whose name, and hardly more, a block consists of."""
        parse = self._parse
        if last - first > _LONGEST_SIGNATURE:
            return None
        opening = next((t for t in range(first, last) if t in self._named), None)
        if opening is None:
            return None
        name, cluster = self._named[opening]
        before = range(first, opening)
        closes = self._closes(first, opening) and self._is_parted(opening)
        dashed = opening > first and parse.text[first] in _DASHES
        plain = all(parse.pos[t] == "PUNCT" or parse.text[t] in _DASHES for t in before)
        if not (closes or (plain and (expected or dashed))):
            return None
        verbs = any(parse.pos[t] in ("VERB", "AUX") for t in range(name.last, last))
        return None if verbs or parse.text[last - 1] in ("?", "!", ":") else cluster

    def _is_parted(self, token: int) -> bool:
        """Whether a comma or a line's end stands before a token."""
        parse = self._parse
        between = parse.source[parse.end[token - 1] : parse.start[token]]
        return "\n" in between or parse.text[token - 1] in (",", *_DASHES)

    # ------------------------------------------------------------ the whole text

    def _introduced(self) -> Cluster | None:
        """The one person who gives their name outside quotation marks, unless several talk."""
        found = {cluster for token in self._first for cluster in self._given(token)}
        return found.pop() if len(found) == 1 and not self._is_dialogue else None

    @cached_property
    def _is_dialogue(self) -> bool:
        text = self._article.text
        ends = (text[block.start : block.end].rstrip()[-1:] for block in self._article.blocks)
        return sum(end == "?" for end in ends) > _MOST_QUESTIONS

    def _given(self, token: int) -> Iterator[Cluster]:
        """The person named in "I'm Ann Lane", "I, Ann Lane," or "my name is Ann Lane"."""
        parse = self._parse
        behind = parse.lower[token + 1 : token + 3]
        named = self._named.get(token + 2) or self._named.get(token + 3)
        if len(behind) < 2 or named is None:
            return
        if parse.lower[token] == "my" and behind[0] == "name":
            opens = behind[1] in _IS and named[0].title == token + 3
        else:
            opens = parse.lower[token] == "i" and named[0].title == token + 2
            opens = opens and behind[0] in _AM
        if opens:
            yield named[1]

    def _author(self) -> Cluster | None:
        """The one author whom the byline names, where the text often says "I"."""
        nominative = [t for t in self._first if self._parse.lower[t] == "i"]
        if len(nominative) < _FEWEST or self._is_dialogue:
            return None
        found = set()
        for block in self._article.blocks:
            if block.kind is BlockKind.BYLINE:
                tokens = range(*self._parse.tokens_in(block.start, block.end))
                found |= {self._named[t][1] for t in tokens if t in self._named}
        if not found and self._article.byline:
            stated = form_of(self._article.byline)
            found = {c for c in self._people if form_of(" ".join(c.words)) in stated}
        return found.pop() if len(found) == 1 else None
