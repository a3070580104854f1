"""Sources given by "according to" and its like: the rest of the clause is what they say."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ..knowledge.loader import lines
from ..knowledge.quote_words import words
from ..syntax.narration import Phrase, owner_of, phrase
from ..syntax.subjects import SUBJECTS
from ..types import Certainty, Sense
from .draft_quotes import Draft
from .layout import Layout, Sentence

_LONGEST_SOURCE = 14
_BELOW = frozenset({"advcl", "pcomp", "prep", "xcomp", "acl", "relcl"})
_LONGEST_POSSESSOR = 6
_DETERMINERS = frozenset({"DET", "PROPN", "PRON"})


class _Aside(NamedTuple):
    """An introducer with its source, and where the words of both end."""

    first: int
    cue_last: int
    source: Phrase
    last: int


def according(layout: Layout, sentence: Sentence) -> Iterator[Draft]:
    """The rest of the clause that "according to X" belongs to."""
    lower, opening = layout.parse.lower, _opening_words()
    for token in range(sentence.first, sentence.last - 1):
        opens = lower[token] in opening and layout.narrated(token)
        aside = _aside(layout, sentence, token) if opens else None
        if aside is None:
            continue
        first, last = aside.first, aside.last
        if last < sentence.last and not layout.narrated(last):
            last = layout.passages[layout.level[last]].last
        ends = last >= sentence.last - 1
        low, high = _clause(layout, sentence, token, whole=ends)
        beside = _beside(layout, sentence, aside) if layout.parse.lower[token] == "in" else None
        pieces = [beside] if beside else [(low, first), (last, high)]
        yield Draft(
            (first, aside.cue_last),
            aside.source,
            Sense.SPEECH,
            "quote-according-to",
            Certainty.SETTLED,
            retells=True,
            clauses=[(a, b) for a, b in pieces if a < b and not _only_joins(layout, a, b)],
        )


def _aside(layout: Layout, sentence: Sentence, token: int) -> _Aside | None:
    """The introducer that begins at a token, with its source."""
    after = _introducer(layout, token)
    if after is None:
        return _in_words_of(layout, sentence, token)
    parse = layout.parse
    last_word = after - 1
    named = parse.child(last_word, "pobj") or parse.child(token, "pobj")
    if named is None or named < after:
        end = _pause(layout, sentence, after)
        if end is None:
            return None
        return _Aside(token, after, Phrase(end - 1, after, end), end)
    source = phrase(layout, named, -1)
    if source is None:
        return None
    if parse.head[token] == token or source.last >= sentence.last - 1:
        source = _to_comma(layout, sentence, token, source)
        alone = parse.head[token] == token and parse.text[source.last : source.last + 1] != [","]
        return None if alone else _Aside(token, after, source, source.last)
    source = _with_name(layout, sentence, token, source)
    return _Aside(token, after, source, max(source.last, layout.right[token]))


@cache
def _introducers() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line.split()) for line in lines("quotes/introducers.txt"))


@cache
def _opening_words() -> frozenset[str]:
    """The words with which an introducer can begin."""
    return frozenset({"in", *(words_[0] for words_ in _introducers())})


def _introducer(layout: Layout, token: int) -> int | None:
    """The end of the introducer that begins at a token; "per" needs a pause and a name."""
    parse = layout.parse
    for words_ in _introducers():
        if parse.lower[token] != words_[0]:
            continue
        after = token + len(words_)
        if after < len(parse) and tuple(parse.lower[token:after]) == words_:
            set_off = token == 0 or parse.pos[token - 1] == "PUNCT" or token in parse.sentences
            if len(words_) > 1 or (set_off and parse.pos[after] in _DETERMINERS):
                return after
    return None


def _in_words_of(layout: Layout, sentence: Sentence, token: int) -> _Aside | None:
    """As in ", in Ms. Olsen's words,"."""
    parse = layout.parse
    if parse.lower[token] != "in":
        return None
    for noun in range(token + 2, min(token + _LONGEST_POSSESSOR, sentence.last)):
        if parse.lower[noun] not in words("view_nouns"):
            continue
        owner = owner_of(layout, noun)
        ends = noun + 1 >= sentence.last or parse.pos[noun + 1] == "PUNCT"
        if owner is None or owner.first <= token or not ends:
            return None
        return _Aside(token, token + 1, owner, noun + 1)
    return None


def _pause(layout: Layout, sentence: Sentence, first: int) -> int | None:
    """Where a source ends that the parse does not see: at the next pause."""
    for token in range(first, min(sentence.last, first + _LONGEST_SOURCE)):
        if layout.parse.pos[token] == "PUNCT" or not layout.narrated(token):
            return token if token > first else None
    return None


def _to_comma(layout: Layout, sentence: Sentence, token: int, source: Phrase) -> Phrase:
    """A source that opens its sentence, without the sentence that the parse hangs on it."""
    if token > sentence.first + 1:
        return source
    for last in range(source.head + 1, source.last):
        if layout.parse.text[last] == ",":
            return source._replace(last=last)
    return source


def _clause(layout: Layout, sentence: Sentence, token: int, *, whole: bool) -> tuple[int, int]:
    """The range of the clause an introducer belongs to; of the main one if it ends a sentence."""
    parse = layout.parse
    head = parse.head[token]
    if whole:
        while parse.dep[head] in _BELOW and parse.head[head] >= sentence.first:
            head = parse.head[head]
    low, high = layout.left[head], layout.right[head]
    if head == token or parse.pos[head] not in {"VERB", "AUX"}:
        low, high = sentence.first, sentence.last
    return max(low, sentence.first), min(high, sentence.last)


def _beside(layout: Layout, sentence: Sentence, aside: _Aside) -> tuple[int, int] | None:
    """The quotation that "in her words" stands right before or after."""
    before, after = aside.first - 1, aside.last
    if layout.parse.text[after : after + 1] == [","]:
        after += 1
    for token in (before, before - 1, after):
        if sentence.first <= token < sentence.last and layout.level[token] >= 0:
            passage = layout.passages[layout.level[token]]
            return passage.first, passage.last
    return None


def _only_joins(layout: Layout, first: int, last: int) -> bool:
    """Whether a piece has no words but a conjunction."""
    return all(layout.parse.pos[t] in {"PUNCT", "SCONJ", "CCONJ"} for t in range(first, last))


def _with_name(layout: Layout, sentence: Sentence, token: int, source: Phrase) -> Phrase:
    """The source with the name in apposition that parsers take for the next subject.

    In "the piano, which, according to the teacher, Ada Olsen, needs tuning" the clause has
    its subject before the aside.
    """
    parse = layout.parse
    first = source.last + 1
    within = token > sentence.first and parse.text[token - 1] == "," and first < sentence.last
    if not within or parse.pos[source.head] != "NOUN" or parse.text[source.last] != ",":
        return source
    last = first
    while last < sentence.last and parse.pos[last] == "PROPN":
        last += 1
    named = any(layout.label.get(t) == "PERSON" for t in range(first, last))
    clause = parse.head[token]
    told = any(c < token and parse.dep[c] in SUBJECTS for c in parse.children[clause])
    if not named or not told or last >= sentence.last or parse.text[last] != ",":
        return source
    return source._replace(last=last, head=last - 1)
