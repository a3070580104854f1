"""Readings made by hand, so that interface tests need neither model nor worker.

`harbour()` is a short article with every kind of annotation; `crowd(n)` has n entities, quotes
and events for tests about size. `Words` finds spans by the words they hold.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from reader.analysis import (
    Annotations,
    Bound,
    Certainty,
    Entity,
    Event,
    Form,
    Kind,
    Mention,
    Modality,
    Quote,
    QuoteKind,
    Role,
    Sense,
    Span,
    TimeExpression,
    TimeType,
)
from reader.article import Article
from reader.reading import Reading, Ready, Status

PUBLISHED = date(2024, 5, 3)

HARBOUR = """Ferry returns to Port Almar after two years

Mara Olsen, the harbour mistress of Port Almar, reopened the quay on Friday. “The boats are \
back, and they will stay,” Olsen said. She took over in March 2019.

Tor Vik, who runs the Almar Line, denied that the ferry had been sold. He told reporters that \
the company “has no plans” to raise fares before 2026.

“Nobody asked us,” a fisherman complained. The storm of 1991 destroyed the old quay, and from \
August to October 2022 divers cleared the wreck.

The Almar Line may buy a second ferry next year. Norwegian inspectors visit every spring, and \
repairs took several weeks, according to Vik.
"""


@dataclass(frozen=True)
class Words:
    """Finds spans in a text by the words they hold."""

    text: str

    def place(self, words: str, nth: int = 1) -> Span:
        """Where `words` stand for the nth time, counted from 1."""
        start = -1
        for _ in range(nth):
            start = self.text.index(words, start + 1)
        return Span(start, start + len(words))

    def mention(
        self, words: str, nth: int = 1, form: Form = Form.NAME, rule: str = "found by the model"
    ) -> Mention:
        """A mention at those words."""
        where = self.place(words, nth)
        return Mention(where.start, where.end, form, rule)

    def role(self, words: str, rule: str = "stands beside the name") -> Role:
        """A role at those words."""
        where = self.place(words)
        return Role(where.start, where.end, rule)

    def entity(
        self, name: str, kind: Kind, *mentions: Mention, roles: tuple[Role, ...] = ()
    ) -> Entity:
        """An entity with its mentions put in text order; its id is its name."""
        ordered = tuple(sorted(mentions, key=lambda mention: mention.start))
        return Entity(id=name, name=name, kind=kind, mentions=ordered, roles=roles)

    def time(
        self,
        ident: str,
        words: str,
        value: str,
        days: tuple[date, date] | None = None,
        *,
        kind: TimeType = TimeType.DATE,
        reason: str = "",
    ) -> TimeExpression:
        """A time expression at those words; `days` are its first and last."""
        where = self.place(words)
        earliest, latest = days or (None, None)
        return TimeExpression(
            id=ident,
            start=where.start,
            end=where.end,
            type=kind,
            value=value,
            earliest=earliest,
            latest=latest,
            reason=reason,
        )


def reading_of(
    text: str,
    annotations: Annotations | None = None,
    *,
    published: date | None = PUBLISHED,
    status: Status | None = None,
) -> Reading:
    """A reading of `text` in which `annotations` have arrived."""
    article = Article(text, source="harbour.txt").with_date(published)
    reading = Reading(article)
    reading.receive(annotations or Annotations(), status or Ready())
    return reading


def harbour() -> Reading:
    """A short article with every kind of quote, date and event, analysed."""
    return reading_of(HARBOUR, harbour_annotations())


def harbour_annotations() -> Annotations:
    """What is to be found in the text HARBOUR."""
    return Annotations(entities=_entities(), quotes=_quotes(), times=_times(), timeline=_timeline())


_IN = Words(HARBOUR)


def _entities() -> tuple[Entity, ...]:
    pronoun = Form.PRONOUN
    return (
        _IN.entity(
            "Port Almar", Kind.PLACE, _IN.mention("Port Almar"), _IN.mention("Port Almar", 2)
        ),
        _IN.entity(
            "Mara Olsen",
            Kind.PERSON,
            _IN.mention("Mara Olsen"),
            _IN.mention("the harbour mistress", 1, Form.NOMINAL, "stands beside the name"),
            _IN.mention("Olsen", 2, rule="the surname"),
            _IN.mention("She", 1, pronoun, "pronoun"),
            roles=(_IN.role("the harbour mistress of Port Almar"),),
        ),
        _IN.entity(
            "Tor Vik",
            Kind.PERSON,
            _IN.mention("Tor Vik"),
            _IN.mention("He", 1, pronoun, "pronoun"),
            _IN.mention("Vik", 2, rule="the surname"),
        ),
        _IN.entity(
            "Almar Line",
            Kind.ORGANIZATION,
            _IN.mention("Almar Line"),
            _IN.mention("the company", 1, Form.NOMINAL, "nominal"),
            _IN.mention("Almar Line", 2),
        ),
        _IN.entity("Norwegian", Kind.GROUP, _IN.mention("Norwegian")),
    )


def _quotes() -> tuple[Quote, ...]:
    place = _IN.place
    return (
        Quote(
            id="Q1",
            kind=QuoteKind.DIRECT,
            content=(place("“The boats are back, and they will stay,”"),),
            cue=place("said"),
            source=place("Olsen", 2),
            speaker="Mara Olsen",
            sense=Sense.SPEECH,
            certainty=Certainty.SETTLED,
            rule="clause-after",
        ),
        Quote(
            id="Q2",
            kind=QuoteKind.INDIRECT,
            content=(place("that the ferry had been sold"),),
            cue=place("denied"),
            source=place("Tor Vik"),
            speaker="Tor Vik",
            sense=Sense.SPEECH,
            certainty=Certainty.SETTLED,
            rule="clause-before",
        ),
        Quote(
            id="Q3",
            kind=QuoteKind.MIXED,
            content=(place("that the company “has no plans” to raise fares before 2026"),),
            cue=place("told"),
            source=place("He"),
            speaker="Tor Vik",
            sense=Sense.SPEECH,
            certainty=Certainty.LIKELY,
            rule="clause-before",
        ),
        Quote(
            id="Q4",
            kind=QuoteKind.DIRECT,
            content=(place("“Nobody asked us,”"),),
            cue=place("complained"),
            source=place("a fisherman"),
            sense=Sense.EVALUATION,
            certainty=Certainty.SETTLED,
            rule="clause-after",
        ),
        Quote(
            id="Q5",
            kind=QuoteKind.INDIRECT,
            content=(place("repairs took several weeks"),),
            cue=place("according to"),
            source=place("Vik", 2),
            speaker="Tor Vik",
            certainty=Certainty.LIKELY,
            rule="according-to",
        ),
    )


def _times() -> tuple[TimeExpression, ...]:
    friday = PUBLISHED
    return (
        _IN.time("T1", "Friday", "2024-05-03", (friday, friday), reason="the publication day"),
        _IN.time("T2", "March 2019", "2019-03", (date(2019, 3, 1), date(2019, 3, 31))),
        _IN.time("T3", "2026", "2026", (date(2026, 1, 1), date(2026, 12, 31))),
        _IN.time("T4", "1991", "1991", (date(1991, 1, 1), date(1991, 12, 31))),
        _IN.time("T5", "August", "2022-08", (date(2022, 8, 1), date(2022, 8, 31))),
        _IN.time("T6", "October 2022", "2022-10", (date(2022, 10, 1), date(2022, 10, 31))),
        _IN.time(
            "T7",
            "next year",
            "2025",
            (date(2025, 1, 1), date(2025, 12, 31)),
            reason="the year after publication, 2024",
        ),
        _IN.time("T8", "every spring", "XXXX-SP", kind=TimeType.SET),
        _IN.time("T9", "several weeks", "PXW", kind=TimeType.DURATION),
    )


def _event(
    ident: str,
    words: str,
    headline: str,
    *,
    time: str | None = None,
    days: tuple[date | None, date | None] = (None, None),
    entities: Iterable[str] = (),
    bound: Bound = Bound.AT,
    modality: Modality = Modality.ASSERTED,
    times: tuple[str, ...] = (),
    minor: bool = False,
) -> Event:
    where = _IN.place(words)
    return Event(
        id=ident,
        time=time,
        start=where.start,
        end=where.end,
        headline=headline,
        entities=tuple(entities),
        times=times or ((time,) if time else ()),
        mentions=(where,),
        earliest=days[0],
        latest=days[1],
        bound=bound,
        modality=modality,
        minor=minor,
    )


def _timeline() -> tuple[Event, ...]:
    return (
        _event(
            "V1",
            "The storm of 1991 destroyed the old quay",
            "storm destroyed the old quay",
            time="T4",
            days=(date(1991, 1, 1), date(1991, 12, 31)),
        ),
        _event(
            "V2",
            "She took over in March 2019",
            "Mara Olsen took over",
            time="T2",
            days=(date(2019, 3, 1), date(2019, 3, 31)),
            entities=["Mara Olsen"],
        ),
        _event(
            "V3",
            "from August to October 2022 divers cleared the wreck",
            "divers cleared the wreck",
            time="T5",
            times=("T5", "T6"),
            days=(date(2022, 8, 1), date(2022, 10, 31)),
            bound=Bound.RANGE,
        ),
        _event(
            "V4",
            "Ferry returns to Port Almar after two years",
            "Ferry returns to Port Almar",
            days=(PUBLISHED, PUBLISHED),
            entities=["Port Almar"],
        ),
        _event(
            "V5",
            "Mara Olsen, the harbour mistress of Port Almar, reopened the quay on Friday",
            "Mara Olsen reopened the quay",
            time="T1",
            days=(PUBLISHED, PUBLISHED),
            entities=["Mara Olsen", "Port Almar"],
        ),
        _event(
            "V6",
            "The Almar Line may buy a second ferry next year",
            "Almar Line may buy a second ferry",
            time="T7",
            days=(date(2025, 1, 1), date(2025, 12, 31)),
            entities=["Almar Line"],
            modality=Modality.POSSIBLE,
        ),
        _event(
            "V7",
            "the company “has no plans” to raise fares before 2026",
            "company has no plans to raise fares",
            time="T3",
            days=(None, date(2025, 12, 31)),
            entities=["Almar Line"],
            bound=Bound.BEFORE,
            modality=Modality.DENIED,
        ),
        _event(
            "V8",
            "Norwegian inspectors visit every spring",
            "Norwegian inspectors visit",
            time="T8",
            entities=["Norwegian"],
            minor=True,
        ),
        _event(
            "V9",
            "repairs took several weeks",
            "repairs took several weeks",
            time="T9",
            modality=Modality.REPORTED,
            minor=True,
        ),
    )


def crowd(count: int) -> Reading:
    """A reading with `count` entities, as many quotes and as many events."""
    pieces = [f"Person {number} said “word {number} of many”. " for number in range(count)]
    starts = [0]
    for piece in pieces:
        starts.append(starts[-1] + len(piece))
    kinds = list(Kind)
    entities, quotes, times, events = [], [], [], []
    for number, (start, piece) in enumerate(zip(starts, pieces, strict=False)):
        name = f"Person {number}"
        named = Span(start, start + len(name))
        words = Span(piece.index("“") + start, piece.index("”") + 1 + start)
        day = date(1900, 1, 1) + timedelta(days=number)
        mention = Mention(named.start, named.end, Form.NAME)
        kind = kinds[number % len(kinds)]
        entities.append(Entity(id=f"E{number}", name=name, kind=kind, mentions=(mention,)))
        quotes.append(
            Quote(
                id=f"Q{number}",
                kind=QuoteKind.DIRECT,
                content=(words,),
                cue=Span(named.end + 1, named.end + 5),
                source=named,
                speaker=f"E{number}",
                certainty=Certainty.SETTLED,
            )
        )
        times.append(
            TimeExpression(
                id=f"T{number}",
                start=words.start + 1,
                end=words.start + 5,
                type=TimeType.DATE,
                value=day.isoformat(),
                earliest=day,
                latest=day,
            )
        )
        events.append(
            Event(
                id=f"V{number}",
                time=f"T{number}",
                start=start,
                end=words.end,
                headline=f"Person {number} said",
                entities=(f"E{number}",),
                times=(f"T{number}",),
                earliest=day,
                latest=day,
            )
        )
    return reading_of(
        "".join(pieces),
        Annotations(
            entities=tuple(entities),
            quotes=tuple(quotes),
            times=tuple(times),
            timeline=tuple(events),
        ),
    )
