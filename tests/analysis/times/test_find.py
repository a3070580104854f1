"""Time expressions found and resolved in small articles."""

from __future__ import annotations

from datetime import date

import pytest

from reader import Analyzer, Article
from reader.analysis.types import TimeExpression, TimeType

FRIDAY = date(2013, 3, 22)


def found(
    analyzer: Analyzer, text: str, published: date | None = FRIDAY
) -> tuple[TimeExpression, ...]:
    return analyzer.analyze(Article.from_text(text, published=published)).times


def read(analyzer: Analyzer, text: str, published: date | None = FRIDAY) -> list[tuple[str, str]]:
    """The expressions with their values, in text order."""
    return [(text[t.start : t.end], t.value) for t in found(analyzer, text, published)]


DATES = [
    ("It opened on March 3, 1998.", [("March 3, 1998", "1998-03-03")]),
    ("It opened on 3 March 1998.", [("3 March 1998", "1998-03-03")]),
    ("It opened on Tuesday, March 3, 1998.", [("Tuesday, March 3, 1998", "1998-03-03")]),
    ("It opened on the 3rd of March, 1998.", [("the 3rd of March, 1998", "1998-03-03")]),
    ("It opened on Jan. 4.", [("Jan. 4", "2013-01-04")]),
    ("It will open on Dec. 4.", [("Dec. 4", "2013-12-04")]),
    ("It opens on Monday, June 3.", [("Monday, June 3", "2013-06-03")]),
    ("It opened in June 1994.", [("June 1994", "1994-06")]),
    ("It opened in June of last year.", [("June of last year", "2012-06")]),
    ("It was built in 1931.", [("1931", "1931")]),
    ("It was built in the late 1980s.", [("the late 1980s", "198")]),
    ("It was built in the '60s.", [("the '60s", "196")]),
    ("It was built in the 19th century.", [("the 19th century", "18")]),
    ("It was built in nineteen ninety-six.", [("nineteen ninety-six", "1996")]),
    ("Fiscal 2012 was a poor year.", [("Fiscal 2012", "2012")]),
    ("The war of 1914-18 ruined it.", [("1914-18", "1914/1918")]),
    ("It opened on March 3 last year.", [("March 3 last year", "2012-03-03")]),
    ("It shut on Christmas Eve last year.", [("Christmas Eve last year", "2012-12-24")]),
    ("It was built in the late 80s.", [("the late 80s", "198")]),
    ("It snowed in the winter of 2010-11.", [("the winter of 2010-11", "2010-WI")]),
    ("It was built in AD 79.", [("AD 79", "0079")]),
    ("It was built in 44 BC.", [("44 BC", "BC0044")]),
    ("It was built in the 5th century BC.", [("the 5th century BC", "BC04")]),
    ("The September 11 attacks shook it.", [("September 11", "2001-09-11")]),
]
IN_A_MONTH = [
    (
        "They will meet on the third Monday in January.",
        [("the third Monday in January", "2014-01-20")],
    ),
    ("They met on the last Friday of May 2012.", [("the last Friday of May 2012", "2012-05-25")]),
    ("Rent is due on the 15th of the month.", [("the 15th of the month", "2013-03-15")]),
    ("Rent was due on the 15th of last month.", [("the 15th of last month", "2013-02-15")]),
]
NEIGHBOURS = [
    ("It shut on April 24 and 25.", [("April 24", "2013-04-24"), ("25", "2013-04-25")]),
    ("It ran June 12-14, 2012.", [("June 12", "2012-06-12"), ("14, 2012", "2012-06-14")]),
    ("It ran from 3 to 5 March.", [("3", "2013-03-03"), ("5 March", "2013-03-05")]),
    ("It ran on 3-5 March 2011.", [("3", "2011-03-03"), ("5 March 2011", "2011-03-05")]),
    (
        "Rain fell on 3, 4 and 5 March.",
        [("3", "2013-03-03"), ("4", "2013-03-04"), ("5 March", "2013-03-05")],
    ),
    (
        "He was ill from the 3rd to the 5th of March.",
        [("3rd", "2013-03-03"), ("the 5th of March", "2013-03-05")],
    ),
    ("He fell on May 3 and 12 others died.", [("May 3", "2013-05-03")]),
    ("The war of 1939-1945 ruined it.", [("1939", "1939"), ("1945", "1945")]),
    (
        "It closed in 1994, 1995 and 1997.",
        [("1994", "1994"), ("1995", "1995"), ("1997", "1997")],
    ),
    (
        "Talks will resume at 3pm (1500 GMT) on Monday.",
        [("3pm", "2013-03-25T15:00"), ("1500 GMT", "2013-03-25T15:00"), ("Monday", "2013-03-25")],
    ),
    ("It was shut Tuesday to Thursday.", [("Tuesday", "2013-03-19"), ("Thursday", "2013-03-21")]),
]
NUMERIC = [
    ("The file is dated 2012-11-30.", [("2012-11-30", "2012-11-30")]),
    ("The file is dated 11/30/2012.", [("11/30/2012", "2012-11-30")]),
    ("The file is dated 30/11/2012.", [("30/11/2012", "2012-11-30")]),
    ("The file is dated 04/05/2012.", [("04/05/2012", "2012-04-05")]),
    ("The file is dated 04.05.2012.", [("04.05.2012", "2012-05-04")]),
]
BY_TENSE = [
    ("The mayor resigned on Monday.", [("Monday", "2013-03-18")]),
    ("The mayor resigned on Friday.", [("Friday", "2013-03-22")]),
    ("The council will vote on Tuesday.", [("Tuesday", "2013-03-26")]),
    ("The vote is scheduled for Tuesday.", [("Tuesday", "2013-03-26")]),
    ("The offer had been due to expire on Wednesday.", [("Wednesday", "2013-03-20")]),
    ("The court has given the tenants until Tuesday.", [("Tuesday", "2013-03-26")]),
    ("The treaty expires on 31 December.", [("31 December", "2013-12-31")]),
    ("The exhibition opens on Monday.", [("Monday", "2013-03-25")]),
    ("The mayor resigned last Friday.", [("last Friday", "2013-03-15")]),
    ("The court will sit next Friday.", [("next Friday", "2013-03-29")]),
    ("The bridge opened in May.", [("May", "2012-05")]),
    ("The bridge will open in May.", [("May", "2013-05")]),
    ("The bridge opened last May.", [("last May", "2012-05")]),
    ("The strike began last summer.", [("last summer", "2012-SU")]),
    ("Sales fell in the third quarter.", [("the third quarter", "2012-Q3")]),
    ("Third-quarter sales fell.", [("Third-quarter", "2012-Q3")]),
    ("Sales fell in Q4.", [("Q4", "2012-Q4")]),
    ("The next hearing is Tuesday.", [("Tuesday", "2013-03-26")]),
    ("He is due in court on Tuesday.", [("Tuesday", "2013-03-26")]),
    ("The law takes effect Jan. 1.", [("Jan. 1", "2014-01-01")]),
    ("The president arrives in Oslo on Wednesday.", [("Wednesday", "2013-03-27")]),
    ("Prices hit a peak on Thursday.", [("Thursday", "2013-03-21")]),
    ("He had been due on Monday.", [("Monday", "2013-03-18")]),
    ("He had been due on Saturday.", [("Saturday", "2013-03-23")]),
    ("She ordered new elections, starting Thursday.", [("Thursday", "2013-03-28")]),
    ("The ship was due on Monday.", [("Monday", "2013-03-25")]),
    ("The ship was due on Thursday.", [("Thursday", "2013-03-21")]),
    (
        "It ran from mid-April to late October.",
        [("mid-April", "2012-04"), ("late October", "2012-10")],
    ),
    (
        "Snow is forecast from Monday night into Tuesday.",
        [("Monday night", "2013-03-25TNI"), ("Tuesday", "2013-03-26")],
    ),
    ("The law took effect Jan. 1.", [("Jan. 1", "2013-01-01")]),
]
COUNTED = [
    ("Prices rose last week.", [("last week", "2013-W11")]),
    ("Prices will rise next month.", [("next month", "2013-04")]),
    ("Prices rose earlier this year.", [("earlier this year", "2013")]),
    ("He fell ill over the weekend.", [("the weekend", "2013-W11-WE")]),
    ("It closed the week before last.", [("the week before last", "2013-W10")]),
    ("The firm was sold two years ago.", [("two years ago", "2011")]),
    ("The firm was sold 11 days ago.", [("11 days ago", "2013-03-11")]),
    ("The firm was sold about three weeks ago.", [("about three weeks ago", "2013-W09")]),
    (
        "He died in 1987. Three years later she left.",
        [("1987", "1987"), ("Three years later", "1990")],
    ),
    (
        "He died on 3 May 2001. The next day the shops closed.",
        [("3 May 2001", "2001-05-03"), ("The next day", "2001-05-04")],
    ),
    (
        "Profit rose in the third quarter from $3 million a year earlier.",
        [("the third quarter", "2012-Q3"), ("a year earlier", "2011-Q3")],
    ),
    (
        "Sales fell in the quarter ended Sept. 30.",
        [("the quarter", "2012-Q3"), ("Sept. 30", "2012-09-30")],
    ),
    (
        "Sales fell in the quarter ended July 31.",
        [("the quarter", "2012-Q2"), ("July 31", "2012-07-31")],
    ),
    (
        "Sales rose in the first quarter ended Jan. 31 from the year-ago quarter.",
        [
            ("the first quarter", "2013-Q1"),
            ("Jan. 31", "2013-01-31"),
            ("the year-ago quarter", "2012-Q1"),
        ],
    ),
    (
        "He fell on 3 May 2001. The following Monday he died.",
        [("3 May 2001", "2001-05-03"), ("The following Monday", "2001-05-07")],
    ),
    ("He fell ill last February.", [("last February", "2012-02")]),
    (
        "She was fired in January 2012 and reinstated in March.",
        [("January 2012", "2012-01"), ("March", "2012-03")],
    ),
    (
        "Work began on 4 May 1914. On 1 August that year it stopped.",
        [("4 May 1914", "1914-05-04"), ("1 August that year", "1914-08-01")],
    ),
    (
        "Rain is expected on Sunday. The airport reopened at 7am.",
        [("Sunday", "2013-03-24"), ("7am", "2013-03-22T07:00")],
    ),
    ("He left a year and a half ago.", [("a year and a half ago", "2011-09")]),
    ("Dinosaurs died out 65 million years ago.", [("65 million years ago", "PAST_REF")]),
    ("Oil for May delivery rose.", [("May", "2013-05")]),
    ("It shrank in the Oct.-Dec. quarter.", [("Oct.", "2012-10"), ("Dec.", "2012-12")]),
    ("He fell ill the week of Thanksgiving.", [("the week of Thanksgiving", "2012-W47")]),
    ("The weekend of 6-7 April is free.", [("The weekend of 6-7 April", "2013-W14-WE")]),
    ("He left a week ago Monday.", [("a week ago Monday", "2013-03-11")]),
    ("The trial opens a week from Monday.", [("a week from Monday", "2013-04-01")]),
    (
        "He died in 1987. She had left the year before.",
        [("1987", "1987"), ("the year before", "1986")],
    ),
    ("It opened in 1998. Since then, prices have doubled.", [("1998", "1998"), ("then", "1998")]),
    (
        "It opened in 1998. He lived in Rome at that time.",
        [("1998", "1998"), ("that time", "1998")],
    ),
    (
        "It opened on 3 May 2001. That night it burned.",
        [("3 May 2001", "2001-05-03"), ("That night", "2001-05-03TNI")],
    ),
]
CLOCK = [
    ("He arrived last night.", [("last night", "2013-03-21TNI")]),
    ("He arrived on Monday night.", [("Monday night", "2013-03-18TNI")]),
    ("He left at 3:30 p.m. on Monday.", [("3:30 p.m. on Monday", "2013-03-18T15:30")]),
    ("It begins tomorrow at noon.", [("tomorrow at noon", "2013-03-23T12:00")]),
    ("The ship sailed at 0900 GMT.", [("0900 GMT", "2013-03-22T09:00")]),
    (
        "The ship sailed (05:46 GMT) at dawn.",
        [("05:46 GMT", "2013-03-22T05:46"), ("dawn", "2013-03-22TMO")],
    ),
    ("The shop shuts at 5pm.", [("5pm", "2013-03-22T17:00")]),
    ("They will meet next Wednesday at 7pm.", [("next Wednesday at 7pm", "2013-03-27T19:00")]),
    ("By mid-afternoon it was calm.", [("mid-afternoon", "2013-03-22TAF")]),
    ("Tickets go on sale at 9am on Monday.", [("9am on Monday", "2013-03-25T09:00")]),
    ("It began at six o'clock on Monday.", [("six o'clock on Monday", "2013-03-18T06:00")]),
    (
        "He left at 11:59 p.m. on Dec. 31, 2012.",
        [("11:59 p.m. on Dec. 31, 2012", "2012-12-31T23:59")],
    ),
    (
        "He came on the evening of Monday, March 4.",
        [("the evening of Monday, March 4", "2013-03-04TEV")],
    ),
    ("He left before dawn on Friday.", [("dawn on Friday", "2013-03-22TMO")]),
]
LENGTHS = [
    ("Talks lasted two and a half years.", [("two and a half years", "P2Y6M")]),
    ("The 30-day truce held.", [("30-day", "P30D")]),
    ("The year-long inquiry ended.", [("year-long", "P1Y")]),
    ("It fell in the last half-century.", [("the last half-century", "P50Y")]),
    ("The truce is to last 30 days.", [("30 days", "P30D")]),
    ("He served six years and four months.", [("six years and four months", "P6Y4M")]),
    ("He got between five and seven years.", [("five and seven years", "P5Y")]),
    ("It is shut on weekends.", [("weekends", "XXXX-WXX-WE")]),
    ("The show airs Saturday nights.", [("Saturday nights", "XXXX-WXX-6TNI")]),
    ("It took more than four hours.", [("more than four hours", "PT4H")]),
    ("They waited for weeks.", [("weeks", "PXW")]),
    ("Prices fell in recent years.", [("recent years", "PXY")]),
    ("He swims every day.", [("every day", "P1D")]),
    ("He swims on Sundays.", [("Sundays", "XXXX-WXX-7")]),
    ("He is now in Rome.", [("now", "PRESENT_REF")]),
    ("He was recently in Rome.", [("recently", "PAST_REF")]),
    ("He will soon be in Rome.", [("soon", "FUTURE_REF")]),
]
NAMED_DAYS = [
    ("Shops were shut on Good Friday.", [("Good Friday", "2013-03-29")]),
    ("He was ill on Christmas Day.", [("Christmas Day", "2012-12-25")]),
    ("They met on Labor Day 2012.", [("Labor Day 2012", "2012-09-03")]),
    ("They met last Thanksgiving.", [("last Thanksgiving", "2012-11-22")]),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *DATES,
        *IN_A_MONTH,
        *NEIGHBOURS,
        *NUMERIC,
        *BY_TENSE,
        *COUNTED,
        *CLOCK,
        *LENGTHS,
        *NAMED_DAYS,
    ],
)
def test_an_expression_and_its_value(
    analyzer: Analyzer, text: str, expected: list[tuple[str, str]]
) -> None:
    assert read(analyzer, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The 44-year-old singer smiled.",
        "The singer, 44 years old, smiled.",
        "They may march again.",
        "A second runner fell.",
        "The fall of the wall surprised him.",
        "He boarded flight 1980 to Rome.",
        "The ticket costs $1990.",
        "It sold 2000 copies.",
        "A quarter of the voters stayed at home.",
        "It costs $10 a year.",
        "The Sun said so.",
        "Temperatures were in the 80s.",
        "The army lost in its last week.",
        "March Madness began.",
        "The Winter Olympics began.",
        "They met on a Monday.",
        "Thus it ended.",
    ],
)
def test_what_is_no_time(analyzer: Analyzer, text: str) -> None:
    assert read(analyzer, text) == []


