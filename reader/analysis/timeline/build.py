"""From time expressions to the entries of the timeline."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from msgspec import structs

from ...article import ABOUT_THE_ARTICLE, Article, BlockKind
from ..knowledge.event_words import listed
from ..parse.columns import Parse
from ..resolve import Mentions
from ..rules import phrase
from ..syntax.clauses import Clauses
from ..syntax.event_nouns import is_event_noun
from ..types import (
    Bound,
    Entity,
    Event,
    Form,
    Modality,
    Quote,
    Span,
    TimeExpression,
)
from .anchors import Anchor, anchors
from .dated_clauses import telling, widened
from .distances import count_from_others
from .draft_events import Draft, drafts_of, merged
from .exclusive_dates import apart
from .headlines import Headlines
from .modality import foretold, modality_of
from .without_datelines import without_datelines

_TIMELESS = ABOUT_THE_ARTICLE | {BlockKind.DATELINE, BlockKind.TITLE}
_NEAREST = 4  # quotes may nest, so more than the last one to begin may be open


def build(
    article: Article,
    parse: Parse,
    times: tuple[TimeExpression, ...],
    entities: tuple[Entity, ...],
    quotes: tuple[Quote, ...],
) -> tuple[Event, ...]:
    """The events of an article, earliest first."""
    parse = without_datelines(article, parse)
    clauses = Clauses(parse)
    told = tuple(time for time in times if not _is_metadata(article, time))
    found = apart(parse, clauses, anchors(parse, clauses, told))
    found = widened(parse, clauses, found)
    drafts = merged(drafts_of(parse, clauses, found))
    count_from_others(parse, clauses, drafts)
    drafts += _news_itself(article, parse, clauses, drafts)
    writer = _Writer(parse, clauses, entities, found, quotes)
    told_of = writer.events(drafts, article.published)
    events = sorted(_without_repeats(told_of), key=_order)
    return tuple(structs.replace(event, id=f"V{n}") for n, event in enumerate(events, 1))


def _is_metadata(article: Article, time: TimeExpression) -> bool:
    """Whether a time belongs to the article's own data or its title, which the lead retells."""
    stated = article.date_span
    if stated and time.start < stated.end and stated.start < time.end:
        return True
    block = article.blocks[bisect_right(article.blocks, time.start, key=lambda b: b.start) - 1]
    return block.kind in _TIMELESS


def _news_itself(
    article: Article, parse: Parse, clauses: Clauses, drafts: list[Draft]
) -> list[Draft]:
    """The event of the first sentence, if nothing else dates it: it is what was published."""
    lead = next((b for b in article.blocks if b.kind is BlockKind.PARAGRAPH), None)
    if lead is None:
        return []
    first, last = parse.tokens_in(lead.start, lead.end)
    if first >= last:
        return []
    start, end = parse.sentence(parse.sentence_of[first])
    roots = [t for t in range(start, end) if parse.head[t] == t]
    root = next((t for t in roots if clauses.is_verbal(t)), start)
    dated = any(clauses.owner[draft.head] == root and not draft.minor for draft in drafts)
    if dated or not clauses.is_verbal(root) or clauses.subject(root) is None:
        return []
    day = article.published
    return [Draft(root, False, "news-itself", [], Bound.AT, (day, day))]


