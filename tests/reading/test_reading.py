"""One model, four views: what each view holds under each kind of focus."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from reader.analysis import (
    Annotations,
    Certainty,
    Entity,
    Event,
    Form,
    Kind,
    Mention,
    Quote,
    QuoteKind,
    Span,
    TimeExpression,
    TimeType,
)
from reader.article import Article
from reader.reading import (
    Analysing,
    Change,
    EntityFocus,
    EventFocus,
    Failed,
    Layer,
    Mark,
    PairFocus,
    Passage,
    PeriodFocus,
    QuoteFocus,
    Reading,
    Ready,
    marks,
)

TEXT = """Ferry returns to Port Almar

Mara Olsen opened the quay on Friday. “The boats are back,” Olsen said. Tor Vik disagreed.

“She is early,” Vik told Port Almar's council in 2019.
"""


def place(words: str, nth: int = 0) -> tuple[int, int]:
    """Where `words` stand for the nth time."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return start, start + len(words)


def entity(name: str, kind: Kind, *places: tuple[int, int]) -> Entity:
    mentions = tuple(Mention(*where, Form.NAME) for where in sorted(places))
    return Entity(id=name, name=name, kind=kind, mentions=mentions)


OLSEN = entity("Mara Olsen", Kind.PERSON, place("Mara Olsen"), place("Olsen", 1), place("She"))
VIK = entity("Tor Vik", Kind.PERSON, place("Tor Vik"), place("Vik", 1))
ALMAR = entity("Port Almar", Kind.PLACE, place("Port Almar"), place("Port Almar", 1))
BACK = Quote(
    id="Q1",
    kind=QuoteKind.DIRECT,
    content=(Span(*place("“The boats are back,”")),),
    cue=Span(*place("said")),
    source=Span(*place("Olsen", 1)),
    speaker="Mara Olsen",
    certainty=Certainty.SETTLED,
)
EARLY = Quote(
    id="Q2",
    kind=QuoteKind.DIRECT,
    content=(Span(*place("“She is early,”")),),
    cue=Span(*place("told")),
    source=Span(*place("Vik", 1)),
    speaker="Tor Vik",
    certainty=Certainty.SETTLED,
)
FRIDAY = TimeExpression(
    id="T1",
    start=place("Friday")[0],
    end=place("Friday")[1],
    type=TimeType.DATE,
    value="2024-05-03",
    earliest=date(2024, 5, 3),
    latest=date(2024, 5, 3),
)
OPENING_CLAUSE = place("Mara Olsen opened the quay on Friday")
OPENING = Event(
    id="V1",
    time="T1",
    start=OPENING_CLAUSE[0],
    end=OPENING_CLAUSE[1],
    headline="Mara Olsen opened the quay",
    entities=("Mara Olsen",),
    times=("T1",),
)
FOUND = Annotations(
    entities=(ALMAR, OLSEN, VIK), quotes=(BACK, EARLY), times=(FRIDAY,), timeline=(OPENING,)
)


@pytest.fixture
def reading() -> Reading:
    reading = Reading(Article.from_text(TEXT))
    reading.receive(FOUND, Ready())
    return reading


def shown(reading: Reading) -> tuple[list[str], list[str], list[str]]:
    """Entities, quotes and events on view, as "id relation" with the entities' counts."""
    return (
        [f"{row.entity.id} {row.count} {row.relation}" for row in reading.entities()],
        [f"{row.quote.id} {row.relation}" for row in reading.quotes()],
        [f"{row.event.id} {row.relation}" for row in reading.timeline()],
    )


def test_without_focus_every_view_is_full(reading: Reading) -> None:
    assert shown(reading) == (
        ["Mara Olsen 3 all", "Port Almar 2 all", "Tor Vik 2 all"],
        ["Q1 all", "Q2 all"],
        ["V1 all"],
    )


def test_a_passage_narrows_all_three_and_counts_inside_itself(reading: Reading) -> None:
    reading.focus_on(Passage(place("“The boats")[0], place("Tor Vik")[1]))
    assert shown(reading) == (
        ["Mara Olsen 1 in passage", "Tor Vik 1 in passage"],
        ["Q1 in passage"],
        [],
    )


def test_an_entity_is_followed_by_those_it_shares_a_sentence_with(reading: Reading) -> None:
    reading.focus_on(EntityFocus("Mara Olsen"))
    assert shown(reading) == (
        ["Mara Olsen 3 focused", "Port Almar 1 related", "Tor Vik 1 related"],
        ["Q1 by", "Q2 about"],
        ["V1 related"],
    )


