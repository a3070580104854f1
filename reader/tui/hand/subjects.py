"""What a person means: the row under the cursor, the selection, what the caret stands on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from ...analysis import Entity, Event, Mention, Note, Quote, TimeExpression
from ...reading import Passage, Reading
from ..article.motions import word_around
from ..lists.inspector import Inspector
from ..lists.pointed import list_with, pointed_at

if TYPE_CHECKING:
    from ..app import ReaderApp

Subject = Entity | Quote | TimeExpression | Event | Note | Passage


class Meant(Struct, frozen=True):
    """Something that can be corrected or noted, and the mention that was pointed at, if one was."""

    subject: Subject
    mention: Mention | None = None


def meant(app: ReaderApp) -> list[Meant]:
    """What a key is about, the most telling first; empty where there is nothing at all."""
    reading = app.reading
    pane = list_with(app.screen.focused)
    if isinstance(pane, Inspector):
        return [_with_mention(reading, one) for one in pane.subjects()]
    if pane is None:
        return _in_article(reading)
    found = pointed_at(pane)
    return [Meant(found)] if found is not None else []


def _in_article(reading: Reading) -> list[Meant]:
    if isinstance(reading.focus, Passage):
        return [Meant(reading.focus)]
    found = [_with_mention(reading, one) for one in reading.under_caret()]
    if reading.focused is not None and not found:
        found = [Meant(reading.focused)]
    start, end = word_around(reading.article.text, reading.caret)
    if start < end and not any(isinstance(one.subject, Entity) for one in found):
        found.append(Meant(Passage(start, end)))
    return found


def _with_mention(reading: Reading, subject: Subject) -> Meant:
    """With the mention that the caret stands on."""
    if not isinstance(subject, Entity):
        return Meant(subject)
    at = reading.caret
    inside = (mention for mention in subject.mentions if mention.start <= at < mention.end)
    return Meant(subject, next(inside, None))


def span_of(one: Meant) -> tuple[int, int]:
    """The passage that a note on something stands on."""
    subject = one.subject
    match subject:
        case Entity(mentions=mentions):
            place = one.mention or mentions[0]
            return place.start, place.end
        case Quote(content=content):
            return content[0].start, content[-1].end
        case _:
            return subject.start, subject.end


def named(reading: Reading, one: Meant) -> str:
    """What something is called in a heading."""
    text, subject = reading.article.text, one.subject
    match subject:
        case Entity(name=name):
            return name
        case Event(headline=headline):
            return headline
        case _:
            start, end = span_of(one)
            return text[start : min(end, start + 200)]
