"""What reports of one event disagree about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from .tellings import Telling
from .types import Disagreement, Matter


def disagreements(told: Sequence[Telling]) -> Iterator[Disagreement]:
    """The disagreements between the reports of one event.

    An answer that most reports give is compared with each other one, once.
    """
    yield from _about_days(told)
    yield from _about_numbers(told)
    yield from _about_people(told)


def _about_days(told: Sequence[Telling]) -> Iterator[Disagreement]:
    """Only stated days are compared: an article's own day says no more than when it came out."""
    days = {
        place: telling.earliest.isoformat()
        for place, telling in enumerate(told)
        if telling.dated and telling.earliest is not None and telling.is_one_day
    }
    yield from _against_most(Matter.DATE, days, days)


def _about_numbers(told: Sequence[Telling]) -> Iterator[Disagreement]:
    """Only what each report counts once is compared: of two numbers nobody knows which is meant."""
    for unit in sorted({amount.unit for telling in told for amount in telling.amounts}):
        counts: dict[int, str] = {}
        for place, telling in enumerate(told):
            values = {amount.value for amount in telling.amounts if amount.unit == unit}
            if len(values) == 1:
                counts[place] = f"{values.pop():g}"
        words = {place: f"{value} {unit}" for place, value in counts.items()}
        yield from _against_most(Matter.NUMBER, counts, words)


def _about_people(told: Sequence[Telling]) -> Iterator[Disagreement]:
    for (place, one), (other_place, other) in combinations(enumerate(told), 2):
        if _is_other_person(one, other):
            words = one.headline, other.headline
            yield Disagreement(Matter.PERSON, place, other_place, words)
            return


def _against_most(
    matter: Matter, answers: dict[int, str], words: dict[int, str]
) -> Iterator[Disagreement]:
    """The most frequent answer, at its first place, against the first place of each other."""
    counts = Counter(answers.values())
    first = {answer: place for place, answer in reversed(answers.items())}
    if len(counts) > 1:
        most, *others = sorted(first, key=lambda answer: (-counts[answer], first[answer]))
        for other in others:
            one, two = first[most], first[other]
            yield Disagreement(matter, one, two, (words[one], words[two]))


def _is_other_person(one: Telling, other: Telling) -> bool:
    """Whether each names one person as who did the same, and not the same one."""
    if len(one.people) != 1 or len(other.people) != 1 or one.acts.isdisjoint(other.acts):
        return False
    beside = one.people[0] in other.members or other.people[0] in one.members
    return one.people != other.people and not beside
