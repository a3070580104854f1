"""The timeline of small articles."""

from __future__ import annotations

from datetime import date

from reader import Analyzer, Article
from reader.analysis.types import (
    Analysis,
    Bound,
    Event,
    Modality,
)

FRIDAY = date(2013, 3, 22)


def analysed(analyzer: Analyzer, text: str, published: date | None = FRIDAY) -> Analysis:
    return analyzer.analyze(Article.from_text(text, published=published))


def only(analyzer: Analyzer, text: str, published: date | None = FRIDAY) -> Event:
    """The one entry of an article, with the news itself left out."""
    events = [e for e in analysed(analyzer, text, published).timeline if e.time is not None]
    assert len(events) == 1
    return events[0]


def test_an_entry_spans_its_clause_and_not_the_sentence(analyzer: Analyzer) -> None:
    text = "The mayor resigned on Monday, although the council had backed him."
    event = only(analyzer, text)
    assert text[event.start : event.end] == "The mayor resigned on Monday"
    assert event.headline == "The mayor resigned"
    assert (event.earliest, event.latest) == (date(2013, 3, 18), date(2013, 3, 18))
    assert event.bound is Bound.AT
    assert event.modality is Modality.ASSERTED
    assert not event.minor


def test_speech_is_dated_by_its_verb_and_headed_by_its_content(analyzer: Analyzer) -> None:
    text = "The company said on Tuesday that the factory had closed."
    event = only(analyzer, text)
    assert text[event.start : event.end] == text.rstrip(".")
    assert event.headline == "The company said that the factory had closed"


def test_a_noun_can_be_what_happened(analyzer: Analyzer) -> None:
    text = "Residents remember the 1998 bombing of the market."
    event = only(analyzer, text)
    assert text[event.start : event.end] == "the 1998 bombing of the market"
    assert event.headline == "The 1998 bombing of the market"
    assert (event.earliest, event.latest) == (date(1998, 1, 1), date(1998, 12, 31))


def test_verbs_joined_under_one_date_are_one_entry(analyzer: Analyzer) -> None:
    text = "On Monday the police raided two houses and arrested a man."
    event = only(analyzer, text)
    assert text[event.start : event.end] == text.rstrip(".")


def test_open_ends(analyzer: Analyzer) -> None:
    since = only(analyzer, "The road has been closed since Monday.")
    assert (since.bound, since.earliest, since.latest) == (Bound.SINCE, date(2013, 3, 18), None)
    until = only(analyzer, "The road will be closed until Tuesday.")
    assert (until.bound, until.earliest, until.latest) == (Bound.UNTIL, None, date(2013, 3, 26))
    before = only(analyzer, "The city was a village before 1900.")
    assert (before.bound, before.latest) == (Bound.BEFORE, date(1899, 12, 31))
    end = only(analyzer, "The ferry must sail before the end of June.")
    assert (end.bound, end.latest) == (Bound.BEFORE, date(2013, 6, 30))


def test_a_range_is_one_entry_with_two_ends(analyzer: Analyzer) -> None:
    event = only(analyzer, "She governed the province from 1996 to 1999.")
    assert event.bound is Bound.RANGE
    assert (event.earliest, event.latest) == (date(1996, 1, 1), date(1999, 12, 31))
    assert len(event.times) == 2


def test_a_range_between_full_dates(analyzer: Analyzer) -> None:
    event = only(analyzer, "He worked there between Dec. 3, 2009, and Jan. 12, 2010.")
    assert event.bound is Bound.RANGE
    assert (event.earliest, event.latest) == (date(2009, 12, 3), date(2010, 1, 12))


def test_two_expressions_for_one_day_are_one_entry(analyzer: Analyzer) -> None:
    text = "The train left at 9 a.m. and, on Monday, the tunnel was closed on Monday night."
    events = analysed(analyzer, text).timeline
    assert all(event.earliest in (FRIDAY, date(2013, 3, 18)) for event in events)


def test_modality(analyzer: Analyzer) -> None:
    def modality(text: str) -> Modality:
        return only(analyzer, text).modality

    assert modality("The minister will visit Oslo on Tuesday.") is Modality.PLANNED
    assert modality("The minister may visit Oslo on Tuesday.") is Modality.POSSIBLE
    assert modality("The minister did not visit Oslo on Monday.") is Modality.DENIED
    assert modality("Officials say the minister visited Oslo in 2011.") is Modality.REPORTED


