"""A person's word in an analysis, whatever the analysis says now."""

from datetime import date

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from reader.analysis import Annotations, By, Certainty, Kind, QuoteKind
from reader.article import Article
from reader.corrections import SAID, Change, Correction, Hand, Namer, Step, apply, told
from reader.corrections.grounds import Grounds, Spots
from reader.corrections.types import (
    AddMention,
    HideEvent,
    Merge,
    NewEntity,
    NewEvent,
    NewQuote,
    Nobody,
    NoMention,
    NoQuote,
    NoTime,
    Rename,
    Retype,
    SetDate,
    SetEventDate,
    SetHeadline,
    SetRole,
    SetSpeaker,
    SetWords,
    Split,
)
from tests.tui.readings import HARBOUR

from .acts import BEFORE, DAYS, ENTITIES, EVENTS, QUOTES, TIMES, any_corrections, at, independent

ARTICLE = Article.from_text(HARBOUR, source="harbour.txt")


def corrected(*corrections: Correction, annotations: Annotations = BEFORE) -> Annotations:
    found = apply(annotations, corrections, ARTICLE)
    assert found.open == ()
    return found.annotations


def by_id(items):
    return {item.id: item for item in items}


# Properties


@settings(max_examples=200)
@given(any_corrections())
def test_correcting_and_undoing_changes_nothing(corrections):
    hand = Hand()
    for correction in corrections:
        hand.do(Step("", (Change(None, correction),)))
    done = apply(BEFORE, hand.corrections, ARTICLE)
    for _ in corrections:
        assert hand.undo() is not None
    assert hand.undo() is None
    assert apply(BEFORE, hand.corrections, ARTICLE).annotations == BEFORE
    for _ in corrections:
        assert hand.redo() is not None
    assert apply(BEFORE, hand.corrections, ARTICLE) == done


@settings(max_examples=300)
@given(independent(), st.randoms(use_true_random=False))
def test_the_order_of_independent_corrections_does_not_matter(corrections, chance):
    shuffled = list(corrections)
    chance.shuffle(shuffled)
    one, other = (apply(BEFORE, order, ARTICLE) for order in (corrections, shuffled))
    assert one.annotations == other.annotations
    assert set(one.open) == set(other.open)


@given(any_corrections())
def test_a_patch_read_back_is_the_same_patch(corrections):
    written = msgspec.json.encode(corrections)
    read = msgspec.json.decode(written, type=list[Correction])
    assert read == corrections
    assert apply(BEFORE, read, ARTICLE) == apply(BEFORE, corrections, ARTICLE)


@settings(max_examples=200)
@given(any_corrections())
def test_what_is_left_is_sound(corrections):
    found = apply(BEFORE, corrections, ARTICLE).annotations
    entities, times = by_id(found.entities), by_id(found.times)
    assert len(entities) == len(found.entities)
    owned = [(m.start, m.end) for entity in found.entities for m in entity.mentions]
    assert len(owned) == len(set(owned))
    assert all(entity.mentions for entity in found.entities)
    assert all(quote.speaker is None or quote.speaker in entities for quote in found.quotes)
    assert all(set(event.entities) <= set(entities) for event in found.timeline)
    assert all(set(event.times) <= set(times) for event in found.timeline)
    assert all(told(correction) for correction in corrections)


@settings(max_examples=100)
@given(any_corrections())
def test_corrections_of_another_article_are_open_and_change_nothing(corrections):
    other = Article.from_text("A wholly different report about snow on high mountain roads.\n")
    found = apply(Annotations(), corrections, other)
    assert found.annotations == Annotations()
    assert [one.correction for one in found.open] == corrections


# Each act


def test_a_merged_entity_takes_quotes_and_events_along():
    merged = corrected(Merge(id="c", entity=ENTITIES["Mara Olsen"], into=ENTITIES["Tor Vik"]))
    assert "Mara Olsen" not in by_id(merged.entities)
    vik = by_id(merged.entities)["Tor Vik"]
    assert len(vik.mentions) == 7
    assert vik.by is By.PERSON
    assert by_id(merged.quotes)["Q1"].speaker == "Tor Vik"
    assert by_id(merged.timeline)["V2"].entities == ("Tor Vik",)


def test_a_merge_that_the_analysis_has_made_by_itself_leaves_nothing_open():
    merge = Merge(id="c", entity=ENTITIES["Mara Olsen"], into=ENTITIES["Tor Vik"])
    once = corrected(merge)
    assert corrected(merge, annotations=once) == once


