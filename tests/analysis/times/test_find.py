"""Time expressions found and resolved in small articles."""

from __future__ import annotations

from datetime import date

import pytest

from reader import Analyzer, Article
from reader.analysis.annotations import TimeExpression

FRIDAY = date(2013, 3, 22)


def found(
    analyzer: Analyzer, text: str, published: date | None = FRIDAY
) -> tuple[TimeExpression, ...]:
    return analyzer.analyze(Article.from_text(text, published=published)).times


def read(analyzer: Analyzer, text: str, published: date | None = FRIDAY) -> list[tuple[str, str]]:
    """The expressions with their values, in text order."""
    return [(text[t.start : t.end], t.value) for t in found(analyzer, text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor resigned on Monday.", [("Monday", "2013-03-18")]),
        ("The mayor resigned on Friday.", [("Friday", "2013-03-22")]),
        ("The council will vote on Tuesday.", [("Tuesday", "2013-03-26")]),
        ("The mayor resigned last Friday.", [("last Friday", "2013-03-15")]),
        ("The court will sit next Friday.", [("next Friday", "2013-03-29")]),
        ("The bridge opened in May.", [("May", "2012-05")]),
        ("The bridge will open in May.", [("May", "2013-05")]),
        ("The bridge opened last May.", [("last May", "2012-05")]),
        ("It opened on Jan. 4.", [("Jan. 4", "2013-01-04")]),
        ("It opened on March 3, 1998.", [("March 3, 1998", "1998-03-03")]),
        ("It opened on 3 March 1998.", [("3 March 1998", "1998-03-03")]),
        ("It opened on Tuesday, March 3, 1998.", [("Tuesday, March 3, 1998", "1998-03-03")]),
        ("It opened in June 1994.", [("June 1994", "1994-06")]),
        ("Prices rose last week.", [("last week", "2013-W11")]),
        ("Prices will rise next month.", [("next month", "2013-04")]),
        ("Prices rose this year.", [("this year", "2013")]),
        ("The firm was sold two years ago.", [("two years ago", "2011")]),
        ("The firm was sold 11 days ago.", [("11 days ago", "2013-03-11")]),
        ("Sales fell in the third quarter.", [("the third quarter", "2012-Q3")]),
        ("Third-quarter sales fell.", [("Third-quarter", "2012-Q3")]),
        ("It was built in the late 1980s.", [("the late 1980s", "198")]),
        ("It was built in the 19th century.", [("the 19th century", "18")]),
        ("The strike began last summer.", [("last summer", "2012-SU")]),
        ("Talks lasted two and a half years.", [("two and a half years", "P2Y6M")]),
        ("The 30-day truce held.", [("30-day", "P30D")]),
        ("He swims every day.", [("every day", "P1D")]),
        ("He arrived last night.", [("last night", "2013-03-21TNI")]),
        ("He left at 3:30 p.m. on Monday.", [("3:30 p.m. on Monday", "2013-03-18T15:30")]),
        ("He is now in Rome.", [("now", "PRESENT_REF")]),
        ("Shops were shut on Good Friday.", [("Good Friday", "2013-03-29")]),
        ("The file is dated 2012-11-30.", [("2012-11-30", "2012-11-30")]),
    ],
)
def test_an_expression_and_its_value(
    analyzer: Analyzer, text: str, expected: list[tuple[str, str]]
) -> None:
    assert read(analyzer, text) == expected
