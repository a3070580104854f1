"""Headlines that can be read alone."""

from __future__ import annotations

import pytest

from reader import Analyzer, Article

from .samples import dated, only

HEADLINES = [
    # what a relative clause describes completes it
    ("The school they went to in 1990 has burnt down.", "The school they went to in 1990"),
    ("Nobody kept the letters she wrote in 1990.", "The letters she wrote in 1990"),
    ("Two senators, all of whom opposed it in 2011, have left.", "Two senators opposed it"),
    # a purpose, a hope or a participle comes with its clause
    ("Olsen rallied to win the race in May 2012.", "Olsen rallied to win the race"),
    ("Olsen spoke of her hopes of winning in 2014.", "Olsen spoke of her hopes of winning"),
    (
        "Olsen has given money to the club since retiring in 2010.",
        "Olsen has given money to the club since retiring",
    ),
    # "starting Thursday" is told of its clause
    (
        "The new rules ban cars from the square starting Thursday.",
        "The new rules ban cars from the square",
    ),
    # the apostrophe of a plural is part of the name
    (
        "The National Teachers’ Association opened a school on Monday.",
        "The National Teachers’ Association opened a school",
    ),
    # a name stands for "I" where the verb goes with it
    ("“I left the town in 2010,” said Ada Olsen.", "Ada Olsen: “I left the town in 2010”"),
    (
        "“I have been at sea since 2010,” said Ada Olsen.",
        "Ada Olsen: “I have been at sea since 2010”",
    ),
    # what the verb needs stays
    (
        "The mayor called on traders to close their shops on Monday.",
        "The mayor called on traders to close their shops",
    ),
    ("The plan fell short of its aims in 2011.", "The plan fell short of its aims"),
    (
        "One in four voters said in January that taxes were low.",
        "One in four voters said that taxes were low",
    ),
    # an aside is no second object
    (
        "Voters elected Ada Olsen on Monday, a victory for the left.",
        "Voters elected Ada Olsen",
    ),
    ("The film had two million views as of March 2011.", "The film had two million views"),
    ("Olsen spent much of the week in Oslo.", "Olsen spent much of the week in Oslo"),
    ("The last time the town held a fair was in 1936.", "The town held a fair"),
    (
        "Vos has not signed the letter, though one firm did in 2008.",
        "Vos has not signed the letter; one firm did",
    ),
    (
        "On April 8, workers, wondering what to do, searched the site.",
        "Workers searched the site",
    ),
    ("Vos, on the roof, said on Monday, “The mill is ours.”", "Vos said: “The mill is ours”"),
    ("“We will not sell,” Olsen tweeted on Monday.", "Olsen tweeted: “We will not sell”"),
    # nothing goes from the middle: what follows would hang in the air
    (
        "The council closed the old baths on the east bank of the river on Monday.",
        "The council closed the old baths on the east bank of the river",
    ),
    (
        "In May, Norway will lose 400 jobs, followed by Sweden having a loss of 300 jobs.",
        "Norway will lose 400 jobs, followed by Sweden having a loss of 300 jobs",
    ),
    (
        "The firm is selling all or part of the mill in May.",
        "The firm is selling all or part of the mill",
    ),
    (
        "The firm earned $3 million, or 20 cents a share, in 2010.",
        "The firm earned $3 million, or 20 cents a share",
    ),
    # a comma that closes what another one opens
    (
        "Ada Olsen, once a rival of the mayor, resigned on Monday.",
        "Ada Olsen resigned",
    ),
    # a pronoun joined to a name is no name alone
    (
        "Ada Olsen left early. She and the painter Per Vos met the king on Monday.",
        "[Ada Olsen] and the painter Per Vos met the king on Monday",
    ),
    # the recently closed mill is not the closed mill
    # a name for what is told of somebody who is described
    ("Ada Olsen, a baker who retired in 2010, has died.", "Ada Olsen retired"),
    # a comma that ends an aside sets nothing apart behind it
    (
        "Ada Olsen accused Per Vos, who was mayor, of fraud in May.",
        "Ada Olsen accused Per Vos of fraud",
    ),
    # a date that is all there is to say
    ("The first flight was in 1994.", "The first flight was in 1994"),
    ("Talks had been within days of an end in May.", "Talks had been within days of an end"),
    # what is denied until a day is not denied for good
    (
        "No driver will lose work before September 2013.",
        "No driver will lose work before September 2013",
    ),
    ("The ferry had not sailed since May 2010.", "The ferry had not sailed since May 2010"),
    # a date in front of a noun is part of its name
    ("Ada Olsen spoke at the Feb. 27 meeting.", "Ada Olsen spoke at the Feb. 27 meeting"),
    # what was asked for has not happened
    (
        "Ada Olsen asked for the report to be read on Monday.",
        "Ada Olsen asked for the report to be read",
    ),
    # what opens a sentence is told with its clause
    (
        "Sentencing him on Monday, Judge Ada Olsen said he had lied.",
        "Judge Ada Olsen said he had lied",
    ),
    (
        "Ada Olsen, 58, admitted fraud by abuse of position at Oslo Crown Court in May.",
        "Ada Olsen admitted fraud by abuse of position at Oslo Crown Court",
    ),
    # what a speaker says of himself
    (
        "Ada Olsen said she had sold the mill in 2010.",
        "Ada Olsen said she had sold the mill in 2010",
    ),
    # what is said word for word stays so, up to where the room ends
    (
        "“Let them sit there and talk, because I am tired,” Olsen said on Monday.",
        "Olsen said: “Let them sit there and talk, because I am tired”",
    ),
    # what comes before its speaker stays there
    (
        "The old dam would hold, the agency said in a report on Monday.",
        "The old dam would hold, the agency said in a report",
    ),
    # both sides of an "and" stand, with their dates where one has its own
    (
        "The bombs killed 247 people in Brede and 10 in Olm on Monday.",
        "The bombs killed 247 people in Brede and 10 in Olm",
    ),
    (
        "The film was seen by 100 people in Brede on Monday, up from 12 at its first showing.",
        "The film was seen by 100 people in Brede, up from 12 at its first showing",
    ),
    # a date that a verb sets is no date of the clause
    ("The ban was backdated to April 2022.", "The ban was backdated to April 2022"),
    # what became of a thing picked out by a participle
    (
        "A march planned at the town hall for Saturday was called off.",
        "A march planned at the town hall was called off",
    ),
    # what came before or after a thing is told with it
    (
        "Olsen had led the club before being sacked in 2010.",
        "Olsen had led the club before being sacked",
    ),
    # a court order is not what it orders
    (
        "The judge signed an order that Olsen remain in Brede until May 2012.",
        "The judge signed an order that Olsen remain in Brede",
    ),
    # two verbs that share all they have
    (
        "Two officers shot and killed a man in Brede on Monday.",
        "Two officers shot and killed a man in Brede",
    ),
    ("Olsen was shot and wounded on Monday.", "Olsen was shot and wounded"),
    # a clause that "it" points to
    (
        "Since Monday it has been accepted that the mill will close.",
        "Since Monday it has been accepted that the mill will close",
    ),
    # an age without its second comma
    ("Ada Olsen, 20 was found guilty of fraud on Monday.", "Ada Olsen was found guilty of fraud"),
    # a limit on what is denied stays whole
    (
        "The council does not expect to open the bridge before the end of May 2012.",
        "The council does not expect to open the bridge before the end of May 2012",
    ),
    # a condition is told once
    (
        "“If the boats stay in by 3 May 2012, I will close,” said Ada Olsen.",
        "If the boats stay in by 3 May 2012, Ada Olsen will close",
    ),
    # what happened on the day that is left out
    (
        "The dispute began in March 2012, when the mill told staff that it would close.",
        "The dispute began, when the mill told staff that it would close",
    ),
    # a participle in front has the week of its clause
    (
        "Giving evidence last week, Olsen admitted signing the papers.",
        "Olsen admitted signing the papers",
    ),
    # by how much, and not when
    ("Olsen came 20 minutes late on Monday.", "Olsen came 20 minutes late"),
    # a name that begins with a small letter keeps it
    ("eBrede opened a shop on Monday.", "eBrede opened a shop"),
    # what was meant to be comes with what came of it
    (
        "The band was due to play in Brede on Monday but stayed in Olm.",
        "The band was due to play in Brede but stayed in Olm",
    ),
    (
        "The union criticized Olsen for sacking and suing two guards on Monday.",
        "The union criticized Olsen for sacking and suing two guards",
    ),
    # a name set apart behind what it is the name of, alone where both are too long
    (
        "The harbour master, Ada Olsen, closed the port on Monday.",
        "The harbour master, Ada Olsen, closed the port",
    ),
    (
        "The mayor and former head of the island’s lifeboat station, Ada Olsen, spoke on Monday.",
        "Ada Olsen spoke",
    ),
    # what is doubted keeps the date that limits it
    (
        "The mill is unlikely to reopen before June 2027.",
        "The mill is unlikely to reopen before June 2027",
    ),
    # words in quotation marks behind a report are another sentence
    (
        "Olsen declared on Monday the mill had burned: “I saw the roof fall in and ran.”",
        "Olsen declared the mill had burned",
    ),
]


