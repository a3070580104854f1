"""What is known of an annotation and why, as rows of an inspector."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...analysis import (
    By,
    Entity,
    Event,
    Form,
    Mention,
    Note,
    Polarity,
    Quote,
    Role,
    Span,
    TimeExpression,
)
from ...corrections import SAID
from ...reading import Annotation, Reading
from ...reading.origins import place_in_source
from ...reading.rivals import rivals
from ...reading.sentences import sentence_around
from ..glyphs import glyphs
from ..harmless import one_line
from ..legend import meaning_of
from ..line import Heading, Piece
from .dates import (
    day,
    fitting,
    long_day,
    of_event,
)
from .markers import marker
from .phrases import phrase
from .quoted_words import words_of

_MOST_PLACES = 5_000
_LONGEST = 20_000
_MOST_REASONS = 3
_CONTEXT = 200
"""Code points of a sentence that are looked at on each side of a mention."""
_YOUR_WORD = "your word"
_FORM_LOOKS = {Form.NAME: "strong", Form.NOMINAL: "underline", Form.PRONOUN: "italic"}


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing known. The label is empty where the fact before has the same.

    `goes_to` is the place in the text that tells it (code points). A short fact takes one
    line, however long it is. One with a `context` (the words before and after it in its
    sentence) is set in the middle of its line, so that such facts stand below each other.
    A filter finds the words in `found_by` as well.
    """

    ident: str
    label: str
    pieces: tuple[Piece, ...]
    goes_to: int | None = None
    short: bool = False
    context: tuple[str, str] | None = None
    found_by: str = ""


FactRow = Fact | Heading
_Spanned = Span | Mention | Role | TimeExpression


def facts_of(
    reading: Reading, annotation: Annotation, key: str, form: Form | None = None
) -> Iterator[FactRow]:
    """All that is known of an annotation; `key` sets its rows apart from those of others.

    With a `form` only mentions of that form are listed.
    """
    teller = _Teller(reading, key, form)
    match annotation:
        case Entity():
            yield from teller.entity(annotation)
        case Quote():
            yield from teller.quote(annotation)
        case TimeExpression():
            yield from teller.time(annotation)
        case Event():
            yield from teller.event(annotation)
        case Note():
            yield from teller.note(annotation)
    yield from teller.origin(_place_of(annotation))


def _place_of(annotation: Annotation) -> _Spanned | None:
    """The stretch of the text that an annotation is about first."""
    match annotation:
        case Entity():
            return annotation.mentions[0] if annotation.mentions else None
        case Quote():
            return annotation.content[0] if annotation.content else None
        case TimeExpression():
            return annotation
        case _:
            return Span(annotation.start, annotation.end)


