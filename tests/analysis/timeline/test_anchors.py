"""What a date belongs to, where parsers leave it to be guessed."""

from __future__ import annotations

from datetime import date

import pytest

from reader import Analyzer
from reader.analysis.types import Bound

from .samples import dated, only


def spans(analyzer: Analyzer, text: str) -> list[str]:
    return [text[event.start : event.end] for event in dated(analyzer, text)]


def test_what_a_result_is_compared_with_is_an_entry(analyzer: Analyzer) -> None:
    text = "The mill lost $2 million in 2012, compared with a profit of $3 million in 2011."
    told = {event.headline: event.earliest for event in dated(analyzer, text)}
    assert told == {
        "A profit of $3 million": date(2011, 1, 1),
        "The mill lost $2 million": date(2012, 1, 1),
    }


def test_a_date_before_a_thing_dates_nothing_else(analyzer: Analyzer) -> None:
    event = only(analyzer, "Olsen paid $8 million for a 1968 Boeing.")
    assert event.headline == "A 1968 Boeing"
    assert event.minor


def test_a_date_in_an_apposition_is_not_that_of_the_verb(analyzer: Analyzer) -> None:
    text = "Vos, a member since 1998, praised the mayor last week."
    told = {event.headline: event.minor for event in dated(analyzer, text)}
    assert told == {"A member: Vos praised the mayor": True, "Vos praised the mayor": False}


def test_a_visit_told_with_its_visitor_is_an_entry_of_its_own(analyzer: Analyzer) -> None:
    text = (
        "Officials said arms were discussed during a visit to Oslo in July by minister Ada Olsen."
    )
    (visit,) = [event for event in dated(analyzer, text) if not event.minor]
    assert visit.headline == "A visit to Oslo by minister Ada Olsen"
    assert visit.earliest == date(2012, 7, 1)


def test_the_second_of_two_days_belongs_to_what_stands_before_it(analyzer: Analyzer) -> None:
    text = "The government on Thursday condemned the attacks in Kenya and Tanzania on Tuesday."
    assert [(e.headline, e.earliest) for e in dated(analyzer, text)] == [
        ("The attacks in Kenya and Tanzania", date(2013, 3, 19)),
        ("The government condemned the attacks in Kenya and Tanzania", date(2013, 3, 21)),
    ]


def test_an_entry_reaches_back_to_its_subject(analyzer: Analyzer) -> None:
    text = "Investigators, wondering what had happened, searched the site on Monday."
    assert spans(analyzer, text) == [text.rstrip(".")]


def test_the_two_halves_of_an_occasion_share_its_time(analyzer: Analyzer) -> None:
    text = "Prices will fall in May as demand remains weak and shops cut their orders."
    assert spans(analyzer, text) == [text.rstrip(".")]


def test_a_dated_occasion_in_front_sets_the_time_of_all_that_follows(analyzer: Analyzer) -> None:
    text = "In his Sunday speech, Vos called the law wrong but he urged people to obey it."
    assert spans(analyzer, text) == [text.rstrip(".")]


@pytest.mark.parametrize(
    ("word", "bound", "day"),
    [("starting", Bound.SINCE, date(2013, 3, 28)), ("ending", Bound.UNTIL, None)],
)
def test_a_participle_of_time_is_an_open_end(
    analyzer: Analyzer, word: str, bound: Bound, day: date | None
) -> None:
    event = only(analyzer, f"The rules will ban cars {word} Thursday.")
    assert (event.bound, event.earliest) == (bound, day)


def test_what_is_unlike_a_date_is_no_event(analyzer: Analyzer) -> None:
    assert dated(analyzer, "Unlike eight years ago, she has a message.") == []


COUNTED = [
    (
        "The vote was held on 5 March. Two days after the vote, the mayor resigned.",
        "The mayor resigned",
        (date(2013, 3, 7), date(2013, 3, 7)),
    ),
    (
        "A ferry sank on Monday. The captain was arrested a day after the sinking.",
        "The captain was arrested after the sinking",
        (date(2013, 3, 19), date(2013, 3, 19)),
    ),
    (
        "The election is on 5 May. Three weeks before the election, shops will close.",
        "Shops will close",
        (date(2013, 4, 8), date(2013, 4, 14)),
    ),
    (
        "The ferry sank on Monday. The mayor resigned two days after the ferry sank.",
        "The mayor resigned after the ferry sank",
        (date(2013, 3, 20), date(2013, 3, 20)),
    ),
]


@pytest.mark.parametrize(("text", "headline", "days"), COUNTED)
def test_days_are_counted_from_what_is_dated_elsewhere(
    analyzer: Analyzer, text: str, headline: str, days: tuple[date, date]
) -> None:
    (event,) = [e for e in dated(analyzer, text) if e.rule_id == "counted-from-event"]
    assert event.headline == headline
    assert (event.earliest, event.latest) == days
    assert not event.minor


def test_a_length_after_what_nothing_dates_gives_no_day(analyzer: Analyzer) -> None:
    assert dated(analyzer, "Two days after the vote, the mayor resigned.") == []


def test_a_date_in_front_of_a_subject_and_its_aside_is_that_of_the_clause(
    analyzer: Analyzer,
) -> None:
    text = (
        "But on January 8, police, wondering how the thief could have left the shop without "
        "passing the guard, turned to the cellar."
    )
    event = only(analyzer, text)
    assert event.predicate is not None
    assert text[event.predicate.start : event.predicate.end] == "turned"
