"""When: time expressions recognised and resolved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ...article import Article
from ..parse.columns import Parse
from ..periods import Period, Unit, narrowed, of_three_months, of_year
from ..rules import phrase
from ..syntax.tense import Tense, tense_at
from ..types import TimeExpression, TimeType
from .context import Context, Resolved, dated
from .grammar import Hit
from .meanings import (
    Clock,
    Definite,
    Fixed,
    Meaning,
    Shift,
    Stated,
    Weekday,
    Within,
    Yearly,
)
from .modifiers import widened
from .neighbours import with_neighbours
from .resolution import resolve
from .rules import scanner
from .surroundings import Surroundings

__all__ = ["find"]

_REPORTED_LENGTHS = frozenset({"P6M", "P9M", "P1Y"})
_TO = re.compile(r"\s+(?:to|through|until|into)\s+|\s?[-–—]\s?")
_BETWEEN = re.compile(r"\bbetween\s+\Z", re.IGNORECASE)
_BETWEEN_REACH = 12
_AND = re.compile(r"\s+(?:and|or)\s+")
_LONG_AGO = 3  # years before publication
_FEWEST_YEARS = 4
_MOST_OF = 0.7
_IN_FRONT = 2  # tokens: "Back in 2008", "In early 2008"
# What a sentence about the results of a quarter or year speaks of.
_RESULTS = re.compile(
    r"[$£€¥#%]|\b(?:cents?|percent|(?:m|b|tr)illion|shares?|quarters?|periods?|earn\w*|profits?|sales|"
    r"revenues?|income|net|loss(?:es)?|results?|output|volume|orders?|shipments)\b",
    re.IGNORECASE,
)
_TRADED = re.compile(r"\s+(?:delivery|settlement)\b")
_BOUNDED = re.compile(
    r",?\s+(?:that\s+)?(?:ended|ending|ends|to|through)\b(?:\s+on)?", re.IGNORECASE
)

_APPOSED = re.compile(r",\s+(?:(?:just|only|barely|exactly|some|about|roughly)\s+)?")
_PART_OF_IT = re.compile(r",\s+(?:in|on)\s+")
_RELATIVE = re.compile(r"\s+(?!(?:and|or|but|to)\b)\w")

_NAMED = frozenset({"NOUN", "PROPN", "ADJ", "PART", "NUM"})  # the Thursday meeting
_UNTIL = re.compile(r"\b(?:until|till)\s+(?:the\s)?\Z", re.IGNORECASE)
_FIRST = re.compile(r"the\s+first\s", re.IGNORECASE)
_PARTS_OF_YEAR = frozenset({Unit.DAY, Unit.MONTH, Unit.QUARTER, Unit.SEASON})


def find(article: Article, parse: Parse) -> tuple[TimeExpression, ...]:
    """The time expressions of an article, in text order."""
    context = Context(article.published)
    found: list[TimeExpression] = []
    hits = with_neighbours(list(_hits(article, parse)), article.text, parse)
    context.history = _tells_history(hits, article.published)
    opened: Period | None = None
    latest: Period | None = None
    for number, hit in enumerate(hits, 1):
        following = hits[number] if number < len(hits) else None
        if not _in_one_sentence(parse, hits[number - 2 : number]):
            context.beside, context.of_story = None, False
        place = _placed(hit, following, article.text, parse, context)
        lasting = _lasting_from(article.text, hits[number - 2 : number], latest, parse)
        place.opened = opened or lasting
        place.ahead = _full_date_ahead(article.text, hit, following)
        again = _said_again(article.text, hits[number - 2], hit, latest) if latest else None
        resolved = again or resolve(hit.meaning, place)
        if lasting and not opened and _is_too_late(parse, hit, resolved, place):
            resolved = resolve(hit.meaning, replace(place, opened=None))
        opened = resolved.period if _opens_range(article.text, hit, following) else None
        found.append(_expression(number, hit, resolved))
        context.of_story = place.of_story
        latest = resolved.period
        _remember(context, hit, resolved)
        if _sets_year(parse, hit, latest):
            context.beside = latest
    return tuple(found)


def _tells_history(hits: list[Hit], published: date | None) -> bool:
    """Whether most of the years an article states lie long before its own.

    Weekdays, today, last week and the like are of its own time.
    """
    if published is None:
        return False
    stated = (_stated(hit.meaning) for hit in hits)
    years = [period.first.year for period in stated if period]
    before = sum(year < published.year - _LONG_AGO for year in years)
    of_its_own = sum(_is_of_these_days(hit.meaning) for hit in hits)
    return before >= _FEWEST_YEARS and before > _MOST_OF * (len(years) + of_its_own)


def _is_of_these_days(meaning: Meaning) -> bool:
    """Whether an expression is a weekday, or a day or week counted from publication."""
    day = meaning.day if isinstance(meaning, Clock) else meaning
    if not isinstance(day, Shift | Weekday) or day.anaphoric:
        return False
    return isinstance(day, Weekday) or day.unit in (Unit.DAY, Unit.WEEK)


def _stated(meaning: Meaning | None) -> Period | None:
    """The period that an expression names with its year, by itself or as the whole of a part."""
    if isinstance(meaning, Clock):
        return _stated(meaning.day)
    if isinstance(meaning, Within):
        return _stated(meaning.whole)
    return meaning.period if isinstance(meaning, Stated) else None


def _hits(article: Article, parse: Parse) -> Iterator[Hit]:
    """What the rules find and the filters let through."""
    text = article.text
    for block in article.blocks:
        floor = block.start
        for hit in scanner().scan(text, block.start, block.end):
            if _fits(hit, text, parse):
                yield widened(text, _without_verb(hit, parse), floor)
                floor = hit.end


def _fits(hit: Hit, text: str, parse: Parse) -> bool:
    """Whether what a rule found is a time where it stands."""
    fits = hit.rule.fits
    return fits is None or fits(Surroundings(hit.start, hit.end, text, parse))


def _without_verb(hit: Hit, parse: Parse) -> Hit:
    """A length without the verb before it: "the truce is to last 30 days"."""
    first, last = parse.tokens_in(hit.start, hit.end)
    if last - first < 2 or parse.lower[first] != "last" or not parse.tag[first].startswith("VB"):
        return hit
    amount = isinstance(hit.meaning, Fixed) and hit.meaning.type is TimeType.DURATION
    return replace(hit, start=parse.start[first + 1]) if amount else hit


def _in_one_sentence(parse: Parse, hits: list[Hit]) -> bool:
    """Whether an expression and the one before it stand in one sentence."""
    tokens = [parse.tokens_in(hit.start, hit.end)[0] for hit in hits]
    tokens = [min(token, len(parse) - 1) for token in tokens]
    return len({parse.sentence_of[token] for token in tokens if token >= 0}) == 1


def _opens_range(text: str, hit: Hit, following: Hit | None) -> bool:
    """Whether an expression and the next are the two ends of one stretch."""
    if following is None:
        return False
    between = _BETWEEN.search(text, max(0, hit.start - _BETWEEN_REACH), hit.start)
    if not (_AND if between else _TO).fullmatch(text, hit.end, following.start):
        return False
    if isinstance(_day(following), Weekday):
        return isinstance(_day(hit), Weekday)
    return isinstance(following.meaning, Yearly) and isinstance(hit.meaning, Yearly | Stated)


def _lasting_from(text: str, pair: list[Hit], before: Period | None, parse: Parse) -> Period | None:
    """The start of what lasts until an expression: it began on Monday and lasted until Friday."""
    if len(pair) < 2 or before is None or before.unit not in (Unit.DAY, Unit.MONTH):
        return None
    began, ended = pair
    day = _day(ended)
    fits = isinstance(day, Weekday | Yearly) and not day.direction and not isinstance(began, Fixed)
    until = _UNTIL.search(text, began.end, ended.start) is not None
    return before if fits and until and _in_one_sentence(parse, pair) else None


def _is_too_late(parse: Parse, hit: Hit, resolved: Resolved, place: Context) -> bool:
    """Whether what is told in the past would come after publication; not "was to last until"."""
    period, published = resolved.period, place.published
    if period is None or published is None or place.tense is not Tense.PAST:
        return False
    above = parse.ancestors(parse.tokens_in(hit.start, hit.end)[0])
    verb = next((token for token in above if parse.pos[token] in ("VERB", "AUX")), None)
    return period.first > published and verb is not None and parse.tag[verb] == "VBD"


def _full_date_ahead(text: str, hit: Hit, following: Hit | None) -> Period | None:
    """The date in full that a month or day without a year is joined to: August to October 2022."""
    if following is None or not isinstance(following.meaning, Stated):
        return None
    joined = any(join.fullmatch(text, hit.end, following.start) for join in (_TO, _AND))
    period = following.meaning.period
    return period if joined and period.unit in _PARTS_OF_YEAR else None


def _said_again(text: str, before: Hit, hit: Hit, period: Period) -> Resolved | None:
    """What `hit` means as another name for the period before it: in 2014, two years later.

    So it does as a part of it: two years later, in March.
    "The year" does so only where a clause says which: in 2010, the year the court ruled.
    """
    part = hit.meaning if isinstance(hit.meaning, Yearly) and not hit.meaning.direction else None
    if part and period.unit is Unit.YEAR and _PART_OF_IT.fullmatch(text, before.end, hit.start):
        return resolve(Within(part, Stated(period)), Context(None))
    if not _APPOSED.fullmatch(text, before.end, hit.start):
        return None
    counted = isinstance(hit.meaning, Shift) and hit.meaning.anaphoric and hit.meaning.count
    told = isinstance(hit.meaning, Definite) and hit.meaning.unit is period.unit
    if not counted and not (told and _RELATIVE.match(text, hit.end)):
        return None
    return dated(period, f"another name for {period.value}")


def _sets_year(parse: Parse, hit: Hit, period: Period | None) -> bool:
    """Whether a year stands in front of its sentence, as the setting for all of it."""
    if (
        period is None
        or period.unit is not Unit.YEAR
        or not isinstance(hit.meaning, Stated | Shift)
    ):
        return False
    first, _ = parse.tokens_in(hit.start, hit.end)
    return first < len(parse) and first - parse.sentence(parse.sentence_of[first])[0] <= _IN_FRONT


def _day(hit: Hit) -> Meaning | None:
    """What an expression means, of a time by the clock the day it is on."""
    return hit.meaning.day if isinstance(hit.meaning, Clock) else hit.meaning


def _placed(hit: Hit, following: Hit | None, text: str, parse: Parse, context: Context) -> Context:
    """The context of a hit: what went before, and the tense and the bound around it."""
    first, last = parse.tokens_in(hit.start, hit.end)
    if isinstance(hit.meaning, Fixed) or first >= last:
        bound = _last_day(hit, following, text, context)
        return replace(context, bound=bound, whole=_year_behind(hit, following, text, context))
    outside = (t for t in range(first, last) if not first <= parse.head[t] < last)
    place = replace(context, tense=tense_at(parse, next(outside, last - 1)))
    if _TRADED.match(text, hit.end):
        place.tense = None
    if isinstance(_day(hit), Weekday):
        place.of_story |= _is_of_story(parse, first, last)
        place.defined = parse.lower[last : last + 1] in (["before"], ["after"])
    if isinstance(hit.meaning, Shift) and hit.meaning.comparison:
        start, end = parse.span(*parse.sentence(parse.sentence_of[first]))
        place.compared = context.compared if _RESULTS.search(text, start, end) else None
    quarter = isinstance(hit.meaning, Yearly) and hit.meaning.quarter
    bounded = quarter or isinstance(hit.meaning, Definite)
    if bounded and _BOUNDED.match(text, hit.end):
        place.bounded = True
        place.bound = _last_day(hit, following, text, context)
    return place


def _is_of_story(parse: Parse, first: int, last: int) -> bool:
    """Whether "the" makes a weekday one of the days told of: won it on the Thursday."""
    the = first > 0 and parse.lower[first - 1] == "the" and last - first == 1
    return the and not (last < len(parse) and parse.pos[last] in _NAMED)


def _last_day(hit: Hit, following: Hit | None, text: str, context: Context) -> Period | None:
    """The end of a quarter or length where it is stated after it: ended Sept. 30."""
    bound = _BOUNDED.match(text, hit.end)
    if not bound or not following or following.start > bound.end() + 1:
        return None
    return resolve(following.meaning, replace(context, tense=Tense.PAST)).period


def _year_behind(hit: Hit, following: Hit | None, text: str, context: Context) -> Period | None:
    """The year of which a length is the first part: the first nine months of 2025."""
    if following is None or not _FIRST.match(text, hit.start):
        return None
    if text[hit.end : following.start].strip().lower() not in ("of", "in"):
        return None
    whole = resolve(following.meaning, replace(context, tense=Tense.PAST)).period
    return whole if whole and whole.unit is Unit.YEAR else None


def _remember(context: Context, hit: Hit, resolved: Resolved) -> None:
    """Let `context` know the period just mentioned."""
    period = resolved.period
    if period is not None and resolved.value == "P3M":
        period = of_three_months(period.last, None)
    elif period is None or resolved.type is TimeType.DURATION:
        if resolved.type is TimeType.DURATION and resolved.value in _REPORTED_LENGTHS:
            published = context.published
            context.compared = of_year(published.year) if published else None
        elif period is None and not isinstance(hit.meaning, Fixed):
            context.reference = context.day = None
        return
    if isinstance(hit.meaning, Shift) and hit.meaning.comparison:
        return
    context.reference = period
    if isinstance(hit.meaning, Stated | Within) and period.unit in (Unit.DAY, Unit.MONTH):
        context.beside = period
    if period.unit is Unit.DAY:
        context.day = period
    if period.unit is Unit.QUARTER and not _ahead(period, context.published):
        if context.quarter is None or period.first >= context.quarter.first:
            context.quarter = period
        context.compared = context.quarter


def _ahead(period: Period, published: date | None) -> bool:
    """Whether the period had not ended at publication."""
    return published is not None and period.last >= published


def _expression(number: int, hit: Hit, resolved: Resolved) -> TimeExpression:
    period = narrowed(resolved.period, hit.mod)
    return TimeExpression(
        id=f"T{number}",
        start=hit.start,
        end=hit.end,
        type=resolved.type,
        value=resolved.value,
        earliest=period.first if period else None,
        latest=period.last if period else None,
        mod=hit.mod,
        rule=phrase(hit.rule.id),
        rule_id=hit.rule.id,
        reason=resolved.reason,
    )