def test_all_that_is_said_of_an_expression(analyzer: Analyzer) -> None:
    text = "The mayor resigned on Wednesday."
    assert found(analyzer, text) == (
        TimeExpression(
            id="T1",
            start=22,
            end=31,
            type=TimeType.DATE,
            value="2013-03-20",
            earliest=date(2013, 3, 20),
            latest=date(2013, 3, 20),
            rule="a day of the week",
            rule_id="weekday",
            reason="nearest Wednesday on or before publication, Friday 22 March 2013",
        ),
    )


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "mod"),
    [
        ("It opened in June 1994.", date(1994, 6, 1), date(1994, 6, 30), None),
        ("It opened in early 1994.", date(1994, 1, 1), date(1994, 6, 30), "START"),
        ("It opened by the end of 1994.", date(1994, 7, 1), date(1994, 12, 31), "END"),
        ("It opened in the mid-1990s.", date(1992, 7, 1), date(1997, 6, 30), "MID"),
        ("It opened in late June 1994.", date(1994, 6, 16), date(1994, 6, 30), "END"),
        ("It opened last week.", date(2013, 3, 11), date(2013, 3, 17), None),
        ("It opened around Nov. 1.", date(2012, 11, 1), date(2012, 11, 1), "APPROX"),
        ("It stayed open for at least two years.", None, None, "EQUAL_OR_MORE"),
        ("It is now open.", None, None, None),
    ],
)
def test_days_at_the_granularity_stated(
    analyzer: Analyzer, text: str, earliest: date | None, latest: date | None, mod: str | None
) -> None:
    (time,) = found(analyzer, text)
    assert (time.earliest, time.latest, time.mod) == (earliest, latest, mod)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The mayor resigned on Friday.", "XXXX-WXX-5"),
        ("The bridge opened in May.", "XXXX-05"),
        ("The bridge opened on May 3.", "XXXX-05-03"),
        ("The bridge opened last week.", "XXXX-WXX"),
        ("The bridge opened last year.", "XXXX"),
        ("The bridge opened yesterday.", "XXXX-XX-XX"),
        ("The bridge opened last summer.", "XXXX-SU"),
        ("Sales fell in the third quarter.", "XXXX-Q3"),
        ("He arrived on Monday night.", "XXXX-WXX-1TNI"),
    ],
)
def test_nothing_relative_is_resolved_without_a_publication_date(
    analyzer: Analyzer, text: str, value: str
) -> None:
    (time,) = found(analyzer, text, None)
    assert time.value == value
    assert (time.earliest, time.latest) == (None, None)
    assert time.reason == "relative, and no publication date is known"


