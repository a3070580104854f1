"""The days of articles with times that are easily mistaken; the answers were written first."""

from __future__ import annotations

from datetime import date

import pytest

from reader import Analyzer

from .test_find import found

ATHLETICS = """Mara Kestrel, 23, won the 1500m in 4:01.25 at Gateshead on Saturday, two seconds \
ahead of Ines Dahl, mother of a two-year-old. In the second race of the meeting she came home in \
2:03. May Osgood was third. She missed the 2023-24 season with a torn calf, but "March was kind to \
me", she said. The final is at 3pm on 1 June. Her flight, BA 2019, lands on Thursday. She trains \
24/7."""
BUSINESS = """Hollins Corp. said on Thursday that revenue in FY24 rose 4 percent. It forecast in \
October a fall in the first half of 2025. Third-quarter profit was $3 million, compared with $5 \
million in the same quarter of 2023. From late 2019 until early 2021 Dana Roe ran the paper \
unit. The unit is to be sold by Monday. The board has met every month since January, and its \
owner wants it closed by Christmas Eve. The mill, shut in the summer of '99, cost 2,019 jobs."""
DELHI = """Smog covered Delhi on Monday, a week after Diwali. The ban, ordered on 15 October, \
was ignored. Schools that shut on 21/10/2025 will reopen on 3/11/2025. In 2023-24 the city spent \
Rs 2,010 crore on clean air. The worst day came on the 22nd. Between 3 and 5 November the army \
will spray water. In Mumbai, Eid al-Fitr was clearer."""
POLICE = """Police were called to Holt Street in the early hours of Sunday after a man was \
stabbed. The street was closed until 6am on Sunday. A 19-year-old was arrested at 2.15am on \
Monday. Anyone who was there between 11pm on Saturday and 1am on Sunday should call 101. At \
Tuesday night's meeting residents will ask for cameras. Insp. June Abbott said June would bring \
more patrols. The inquest opens next Easter."""
FOOTBALL = """Harrow came from behind to beat Selby in the league on Saturday. Their striker \
scored in the second half, after a goal in the first half of the match for the visitors. It was \
a first win since Boxing Day. The coach, in his 60s, was appointed last summer. They play Ripon \
on Tuesday night and Hull on the 12th."""

ARTICLES = [
    (
        date(2025, 5, 19),
        ATHLETICS,
        {
            "Saturday": ("2025-05-17", "2025-05-17"),
            "2023-24": ("2023-01-01", "2024-12-31"),
            "March": ("2025-03-01", "2025-03-31"),
            "3pm on 1 June": ("2025-06-01", "2025-06-01"),
            "Thursday": ("2025-05-22", "2025-05-22"),
        },
    ),
    (
        date(2024, 10, 31),
        BUSINESS,
        {
            "Thursday": ("2024-10-31", "2024-10-31"),
            "FY24": ("2024-01-01", "2024-12-31"),
            "October": ("2024-10-01", "2024-10-31"),
            "the first half of 2025": ("2025-01-01", "2025-06-30"),
            "Third-quarter": ("2024-07-01", "2024-09-30"),
            "the same quarter of 2023": ("2023-07-01", "2023-09-30"),
            "late 2019": ("2019-07-01", "2019-12-31"),
            "early 2021": ("2021-01-01", "2021-06-30"),
            "Monday": ("2024-11-04", "2024-11-04"),
            "January": ("2024-01-01", "2024-01-31"),
            "Christmas Eve": ("2024-12-24", "2024-12-24"),
            "the summer of '99": ("1999-06-01", "1999-08-31"),
        },
    ),
    (
        date(2025, 10, 27),
        DELHI,
        {
            "Monday": ("2025-10-27", "2025-10-27"),
            "Diwali": ("2025-10-20", "2025-10-20"),
            "15 October": ("2025-10-15", "2025-10-15"),
            "21/10/2025": ("2025-10-21", "2025-10-21"),
            "3/11/2025": ("2025-11-03", "2025-11-03"),
            "2023-24": ("2023-01-01", "2024-12-31"),
            "the 22nd": ("2025-10-22", "2025-10-22"),
            "3": ("2025-11-03", "2025-11-03"),
            "5 November": ("2025-11-05", "2025-11-05"),
            "Eid al-Fitr": ("2025-03-30", "2025-03-30"),
        },
    ),
    (
        date(2024, 3, 5),
        POLICE,
        {
            "Sunday": ("2024-03-03", "2024-03-03"),
            "6am on Sunday": ("2024-03-03", "2024-03-03"),
            "2.15am on Monday": ("2024-03-04", "2024-03-04"),
            "11pm on Saturday": ("2024-03-02", "2024-03-02"),
            "1am on Sunday": ("2024-03-03", "2024-03-03"),
            "Tuesday night": ("2024-03-05", "2024-03-05"),
            "June": ("2024-06-01", "2024-06-30"),
            "next Easter": ("2024-03-31", "2024-03-31"),
        },
    ),
    (
        date(2025, 2, 2),
        FOOTBALL,
        {
            "Saturday": ("2025-02-01", "2025-02-01"),
            "Boxing Day": ("2024-12-26", "2024-12-26"),
            "last summer": ("2024-06-01", "2024-08-31"),
            "Tuesday night": ("2025-02-04", "2025-02-04"),
            "the 12th": ("2025-02-12", "2025-02-12"),
        },
    ),
]


