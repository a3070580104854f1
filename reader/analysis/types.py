"""What an analysis finds: one set of frozen types for every use.

The same definitions cross the process boundary, fill the cache, make the JSON export and
generate its published schema. Every `start` and `end` counts code points of the article's
text, end exclusive; ids are unique in their list and stable for the same analysis.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any

import msgspec

from ..article import Article, DateSource

SCHEMA_VERSION = 1


class _Annotation(msgspec.Struct, frozen=True, gc=False):
    """Base of all annotation types."""


class Span(_Annotation, frozen=True, gc=False):
    """A half-open range of code points in the article's text."""

    start: int
    end: int


class Kind(StrEnum):
    """What an entity is."""

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


class Form(StrEnum):
    """How a mention names its entity: by name, by description or by pronoun."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


class Mention(_Annotation, frozen=True, gc=False):
    """One span that means an entity, and the rule that says so."""

    start: int
    end: int
    form: Form
    rule: str = ""


class Role(_Annotation, frozen=True, gc=False):
    """A span that says what an entity is ("a spokesperson for the ministry")."""

    start: int
    end: int
    rule: str = ""


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


class Quote(_Annotation, frozen=True, gc=False, kw_only=True):
    """Reported speech.

    `content` is what was said, in pieces where the reporting clause or a paragraph border
    interrupts it; quotation marks around a piece belong to it. `source` is the text that
    names who said it, `speaker` the id of the entity that text means. `rule` names the
    signal that settled the source.
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
    reason: str = ""


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


class Event(_Annotation, frozen=True, gc=False, kw_only=True):
    """A timeline entry: a dated clause.

    `time` is the id of the expression that dates it, None for the news itself, which has the
    publication date. `start` and `end` span the clause of its first mention, `mentions` all
    of them. `earliest` and `latest` are the first and last day it can have happened on, open
    ends None. `minor` entries are not worth a line of a short list: dated by a length of time,
    a repetition or a word such as "now".
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


class Document(_Annotation, frozen=True, gc=False, kw_only=True):
    """The article an export is about."""

    source: str | None
    title: str | None
    text: str
    language: str = "en"
    date: date | None
    date_source: DateSource


class Analysis(Annotations, frozen=True, gc=False, kw_only=True):
    """An article and all that is found in it: exactly the JSON export, schema 1."""

    schema: int = SCHEMA_VERSION
    document: Document

    @classmethod
    def of(cls, article: Article, annotations: Annotations) -> Analysis:
        """The analysis of `article` that holds `annotations`."""
        document = Document(
            source=article.source,
            title=article.title,
            text=article.text,
            date=article.published,
            date_source=article.date_source,
        )
        found = {name: getattr(annotations, name) for name in Annotations.__struct_fields__}
        return cls(document=document, **found)

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