def test_what_the_text_itself_allows_is_resolved_without_one(analyzer: Analyzer) -> None:
    text = "He died on 3 May 2001. The next day the shops closed."
    assert read(analyzer, text, None) == [
        ("3 May 2001", "2001-05-03"),
        ("The next day", "2001-05-04"),
    ]


def test_the_ends_of_a_stretch_are_in_order(analyzer: Analyzer) -> None:
    text = "The pass is closed from November to March."
    start, end = found(analyzer, text)
    assert start.latest is not None
    assert end.earliest is not None
    assert start.latest < end.earliest
    assert end.reason == f"the end of what begins in {start.value}"


def test_the_day_after_follows_the_story_and_not_publication(analyzer: Analyzer) -> None:
    text = "Two men fell on 5 March, and a third broke an ankle the next day."
    assert read(analyzer, text) == [("5 March", "2013-03-05"), ("the next day", "2013-03-06")]


def test_what_is_forecast_lies_ahead(analyzer: Analyzer) -> None:
    assert read(analyzer, "Rain is forecast for Wednesday.") == [("Wednesday", "2013-03-27")]


def test_what_follows_an_unresolved_time_stays_unresolved(analyzer: Analyzer) -> None:
    text = "He died in 2001. Last year the truce broke. The following month it rained."
    assert read(analyzer, text, None) == [
        ("2001", "2001"),
        ("Last year", "XXXX"),
        ("The following month", "XXXX-XX"),
    ]