def test_name_kind_and_role():
    ref = ENTITIES["Tor Vik"]
    found = corrected(
        Rename(id="a", entity=ref, name="Torvald Vik"),
        Retype(id="b", entity=ref, kind=Kind.GROUP),
        SetRole(id="c", entity=ref, words="owner of a line"),
    )
    vik = by_id(found.entities)["Tor Vik"]
    assert (vik.name, vik.kind, vik.by) == ("Torvald Vik", Kind.GROUP, By.PERSON)
    assert vik.roles[0].words == "owner of a line"


def test_a_split_mention_takes_its_quote_along():
    place = at("Olsen", 2)
    found = corrected(Split(id="c", places=(place,), name="Per Olsen", kind=Kind.PERSON))
    new = by_id(found.entities)["E-c"]
    assert new.name == "Per Olsen"
    assert [(m.start, m.end) for m in new.mentions] == [(place.start, place.end)]
    assert by_id(found.quotes)["Q1"].speaker == "E-c"


def test_nobody_speaks_no_more_and_takes_part_in_nothing():
    found = corrected(Nobody(id="c", entity=ENTITIES["Mara Olsen"]))
    assert "Mara Olsen" not in by_id(found.entities)
    quote = by_id(found.quotes)["Q1"]
    assert (quote.speaker, quote.description) == (None, "Olsen")
    assert by_id(found.timeline)["V2"].entities == ()


def test_an_added_mention_gives_its_quote_a_speaker():
    found = corrected(AddMention(id="c", entity=ENTITIES["Tor Vik"], place=at("a fisherman")))
    quote = by_id(found.quotes)["Q4"]
    assert (quote.speaker, quote.certainty) == ("Tor Vik", Certainty.SETTLED)


def test_a_new_entity_is_named_where_it_was_selected():
    place = at("a fisherman")
    found = corrected(NewEntity(id="c", place=place, name="Fisherman", kind=Kind.PERSON))
    assert by_id(found.entities)["E-c"].kind is Kind.PERSON
    assert by_id(found.quotes)["Q4"].speaker == "E-c"


def test_a_mention_that_means_nobody():
    place = at("She")
    found = corrected(NoMention(id="c", place=place))
    olsen = by_id(found.entities)["Mara Olsen"]
    assert (place.start, place.end) not in [(m.start, m.end) for m in olsen.mentions]


def test_quotes():
    found = corrected(
        SetSpeaker(id="a", quote=QUOTES["Q1"], speaker=ENTITIES["Tor Vik"]),
        SetSpeaker(id="b", quote=QUOTES["Q2"], words="a clerk"),
        SetWords(id="d", quote=QUOTES["Q4"], place=at("Nobody asked us")),
        NoQuote(id="e", quote=QUOTES["Q5"]),
        NewQuote(id="f", place=at("The storm of 1991"), kind=QuoteKind.DIRECT),
    )
    quotes = by_id(found.quotes)
    assert quotes["Q1"].speaker == "Tor Vik"
    assert (quotes["Q2"].speaker, quotes["Q2"].description) == (None, "a clerk")
    assert {(quotes[one].rule, quotes[one].rule_id) for one in ("Q1", "Q2")} == {(SAID, "")}
    assert quotes["Q4"].content[0].start == at("Nobody asked us").start
    assert "Q5" not in quotes
    assert quotes["Q-f"].by is By.PERSON


def test_a_speaker_that_a_person_set_is_not_taken_by_a_split():
    split = Split(id="b", places=(at("Olsen", 2),), name="Per Olsen", kind=Kind.PERSON)
    given = SetSpeaker(id="a", quote=QUOTES["Q1"], speaker=ENTITIES["Mara Olsen"])
    assert by_id(corrected(given, split).quotes)["Q1"].speaker == "Mara Olsen"


def test_another_date_moves_what_it_dates():
    found = corrected(SetDate(id="c", place=TIMES["T2"], days=DAYS))
    event = by_id(found.timeline)["V2"]
    assert (event.earliest, event.latest) == (date(2001, 2, 1), date(2001, 2, 28))
    mended = by_id(found.times)["T2"]
    assert (mended.value, mended.rule, mended.rule_id, mended.reason) == ("2001-02", SAID, "", SAID)


def test_no_time_takes_entries_along_that_nothing_else_dates():
    found = corrected(NoTime(id="c", place=TIMES["T2"]))
    assert "T2" not in by_id(found.times)
    assert "V2" not in by_id(found.timeline)
    found = corrected(NoTime(id="c", place=TIMES["T5"]))
    assert by_id(found.timeline)["V3"].earliest == date(2022, 10, 1)


