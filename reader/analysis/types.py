"""What an analysis finds: one set of frozen types for every use.

The same definitions cross the process boundary, fill the cache, make the JSON export and
generate its published schema. Every `start` and `end` counts code points of the article's
text, end exclusive; ids are unique in their list and stable for the same analysis.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any

import msgspec

from ..article import Article, BlockKind, DateSource, Face, Origin, Sureness

SCHEMA_VERSION = 2


class _Annotation(msgspec.Struct, frozen=True, gc=False):
    """Base of all annotation types."""


class Span(_Annotation, frozen=True, gc=False):
    """A half-open range of code points in the article's text."""

    start: int
    end: int


class By(StrEnum):
    """Whose word an annotation is."""

    MACHINE = "machine"
    PERSON = "person"


class Kind(StrEnum):
    """What an entity is; `other` are things and concepts, `unknown` what nothing settles."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    GROUP = "group"
    EVENT = "event"
    WORK = "work"
    PRODUCT = "product"
    LAW = "law"
    FACILITY = "facility"
    LANGUAGE = "language"
    OTHER = "other"
    UNKNOWN = "unknown"


class Form(StrEnum):
    """How a mention names its entity: by name, by description or by pronoun."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


class Mention(_Annotation, frozen=True, gc=False):
    """One span that means an entity, and the rule that says so: in words, and by its id."""

    start: int
    end: int
    form: Form
    rule: str = ""
    rule_id: str = ""
    by: By = By.MACHINE


class Role(_Annotation, frozen=True, gc=False):
    """A span that says what an entity is ("a spokesperson for the ministry").

    `words` are a person's own, which the article does not have; the span is then the mention
    that they belong to.
    """

    start: int
    end: int
    rule: str = ""
    rule_id: str = ""
    by: By = By.MACHINE
    words: str | None = None


class Entity(_Annotation, frozen=True, gc=False, kw_only=True):
    """Someone or something in the article, with every span that means it.

    `name` is the best name in the article's own words. `mentions` are in text order.
    `roles` say what it is, the most telling first. `adjectives` are spans such as
    "French" that relate to a place or group without naming it.
    """

    id: str
    name: str
    kind: Kind
    mentions: tuple[Mention, ...]
    roles: tuple[Role, ...] = ()
    adjectives: tuple[Span, ...] = ()
    by: By = By.MACHINE


class Known(_Annotation, frozen=True, gc=False):
    """What a person has said of names in general: that they are one, and of which kind."""

    name: str
    names: tuple[str, ...] = ()
    kind: Kind | None = None


class QuoteKind(StrEnum):
    """Whether speech is given word for word, partly so, or retold."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Sense(StrEnum):
    """What a cue says about how words came out."""

    SPEECH = "speech"
    WRITING = "writing"
    THOUGHT = "thought"
    EVALUATION = "evaluation"


class Certainty(StrEnum):
    """How sure the analysis is of a quote's source."""

    SETTLED = "settled"
    LIKELY = "likely"
    UNKNOWN = "unknown"


class Polarity(StrEnum):
    """Whether something is reported as said or as not said ("declined to say whether ...")."""

    SAID = "said"
    NOT_SAID = "not_said"


class Quote(_Annotation, frozen=True, gc=False, kw_only=True):
    """Reported speech.

    `content` is what was said, in pieces where the reporting clause or a paragraph border
    interrupts it; quotation marks around a piece belong to it. `source` is the text that
    names who said it, `speaker` the id of the entity that text means, `description` the words
    for a speaker without a name. `rule` tells the signal that settled the source. `same_as` is
    the id of an earlier quote with the same words by the same speaker.
    """

    id: str
    kind: QuoteKind
    content: tuple[Span, ...]
    cue: Span | None = None
    source: Span | None = None
    speaker: str | None = None
    sense: Sense | None = None
    certainty: Certainty = Certainty.UNKNOWN
    rule: str = ""
    rule_id: str = ""
    polarity: Polarity = Polarity.SAID
    same_as: str | None = None
    description: str | None = None
    by: By = By.MACHINE


class TimeType(StrEnum):
    """The TIMEX3 types of time expressions."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class TimeExpression(_Annotation, frozen=True, gc=False, kw_only=True):
    """A temporal expression with its TIMEX3 type and value.

    `earliest` and `latest` are the first and last day it can mean, both None where it means
    no stretch of the calendar or nothing resolves it. `mod` is TIMEX3's modifier (START, MID,
    END, APPROX, MORE_THAN ...). `reason` tells in a phrase what the value was resolved from.
    """

    id: str
    start: int
    end: int
    type: TimeType
    value: str
    earliest: date | None = None
    latest: date | None = None
    mod: str | None = None
    rule: str = ""
    rule_id: str = ""
    reason: str = ""
    by: By = By.MACHINE


class Bound(StrEnum):
    """How an event lies to its time: in it, open to one side, or across it."""

    AT = "at"
    SINCE = "since"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"
    RANGE = "range"


class Modality(StrEnum):
    """Whether the article says that an event happened."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    POSSIBLE = "possible"
    DENIED = "denied"
    REPORTED = "reported"


class Part(StrEnum):
    """Which part an entity has in an event."""

    SUBJECT = "subject"
    OBJECT = "object"
    OTHER = "other"


class Participant(_Annotation, frozen=True, gc=False):
    """An entity, by its id, and its part in an event."""

    entity: str
    part: Part