def test_lengths_and_vague_times_are_minor(analyzer: Analyzer) -> None:
    assert only(analyzer, "The mayor said that the talks, lasting three weeks, had failed.").minor
    assert only(analyzer, "The mayor, who now employs 90 people, resigned.").minor


def test_the_news_itself_has_the_publication_date(analyzer: Analyzer) -> None:
    text = "Ferry sinks off Bergen\n\nA ferry has sunk off Bergen. It was built in 1971."
    (news,) = [e for e in analysed(analyzer, text).timeline if e.time is None]
    assert news.headline == "A ferry has sunk off Bergen"
    assert (news.earliest, news.latest) == (FRIDAY, FRIDAY)
    assert news.rule_id == "news-itself"


def test_entries_are_in_order_of_time(analyzer: Analyzer) -> None:
    text = (
        "The bridge was closed on Monday. It will open again in May. It was built in 1931. "
        "The road was repaired in 2009."
    )
    timeline = analysed(analyzer, text).timeline
    assert [event.earliest for event in timeline] == [
        date(1931, 1, 1),
        date(2009, 1, 1),
        date(2013, 3, 18),
        date(2013, 5, 1),
    ]
    assert [event.id for event in timeline] == ["V1", "V2", "V3", "V4"]


def test_without_a_publication_date_nothing_relative_is_dated(analyzer: Analyzer) -> None:
    text = "The mayor resigned on Monday. He was elected in 2009."
    dated, undated = analysed(analyzer, text, None).timeline
    assert dated.earliest == date(2009, 1, 1)
    assert (undated.earliest, undated.latest) == (None, None)
    assert undated.headline == "The mayor resigned"


def test_a_dateline_is_no_event(analyzer: Analyzer) -> None:
    text = "BERGEN, March 20 (Nordic Wire) -- A ferry sank on Tuesday."
    assert only(analyzer, text).headline == "A ferry sank"


def test_a_dateline_is_never_the_subject(analyzer: Analyzer) -> None:
    text = "ANNE BAY, Norway — At 4 a.m. on Monday, a robot that all thought lost said two words."
    assert only(analyzer, text).headline == "A robot that all thought lost said two words"


def test_a_long_subject_makes_room_for_the_object(analyzer: Analyzer) -> None:
    text = (
        "The new owner of the small paper mill on the east bank of the river in the old town "
        "near the sea dismissed forty workers on Monday."
    )
    assert (
        only(analyzer, text).headline
        == "The new owner of the small paper mill dismissed forty workers"
    )


def test_modifiers_joined_stay_joined(analyzer: Analyzer) -> None:
    text = "French and Dutch farmers blocked the duty-free shops on Monday."
    assert only(analyzer, text).headline == "French and Dutch farmers blocked the duty-free shops"


def test_a_thought_is_told_with_what_was_thought(analyzer: Analyzer) -> None:
    text = "The owner believed on Monday that the ship was safe."
    assert only(analyzer, text).headline == "The owner believed that the ship was safe"


def test_those_who_take_part(analyzer: Analyzer) -> None:
    text = "The talks ended badly. Angela Merkel met Barack Obama in Paris on Monday. Obama smiled."
    analysis = analysed(analyzer, text)
    names = {entity.id: entity.name for entity in analysis.entities}
    (event,) = [e for e in analysis.timeline if e.time is not None]
    assert {"Angela Merkel", "Barack Obama"} <= {names[e] for e in event.entities}


def test_a_noun_that_the_date_follows_is_the_event(analyzer: Analyzer) -> None:
    text = "No minister had visited the port since the collapse of the coalition in 1991."
    event = only(analyzer, text)
    assert event.headline == "The collapse of the coalition"
    assert (event.earliest, event.latest) == (date(1991, 1, 1), date(1991, 12, 31))


def test_what_was_said_keeps_its_link(analyzer: Analyzer) -> None:
    text = "The engineer told a meeting last Thursday that the dam was safe."
    assert only(analyzer, text).headline == "The engineer told a meeting that the dam was safe"


def test_the_line_with_the_publication_date_is_no_event(analyzer: Analyzer) -> None:
    text = "Ferry sinks\n\nPublished 22 March 2013\n\nA ferry sank on Tuesday off Bergen."
    assert [e.headline for e in analysed(analyzer, text, None).timeline] == [
        "A ferry sank off Bergen"
    ]


