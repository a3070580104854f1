"""Words with who said them and where they are from, as plain text and as Markdown."""

from __future__ import annotations

from ..analysis import Entity, Event, Note, Quote
from ..article import Article
from ..export.markdown import escaped
from ..reading import EntityRow, EventRow, Passage, QuoteRow, Reading
from ..reading.notes import NoteRow
from .copying import copied
from .glyphs import glyphs
from .harmless import one_line
from .lists.dates import long_day, of_event
from .speakers import speaker_of

Cited = Passage | Quote | Entity | Event | Note
"""What can be cited."""


def cited(row: object) -> Cited | None:
    """What a row of a list stands for, where that is part of the article."""
    match row:
        case EntityRow(entity=found) | QuoteRow(quote=found) | EventRow(event=found):
            return found
        case NoteRow(note=note):
            return note
    return None


def markdown(reading: Reading, subject: Cited) -> str:
    """A passage, quote, entity, event or note as Markdown, with where it is from."""
    match subject:
        case Quote():
            origin = _origin(reading, speaker_of(reading, subject))
            return _quotation(quote_words(reading, subject), origin)
        case Entity():
            return f"{_entity(reading, subject)}  \n  {_origin(reading)}"
        case Event():
            days = _days(reading, subject)
            dated = f"**{escaped(days)}**: " if days else ""
            return f"- {dated}{escaped(one_line(subject.headline))}  \n  {_origin(reading)}"
        case Note():
            words = _passage(reading, subject.start, subject.end)
            own = [f"\n{escaped(one_line(subject.text))}"] if subject.text else []
            return "\n".join([_quotation(words, _origin(reading)), *own])
    return _quotation(_passage(reading, subject.start, subject.end), _origin(reading))


def _entity(reading: Reading, entity: Entity) -> str:
    count, text = len(entity.mentions), reading.article.text
    times = "once" if count == 1 else f"{count:,} times"
    roles = dict.fromkeys(one_line(text[role.start : role.end]) for role in entity.roles)
    about = f": {escaped('; '.join(list(roles)[:2]))}" if roles else ""
    return f"- **{escaped(one_line(entity.name))}** ({entity.kind}, mentioned {times}){about}"


def citation(reading: Reading, quote: Quote) -> str:
    """A quote as plain text: its words, and on a second line who said so and where it is from."""
    article = reading.article
    published = long_day(article.published) if article.published else ""
    origin = (speaker_of(reading, quote) or "unknown", _title(article), published)
    said = ", ".join(one_line(part) for part in origin if part)
    return f"{quote_words(reading, quote)}\n— {said}"


def event_words(reading: Reading, event: Event) -> str:
    """An entry of the timeline as plain text."""
    days = _days(reading, event)
    return f"{days}: {one_line(event.headline)}" if days else one_line(event.headline)


def quote_words(reading: Reading, quote: Quote) -> str:
    """The words of a quote, its parts joined by an ellipsis."""
    pieces = (_passage(reading, piece.start, piece.end) for piece in quote.content)
    return f" {glyphs().ellipsis} ".join(pieces)


def _passage(reading: Reading, start: int, end: int) -> str:
    article = reading.article
    return copied(article.text, article.blocks, start, end)


def _quotation(words: str, origin: str) -> str:
    """Words as a block quote, paragraph by paragraph, and under it where they are from."""
    paragraphs = (f"> {escaped(part)}" for part in words.split("\n\n") if part.strip())
    return "\n>\n".join([*paragraphs, f"> {origin}"])


def _origin(reading: Reading, said_by: str = "") -> str:
    """Speaker, title with its address, source and date, as far as they are known."""
    article = reading.article
    parts = [f"**{escaped(said_by)}**"] if said_by else []
    title = escaped(one_line(_title(article)))
    if title:
        parts.append(f"[{title}](<{_address(article.url)}>)" if article.url else f"*{title}*")
    source = one_line(article.source or "")
    if source and source not in (_title(article), article.url):
        parts.append(escaped(source))
    if article.published is not None:
        parts.append(long_day(article.published))
    return f"— {', '.join(parts)}"


def _title(article: Article) -> str:
    return article.title or article.source or ""


def _address(url: str) -> str:
    """An address that cannot end the brackets around it."""
    return one_line(url).replace("<", "%3C").replace(">", "%3E").replace(" ", "%20")


def _days(reading: Reading, event: Event) -> str:
    """When it happened: its days, else the article's words for them."""
    time = reading.index.times.get(event.time or "")
    if known := of_event(event, time):
        return known[0]
    return one_line(reading.article.text[time.start : time.end]) if time else ""
