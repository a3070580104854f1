"""Days of the week, today and its neighbours, times and parts of the day."""

from __future__ import annotations

import re
from re import Match

from ...knowledge.time_words import look_up, number, ordinal
from ...periods import Unit, of_year
from ...types import TimeType
from ..filters import (
    is_outside_name,
    is_part_of_day,
    is_part_of_weekday,
    is_time_of_day,
    is_weekday,
)
from ..grammar import RuleSet
from ..meanings import (
    Clock,
    Direction,
    Fixed,
    Meaning,
    Shift,
    Stated,
    Weekday,
    Within,
    Yearly,
    any_direction,
)

RULES = RuleSet()

_HOURS = re.compile(r"(\d\d?)(?:[:.]?(\d\d))?(?!\d)")
_SPOKEN = re.compile(r"(?<![\w-])([\w-]+)(?:\s+minutes)?\s+(past|to)\s+(\w+)\Z", re.IGNORECASE)
_FRACTIONS = {"half": 30, "quarter": 15}
_AFTERNOON = re.compile(r"p\.?\s?m", re.IGNORECASE)
_WHICH = r"(?P<which>last|past|previous|this|next|coming|this past|this coming)"
_CLOCK = (
    r"(?P<clock>{hour}(?:[:.]{minute})?_{meridiem}|{hour}:{minute}(?::{minute})?"
    r"|(?:{hour}|{cardinal}) o['’]clock|noon|midday|midnight)"
    r"(?:,? (?:{zone:zone}|\({zone:abroad}(?:_[+−-]\d\d?(?::?\d\d)?)?\)))?"
)
_DAY = (
    r"(?:(?P<date>{month}~{day}|{day} {month})(?:,? {year:year})?"
    r"|{weekday:weekday}(?:,? (?P<later>{month}~{day}|{day} {month}))?"
    r"|(?P<relative>today|yesterday|tomorrow|(?:this|that|the next|the same) day))"
)


@RULES.rule("weekday", "weekday", rf"(?:{_WHICH} )?{{weekday:day}}", fits=is_weekday)
def weekday(match: Match[str]) -> Meaning:
    """A day of the week."""
    return Weekday(look_up("weekdays", match["day"]), any_direction(match["which"]))


@RULES.rule("weekday-beside", "weekday", r"the (?P<which>previous|following|next) {weekday:day}")
def weekday_beside(match: Match[str]) -> Meaning:
    """A day of the week before or after the day last mentioned."""
    return Weekday(look_up("weekdays", match["day"]), any_direction(match["which"]), anaphoric=True)


@RULES.rule("weekday-of-week", "weekday", r"{weekday:day} (?:of )?(?P<which>last|this|next) week")
def weekday_of_week(match: Match[str]) -> Meaning:
    """A day of last, this or next week."""
    direction = any_direction(match["which"])
    return Weekday(look_up("weekdays", match["day"]), direction, week=direction and direction.value)


@RULES.rule(
    "weekday-a-week-away", "unit", r"a week (?P<side>from|ago|on)(?: on| last| next)? {weekday:day}"
)
@RULES.rule(
    "weekday-a-week-away",
    "weekday",
    r"{weekday:day} (?P<side>week)(?=_(?:[.,;:)]|\Z))",
    r"the {weekday:day} (?P<side>before last)",
)
def weekday_a_week_away(match: Match[str]) -> Meaning:
    """A day of the week and a week more: a week from Monday, the Monday before last."""
    side = match["side"].lower()
    back = side in ("ago", "before last")
    direction = None if side == "ago" else Direction.LAST if back else Direction.NEXT
    return Weekday(look_up("weekdays", match["day"]), direction, weeks=-1 if back else 1)


@RULES.rule(
    "part-of-weekday",
    "weekday",
    rf"(?:{_WHICH} )?{{weekday:day}}~{{daypart:part}}",
    fits=is_part_of_weekday,
)
def part_of_weekday(match: Match[str]) -> Meaning | None:
    """A part of a day of the week."""
    if match["part"].lower().endswith("s"):
        return None
    day = Weekday(look_up("weekdays", match["day"]), any_direction(match["which"]))
    return Clock(look_up("dayparts", match["part"]), day)