def test_entries_of_the_timeline():
    found = corrected(
        SetHeadline(id="a", event=EVENTS["V1"], headline="the old quay fell"),
        SetEventDate(id="b", event=EVENTS["V1"], days=DAYS),
        HideEvent(id="d", event=EVENTS["V3"]),
        NewEvent(id="e", place=at("divers"), headline="divers came", days=DAYS),
    )
    events = by_id(found.timeline)
    assert events["V1"].headline == "the old quay fell"
    assert events["V1"].earliest == date(2001, 2, 1)
    assert "V3" not in events
    assert events["V-e"].by is By.PERSON


def test_of_two_entries_with_one_clause_the_one_that_was_dated_anew_is_meant():
    first = by_id(BEFORE.timeline)["V1"]
    twin = replace(first, id="V1b", time="T5", times=("T5",))
    both = replace(BEFORE, timeline=(*BEFORE.timeline, twin))
    name = Namer(HARBOUR)
    dated = corrected(
        SetEventDate(id="a", event=name.event(twin, by_id(BEFORE.times)["T5"]), days=DAYS),
        annotations=both,
    )
    again = by_id(dated.timeline)["V1b"]
    assert again.by is By.PERSON
    hidden = corrected(HideEvent(id="b", event=name.event(again, None)), annotations=dated)
    assert set(by_id(hidden.timeline)) == set(by_id(dated.timeline)) - {"V1b"}


# Another analysis, another text


def test_corrections_hold_for_an_analysis_with_other_ids():
    renamed = replace(
        BEFORE,
        entities=tuple(replace(e, id=f"N{n}") for n, e in enumerate(BEFORE.entities)),
        quotes=tuple(replace(q, speaker=None) for q in BEFORE.quotes),
        timeline=tuple(replace(e, entities=()) for e in BEFORE.timeline),
    )
    rename = Rename(id="c", entity=ENTITIES["Tor Vik"], name="Torvald Vik")
    found = corrected(rename, annotations=renamed)
    assert [e.id for e in found.entities if e.name == "Torvald Vik"] == ["N2"]


def test_what_no_longer_fits_is_open_and_says_what_it_said():
    without = replace(
        BEFORE,
        entities=tuple(e for e in BEFORE.entities if e.id != "Tor Vik"),
        quotes=(),
        timeline=(),
    )
    rename = Rename(id="c", entity=ENTITIES["Tor Vik"], name="Torvald Vik")
    found = apply(without, [rename], ARTICLE)
    assert found.annotations == without
    assert [one.correction for one in found.open] == [rename]
    assert told(rename) == "Tor Vik is called Torvald Vik"


def test_corrections_find_their_words_in_an_edited_text():
    new = "A word before it all.\n\n" + HARBOUR.replace("“", '"').replace("”", '"')
    shift = new.index("Ferry returns")

    def moved(entity):
        mentions = (replace(m, start=m.start + shift, end=m.end + shift) for m in entity.mentions)
        return replace(entity, mentions=tuple(mentions))

    annotations = Annotations(entities=tuple(map(moved, BEFORE.entities)))
    rename = Rename(id="c", entity=ENTITIES["Tor Vik"], name="Torvald Vik")
    found = apply(annotations, [rename], Article.from_text(new))
    assert found.open == ()
    assert [e.name for e in found.annotations.entities if e.id == "Tor Vik"] == ["Torvald Vik"]


def test_names_of_a_long_text_are_cheap():
    namer = Namer(HARBOUR * 50)
    assert namer.entity(BEFORE.entities[0]).places[0].times == 100


@settings(max_examples=150)
@given(st.lists(any_corrections(), min_size=1, max_size=3))
def test_one_analysis_can_be_corrected_again_and_again(several):
    grounds = Grounds(BEFORE)
    for corrections in several:
        again = apply(BEFORE, corrections, ARTICLE, grounds=grounds)
        assert again == apply(BEFORE, corrections, ARTICLE)


def test_parts_that_no_correction_touches_stay_the_same_objects():
    done = corrected(Rename(id="a", entity=ENTITIES["Mara Olsen"], name="M. Olsen"))
    assert done.entities != BEFORE.entities
    assert done.quotes is BEFORE.quotes
    assert done.times is BEFORE.times
    assert done.timeline is BEFORE.timeline


def test_ranges_are_found_by_about_their_place():
    spots = Spots([(0, 90, "long"), (10, 14, "in it"), (100, 110, "far")])
    more = spots.copy()
    more.add((85, 101, "added"))
    assert [entry[2] for _, entry in spots.near((80, 95))] == ["long"]
    assert [entry[2] for _, entry in more.near((88, 104))] == ["long", "added", "far"]
    assert {entry[2]: fit for fit, entry in spots.near((10, 18))} == {
        "long": 8 / 90,
        "in it": 0.5,
    }