def test_a_quote_shows_its_speaker_and_those_it_names(reading: Reading) -> None:
    reading.focus_on(QuoteFocus("Q2"))
    assert shown(reading) == (["Tor Vik 2 by", "Mara Olsen 1 about"], ["Q1 all", "Q2 focused"], [])


def test_a_quote_of_several_shows_all_that_its_source_names() -> None:
    both = msgspec.structs.replace(EARLY, speaker=None, source=Span(*place("Tor Vik disagreed")))
    reading = Reading(Article(TEXT))
    reading.receive(Annotations(entities=(OLSEN, VIK), quotes=(both,)), Ready())
    reading.focus_on(QuoteFocus("Q2"))
    assert shown(reading)[0] == ["Mara Olsen 1 about", "Tor Vik 1 about"]
    reading.focus_on(EntityFocus("Tor Vik"))
    assert shown(reading)[1] == ["Q2 about"]


def test_an_event_shows_its_people_and_the_speech_of_its_sentence(reading: Reading) -> None:
    reading.focus_on(EventFocus("V1"))
    assert shown(reading) == (["Mara Olsen 3 related"], [], ["V1 focused"])


def test_going_back_and_forward_walks_the_history(reading: Reading) -> None:
    reading.focus_on(EntityFocus("Tor Vik"))
    reading.focus_on(QuoteFocus("Q2"))
    assert reading.back()
    assert reading.focus == EntityFocus("Tor Vik")
    assert reading.forward()
    assert reading.focus == QuoteFocus("Q2")
    assert reading.back()
    assert reading.back()
    assert reading.focus is None
    assert not reading.back()


def test_a_growing_selection_is_one_step_of_the_way(reading: Reading) -> None:
    for end in range(5, 40):
        reading.focus_on(Passage(0, end))
    assert reading.focus == Passage(0, 39)
    reading.back()
    assert reading.focus is None


def test_an_empty_passage_is_no_focus(reading: Reading) -> None:
    reading.focus_on(Passage(4, 4))
    assert reading.focus is None


def test_a_focus_on_nothing_known_is_refused(reading: Reading) -> None:
    with pytest.raises(KeyError):
        reading.focus_on(EntityFocus("E99"))


def test_observers_hear_what_changed_until_they_leave(reading: Reading) -> None:
    heard: list[Change] = []
    leave = reading.observe(heard.append)
    reading.focus_on(EntityFocus("Tor Vik"))
    reading.move_caret(3)
    reading.report(Analysing(10, 100))
    reading.redate(reading.article.with_date(date(2024, 5, 4)))
    leave()
    reading.back()
    assert heard == [Change.FOCUS, Change.CARET, Change.STATUS, Change.ARTICLE]


def test_new_annotations_keep_the_focus_that_still_exists(reading: Reading) -> None:
    reading.focus_on(EntityFocus("Tor Vik"))
    reading.receive(Annotations(entities=(VIK,)), Analysing(50, 100))
    assert reading.focus == EntityFocus("Tor Vik")
    reading.receive(Annotations(entities=(OLSEN,)), Failed("The analysis was stopped."))
    assert reading.focus is None
    assert reading.status == Failed("The analysis was stopped.")


def test_the_caret_knows_what_it_stands_on(reading: Reading) -> None:
    reading.move_caret(place("Friday")[0] + 2)
    assert reading.under_caret() == [FRIDAY, OPENING]
    reading.move_caret(place("Olsen", 1)[0])
    assert reading.under_caret() == [OLSEN, BACK]
    reading.move_caret(place("disagreed")[0])
    assert reading.under_caret() == []


def test_mentions_are_walked_round_and_round(reading: Reading) -> None:
    assert not reading.walk_mentions(forward=True)
    reading.focus_on(EntityFocus("Tor Vik"))
    assert reading.mention_number() is None
    carets = []
    for _ in range(3):
        reading.walk_mentions(forward=True)
        carets.append((reading.caret, reading.mention_number()))
    first, second = place("Tor Vik")[0], place("Vik", 1)[0]
    assert carets == [(first, 1), (second, 2), (first, 1)]
    reading.walk_mentions(forward=False)
    assert reading.caret == second


def test_the_next_annotation_is_found_from_the_caret(reading: Reading) -> None:
    assert reading.next_stop(forward=True) == place("Port Almar")[0]
    assert reading.next_stop(forward=False) is None
    reading.move_caret(place("Friday")[0])
    assert reading.next_stop(forward=True) == place("“The boats")[0]
    assert reading.next_stop(forward=False) == place("Mara Olsen")[0]


