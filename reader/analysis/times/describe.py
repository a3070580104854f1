"""Dates in words, for reasons."""

from __future__ import annotations

from datetime import date

from ..knowledge.time_words import words


def describe(day: date) -> str:
    """A day in full: Friday 22 March 2013."""
    return f"{weekday_name(day.isoweekday())} {day.day} {month_name(day.month)} {day.year}"


def weekday_name(number: int) -> str:
    """The name of a weekday, 1 is Monday."""
    return _name("weekdays", number)


def month_name(number: int) -> str:
    """The name of a month, 1 is January."""
    return _name("months", number)


def ordinal_name(number: int) -> str:
    """The word for a place in a row, 1 to 31: first."""
    return next(word for word, value in words("ordinals").items() if value == number)


def _name(listed: str, number: int) -> str:
    return next(word for word, value in words(listed).items() if value == number).capitalize()