def test_a_date_after_a_verb_of_saying_is_that_verbs(analyzer: Analyzer) -> None:
    text = "Police said Tuesday they had arrested four men."
    event = only(analyzer, text)
    assert event.predicate is not None
    assert text[event.predicate.start : event.predicate.end] == "said"
    assert text[event.start : event.end] == text.rstrip(".")


def test_a_comparison_is_no_event(analyzer: Analyzer) -> None:
    assert only(analyzer, "Sales rose in 2012 from $3 million a year earlier.").headline == (
        "Sales rose from $3 million a year earlier"
    )


def test_the_same_told_twice_is_one_entry(analyzer: Analyzer) -> None:
    text = "The ferry sank on Monday. Nobody was hurt. The ferry sank on Monday."
    event = only(analyzer, text)
    assert [text[place.start : place.end] for place in event.mentions] == [
        "The ferry sank on Monday",
        "The ferry sank on Monday",
    ]


def test_a_clause_that_describes_a_noun_is_given_with_it(analyzer: Analyzer) -> None:
    text = "The judges found that the law, passed in 2009, was void."
    event = only(analyzer, text)
    assert event.headline == "The law [was] passed"
    assert text[event.start : event.end] == "the law, passed in 2009"


def test_joined_participles_share_their_helper(analyzer: Analyzer) -> None:
    text = "The bridge was built in 1931 and repaired in 2009."
    building, repair = analysed(analyzer, text).timeline
    assert building.headline == "The bridge was built"
    assert repair.headline == "The bridge was repaired"


def test_what_a_rise_is_measured_from_is_no_event(analyzer: Analyzer) -> None:
    text = "Unemployment rose to 7.9 percent in January from 7.8 percent in December."
    assert only(analyzer, text).earliest == date(2013, 1, 1)


def test_a_date_of_record_is_not_the_day_of_payment(analyzer: Analyzer) -> None:
    text = "The dividend will be paid on April 2 to holders of record March 15."
    days = {e.headline: e.earliest for e in analysed(analyzer, text).timeline if e.time}
    assert days["The dividend will be paid to holders of record"] == date(2013, 4, 2)
    assert date(2013, 3, 15) in days.values()


def test_a_compared_date_is_that_of_what_happened_then(analyzer: Analyzer) -> None:
    text = "Sales were lower than in 2009, when a strike closed the factory."
    event = only(analyzer, text)
    assert event.headline == "A strike closed the factory"
    assert event.earliest == date(2009, 1, 1)


def test_what_a_survey_found_is_told(analyzer: Analyzer) -> None:
    text = "A survey taken last week found that most pupils liked the new school."
    assert only(analyzer, text).headline == "A survey found that most pupils liked the new school"


def test_a_dated_report_is_told_by_what_it_says(analyzer: Analyzer) -> None:
    text = "In a report published last week the bank said that prices had doubled."
    event = only(analyzer, text)
    assert event.headline == "The bank said that prices had doubled"
    assert not event.minor


def test_a_body_is_no_event(analyzer: Analyzer) -> None:
    text = "The minister brought a bill before parliament in May."
    assert only(analyzer, text).headline.startswith("The minister brought a bill")


def test_what_happened_when_is_told_by_its_clause(analyzer: Analyzer) -> None:
    text = "Ten people drowned when their boat sank on Monday."
    event = only(analyzer, text)
    assert event.headline == "Ten people drowned when their boat sank"
    assert text[event.start : event.end] == text.rstrip(".")
    assert len(analysed(analyzer, text).timeline) == 1


def test_a_purpose_that_ends_in_a_day_gives_it_to_its_clause(analyzer: Analyzer) -> None:
    text = "Two rivals raised their offers to buy the mill on Monday."
    event = only(analyzer, text)
    assert event.headline == "Two rivals raised their offers to buy the mill"
    assert text[event.start : event.end] == text.rstrip(".")


def test_those_who_attend_a_dated_event_are_told(analyzer: Analyzer) -> None:
    text = "Hundreds of people attended a Sunday night service for the victims."
    assert only(analyzer, text).headline == text.rstrip(".")


def test_a_dated_letter_dates_what_was_said_in_it(analyzer: Analyzer) -> None:
    text = "The mayor said in the letter, dated Monday, that the bridge was unsafe."
    event = only(analyzer, text)
    assert event.headline == "The mayor said in the letter that the bridge was unsafe"
    assert text[event.start : event.end] == text.rstrip(".")


