"""Annotations as plain sentences: every sign is said in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..analysis import By, Entity, Event, Modality, Note, Quote
from ..article import Article, Block, BlockKind
from ..reading import EntityRow, EventRow, QuoteRow, Reading
from ..tui.glyphs import glyphs
from ..tui.harmless import one_line
from ..tui.line import Heading
from ..tui.lists.dates import day, fitting, of_event
from ..tui.lists.facts import facts_of
from ..tui.lists.phrases import phrase
from ..tui.speakers import speaker_of

_LONGEST_ROW = 300
_LONGEST_DATE = 60
_LONGEST_PASSAGE = 80
_SAID = {
    BlockKind.TITLE: "Title",
    BlockKind.HEADING: "Heading",
    BlockKind.BYLINE: "By",
    BlockKind.LIST_ITEM: "Item",
    BlockKind.QUOTE: "Block quote",
    BlockKind.CAPTION: "Caption",
    BlockKind.FOOTNOTE: "Footnote",
    BlockKind.TABLE: "Table",
    BlockKind.SPEAKER: "Speaker",
    BlockKind.QUESTION: "Question",
    BlockKind.ANSWER: "Answer",
}


def block(article: Article, shown: Block) -> str:
    """A block of the article on one line, after what it is if that is no paragraph."""
    words = one_line(" ".join(article.text[shown.start : shown.end].split()))
    kind = _SAID.get(shown.kind, "")
    if words.lower().startswith(f"{kind.lower()} "):  # as a byline that says By itself
        kind = ""
    return f"{kind}: {words}" if kind else words


def entity(row: EntityRow) -> str:
    """An entity on one line: name, kind, how often it is mentioned."""
    times = "once" if row.count == 1 else f"{row.count} times"
    return f"{one_line(row.entity.name)}, {row.entity.kind}, mentioned {times}{_yours(row.entity)}"


def speaker(reading: Reading, quote: Quote) -> str:
    """Who said something, as the article settles it."""
    return speaker_of(reading, quote) or "Somebody unknown"


def quote(reading: Reading, row: QuoteRow, most: int = _LONGEST_ROW) -> str:
    """A quote on one line: who, by which verb, and the words."""
    text, said = reading.article.text, row.quote
    words = " ... ".join(one_line(" ".join(text[at.start : at.end].split())) for at in said.content)
    cue = one_line(text[said.cue.start : said.cue.end]) if said.cue else "said"
    words = words if len(words) <= most else f"{words[:most].rstrip()} ..."
    return f"{speaker(reading, said)}, {cue}, {said.kind}{_yours(said)}: {words}"


def event(row: EventRow) -> str:
    """An entry of the timeline on one line: when, and what."""
    told = row.event
    when = fitting(of_event(told, row.time), _LONGEST_DATE)
    bound = phrase("bound", told.bound) if told.bound.value not in {"at", "range"} else ""
    sure = "" if told.modality is Modality.ASSERTED else told.modality.value
    notes = ", ".join(note for note in (when or "no date", bound, sure) if note)
    return f"{notes}{_yours(told)}: {one_line(told.headline)}"


def note(reading: Reading, row: Note, most: int = _LONGEST_ROW) -> str:
    """A note or highlight on one line: its colour, the words it stands on, its text and tags."""
    words = " ".join(reading.article.text[row.start : row.end].split())
    words = words if len(words) <= _LONGEST_PASSAGE else f"{words[:_LONGEST_PASSAGE].rstrip()} ..."
    sort = "note" if row.colour is None else f"{row.colour} highlight"
    text = f": {one_line(' '.join(row.text.split()))[:most]}" if row.text else ""
    tags = f" (tags: {one_line(', '.join(row.tags))})" if row.tags else ""
    return f"{sort} on “{one_line(words)}”{text}{tags}"


def _yours(annotation: Entity | Quote | Event) -> str:
    return ", corrected by you" if annotation.by is By.PERSON else ""


def dating(article: Article) -> str:
    """When the article was published, as far as that is known."""
    if article.published is None:
        return "No publication date is known."
    return f"Published {day(article.published)}."


def places(annotation: Entity | Quote | Event | Note) -> list[int]:
    """Where in the article an annotation stands, in code points."""
    if isinstance(annotation, Entity):
        return [mention.start for mention in annotation.mentions]
    if isinstance(annotation, Quote):
        return [annotation.content[0].start]
    return [annotation.start]


def reasons(reading: Reading, annotation: Entity | Quote | Event | Note) -> Iterator[str]:
    """What is known of an annotation and why, a line each."""
    if isinstance(annotation, Note):
        yield note(reading, annotation)
        return
    told: set[str] = set()
    for row in facts_of(reading, annotation, annotation.id):
        words, label = "".join(piece.text for piece in row.pieces), ""
        if not isinstance(row, Heading):
            label = row.label
            if row.context is not None:
                words = f"{row.context[0]}{words}{row.context[1]}"
                label = f"paragraph {reading.article.numbering.paragraph(row.goes_to or 0)}"
        words = " ".join(words.split())
        line = _without_signs(f"{label}: {words}" if label else words)
        if line not in told:  # a sentence that has several mentions is told once
            told.add(line)
            yield line


def _without_signs(words: str) -> str:
    """The words without the signs of kinds, which a voice would read out as shapes."""
    signs = re.escape("".join({*glyphs().kinds.values()} - {"?"}))
    return re.sub(rf"[{signs}] (?=\S)", "", words)