def test_a_quarter_that_a_day_ends_has_the_days_of_that_year(analyzer: Analyzer) -> None:
    quarter, _ = found(analyzer, "Sales fell in the fourth quarter ended Sept. 30.")
    assert (quarter.value, quarter.earliest, quarter.latest) == (
        "2012-Q4",
        date(2012, 7, 1),
        date(2012, 9, 30),
    )


def test_a_time_zone_is_told(analyzer: Analyzer) -> None:
    (time,) = found(analyzer, "The ship will dock at 4 p.m. EDT on Monday.")
    assert time.value == "2013-03-25T16:00"
    assert time.reason == ("nearest Monday on or after publication, Friday 22 March 2013, by EDT")


def test_a_length_to_its_last_day_has_its_days(analyzer: Analyzer) -> None:
    length, end = found(analyzer, "Sales fell in the three months ended Sept. 30.")
    assert (length.type, length.value) == (TimeType.DURATION, "P3M")
    assert (length.earliest, length.latest) == (date(2012, 7, 1), date(2012, 9, 30))
    assert length.reason == "the time to its last day, 2012-09-30"
    assert end.value == "2012-09-30"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Divers cleared the wreck from August to October 2022.", ["2022-08", "2022-10"]),
        ("She led it between November and February 2021.", ["2020-11", "2021-02"]),
        ("He governed from March 3 to April 5, 2019.", ["2019-03-03", "2019-04-05"]),
        ("Sales fell in March and April 2021.", ["2021-03", "2021-04"]),
    ],
)
def test_what_is_joined_to_a_full_date_borrows_its_year(
    analyzer: Analyzer, text: str, values: list[str]
) -> None:
    found = analyzer.analyze(Article.from_text(text, published=date(2024, 5, 3))).times
    assert [time.value for time in found] == values