class _Writer:
    """Makes events of drafts."""

    def __init__(
        self,
        parse: Parse,
        clauses: Clauses,
        entities: tuple[Entity, ...],
        found: list[Anchor],
        quotes: tuple[Quote, ...],
    ) -> None:
        self._parse = parse
        self._clauses = clauses
        self._dated: frozenset[int] = frozenset()
        self._published: date | None = None
        timed = {
            token: anchor.time.type
            for anchor in found
            for token in range(anchor.first, anchor.last)
        }
        self._headlines = Headlines(parse, clauses, timed, _pronouns(parse, entities))
        self._said = sorted((p.start, p.end) for quote in quotes for p in quote.content)
        self._mentions = Mentions(entities)

    def events(self, drafts: list[Draft], published: date | None) -> list[Event]:
        """The entries that the drafts describe, without their ids."""
        self._published = published
        self._dated = frozenset(draft.head for draft in drafts if draft.dated)
        return [event for event in map(self._event, drafts) if event.headline]

    def _event(self, draft: Draft) -> Event:
        head = draft.head
        if draft.nominal:
            first, last = self._clauses.phrase(head, self._dated)
            headline = self._headlines.of_phrase(head)
        else:
            first, last = self._clauses.stretch(head, self._dated, draft.leading)
            headline = self._clause_headline(draft, first, last)
        start, end = self._parse.span(first, last)
        return Event(
            id="",
            time=draft.times[0].id if draft.times else None,
            start=start,
            end=end,
            headline=headline,
            entities=self._mentions.within(start, end),
            times=tuple(time.id for time in draft.times),
            mentions=(Span(start, end),),
            earliest=draft.days[0],
            latest=draft.days[1],
            bound=draft.bound,
            modality=self._modality(draft),
            minor=draft.minor or self._says_nothing(draft),
            rule=phrase(draft.rule),
            rule_id=draft.rule,
        )

    def _says_nothing(self, draft: Draft) -> bool:
        """Whether it only dates a thing: "a report published on Monday", "a 2013 study"."""
        head = draft.head
        noun = self._parse.head[head]
        if draft.nominal:
            return self._is_thing(head)
        if not self._clauses.is_bare_participle(head):
            return False
        is_subject = self._clauses.own_subject(self._parse.head[noun]) == noun
        return not is_subject and telling(self._parse, self._clauses, noun) is None

    def _is_thing(self, noun: int) -> bool:
        """Whether a noun within a clause names nothing that happens."""
        if not self._clauses.is_verbal(self._clauses.owner[noun]):
            return False
        named = is_event_noun(self._parse, noun) or self._parse.lemma[noun] in listed("results")
        return not named

    def _clause_headline(self, draft: Draft, first: int, last: int) -> str:
        head = draft.head
        if (above := self._headlines.of_part(head)) is not None:
            return above
        if self._clauses.is_bare_participle(head):
            verb = telling(self._parse, self._clauses, self._parse.head[head])
            if verb is not None:
                return self._headlines.of_clause(verb)
        if self._clauses.subject(head) is None:
            return self._headlines.of_words(first, last)
        return self._headlines.of_clause(head)

    def _modality(self, draft: Draft) -> Modality:
        place = self._parse.start[draft.head]
        last = bisect_right(self._said, (place, len(self._parse.source)))
        said = self._said[max(last - _NEAREST, 0) : last]
        quoted = any(start <= place < end for start, end in said)
        date = draft.head if draft.date is None or self._lies_behind(draft) else draft.date
        found = modality_of(self._parse, self._clauses, draft.head, date, quoted)
        certain = found in (Modality.ASSERTED, Modality.REPORTED)
        if certain and self._lies_ahead(draft):
            return Modality.PLANNED
        if self._lies_behind(draft) and foretold(self._parse, draft.head):
            return Modality.REPORTED if quoted else Modality.ASSERTED
        return found

    def _lies_behind(self, draft: Draft) -> bool:
        """Whether it has come by publication, so that it dates a promise and not its end."""
        last = draft.days[1]
        limits = draft.bound in (Bound.UNTIL, Bound.BEFORE)
        return bool(self._published and last and last < self._published and not limits)

    def _lies_ahead(self, draft: Draft) -> bool:
        """Whether all that dates it comes after publication, so that it can only be planned."""
        first = draft.days[0]
        return bool(self._published and first and first > self._published)


def _without_repeats(events: list[Event]) -> list[Event]:
    """The events with those told twice, under one date and headline, as one."""
    told: dict[tuple[str, date | None, date | None], list[Event]] = {}
    for event in events:
        told.setdefault((event.headline, event.earliest, event.latest), []).append(event)
    return [same[0] if len(same) == 1 else _as_one(same) for same in told.values()]


def _as_one(same: list[Event]) -> Event:
    """The first of several tellings, with the places, times and people of all."""
    return structs.replace(
        same[0],
        mentions=tuple(place for event in same for place in event.mentions),
        times=tuple(dict.fromkeys(time for event in same for time in event.times)),
        entities=tuple(dict.fromkeys(entity for event in same for entity in event.entities)),
    )


def _pronouns(parse: Parse, entities: tuple[Entity, ...]) -> dict[int, str]:
    """The name each personal or possessive pronoun stands for, by token."""
    names = {}
    for entity in entities:
        for mention in entity.mentions:
            if mention.form is Form.PRONOUN:
                first, last = parse.tokens_in(mention.start, mention.end)
                if last == first + 1 and parse.tag[first] in ("PRP", "PRP$"):
                    names[first] = entity.name
    return names


def _order(event: Event) -> tuple[bool, date, date, int]:
    """Earliest first, the undated last, in the order of the text where dates are the same."""
    start, end = event.earliest or event.latest, event.latest or event.earliest
    return start is None, start or date.max, end or date.max, event.start
