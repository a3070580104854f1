"""Where the reader is, in a few words: the focus, else what the caret stands on."""

from __future__ import annotations

from collections.abc import Callable

from ...analysis import (
    Entity,
    Event,
    Note,
    Quote,
    TimeExpression,
)
from ...article import DateSource
from ...reading import (
    EntityFocus,
    EventFocus,
    NoteFocus,
    PairFocus,
    Passage,
    PeriodFocus,
    QuoteFocus,
    Reading,
)
from ...reading.outline import section_at
from ..glyphs import glyphs
from ..harmless import one_line
from ..line import Pieces, cut, width_of

KeyName = Callable[[str], str]
"""The keys of an action, by its id, as a person reads them."""

_LONGEST = 300
_COUNTED = 20_000
_BESIDE = 30
"""Cells for what was done before the last."""
_KEY_LOOK = "link"
_HINT = 3
"""The pieces of a hint."""
_SOURCES = {
    DateSource.OPTION: "set by you",
    DateSource.METADATA: "from its metadata",
    DateSource.TEXT: "stated in the text",
    DateSource.FILE: "from the file name",
}


def whereabouts(reading: Reading, key: KeyName) -> Pieces:
    """What the middle of the header says."""
    if reading.search is None and reading.focus is None:
        return _under_caret(reading, key)
    pieces, walks = _search(reading) if reading.step.searched_last else _focus(reading)
    if reading.search is not None and reading.focus is not None:
        beside = _focus if reading.step.searched_last else _search
        pieces = [*pieces, ("  ", ""), *_dimmed(beside(reading)[0])]
    return [
        *pieces,
        *(_hint(key("app.next"), "next") if walks else []),
        *_hint(key("app.back"), "back"),
    ]


def _dimmed(pieces: Pieces) -> Pieces:
    """What was done before that still holds, cut to a few words."""
    return [(words, "dim") for words, _ in cut(pieces, _BESIDE)]


def _focus(reading: Reading) -> tuple[Pieces, bool]:
    """What is in focus, and whether there is a next of it."""
    match reading.focus:
        case EntityFocus(name):
            return _entity_focus(reading, reading.index.entities[name]), True
        case QuoteFocus(name):
            return _quote(reading, reading.index.quotes[name]), False
        case EventFocus(name):
            return _event(reading, reading.index.events[name]), False
        case NoteFocus(name):
            return _note(reading.index.notes_by_id[name]), False
        case Passage() | PairFocus() | PeriodFocus() as focus:
            return _stretch(reading, focus), False
    return [], False


def _stretch(reading: Reading, focus: Passage | PairFocus | PeriodFocus) -> Pieces:
    """A selection, a pair of entities or a stretch of days."""
    if isinstance(focus, Passage):
        return [(f"{_size(reading.article.text, focus.start, focus.end)} selected", "strong")]
    if isinstance(focus, PeriodFocus):
        begins, ends = focus.first.isoformat(), focus.last.isoformat()
        return [(begins if begins == ends else f"{begins} to {ends}", "time strong")]
    first, second = (reading.index.entities[name] for name in (focus.first, focus.second))
    return [*_entity(first), (" with ", "dim"), *_entity(second)]


def _note(note: Note) -> Pieces:
    """What a person wrote, else the colour of a highlight."""
    words = one_line(note.text[:_LONGEST]) or f"highlight, {note.colour or 'note'}"
    return [("your note: " if note.text else "your ", "dim"), (words, "strong")]


def _size(text: str, start: int, end: int) -> str:
    """The words of a passage; of a long one, which grows under the mouse, only about."""
    if end - start > _COUNTED:
        return f"about {text.count(' ', start, end):,} words"
    words = len(text[start:end].split())
    return "1 word" if words == 1 else f"{words:,} words"


def _hint(key: str, does: str) -> Pieces:
    return [(" · ", "dim"), (key, _KEY_LOOK), (f" {does}", "dim")] if key else []


