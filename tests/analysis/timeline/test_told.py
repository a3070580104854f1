"""Events of the story that nothing dates, and several tellings of one event."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from reader import Analyzer, Article
from reader.analysis.types import Event, Part

from .samples import FRIDAY

STORY = """Bridge closes after flood

A flood has destroyed the bridge at Lower Marsh. The council closed the road to the mill.

Engineers found cracks in both pillars. The church is a landmark of the county. \
“It breaks my heart,” said Ada Olsen, the mayor.

The county had built the bridge for the mill in 1931. Olsen asked the government for help.
"""


def timeline(analyzer: Analyzer, text: str, published: date | None = FRIDAY) -> tuple[Event, ...]:
    return analyzer.analyze(Article.from_text(text, published=published)).timeline


def told(analyzer: Analyzer, text: str) -> list[str]:
    return [event.headline for event in timeline(analyzer, text) if event.told]


def test_what_happened_without_a_date_belongs_to_the_day_of_publication(
    analyzer: Analyzer,
) -> None:
    events = [event for event in timeline(analyzer, STORY) if event.told]
    assert [event.headline for event in events][:3] == [
        "A flood has destroyed the bridge at Lower Marsh",
        "The council closed the road to the mill",
        "Engineers found cracks in both pillars",
    ]
    assert {(event.earliest, event.latest) for event in events} == {(FRIDAY, FRIDAY)}
    assert not any(event.minor or event.times for event in events)


def test_how_things_are_and_what_somebody_felt_are_not_told(analyzer: Analyzer) -> None:
    headlines = " ".join(told(analyzer, STORY))
    assert "landmark" not in headlines
    assert "heart" not in headlines


def test_without_a_day_of_publication_they_are_undated(analyzer: Analyzer) -> None:
    events = [event for event in timeline(analyzer, STORY, None) if event.told]
    assert events
    assert all(event.earliest is None and event.latest is None for event in events)


def test_a_dated_clause_is_not_told_again(analyzer: Analyzer) -> None:
    text = "The mayor resigned on Monday. The council elected Ada Olsen."
    assert told(analyzer, text) == ["The council elected Ada Olsen"]


def test_a_short_list_of_a_long_story(analyzer: Analyzer) -> None:
    sentences = [f"The council closed the {what}." for what in _CLOSED]
    events = [event for event in timeline(analyzer, " ".join(sentences)) if not event.minor]
    assert 6 <= len(events) <= 10


_CLOSED = (
    "school", "bridge", "station", "park", "museum", "library", "office", "market", "harbour",
    "tunnel", "garden", "theatre", "hospital", "stadium", "airport", "prison",
)  # fmt: skip


def test_the_news_is_there_whatever_the_parser_makes_of_it(analyzer: Analyzer) -> None:
    text = (
        "A man described as a “quiet neighbour” shot two people this morning in Lower Marsh "
        "before he was arrested, according to police."
    )
    assert [event for event in timeline(analyzer, text) if not event.minor]


# ------------------------------------------------------------ tellings


def test_two_tellings_of_one_event_are_one_entry(analyzer: Analyzer) -> None:
    text = "A ferry sank off Bergen. Nobody was hurt. The ferry sank on Monday."
    (sank,) = [event for event in timeline(analyzer, text) if "sank" in event.headline]
    assert sank.headline == "A ferry sank off Bergen"
    assert sank.earliest == date(2013, 3, 18)
    assert len(sank.mentions) == 2
    assert not sank.told


@pytest.mark.parametrize(
    "text",
    [
        "Twelve people were killed on Monday. Police said fourteen people were killed on Monday.",
        "The council elected Ada Olsen on 4 March. Vos said the council elected Olsen on 5 March.",
    ],
)
def test_tellings_that_disagree_name_each_other(analyzer: Analyzer, text: str) -> None:
    rivals = {e.id: e.disagrees for e in timeline(analyzer, text) if e.disagrees}
    assert len(rivals) == 2
    one, other = rivals
    assert rivals == {one: (other,), other: (one,)}


def test_what_happens_every_year_is_no_disagreement(analyzer: Analyzer) -> None:
    text = "The club won the cup in May 2010. The club won the cup in May 2012."
    events = timeline(analyzer, text)
    assert len([event for event in events if "won the cup" in event.headline]) == 2
    assert not any(event.disagrees for event in events)


# ------------------------------------------------------------ those who take part


def parts(analyzer: Analyzer, text: str) -> dict[str, Part]:
    analysis = analyzer.analyze(Article.from_text(text, published=FRIDAY))
    names = {entity.id: entity.name for entity in analysis.entities}
    (event,) = analysis.timeline
    assert event.entities == tuple(person.entity for person in event.participants)
    return {names[person.entity]: person.part for person in event.participants}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ada Olsen met Peter Vos in Bergen on Monday.",
            {"Ada Olsen": Part.SUBJECT, "Peter Vos": Part.OBJECT, "Bergen": Part.OTHER},
        ),
        (
            "Ada Olsen was arrested by Peter Vos on Monday.",
            {"Ada Olsen": Part.OBJECT, "Peter Vos": Part.SUBJECT},
        ),
    ],
)
def test_who_acts_and_whom_it_is_done_to(
    analyzer: Analyzer, text: str, expected: dict[str, Part]
) -> None:
    assert parts(analyzer, text) == expected


def test_a_shared_subject_takes_part(analyzer: Analyzer) -> None:
    text = "Ada Olsen left Bergen on Monday and met Peter Vos on Tuesday."
    analysis = analyzer.analyze(Article.from_text(text, published=FRIDAY))
    names = {entity.id: entity.name for entity in analysis.entities}
    met = next(event for event in analysis.timeline if "met" in event.headline)
    assert {names[p.entity]: p.part for p in met.participants} == {
        "Ada Olsen": Part.SUBJECT,
        "Peter Vos": Part.OBJECT,
    }
    assert met.predicate is not None
    assert text[met.predicate.start : met.predicate.end] == "met"


def test_a_short_line_does_not_hide_the_news_itself(analyzer: Analyzer) -> None:
    text = (
        "Former mayor jailed over harbour fund\n\nBy Ada Olsen\nCrime correspondent\n\n"
        "A former mayor has been jailed for four years for taking money from a harbour fund.\n\n"
        "He showed no emotion."
    )
    article = Article.from_text(text, published=FRIDAY)
    shown = [event for event in analyzer.analyze(article).timeline if not event.minor]
    assert any("former mayor has been jailed" in event.headline for event in shown)


def test_what_is_reported_is_told_once(analyzer: Analyzer) -> None:
    text = "Scientists report that the old volcano has erupted. Nobody was hurt."
    article = Article.from_text(text, published=FRIDAY)
    told = [e.headline for e in analyzer.analyze(article).timeline if "erupted" in e.headline]
    assert len(told) == 1


LIFE = (
    "Ada Olsen won the prize on Monday. Her book sold a million copies.\n\n"
    "She was born in Norbury. The jury had met in May.\n\n"
    "Olsen joined the paper in 1998. She ran the night desk."
)


def days_of(analyzer: Analyzer, words: str) -> tuple[date | None, date | None]:
    """The first and last day of the entry that nothing dates and that has some words."""
    events = [event for event in timeline(analyzer, LIFE) if event.told]
    found = next(event for event in events if words in event.headline)
    return found.earliest, found.latest


def test_where_somebody_comes_from_lies_before_the_story(analyzer: Analyzer) -> None:
    assert days_of(analyzer, "born") == (None, FRIDAY - timedelta(days=1))


def test_what_goes_on_from_long_ago_does_not_lie_on_the_day_of_publication(
    analyzer: Analyzer,
) -> None:
    assert days_of(analyzer, "night desk") == (date(1998, 1, 1), FRIDAY)


def test_what_a_first_sentence_reports_is_told_once(analyzer: Analyzer) -> None:
    text = "The mill will be sold to a trust, the council said. It burned for two days."
    assert sum("sold" in headline for headline in told(analyzer, text)) == 1


def test_a_first_sentence_without_a_verb_in_the_parse_is_told_whole(analyzer: Analyzer) -> None:
    events = timeline(analyzer, "A man described as a 'quiet neighbour' shot two people.")
    assert any("two people" in event.headline for event in events)


def test_what_a_date_tells_of_another_clause_is_not_told_again(analyzer: Analyzer) -> None:
    text = "The ferry is full. The last time that happened was in 2011."
    events = timeline(analyzer, text)
    assert [event.earliest for event in events if "last time" in event.headline] == [
        date(2011, 1, 1)
    ]


@pytest.mark.parametrize(
    ("text", "headline", "days"),
    [
        (
            "Two days before Christmas the roof fell in.",
            "The roof fell in",
            (date(2012, 12, 23), date(2012, 12, 23)),
        ),
        (
            "The fire broke out three weeks after 3 May 2010.",
            "The fire broke out",
            (date(2010, 5, 24), date(2010, 5, 30)),
        ),
        (
            "The storm will hit the coast on Monday or on Tuesday.",
            "The storm will hit the coast",
            (date(2013, 3, 25), date(2013, 3, 26)),
        ),
        (
            "Work on the mill will last until mid-2014 or early 2015.",
            "Work on the mill will last",
            (None, date(2015, 6, 30)),
        ),
        (
            "In August they announced a deal on the Thursday.",
            "In August they announced a deal on the Thursday",
            (date(2012, 8, 1), date(2012, 8, 31)),
        ),
    ],
)
def test_one_event_has_one_line(
    analyzer: Analyzer, text: str, headline: str, days: tuple[date | None, date | None]
) -> None:
    events = timeline(analyzer, text)
    assert [(e.headline, e.earliest, e.latest) for e in events] == [(headline, *days)]


def test_how_long_it_lasts_is_no_line_beside_the_news(analyzer: Analyzer) -> None:
    events = timeline(analyzer, "Mayor Ada Olsen has been in jail for the past 18 months.")
    assert [event.rule_id for event in events] == ["news-itself"]


@pytest.mark.parametrize(
    "text",
    [
        "The team, Ada Olsen said, would begin on Monday.",
        "The dispute began on 21 January.",
        "Rain is forecast for Monday.",
    ],
)
def test_a_verb_that_can_report_is_no_talk_without_a_quotation(
    analyzer: Analyzer, text: str
) -> None:
    story = "The dam is old. The water fell. The town is small. The mill closed. The road is bad. "
    dated = [event for event in timeline(analyzer, story + text) if event.times]
    assert [event.minor for event in dated] == [False]