def test_finding_counts_and_goes_round(reading: Reading) -> None:
    reading.find("port  almar")
    assert reading.search is not None
    assert len(reading.search) == 2
    first, second = place("Port Almar")[0], place("Port Almar", 1)[0]
    assert reading.caret == first
    reading.walk_hits(forward=True)
    assert reading.caret == second
    reading.walk_hits(forward=True)
    assert reading.caret == first
    reading.walk_hits(forward=False)
    assert reading.caret == second
    reading.find("  ")
    assert reading.search is None


def test_everything_is_marked_quietly_without_focus(reading: Reading) -> None:
    start, end = place("Mara Olsen opened the quay on Friday")
    found = [(TEXT[mark.start : mark.end], mark.layer) for mark in marks(reading, start, end)]
    assert found == [("Friday", Layer.TIME), ("Mara Olsen", Layer.NAME)]


def test_the_focused_entity_is_marked_above_the_quiet_marks(reading: Reading) -> None:
    quiet = marks(reading, 0, len(TEXT))
    reading.focus_on(EntityFocus("Mara Olsen"))
    found = marks(reading, 0, len(TEXT))
    assert found[: len(quiet)] == quiet
    assert [(TEXT[m.start : m.end], m.layer, m.kind) for m in found[len(quiet) :]] == [
        ("Mara Olsen", Layer.STRONG, Kind.PERSON),
        ("Olsen", Layer.STRONG, Kind.PERSON),
        ("She", Layer.STRONG, Kind.PERSON),
    ]


def test_a_focused_quote_marks_source_cue_and_words(reading: Reading) -> None:
    quiet = len(marks(reading, 0, len(TEXT)))
    reading.focus_on(QuoteFocus("Q1"))
    above = marks(reading, 0, len(TEXT))[quiet:]
    found = [(TEXT[mark.start : mark.end], mark.layer) for mark in above]
    assert found == [
        ("“The boats are back,”", Layer.CONTENT),
        ("Olsen", Layer.SOURCE),
        ("said", Layer.CUE),
    ]


def test_hits_and_selection_lie_above_all(reading: Reading) -> None:
    reading.find("quay")
    reading.focus_on(Passage(0, 5))
    assert [mark.layer for mark in marks(reading, 0, len(TEXT))][-2:] == [
        Layer.CURRENT_HIT,
        Layer.SELECTION,
    ]


def test_a_pair_shows_what_holds_both(reading: Reading) -> None:
    voss, hale = reading.index.annotations.entities[:2]
    reading.focus_on(PairFocus(voss.id, hale.id))
    assert [row.entity for row in reading.entities()][:2] == [voss, hale]
    assert all({voss.id, hale.id} <= {*row.event.entities} for row in reading.timeline())
    strong = [mark for mark in marks(reading, 0, len(TEXT)) if mark.layer is Layer.STRONG]
    assert len(strong) == len(voss.mentions) + len(hale.mentions)


def test_a_pair_needs_both_entities(reading: Reading) -> None:
    known = reading.index.annotations.entities[0].id
    with pytest.raises(KeyError, match="E99"):
        reading.focus_on(PairFocus(known, "E99"))


def test_a_period_shows_what_is_dated_in_it(reading: Reading) -> None:
    start, end = place("in 2019")
    time = TimeExpression(
        id="T9",
        start=start,
        end=end,
        type=TimeType.DATE,
        value="2019",
        earliest=date(2019, 1, 1),
        latest=date(2019, 12, 31),
    )
    then = Event(
        id="V9",
        time="T9",
        start=start,
        end=end,
        headline="Vik told the council",
        earliest=time.earliest,
        latest=time.latest,
    )
    found = msgspec.structs.replace(reading.annotations, times=(time,), timeline=(then,))
    reading.receive(found, Ready())
    reading.focus_on(PeriodFocus(date(2019, 5, 1), date(2020, 5, 1)))
    assert [row.event for row in reading.timeline()] == [then]
    assert Mark(start, end, Layer.DATE) in marks(reading, 0, len(TEXT))
    assert [row.quote.speaker for row in reading.quotes()] == ["Tor Vik"]
    reading.focus_on(PeriodFocus(date(1700, 1, 1), date(1700, 1, 1)))
    assert reading.timeline() == []
    assert reading.back()
