"""Quotations that name: titles of works and shows, nicknames."""

from __future__ import annotations

from ..knowledge.quote_words import words
from ..syntax.subjects import SUBJECTS
from .layout import Layout, Passage

_PARTICLE = 3
_LONGEST = 14
_LONGEST_NICKNAME = 5


def names(layout: Layout, passage: Passage) -> bool:
    """Whether a quotation is a name and not what somebody says."""
    return nickname(layout, passage) or names_work(layout, passage)


def nickname(layout: Layout, passage: Passage) -> bool:
    """Whether a quotation stands inside a name: "Karl “Kalle” Olsen"."""
    pos = layout.parse.pos
    before, after = passage.first - 1, passage.last
    short = after - passage.first <= _LONGEST_NICKNAME
    return short and before >= 0 and after < len(pos) and pos[before] == pos[after] == "PROPN"


def names_work(layout: Layout, passage: Passage) -> bool:
    """Whether a quotation in title case follows a noun for a work, or "called" by nobody.

    As in "the song “Cold River”" and "a film titled “The Last Ferry”".
    """
    before = passage.first - 1
    parse = layout.parse
    if before > 0 and parse.text[before] == ",":
        before -= 1
    if before < 0 or not layout.narrated(before) or not in_title_case(layout, passage):
        return False
    return parse.lemma[before].lower() in words("work_nouns") or _merely_called(layout, before)


def in_title_case(layout: Layout, passage: Passage) -> bool:
    """Whether a short quotation has capitals on all of its longer words."""
    if passage.last - passage.first > _LONGEST:
        return False
    inside = [t for t in layout.parse.text[passage.first : passage.last] if t.isalpha()]
    longer = [word for word in inside if len(word) > _PARTICLE]
    return bool(longer) and inside[0][0].isupper() and all(w[0].isupper() for w in longer)


def _merely_called(layout: Layout, verb: int) -> bool:
    """Whether a verb of naming names something without saying who does."""
    parse = layout.parse
    active = parse.child(verb, *SUBJECTS[:1], "agent", "dobj") is not None
    return (
        parse.lower[verb] in words("naming_participles") and parse.tag[verb] == "VBN" and not active
    )