def test_verbs_joined_in_a_description_are_kept(analyzer: Analyzer) -> None:
    text = "The police remember the 1998 bombing that killed an officer and wounded a nurse."
    event = only(analyzer, text)
    assert text[event.start : event.end] == (
        "the 1998 bombing that killed an officer and wounded a nurse"
    )


def test_where_somebody_came_from_is_no_comparison(analyzer: Analyzer) -> None:
    text = "Three men were trying to cross from France to England six weeks ago."
    assert only(analyzer, text).headline == "Three men were trying to cross from France to England"


def test_days_said_short_are_one_range(analyzer: Analyzer) -> None:
    event = only(analyzer, "The fair ran from 3 to 5 March.")
    assert event.bound is Bound.RANGE
    assert (event.earliest, event.latest) == (date(2013, 3, 3), date(2013, 3, 5))


def test_the_owner_is_named_in_place_of_whose(analyzer: Analyzer) -> None:
    text = "The union, whose contract expires in May, will meet."
    headlines = [e.headline for e in analysed(analyzer, text).timeline]
    assert "The union's contract expires" in headlines


def test_a_length_that_is_the_object_stays(analyzer: Analyzer) -> None:
    assert only(analyzer, "In 1066 the crossing took two days.").headline == (
        "The crossing took two days"
    )
    text = "The mayor was sentenced to six years in prison on Monday."
    assert only(analyzer, text).headline == ("The mayor was sentenced to six years in prison")


def test_years_written_as_one_stay_whole(analyzer: Analyzer) -> None:
    text = "Moreau missed the whole of the 2011-12 season."
    assert only(analyzer, text).headline == text.rstrip(".")


def test_what_it_was_sets_off_is_the_event(analyzer: Analyzer) -> None:
    event = only(analyzer, "It was not until 1967 that the law was repealed.")
    assert event.headline == "The law was repealed"
    assert (event.earliest, event.latest) == (date(1967, 1, 1), date(1967, 12, 31))
    assert event.bound is Bound.AT
    assert event.modality is Modality.ASSERTED


def test_the_last_time_there_was_more_is_no_event(analyzer: Analyzer) -> None:
    event = only(analyzer, "Shares closed on Wednesday at their lowest since March 2010.")
    assert event.earliest == date(2013, 3, 20)


def test_what_is_due_is_planned(analyzer: Analyzer) -> None:
    assert only(analyzer, "The deal is due to close on Monday.").modality is Modality.PLANNED


def test_what_would_have_happened_is_only_possible(analyzer: Analyzer) -> None:
    text = "A year ago nobody would have believed her."
    assert only(analyzer, text).modality is Modality.POSSIBLE


def test_who_somebody_is_does_not_date_what_he_does(analyzer: Analyzer) -> None:
    text = "The mayor, who was elected in 2009, said that the bridge was safe."
    assert only(analyzer, text).headline == "The mayor was elected"


def test_holders_of_record_on_a_day(analyzer: Analyzer) -> None:
    text = "The dividend will be paid on April 2 to shareholders of record on March 15."
    days = {e.headline: e.earliest for e in analysed(analyzer, text).timeline if e.time}
    assert days == {
        "Shareholders of record": date(2013, 3, 15),
        "The dividend will be paid to shareholders of record": date(2013, 4, 2),
    }


def test_shortly_after_a_time_is_that_day(analyzer: Analyzer) -> None:
    event = only(analyzer, "The alarm rang shortly after 3 p.m. on Monday.")
    assert (event.earliest, event.latest) == (date(2013, 3, 18), date(2013, 3, 18))


def test_the_title_is_not_told_again(analyzer: Analyzer) -> None:
    text = "Ferry sinks on Tuesday\n\nA ferry sank on Tuesday off Bergen. Nobody was hurt."
    assert only(analyzer, text).headline == "A ferry sank off Bergen"


def test_the_year_of_a_law_dates_nothing_else(analyzer: Analyzer) -> None:
    text = "The practices are not in compliance with the National Registration Act of 1993."
    assert [e for e in analysed(analyzer, text).timeline if e.time is not None] == []