def test_a_number_of_thousands_of_words_is_none(analyzer: Analyzer) -> None:
    """It would take hours where the pattern of a number had no end."""
    text = "She waited " + "forty-" * 5_000 + " years for it in 1995."
    assert read(analyzer, text) == [("years", "PXY"), ("1995", "1995")]


VALUES = [
    ("He worked there in 1890 – 91.", ["1890", "1891"]),
    ("They won 1890 – 94 votes to none.", []),
    ("The king (1710 - 1774, reigned 1715 - 1774) died.", ["1710", "1774", "1715", "1774"]),
    ("The Reds won 2010-1998.", []),
    ("It was printed at Norbury, Varn, 1859.", ["1859"]),
    ("He lives at 1950 Main Street.", []),
    ("She backed Vos in 88 and 92, Berg in 96, and Olsen in 08.", ["1988", "1992", "1996", "2008"]),
    ("She came in 12, and he came in 15.", []),
    (
        "He died on 30 September 420. He was baptized about 360 - 366.",
        ["0420-09-30", "0360", "0366"],
    ),
    ("Some 300 came. In 360, they say, it was built.", []),
    ("He died on 3 May 420. He fell ill in the winter of 373 - 374.", ["0420-05-03", "0373-WI"]),
    ("Her note bears the day 7 June 19 68 in pencil.", ["1968-06-07"]),
    ("It opened on 3. March 1998.", ["1998-03-03"]),
    ("They meet on the last Friday of the month.", ["2013-03-29"]),
    ("The council meets in June. It votes on the second Monday.", ["2013-06", "2013-06-10"]),
    ("Sales in February rose from the same month a year ago.", ["2013-02", "2012-02"]),
    ("It was shut from 10/15 to 11/27.", ["2012-10-15", "2012-11-27"]),
    ("It took from 3/4 to 7/8 of a cup.", []),
    ("On Tues they met, and on Thurs they left.", ["2013-03-19", "2013-03-21"]),
    ("The fire broke out on Friday night, 9th March 2012.", ["2012-03-09TNI", "2012-03-09"]),
    ("On Monday it rained. The evening before, it snowed.", ["2013-03-18", "2013-03-17TEV"]),
    ("The fair is to be held from October 3 to October 9.", ["2013-10-03", "2013-10-09"]),
    ("It took until October.", ["2012-10"]),
]