@RULES.rule(
    "every-weekday",
    "weekday",
    r"(?:every|each) (?:other )?{weekday:day}(?: {daypart:part})?",
    r"{weekdays:day}(?: {daypart:part})?",
    r"{weekday:day} {daypart:part}",
)
def every_weekday(match: Match[str]) -> Meaning:
    """A day of the week again and again."""
    part = look_up("dayparts", match["part"]) if match["part"] else ""
    return Fixed(f"XXXX-WXX-{look_up('weekdays', match['day'])}{part}", TimeType.SET)


@RULES.rule("relative-day", "today", r"(?P<day>today|yesterday|tomorrow)", fits=is_outside_name)
def relative_day(match: Match[str]) -> Meaning:
    """Today, yesterday, tomorrow."""
    return Shift(Unit.DAY, look_up("relative_days", match["day"]))


@RULES.rule("part-of-relative-day", "today", r"(?P<day>yesterday|tomorrow|today)~{daypart:part}")
def part_of_relative_day(match: Match[str]) -> Meaning:
    """A part of today, yesterday or tomorrow."""
    day = Shift(Unit.DAY, look_up("relative_days", match["day"]))
    return Clock(look_up("dayparts", match["part"]), day)


@RULES.rule("day-but-one", "today", r"the day (?P<side>before yesterday|after tomorrow)")
@RULES.rule("day-but-one", "unit", r"the day (?P<side>before yesterday|after tomorrow)")
def day_but_one(match: Match[str]) -> Meaning:
    """The day before yesterday or after tomorrow."""
    return Shift(Unit.DAY, -2 if match["side"].lower().startswith("before") else 2)


@RULES.rule("tonight", "today", r"(?:later )?tonight", fits=is_outside_name)
def tonight(match: Match[str]) -> Meaning:
    """The night of publication."""
    del match
    return Clock("TNI", Shift(Unit.DAY, 0))


@RULES.rule("part-of-this-day", "daypart", r"(?:earlier )?(?P<which>this|last) {daypart:part}")
@RULES.rule("part-of-this-day", "unit", r"(?P<which>last) {daypart:part}")
def part_of_this_day(match: Match[str]) -> Meaning:
    """A part of the day of publication, or last night."""
    last = match["which"].lower() == "last"
    return Clock(look_up("dayparts", match["part"]), Shift(Unit.DAY, -1 if last else 0))


@RULES.rule(
    "part-of-following-day",
    "daypart",
    r"(?:the (?P<which>next|following|previous|same)|that) {daypart:part}",
)
@RULES.rule(
    "part-of-following-day",
    "unit",
    r"(?:the (?P<which>next|following|previous|same)|that) {daypart:part}",
)
def part_of_following_day(match: Match[str]) -> Meaning:
    """A part of the day after, before or the same as the one last mentioned."""
    offset = {"previous": -1, "same": 0, "": 0}.get((match["which"] or "").lower(), 1)
    return Clock(look_up("dayparts", match["part"]), Shift(Unit.DAY, offset, anaphoric=True))


@RULES.rule(
    "part-of-day-beside",
    "daypart",
    r"the {daypart:part} (?P<side>before|after)(?=_(?:[.,;:!?)'\"”’]|\Z))",
)
def part_of_day_beside(match: Match[str]) -> Meaning:
    """A part of the day before or after the one last mentioned: the evening before."""
    back = match["side"].lower() == "before"
    return Clock(look_up("dayparts", match["part"]), Shift(Unit.DAY, -1 if back else 1, True))


@RULES.rule(
    "part-before-day",
    "daypart",
    rf"{{daypart:part}} (?:of |on )?{_DAY}",
    rf"the {{daypart:part}} of {_DAY}",
)
def part_before_day(match: Match[str]) -> Meaning | None:
    """A part of the day before the day itself: mid-afternoon yesterday."""
    day = _day_of(match.groupdict())
    return Clock(look_up("dayparts", match["part"]), day) if day else None


@RULES.rule(
    "part-of-day",
    "daypart",
    r"(?P<part>overnight|midday|noon|midnight|dawn|dusk|daybreak|sunset|mid-?(?:morning|afternoon))",
    r"the {daypart:part}",
    fits=is_part_of_day,
)
def part_of_day(match: Match[str]) -> Meaning:
    """A part of the day last mentioned."""
    return Clock(look_up("dayparts", match["part"]))