class Event(_Annotation, frozen=True, gc=False, kw_only=True):
    """A timeline entry: a clause, and when what it tells happened.

    `time` is the id of the expression that dates it, None for the news itself, which has the
    publication date. `start` and `end` span the clause of its first mention, `mentions` all
    of them. `earliest` and `latest` are the first and last day it can have happened on, open
    ends None. `minor` entries are not worth a line of a short list: dated by a length of time,
    a repetition or a word such as "now". `told` entries have no time of their own and belong to
    the publication day. `predicate` is the verb or noun that is the event; `entities` are the ids
    of the `participants`. `disagrees` are the ids of entries that tell the same event with
    another date, number or person.
    """

    id: str
    time: str | None
    start: int
    end: int
    headline: str
    entities: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()
    earliest: date | None = None
    latest: date | None = None
    bound: Bound = Bound.AT
    modality: Modality = Modality.ASSERTED
    minor: bool = False
    rule: str = ""
    rule_id: str = ""
    told: bool = False
    predicate: Span | None = None
    participants: tuple[Participant, ...] = ()
    disagrees: tuple[str, ...] = ()
    by: By = By.MACHINE


class Problem(_Annotation, frozen=True, gc=False):
    """A passage that lost its annotations, and why, in one sentence."""

    start: int
    end: int
    message: str


class Annotations(_Annotation, frozen=True, gc=False, kw_only=True):
    """All that is found in one article, each list in text order.

    The timeline is in order of time: earliest first, undated entries last in text order.
    """

    entities: tuple[Entity, ...] = ()
    quotes: tuple[Quote, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    timeline: tuple[Event, ...] = ()
    problems: tuple[Problem, ...] = ()


class Colour(StrEnum):
    """The colours of highlights."""

    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    RED = "red"


class Note(_Annotation, frozen=True, gc=False, kw_only=True):
    """A person's highlight or note on a passage. Without a colour it is a note alone."""

    id: str
    start: int
    end: int
    colour: Colour | None = None
    text: str = ""
    tags: tuple[str, ...] = ()
    created: datetime | None = None
    modified: datetime | None = None
    by: By = By.PERSON


class PlacedBlock(_Annotation, frozen=True, gc=False):
    """A block of the article: its code points and what it is to the eye."""

    start: int
    end: int
    kind: BlockKind


class PlacedOrigin(_Annotation, frozen=True, gc=False):
    """Where a stretch of the text stands in the decoded source: `page` from 1, `anchor` an id."""

    start: int
    end: int
    source_start: int
    source_end: int
    page: int | None = None
    anchor: str | None = None


class PlacedLink(_Annotation, frozen=True, gc=False):
    """A stretch of the text that leads to an address."""

    start: int
    end: int
    url: str


class PlacedEmphasis(_Annotation, frozen=True, gc=False):
    """A stretch of the text that its source sets in italics or in bold."""

    start: int
    end: int
    face: Face


class Document(_Annotation, frozen=True, gc=False, kw_only=True):
    """The article an export is about; a date whose `date_certainty` is `guessed` is not used."""

    source: str | None
    title: str | None
    byline: str | None = None
    url: str | None = None
    text: str
    language: str = "en"
    date: date | None
    date_source: DateSource
    date_certainty: Sureness | None = None
    blocks: tuple[PlacedBlock, ...] = ()
    origin: tuple[PlacedOrigin, ...] = ()
    links: tuple[PlacedLink, ...] = ()
    emphasis: tuple[PlacedEmphasis, ...] = ()

    @classmethod
    def of(cls, article: Article) -> Document:
        """What is known of an article before it is analysed."""
        origin = article.origin or (Origin(0, len(article.text), 0, len(article.text)),)
        return cls(
            source=article.source,
            title=article.title,
            byline=article.signed,
            url=article.url,
            text=article.text,
            date=article.published,
            date_source=article.date_source,
            date_certainty=article.sureness,
            blocks=tuple(PlacedBlock(*block) for block in article.blocks),
            origin=tuple(PlacedOrigin(*stretch) for stretch in origin),
            links=tuple(PlacedLink(*link) for link in article.links),
            emphasis=tuple(PlacedEmphasis(*stretch) for stretch in article.emphasis),
        )


class Analysis(Annotations, frozen=True, gc=False, kw_only=True):
    """An article and all that is found in it: exactly the JSON export, schema 2."""

    schema: int = SCHEMA_VERSION
    document: Document
    notes: tuple[Note, ...] = ()

    @classmethod
    def of(
        cls, article: Article, annotations: Annotations, notes: tuple[Note, ...] = ()
    ) -> Analysis:
        """The analysis of `article` that holds `annotations` and a person's notes."""
        found = {name: getattr(annotations, name) for name in Annotations.__struct_fields__}
        return cls(document=Document.of(article), notes=notes, **found)

    def to_dict(self) -> dict[str, Any]:
        """The export as plain Python data: what its JSON reads back as."""
        made: dict[str, Any] = _with_lists(msgspec.to_builtins(self))
        return {"schema": made.pop("schema"), "document": made.pop("document"), **made}


def _with_lists(value: Any) -> Any:
    """Plain data with its tuples as lists, the only sequences of JSON."""
    if isinstance(value, dict):
        return {key: _with_lists(inner) for key, inner in value.items()}
    if isinstance(value, tuple | list):
        return [_with_lists(inner) for inner in value]
    return value