def test_passives_that_share_a_helper_share_their_day(analyzer: Analyzer) -> None:
    text = "Six people were killed and at least 58 injured in a bomb attack on Friday."
    event = only(analyzer, text)
    assert event.headline == "Six people were killed"
    assert text[event.start : event.end] == text.rstrip(".")


def test_a_word_within_a_headline_loses_the_capital_of_its_sentence(analyzer: Analyzer) -> None:
    text = "Rescued by fishermen in May 2011, Elena Vos went back to sea."
    assert only(analyzer, text).headline == "Elena Vos [was] rescued by fishermen"


def test_what_was_to_have_happened_was_planned(analyzer: Analyzer) -> None:
    text = "The mission was to have ended in January."
    assert only(analyzer, text).modality is Modality.PLANNED


def test_what_somebody_is_asked_to_do_is_part_of_the_asking(analyzer: Analyzer) -> None:
    text = "On Monday the mayor called for the council to resign."
    event = only(analyzer, text)
    assert text[event.start : event.end] == text.rstrip(".")


def test_no_entry_ends_in_a_word_that_leads_on(analyzer: Analyzer) -> None:
    text = "The mayor was jailed on Monday for taking bribes between 2004 and 2008."
    places = [text[e.start : e.end] for e in analysed(analyzer, text).timeline]
    assert "The mayor was jailed on Monday" in places


def test_a_length_to_its_last_day_is_a_range(analyzer: Analyzer) -> None:
    event = only(analyzer, "In the 12 months to February, prices rose.")
    assert event.headline == "Prices rose"
    assert event.bound is Bound.RANGE
    assert (event.earliest, event.latest) == (date(2012, 3, 1), date(2013, 2, 28))
    assert not event.minor


def test_what_lasts_since_a_date_is_no_occasion_of_another_clause(analyzer: Analyzer) -> None:
    text = "As the ferry talks have been stalled since 2009, Ada Olsen has turned to the railways."
    event = only(analyzer, text)
    assert event.headline == "The ferry talks have been stalled"
    assert (event.bound, event.earliest) == (Bound.SINCE, date(2009, 1, 1))


def test_a_date_that_owns_an_event_is_no_part_of_a_name(analyzer: Analyzer) -> None:
    text = "The march came in the light of last week’s decision by the council."
    event = only(analyzer, text)
    assert event.headline == "Last week’s decision by the council"
    assert (event.earliest, event.latest) == (date(2013, 3, 11), date(2013, 3, 17))


def test_what_is_told_of_a_speaker_is_not_what_he_says(analyzer: Analyzer) -> None:
    text = "Governor Ali Sani, elected in 2010, said that the clean-up would take a week."
    (event,) = [e for e in analysed(analyzer, text).timeline if e.earliest == date(2010, 1, 1)]
    assert "elected" in event.headline
    assert "said" not in event.headline


def test_a_poll_says_what_it_found(analyzer: Analyzer) -> None:
    event = only(analyzer, "A poll taken in January found that voters were angry.")
    assert "voters were angry" in event.headline


def test_days_are_counted_from_what_a_subject_names(analyzer: Analyzer) -> None:
    text = (
        "The explosion on March 4 killed four people. "
        "Two days after the explosion, inspectors found a cracked valve."
    )
    days = {e.headline: e.earliest for e in analysed(analyzer, text).timeline}
    assert days["Inspectors found a cracked valve"] == date(2013, 3, 6)


def test_a_life_goes_on_from_birth(analyzer: Analyzer) -> None:
    text = (
        "Judge Augusta Frey died on Tuesday. "
        "Born on 9 November 1932 in Ulm, she came to Leeds at the age of six."
    )
    (came,) = [e for e in analysed(analyzer, text).timeline if "came to Leeds" in e.headline]
    assert (came.bound, came.earliest) == (Bound.AFTER, date(1932, 11, 9))


def test_the_date_in_a_dateline_dates_nothing(analyzer: Analyzer) -> None:
    text = "WASHINGTON (March 21) - The Senate passed the bill on Wednesday."
    event = only(analyzer, text)
    assert event.earliest == date(2013, 3, 20)
    assert "WASHINGTON" not in event.headline


def test_what_is_set_apart_with_a_date_is_not_what_the_clause_says(analyzer: Analyzer) -> None:
    text = "The premier, in office since March 2012, resigned on Monday."
    days = {e.earliest for e in analysed(analyzer, text).timeline if "resigned" in e.headline}
    assert days == {date(2013, 3, 18)}