@pytest.mark.parametrize(("text", "headline"), HEADLINES)
def test_a_headline_can_be_read_alone(analyzer: Analyzer, text: str, headline: str) -> None:
    assert only(analyzer, text).headline == headline


def test_a_noun_that_says_little_comes_with_its_clause(analyzer: Analyzer) -> None:
    (event,) = dated(analyzer, "The poll showed Olsen losing voters after the debate on Monday.")
    assert event.headline.startswith("The debate: the poll showed Olsen losing voters")


def test_a_possessive_is_named_where_it_is_linked(analyzer: Analyzer) -> None:
    text = "Ada Olsen left the party. Her company sued the council on Monday."
    assert only(analyzer, text).headline == "Ada Olsen's company sued the council"


def test_a_date_alone_is_no_entry(analyzer: Analyzer) -> None:
    assert dated(analyzer, "1988. Nobody was hurt.") == []


def test_a_date_within_a_noun_phrase_stays(analyzer: Analyzer) -> None:
    events = dated(analyzer, "The recently closed mill burnt down on Monday.")
    assert "The recently closed mill burnt down" in [event.headline for event in events]


def test_no_participle_takes_a_subject_over_the_noun_before_it(analyzer: Analyzer) -> None:
    text = "The mill lost 40 jobs, followed by the port losing 30 jobs, in May."
    assert not any("mill losing" in event.headline for event in dated(analyzer, text))


