"""What a verb of saying gives as said, and which words of it stand in quotation marks."""

from __future__ import annotations

from itertools import chain

from ..parse.columns import Parse
from ..syntax.clauses import Clauses
from ..syntax.speech_verbs import is_speech

_OPENING = frozenset({'"', "“", "``", "''"})
_LEADING = frozenset({'"', "“", "``", ":"})
_PARTING = frozenset({";", ":"})
_CLOSING = frozenset({'"', "”", "''", "’’"})
_OBJECTS = frozenset({"dobj", "attr", "oprd", "ccomp"})
_FEWEST_WORDS = 3


class SaidWords:
    """Finds, in a parsed article, what the verbs of saying give."""

    def __init__(self, parse: Parse, clauses: Clauses) -> None:
        self._parse = parse
        self._clauses = clauses

    def said(self, head: int) -> int | None:
        """What a verb gives as said: with a verb of saying, or in quotation marks before it."""
        parse = self._parse
        given = [c for c in parse.children[head] if parse.dep[c] == "ccomp"]
        marked = (c for c in given if c < head and self.quoted(head, c) is not None)
        after = (c for c in given if c > head)
        said = next(chain(marked, after, given), None)
        if said is None or not _PARTING.isdisjoint(parse.text[said:head]):
            return None
        if said > head and self._is_split(head, said):
            return None
        if is_speech(parse, head):
            return said
        before = said < head and self._clauses.is_verbal(said)
        return said if before and self.quoted(head, said) is not None else None

    def _is_split(self, head: int, said: int) -> bool:
        """Whether a verb has an object after what it gives as said: a slip of the parser."""
        parse = self._parse
        behind = (c for c in parse.children[head] if c > said and parse.dep[c] in _OBJECTS)
        return any(_PARTING.isdisjoint(parse.text[said:c]) for c in behind)

    def link(self, head: int, said: int) -> str:
        """What leads from a verb of saying to what it gives: " that", a colon, or nothing."""
        mark = self._parse.child(said, "mark")
        if mark is not None:
            return f" {self._parse.text[mark]}"
        first = self._parse.subtree_range(said)[0]
        near = self._parse.text[max(first - 1, head) : first + 1]
        return "" if _LEADING.isdisjoint(near) else ":"

    def before_parting(self, tokens: tuple[int, ...], said: int) -> tuple[int, ...]:
        """The tokens before a colon after what is said: she said he had left: "I saw him go"."""
        rest = range(said, max(tokens, default=said) + 1)
        end = next((t for t in rest if self._parse.text[t] in _PARTING), len(self._parse))
        return tuple(t for t in tokens if t < end)

    def before_more(self, tokens: tuple[int, ...], head: int) -> tuple[int, ...]:
        """The tokens before a quotation goes on: "It is not the raid," she said, "but the lie"."""
        parse = self._parse
        rest = range(head + 1, max(tokens, default=head) + 1)
        more = next((t for t in rest if parse.text[t - 1] == "," and self._opens(t)), None)
        return tuple(t for t in tokens if more is None or t < more - 1)

    def quoted(self, head: int, said: int) -> tuple[int, int] | None:
        """The tokens between the quotation marks around all that is said, if there are any.

        What goes on from the sentence before has none in front.
        """
        start, end = self._parse.sentence(self._parse.sentence_of[said])
        start, end = (start, head) if said < head else (head + 1, end)
        closing = next((t for t in range(said + 1, end) if self._closes(t)), None)
        opening = next((t for t in range(said, start - 1, -1) if self._marks(t)), None)
        if opening is None and said < head and closing is not None:
            inner = any(self._opens(t) for t in range(said + 1, closing))
            opening = None if inner else start - 1
        if opening is None or (opening >= start and not self._opens(opening)):
            return None
        if opening > self._parse.subtree_range(said)[0] or (closing is None and said < head):
            return None
        last = end if closing is None else closing
        return (opening + 1, last) if last - opening > _FEWEST_WORDS else None

    def _marks(self, token: int) -> bool:
        return self._opens(token) or self._closes(token)

    def _opens(self, token: int) -> bool:
        """Whether a token is a quotation mark that touches the word after it."""
        parse = self._parse
        touches = token + 1 < len(parse) and parse.end[token] == parse.start[token + 1]
        return parse.text[token] in _OPENING and touches

    def _closes(self, token: int) -> bool:
        """Whether a token is a quotation mark that touches the word before it."""
        parse = self._parse
        return parse.text[token] in _CLOSING and parse.end[token - 1] == parse.start[token]
