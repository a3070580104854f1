"""Corrections in words for a person; what stands between quotation marks is the article's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .types import (
    Act,
    AddMention,
    Correction,
    HideEvent,
    Merge,
    NewEntity,
    NewEvent,
    NewQuote,
    Nobody,
    NoMention,
    NoQuote,
    NoTime,
    Rename,
    Retype,
    SetDate,
    SetEventDate,
    SetHeadline,
    SetQuoteKind,
    SetRole,
    SetSpeaker,
    SetWords,
    Split,
)


def _speaker(act: SetSpeaker) -> str:
    return act.speaker.name if act.speaker else act.words or "somebody unknown"


_TOLD: dict[type[Act], Callable[[Any], str]] = {
    Rename: lambda act: f"{act.entity.name} is called {act.name}",
    Retype: lambda act: f"{act.entity.name} has the kind {act.kind}",
    Merge: lambda act: f"{act.entity.name} is {act.into.name}",
    Split: lambda act: f"“{act.places[0].exact}” is somebody else: {act.name}",
    Nobody: lambda act: f"{act.entity.name} is not an entity",
    NoMention: lambda act: f"“{act.place.exact}” is not a mention",
    AddMention: lambda act: f"“{act.place.exact}” means {act.entity.name}",
    NewEntity: lambda act: f"“{act.place.exact}” names {act.name}",
    SetRole: lambda act: f"{act.entity.name} is {act.words}",
    SetSpeaker: lambda act: f"“{act.quote.exact}” was said by {_speaker(act)}",
    SetQuoteKind: lambda act: f"“{act.quote.exact}” is {act.kind} speech",
    SetWords: lambda act: f"the quote is “{act.place.exact}”",
    NoQuote: lambda act: f"“{act.quote.exact}” is not a quote",
    NewQuote: lambda act: f"“{act.place.exact}” is a quote",
    SetDate: lambda act: f"“{act.place.exact}” is {act.days.value}",
    NoTime: lambda act: f"“{act.place.exact}” is not a time",
    SetHeadline: lambda act: f"the headline is “{act.headline}”",
    SetEventDate: lambda act: f"“{act.event.headline}” was on {act.days.value}",
    HideEvent: lambda act: f"“{act.event.headline}” is hidden",
    NewEvent: lambda act: f"“{act.headline}” is on the timeline",
}


def told(correction: Correction) -> str:
    """What a correction says, in one phrase."""
    return _TOLD[type(correction)](correction)