def test_what_spells_a_name_is_no_agency_of_a_dateline(analyzer: Analyzer) -> None:
    text = (
        "Médecins du Nord (MDN) — also known as Boat Doctors — announced Monday that they had left."
    )
    assert "Médecins du Nord announced that they" in only(analyzer, text).headline


def test_a_relative_clause_is_about_the_noun_that_agrees(analyzer: Analyzer) -> None:
    text = "An analysis of old mills that have lost money since 2010 shows a decline."
    assert "Old mills have lost money" in [event.headline for event in dated(analyzer, text)]


def test_a_subject_that_denies_is_written_once(analyzer: Analyzer) -> None:
    text = "Nobody at the mill was listening on Monday."
    assert only(analyzer, text).headline == "Nobody at the mill was listening"


def test_the_news_is_what_the_lead_adds_to_who_somebody_was(analyzer: Analyzer) -> None:
    text = "Ada Olsen, who has died aged 88, was one of the last of the old builders."
    told = analyzer.analyze(Article.from_text(text)).timeline
    assert "Ada Olsen has died aged 88" in [event.headline for event in told]


def test_what_a_bare_verb_repeats_has_no_date_of_its_own(analyzer: Analyzer) -> None:
    text = "Ada Olsen has not ruled out sending boats, as the council did during a strike in 2017."
    assert dated(analyzer, text)[0].minor


def test_a_date_that_only_serves_a_record_is_no_entry(analyzer: Analyzer) -> None:
    assert not dated(analyzer, "The boat is the first to strike the pier since Ada in 2020.")


def test_an_entry_about_nobody_knows_whom_is_minor(analyzer: Analyzer) -> None:
    lines = "The fair is old. The hall is cold. The roof leaks. The tower leans."
    text = f"{lines} In 2010 it was sold to a firm in Brede."
    assert dated(analyzer, text)[0].minor


def test_who_or_what_did_something_is_a_question_and_no_event(analyzer: Analyzer) -> None:
    text = "The members decide who will run the port and lead the union next year."
    assert all(event.minor for event in dated(analyzer, text))


def test_a_description_by_an_owner_keeps_the_name(analyzer: Analyzer) -> None:
    text = "The Brede Board met in May. Its engineer, Ada Olsen, left on Tuesday."
    headlines = [event.headline for event in dated(analyzer, text)]
    assert "The Brede Board’s engineer, Ada Olsen, left" in [h.replace("'", "’") for h in headlines]


def test_a_clause_that_is_cut_begins_behind_what_leads_to_it(analyzer: Analyzer) -> None:
    leading = (
        "As the council of the island prepared to sell the last of the old boats that would have "
        "taken the winter’s wool to the mills of the mainland"
    )
    text = f"{leading}, the union was on Monday refusing to sail."
    headlines = [event.headline for event in dated(analyzer, text)]
    assert "The union was on Monday refusing to sail" in headlines


@pytest.mark.parametrize(
    "text",
    [
        "The old radar is slow, but nothing that flies today does it better.",
        "A craft must go within 25 years of launch, which leaves the club until 2034.",
    ],
)
def test_what_is_said_of_nothing_named_is_minor(analyzer: Analyzer, text: str) -> None:
    assert all(event.minor for event in dated(analyzer, text))