class _Teller:
    """Tells what is known of one annotation."""

    def __init__(self, reading: Reading, key: str, form: Form | None) -> None:
        self._reading = reading
        self._article = reading.article
        self._form = form
        self._index = reading.index
        self._text = reading.article.text
        self._key = key
        self._number = 0
        self._label = ""

    def origin(self, place: _Spanned | None) -> Iterator[FactRow]:
        """Where the source has it, unless the source is the text."""
        found = place and place_in_source(self._article, place.start, place.end)
        if place is not None and found:
            yield self._fact("in source", (one_line(found), "dim"), goes_to=place.start)

    def entity(self, entity: Entity) -> Iterator[FactRow]:
        yield self._heading(entity.name, entity.kind, entity.kind)
        yield from self._corrected(entity)
        for role in entity.roles:
            if role.words is not None:
                yield self._fact("role", (one_line(role.words), ""))
            else:
                yield self._place("role", role, role.rule)
        for words, reasons in self._called(entity):
            shown = f" ×{reasons.total()} · {_told(reasons)}"
            yield self._fact("called", (words, ""), (shown, "dim"))
        related = Counter(self._words(place) for place in entity.adjectives)
        for words, count in related.most_common():
            yield self._fact("related", (words, ""), (f" ×{count}", "dim"))
        yield from self._concordance(entity)

    def _called(self, entity: Entity) -> Iterator[tuple[str, Counter[str]]]:
        """What the entity is called, most often first, with how often for each reason.

        Capitals tell something only in a name.
        """
        reasons: defaultdict[tuple[str, Form], Counter[str]] = defaultdict(Counter)
        shown: dict[tuple[str, Form], str] = {}
        for mention in entity.mentions:
            words = self._words(mention)
            key = (words if mention.form is Form.NAME else words.lower(), mention.form)
            is_yours = mention.by is By.PERSON
            why = _YOUR_WORD if is_yours else mention.rule or phrase("form", mention.form)
            reasons[key][why] += 1
            shown[key] = max(words, shown.get(key, ""))  # small letters come after capitals
        for key in sorted(reasons, key=lambda key: -reasons[key].total()):
            yield shown[key], reasons[key]

    def _concordance(self, entity: Entity) -> Iterator[FactRow]:
        """Each mention in its sentence, with its paragraph or page, under how many there are."""
        counts = Counter(mention.form for mention in entity.mentions)
        total = "1 mention" if len(entity.mentions) == 1 else f"{len(entity.mentions)} mentions"
        forms = ", ".join(f"{counts[f]} {phrase('forms', f)}" for f in Form if counts[f])
        only = f" · only {phrase('forms', self._form)}" if self._form else ""
        yield self._section(f"{total} · {forms}{only}" if len(counts) > 1 else total)
        numbering = self._article.numbering
        for number, mention in enumerate(entity.mentions[:_MOST_PLACES], 1):
            if self._form in (None, mention.form):
                yield self._mention(f"{number} {numbering.name(mention.start)}", mention)

    def _mention(self, label: str, mention: Mention) -> Fact:
        """A mention in its sentence; why it means the entity is told with what it is called."""
        start, end = sentence_around(self._text, mention.start, mention.end)
        before = _spaced(self._text[max(start, mention.start - _CONTEXT) : mention.start])
        behind = _spaced(self._text[mention.end : min(end, mention.end + _CONTEXT)])
        fact = self._fact(
            label, (self._words(mention), _FORM_LOOKS[mention.form]), goes_to=mention.start
        )
        form = phrase("form", mention.form)
        found_by = f"{before} {behind} {form} {mention.rule}"
        return replace(fact, short=True, context=(before, behind), found_by=found_by)

    def quote(self, quote: Quote) -> Iterator[FactRow]:
        yield self._heading("Quote", "quote", quote.kind)
        yield from self._corrected(quote)
        speaker = self._index.entities.get(quote.speaker or "")
        if speaker:
            yield self._fact("speaker", (one_line(speaker.name), speaker.kind))
        elif quote.description and quote.by is By.PERSON:
            yield self._fact("speaker", (one_line(quote.description), ""))
        elif quote.description:
            yield self._fact("speaker", (one_line(quote.description), "dim"))
        elif not quote.source:
            yield self._fact("speaker", ("unknown", "dim"))
        if quote.source:
            yield self._place("source", quote.source)
        if quote.cue:
            yield self._place("cue", quote.cue, phrase("sense", quote.sense) if quote.sense else "")
        yield from self._why(quote)
        if quote.polarity is Polarity.NOT_SAID:
            yield self._fact("status", (phrase("polarity", quote.polarity), ""))
        words = words_of(self._text, quote, _LONGEST)
        yield self._fact("words", *words, goes_to=quote.content[0].start)
        first = quote.same_as or quote.id
        for other in self._index.annotations.quotes:
            if other.id != quote.id and first in {other.id, other.same_as}:
                yield self._place("also", other.content[0])
        if quote.by is By.MACHINE:
            yield from self._rivals(quote)

    def _why(self, quote: Quote) -> Iterator[Fact]:
        """What settled the source; where a person did, what the analysis had said."""
        if quote.by is By.PERSON and quote.rule == SAID:
            machine = self._reading.machine
            before = next((one for one in machine.quotes if one.id == quote.id), None)
            if before is None:
                return
            names = (one.name for one in machine.entities if one.id == before.speaker)
            name = next(names, before.description) or "unknown"
            yield self._fact("before", (one_line(name), ""), (f" · {before.rule}", "dim"))
            return
        if quote.rule:
            yield self._fact("why", (quote.rule, ""))
        yield self._fact("certainty", (phrase("certainty", quote.certainty), ""))

    def _rivals(self, quote: Quote) -> Iterator[Fact]:
        """Who else stands near the words, and what spoke against each."""
        for rival in rivals(self._index, self._text, quote):
            name = f"{glyphs().kinds[rival.entity.kind]} {one_line(rival.entity.name)}"
            why = f" · {phrase('against', rival.against)}"
            yield self._fact("not by", (name, rival.entity.kind), (why, "dim"), goes_to=rival.place)

    def time(self, time: TimeExpression) -> Iterator[FactRow]:
        """The words and the steps from them to the days."""
        yield self._heading(self._words(time), "time", "time expression")
        yield from self._corrected(time)
        if time.rule and time.by is By.MACHINE:
            yield self._fact("read as", (one_line(time.rule), ""), goes_to=time.start)
        if time.reason and time.reason != time.rule and time.by is By.MACHINE:
            yield self._fact("because", (one_line(time.reason), ""))
        yield self._fact("TIMEX3", (time.type.value, ""), (f" {one_line(time.value)}", "time"))
        if time.mod:
            yield self._fact("modifier", (one_line(time.mod), ""))
        if time.earliest and time.latest:
            yield self._fact("means", (_days(time), ""), goes_to=time.start)
        else:
            yield self._fact("means", ("no calendar date", "dim"), goes_to=time.start)

    def event(self, event: Event) -> Iterator[FactRow]:
        yield self._heading(event.headline, "", "event")
        yield from self._corrected(event)
        time = self._index.times.get(event.time or "")
        when = fitting(of_event(event, time), 60)
        if when:
            yield self._fact("when", (when, "time"), (f" · {phrase('bound', event.bound)}", "dim"))
        sign = marker(event, self._article.published)
        yield self._fact("sign", (sign, "rail"), (f" {meaning_of(sign)}", "dim"))
        if event.told:
            yield self._fact(
                "", ("the article gives no date; the day of publication is used", "dim")
            )
        yield self._fact("status", (phrase("modality", event.modality), ""))
        for rival in event.disagrees:
            yield self._fact("otherwise", (one_line(self._index.events[rival].headline), ""))
        for name in event.entities:
            if name in self._index.entities:
                entity = self._index.entities[name]
                sign = f"{glyphs().kinds[entity.kind]} "
                yield self._fact("with", (sign + one_line(entity.name), entity.kind))
        for place in event.mentions or (Span(event.start, event.end),):
            yield self._place("clause", place)
        if event.rule:
            yield self._fact("found by", (one_line(event.rule), "dim"))
        dates = [t for name in dict.fromkeys((event.time, *event.times)) if (t := self._time(name))]
        for date in dates:
            yield self._place("dated by", date)
        for date in dates:
            yield from self.time(date)

    def _time(self, name: str | None) -> TimeExpression | None:
        return self._index.times.get(name or "")

    def note(self, note: Note) -> Iterator[FactRow]:
        yield self._heading("Highlight" if note.colour else "Note", "", "yours")
        if note.colour:
            yield self._fact("colour", (note.colour, f"mark-{note.colour}"))
        if note.text:
            yield self._fact("note", (one_line(note.text), ""))
        if note.tags:
            yield self._fact("tags", (one_line(", ".join(note.tags)), ""))
        yield self._fact("words", (self._words(Span(note.start, note.end)), ""), goes_to=note.start)
        if note.created:
            yield self._fact("made", (long_day(note.created.astimezone().date()), ""))

    def _corrected(self, annotation: Entity | Quote | TimeExpression | Event) -> Iterator[FactRow]:
        """Whose word it is, where it is not the analysis's."""
        if annotation.by is By.PERSON:
            yield self._fact("corrected", ("by you", "accent"))

    def _heading(self, name: str, look: str, kind: str) -> Heading:
        return Heading(
            (Piece(f" {one_line(name)}", f"{look} strong"), Piece(f"  {one_line(kind)}", "dim"))
        )

    def _section(self, name: str) -> Heading:
        return Heading((Piece(f" {name}", "dim"),))

    def _place(self, label: str, place: _Spanned, why: str = "") -> Fact:
        because = [(f" · {why}", "dim")] if why else []
        return self._fact(label, (self._words(place), ""), *because, goes_to=place.start)

    def _fact(
        self, label: str, *pieces: tuple[str, str] | Piece, goes_to: int | None = None
    ) -> Fact:
        self._number += 1
        label, self._label = "" if label == self._label else label, label
        shown = tuple(Piece(*piece) for piece in pieces)
        return Fact(f"{self._key}.{self._number}", label, shown, goes_to)

    def _words(self, place: _Spanned) -> str:
        return one_line(self._text[place.start : min(place.end, place.start + _LONGEST)])


def _spaced(words: str) -> str:
    """Words on one line with the blank at either end where they had one."""
    begins, ends = words[:1].isspace(), words[-1:].isspace()
    return f"{' ' * begins}{one_line(words).strip()}{' ' * ends}"


def _told(reasons: Counter[str]) -> str:
    """The commonest reasons; of several each with its count."""
    told = reasons.most_common(_MOST_REASONS)
    if len(told) == 1:
        return told[0][0]
    return ", ".join(f"{why} ({count})" for why, count in told)


def _days(time: TimeExpression) -> str:
    first, last = time.earliest, time.latest
    if not first or not last:
        return ""
    return long_day(first) if first == last else f"{day(first)} to {day(last)}"