def shortened(pieces: Pieces, cells: int) -> Pieces:
    """As many of the hints at the end as fit into so many cells, then as many words."""
    kept = list(pieces)
    while width_of(kept) > cells and len(kept) > _HINT and kept[-2][1] == _KEY_LOOK:
        del kept[-_HINT:]
    return cut(kept, cells)


def _search(reading: Reading) -> tuple[Pieces, bool]:
    """What is searched for, and whether there is a hit."""
    search = reading.search
    assert search is not None
    query = one_line(search.query[:_LONGEST])
    if not search:
        return [(f"“{query}” is not in the article", "error")], False
    if not search.is_complete:
        known = f"{len(search):,} and more …" if search.starts else "looking …"
        return [(f"“{query}”", "strong"), (f" · {known}", "dim")], True
    here = search.at(reading.caret)
    count = f"hit {here + 1:,} of {len(search):,}" if here is not None else f"{len(search):,} hits"
    return [(f"“{query}”", "strong"), (f" · {count}", "")], True


def _entity_focus(reading: Reading, entity: Entity) -> Pieces:
    number, count = reading.mention_number(), len(entity.mentions)
    where = f"mention {number:,} of {count:,}" if number else f"{count:,} mentions"
    return [*_entity(entity), (f" · {where}", "")]


def _under_caret(reading: Reading, key: KeyName) -> Pieces:
    """The most telling annotation under the caret, and the key that looks at it."""
    found = next(iter(reading.under_caret()), None)
    look = _hint(key("article.focus"), "focus")
    match found:
        case Entity():
            return [*_entity(found), (f" · {found.kind}", "dim"), *look]
        case TimeExpression():
            return _time(reading, found)
        case Quote():
            return [*_quote(reading, found), *look]
        case Event():
            return [*_event(reading, found), *look]
        case _:
            section = section_at(reading.article, reading.caret)
            return [(one_line(section), "dim")] if section else []


def _entity(entity: Entity) -> Pieces:
    sign = glyphs().kinds[entity.kind]
    return [(f"{sign} {one_line(entity.name[:_LONGEST])}", f"strong {entity.kind}")]


def _time(reading: Reading, time: TimeExpression) -> Pieces:
    words = one_line(reading.article.text[time.start : min(time.end, time.start + _LONGEST)])
    return [(words, "time"), (f" · {_days(time) or time.value}", "dim")]


def _days(time: TimeExpression) -> str:
    """The first and last day, as few words as tell them."""
    if time.earliest is None or time.latest is None:
        return ""
    if time.earliest == time.latest:
        return time.earliest.isoformat()
    return f"{time.earliest.isoformat()} to {time.latest.isoformat()}"


def _quote(reading: Reading, quote: Quote) -> Pieces:
    speaker = reading.index.entities.get(quote.speaker or "")
    if speaker is not None:
        return [(f"{quote.kind} quote by ", "quote"), *_entity(speaker)]
    if quote.source is not None:
        start, end = quote.source.start, min(quote.source.end, quote.source.start + _LONGEST)
        return [(f"{quote.kind} quote by {one_line(reading.article.text[start:end])}", "quote")]
    return [(f"{quote.kind} quote, speaker unknown", "quote")]


def _event(reading: Reading, event: Event) -> Pieces:
    time = reading.index.times.get(event.time or "")
    when: Pieces = []
    if time is not None:
        words = one_line(reading.article.text[time.start : min(time.end, time.start + _LONGEST)])
        when = [(words, "time"), (" · ", "dim")]
    return [*when, (one_line(event.headline[:_LONGEST]), "")]


def date_line(reading: Reading, key: KeyName) -> Pieces:
    """The publication date and where it comes from, or how to set it."""
    article = reading.article
    if article.published is None and article.guessed is not None:
        day = article.guessed.isoformat()
        return [(f"perhaps {day}", "dim"), *_hint(key("app.date"), "confirms it")]
    if article.published is None:
        return [("no publication date", "dim"), *_hint(key("app.date"), "sets it")]
    source = _SOURCES.get(article.date_source, "")
    pieces = [(article.published.isoformat(), "")]
    return [*pieces, (f" {source}", "dim")] if source else pieces
