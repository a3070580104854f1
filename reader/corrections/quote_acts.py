"""Corrections of quotes: speakers, kinds, borders."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from ..analysis.types import By, Certainty, Quote, Span
from .anchors import Anchor
from .grounds import overlap
from .patch import SAID, Patch, UnfitError
from .types import (
    Act,
    EntityRef,
    NewQuote,
    NoQuote,
    SetQuoteKind,
    SetSpeaker,
    SetWords,
)

_SAME = 0.5


def set_speaker(patch: Patch, act: SetSpeaker) -> None:
    """Say who spoke."""
    quote = _quote(patch, act.quote)
    speaker = _speaker(patch, act.speaker)
    sure = Certainty.SETTLED if speaker or act.words else Certainty.UNKNOWN
    patch.set_quote(
        replace(
            quote,
            speaker=speaker,
            description=act.words or None,
            certainty=sure,
            rule=SAID,
            rule_id="",
            by=By.PERSON,
        )
    )


def set_kind(patch: Patch, act: SetQuoteKind) -> None:
    """Say how the words are given."""
    patch.set_quote(replace(_quote(patch, act.quote), kind=act.kind, by=By.PERSON))


def set_words(patch: Patch, act: SetWords) -> None:
    """Correct the borders of what was said."""
    quote, place = _quote(patch, act.quote), patch.place(act.place)
    content = (Span(place.start, place.end),)
    patch.set_quote(replace(quote, content=content, by=By.PERSON))


def no_quote(patch: Patch, act: NoQuote) -> None:
    """Take a quote away; nothing is left to do where there is none."""
    quote = patch.quote(act.quote)
    if quote is not None:
        del patch.quotes[quote.id]


def new_quote(patch: Patch, act: NewQuote) -> None:
    """Make a quote of a place, instead of what the analysis takes for about the same words."""
    place = patch.place(act.place)
    speaker = _speaker(patch, act.speaker)
    content = (Span(place.start, place.end),)
    for other in patch.quotes_at(place):
        whole = (other.content[0].start, other.content[-1].end)
        if other.by is By.MACHINE and overlap(whole, (place.start, place.end)) >= _SAME:
            patch.quotes.pop(other.id)
    sure = Certainty.SETTLED if speaker else Certainty.UNKNOWN
    patch.set_quote(
        Quote(
            id=f"Q-{act.id}",
            kind=act.kind,
            content=content,
            speaker=speaker,
            certainty=sure,
            rule=SAID if speaker else "",
            by=By.PERSON,
        )
    )


def _quote(patch: Patch, anchor: Anchor) -> Quote:
    quote = patch.quote(anchor)
    if quote is None:
        raise UnfitError("no quote has these words")
    return quote


def _speaker(patch: Patch, ref: EntityRef | None) -> str | None:
    return patch.entity(ref).entity.id if ref else None


ACTS: dict[type[Act], Callable[[Patch, Any], None]] = {
    SetSpeaker: set_speaker,
    SetQuoteKind: set_kind,
    SetWords: set_words,
    NoQuote: no_quote,
    NewQuote: new_quote,
}
