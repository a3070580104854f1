"""Corrections of the harbour article, as strategies: each with what it touches."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from reader.analysis import Kind, QuoteKind
from reader.corrections import Correction, Days, Namer
from reader.corrections.types import (
    AddMention,
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
from tests.tui.readings import HARBOUR, Words, harbour_annotations

IN = Words(HARBOUR)
BEFORE = harbour_annotations()
NAMER = Namer(HARBOUR)
ENTITIES = {entity.id: NAMER.entity(entity) for entity in BEFORE.entities}
QUOTES = {quote.id: NAMER.quote(quote) for quote in BEFORE.quotes}
TIMES = {time.id: NAMER.anchor(time.start, time.end) for time in BEFORE.times}
EVENTS = {
    event.id: NAMER.event(event, next((t for t in BEFORE.times if t.id == event.time), None))
    for event in BEFORE.timeline
}
DAYS = Days("2001-02", date(2001, 2, 1), date(2001, 2, 28))


def at(words: str, nth: int = 1):
    """The anchor of words of the article."""
    place = IN.place(words, nth)
    return NAMER.anchor(place.start, place.end)


def id_of(number: int) -> str:
    """An id for a correction."""
    return f"c{number:04}"


Touched = frozenset[str]


def _entity_acts(number: int, name: str) -> list[Correction]:
    ref, ident = ENTITIES[name], id_of(number)
    return [
        Rename(id=ident, entity=ref, name="Somebody Else"),
        Retype(id=ident, entity=ref, kind=Kind.WORK),
        Nobody(id=ident, entity=ref),
        SetRole(id=ident, entity=ref, words="a friend"),
        AddMention(id=ident, entity=ref, place=at("a fisherman")),
    ]


@st.composite
def acts(draw: st.DrawFn, number: int) -> tuple[Correction, Touched]:
    """A correction and the ids of what it touches."""
    ident = id_of(number)
    sort = draw(st.sampled_from(("entity", "merge", "split", "quote", "time", "event", "new")))
    if sort == "entity":
        name = draw(st.sampled_from(sorted(ENTITIES)))
        act = draw(st.sampled_from(_entity_acts(number, name)))
        touched = {name, "fisherman"} if isinstance(act, AddMention) else {name}
        return act, frozenset(touched)
    if sort == "merge":
        one, other = draw(st.permutations(sorted(ENTITIES)))[:2]
        act = Merge(id=ident, entity=ENTITIES[one], into=ENTITIES[other])
        return act, frozenset({one, other})
    if sort == "split":
        place = draw(st.sampled_from([at("Olsen", 2), at("She")]))
        made = [Split(id=ident, places=(place,), name="Another", kind=Kind.PERSON)]
        return draw(st.sampled_from([*made, NoMention(id=ident, place=place)])), frozenset(
            {"Mara Olsen", "Q1", "V2"}
        )
    return draw(_others(sort, ident))


@st.composite
def _others(draw: st.DrawFn, sort: str, ident: str) -> tuple[Correction, Touched]:
    if sort == "quote":
        name = draw(st.sampled_from(sorted(QUOTES)))
        speaker = draw(st.sampled_from(sorted(ENTITIES)))
        quote = QUOTES[name]
        acts_of = [
            (SetSpeaker(id=ident, quote=quote, speaker=ENTITIES[speaker]), {name, speaker}),
            (SetSpeaker(id=ident, quote=quote, words="a passer-by"), {name}),
            (SetQuoteKind(id=ident, quote=quote, kind=QuoteKind.MIXED), {name}),
            (SetWords(id=ident, quote=quote, place=quote), {name}),
            (NoQuote(id=ident, quote=quote), {name}),
        ]
    elif sort == "time":
        name = draw(st.sampled_from(sorted(TIMES)))
        dated = {e.id for e in BEFORE.timeline if name in (e.time, *e.times)}
        acts_of = [
            (SetDate(id=ident, place=TIMES[name], days=DAYS), {name, *dated}),
            (NoTime(id=ident, place=TIMES[name]), {name, *dated}),
        ]
    elif sort == "event":
        name = draw(st.sampled_from(sorted(EVENTS)))
        event = EVENTS[name]
        touched = {name, *next(e.times for e in BEFORE.timeline if e.id == name)}
        acts_of = [
            (SetHeadline(id=ident, event=event, headline="told otherwise"), touched),
            (SetEventDate(id=ident, event=event, days=DAYS), touched),
            (HideEvent(id=ident, event=event), touched),
        ]
    else:
        acts_of = [
            (NewEntity(id=ident, place=at("ferry"), name="Ferry", kind=Kind.OTHER), {"ferry"}),
            (NewQuote(id=ident, place=at("reopened the quay"), kind=QuoteKind.INDIRECT), {"quay"}),
            (NewEvent(id=ident, place=at("divers cleared"), headline="divers"), {"divers"}),
        ]
    act, touched = draw(st.sampled_from(acts_of))
    return act, frozenset(touched)


@st.composite
def any_corrections(draw: st.DrawFn) -> list[Correction]:
    """Up to eight corrections, whatever they touch."""
    return [draw(acts(number))[0] for number in range(draw(st.integers(0, 8)))]


@st.composite
def independent(draw: st.DrawFn) -> list[Correction]:
    """Corrections no two of which touch the same thing."""
    chosen: list[Correction] = []
    taken: set[str] = set()
    for number in range(8):
        act, touched = draw(acts(number))
        if not touched & taken:
            chosen.append(act)
            taken |= touched
    return chosen