@pytest.mark.parametrize(
    ("published", "text", "days"),
    ARTICLES,
    ids=["athletics", "business", "delhi", "police", "football"],
)
def test_the_days_of_an_article(
    analyzer: Analyzer, published: date, text: str, days: dict[str, tuple[str, str]]
) -> None:
    dated = {
        text[t.start : t.end]: (str(t.earliest), str(t.latest))
        for t in found(analyzer, text, published)
        if t.earliest
    }
    assert dated == days


WEDNESDAY = date(2025, 3, 12)
CLAUSES = [
    ("It forecast in October a rise of 3 percent.", "October", "2024-10-01"),
    ("The bank projected in October that prices would fall.", "October", "2024-10-01"),
    ("Sales would be flat this year, it forecast on Monday.", "Monday", "2025-03-10"),
    ("The bank was expected in May to raise rates.", "May", "2025-05-01"),
    ("The show ran until 6 January.", "6 January", "2025-01-06"),
    ("The show runs until 6 April.", "6 April", "2025-04-06"),
    ("The court adjourned until Monday.", "Monday", "2025-03-17"),
    ("The road was closed until Monday.", "Monday", "2025-03-10"),
    ("The road was closed until Thursday.", "Thursday", "2025-03-13"),
    ("Until Friday, the council said, the hall stays open.", "Friday", "2025-03-14"),
    ("The government wants the law passed by Christmas.", "Christmas", "2025-12-25"),
    ("The law was passed by Christmas.", "Christmas", "2024-12-25"),
    ("Ahead of Tuesday's vote, shares fell.", "Tuesday", "2025-03-11"),
    ("Ahead of Sunday's vote, shares fell.", "Sunday", "2025-03-16"),
    ("Between Friday and Monday two men were killed.", "Monday", "2025-03-10"),
    ("The letter of 2/3/2025 is short, that of 14/3/2024 long.", "2/3/2025", "2025-03-02"),
    ("The letter of 2/3/2025 is short, that of March 14 long.", "2/3/2025", "2025-02-03"),
    ("The hall burnt down a week ago on Tuesday.", "a week ago on Tuesday", "2025-03-04"),
    ("They got married in August.", "August", "2024-08-01"),
    ("He faces a ban if he offends again before October.", "October", "2025-10-01"),
    ("She will be sentenced on Monday week.", "Monday week", "2025-03-24"),
    ("The Senate voted to stay open through Jan. 30.", "Jan. 30", "2026-01-30"),
    ("Sales fell through January.", "January", "2025-01-01"),
    ("The budget, due in February, was thrown out.", "February", "2025-02-01"),
    ("The mill was to have closed in January.", "January", "2025-01-01"),
    ("The hall was shut on Labor Day weekend.", "Labor Day weekend", "2024-08-31"),
    ("Sales rose in Q4 FY24.", "Q4 FY24", "2024-10-01"),
    (
        "It reported in July 1966. Its head died the following year.",
        "the following year",
        "1967-01-01",
    ),
    ("The mill opened in July 1966. A year later it shut.", "A year later", "1967-07-01"),
]


@pytest.mark.parametrize(("text", "words", "first"), CLAUSES)
def test_the_clause_says_which_of_two_days_is_meant(
    analyzer: Analyzer, text: str, words: str, first: str
) -> None:
    dated = {text[t.start : t.end]: str(t.earliest) for t in found(analyzer, text, WEDNESDAY)}
    assert dated[words] == first


@pytest.mark.parametrize(
    "text",
    [
        "Highway 2020 is closed.",
        "Flight 1987 was late, and Room 2025 was empty.",
        "A man in his 80s was hurt.",
        "He made his ninth century in the format.",
        "Sheep came at least 400 years earlier than thought.",
        "She ran it in 2:19:52.",
    ],
)
def test_a_number_of_something_else_has_no_days(analyzer: Analyzer, text: str) -> None:
    assert not any(time.earliest for time in found(analyzer, text, WEDNESDAY))


def test_a_half_is_one_of_the_year_where_money_is_told_of(analyzer: Analyzer) -> None:
    text = "The league team scored, said the coach. Profits fell in the second half."
    values = [time.value for time in found(analyzer, text, WEDNESDAY)]
    assert values == ["2024-H2"]


@pytest.mark.parametrize(
    "text",
    [
        "The mill closed at the end of the 1970s. Its records burnt the year before.",
        "The mill closed in 1970. The next day its records burnt.",
    ],
)
def test_what_is_counted_from_something_too_vague_is_left_open(
    analyzer: Analyzer, text: str
) -> None:
    first, second = found(analyzer, text, WEDNESDAY)
    assert first.earliest is not None
    assert second.earliest is None