@RULES.rule(
    "edge-of-part-of-day", "daypart", r"(?:{led:edge}|the (?P<late>early|mid|late))~{daypart:part}"
)
def edge_of_part_of_day(match: Match[str]) -> tuple[Meaning, str] | None:
    """The early or late hours of a part of the day last mentioned: by late afternoon."""
    if match["part"].lower().endswith("s"):
        return None
    return Clock(look_up("dayparts", match["part"])), look_up(
        "edges", match["edge"] or match["late"]
    )


@RULES.rule("spoken-time-of-day", "spoken", r"{spoken:clock}(?: (?:in the|at) {daypart:part})?")
def spoken_time_of_day(match: Match[str]) -> Meaning | None:
    """A time as people say it: half past three, a quarter to nine."""
    said = _SPOKEN.search(match["clock"])
    minutes = _FRACTIONS.get(said[1].lower()) or number(said[1]) if said else None
    hour = number(said[3]) if said else None
    if not said or not minutes or not hour:
        return None
    total = int(hour) % 12 * 60 + int(minutes if said[2].lower() == "past" else -minutes)
    part = look_up("dayparts", match["part"]) if match["part"] else "TMO"
    total += 0 if part == "TMO" else 12 * 60
    return Clock(f"T{total // 60 % 24:02}:{total % 60:02}")


@RULES.rule(
    "time-of-day",
    "clock",
    rf"{_CLOCK} (?P<relative>this) {{daypart:part}}",
    rf"{_CLOCK} (?:in the|at) {{daypart:part}}",
    rf"{_CLOCK},?(?: on)? {_DAY}",
    r"(?P<clock>[0-2]\d[0-5]\d) {zone:zone}",
    _CLOCK,
    fits=is_time_of_day,
)
@RULES.rule(
    "time-of-day",
    "daypart",
    r"(?P<clock>{hour}(?::{minute})?) in the {daypart:part}",
    rf"{_CLOCK},?(?: on)? {_DAY}",
    _CLOCK,
    fits=is_time_of_day,
)
@RULES.rule(
    "time-of-day",
    "weekday",
    rf"(?:{_WHICH} )?{{weekday:weekday}},?(?: at)? {_CLOCK}",
    fits=is_time_of_day,
)
@RULES.rule(
    "time-of-day",
    "today",
    rf"(?P<relative>today|yesterday|tomorrow),?(?: at)? {_CLOCK}",
    fits=is_time_of_day,
)
def time_of_day(match: Match[str]) -> Meaning | None:
    """A time by the clock, with its day where one is named."""
    groups = match.groupdict()
    suffix = _clock_suffix(groups["clock"], groups.get("part"))
    return (
        Clock(suffix, _day_of(groups), groups.get("zone") or groups.get("abroad"))
        if suffix
        else None
    )


def _day_of(groups: dict[str, str | None]) -> Meaning | None:
    named = groups.get("date") or groups.get("later")
    if named:
        month, _, day = named.replace("-", " ").rpartition(" ")
        if not ordinal(day):
            day, _, month = named.partition(" ")
        found = Yearly(month=look_up("months", month), day=ordinal(day))
        year = groups.get("year")
        return Within(found, Stated(of_year(int(year)))) if year else found
    if weekday_name := groups.get("weekday"):
        return Weekday(look_up("weekdays", weekday_name), any_direction(groups.get("which")))
    if relative := groups.get("relative"):
        days = look_up("relative_days", relative)
        told = relative.lower().split()[0] in ("that", "the")  # of the story
        return Shift(Unit.DAY, days or int(" next " in f" {relative.lower()}"), anaphoric=told)
    return None


def _clock_suffix(text: str, part: str | None) -> str | None:
    fixed: str | None = look_up("dayparts", text)
    if fixed:
        return fixed
    hour_name = number(text.split(maxsplit=1)[0]) if text[0].isalpha() else None
    found = _HOURS.match(f"{hour_name:.0f}" if hour_name else text)
    if not found:
        return None
    hour, minute = int(found[1]), found[2] or "00"
    afternoon = _AFTERNOON.search(text) or (part and look_up("dayparts", part) != "TMO")
    if afternoon and hour < 12:
        hour += 12
    elif hour == 12 and not afternoon and "m" in text.lower():
        hour = 0
    return f"T{hour:02}:{minute}"