@pytest.mark.parametrize(("text", "values"), VALUES, ids=lambda case: str(case)[:40])
def test_an_expression_has_its_value(analyzer: Analyzer, text: str, values: list[str]) -> None:
    assert [time.value for time in found(analyzer, text)] == values


@pytest.mark.parametrize(
    ("text", "published", "days"),
    [
        pytest.param(
            "Profit rose from the year-earlier third quarter.",
            FRIDAY,
            (date(2011, 7, 1), date(2011, 9, 30)),
            id="a year before the quarter that is meant",
        ),
        pytest.param(
            "Sales fell in the year ended March 2.",
            FRIDAY,
            (date(2012, 3, 3), date(2013, 3, 2)),
            id="a year to its last day",
        ),
        pytest.param(
            "In the quarter ended March 2, sales fell.",
            FRIDAY,
            (date(2012, 12, 3), date(2013, 3, 2)),
            id="a quarter to its last day",
        ),
        pytest.param("The doors opened at 3 p.m.", None, (None, None), id="a time without a day"),
    ],
)
def test_an_expression_has_its_days(
    analyzer: Analyzer, text: str, published: date | None, days: tuple[date | None, date | None]
) -> None:
    time = found(analyzer, text, published)[0]
    assert (time.earliest, time.latest) == days


def test_a_time_without_a_day_has_an_open_one(analyzer: Analyzer) -> None:
    assert read(analyzer, "The doors opened at 3 p.m.", None) == [("3 p.m.", "XXXX-XX-XXT15:00")]
