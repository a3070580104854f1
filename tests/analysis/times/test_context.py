"""Expressions that mean what the words around them make of them."""

from __future__ import annotations

from datetime import date

import pytest

from reader import Analyzer, Article

FRIDAY = date(2013, 3, 22)

AHEAD = [
    ("The firm offered a free crossing before the end of June.", ["2013-06"]),
    ("The mayor made an offer to sell the hall by June.", ["2013-06"]),
    ("The court set a deadline of Thursday for the papers.", ["2013-03-28"]),
    ("Olsen resigned before June.", ["2012-06"]),
    ("Olsen can win in November.", ["2013-11"]),
    ("Vos spoke of her chances of winning in November.", ["2013-11"]),
    ("Heading into Tuesday's vote, her lead has vanished.", ["2013-03-26"]),
    ("A service planned for Thursday was cancelled after a leak.", ["2013-03-21"]),
    ("A service planned for Thursday will be held.", ["2013-03-28"]),
    ("The council decided against charging her in July.", ["2012-07"]),
    ("Protesters kept going until nearly 2 a.m. Friday.", ["2013-03-22T02:00"]),
    ("They would appeal against Wednesday's ruling.", ["2013-03-20"]),
]
SPOKEN = [
    ("The bell rang at half past three.", ["2013-03-22T03:30"]),
    ("The bell rang at a quarter to nine.", ["2013-03-22T08:45"]),
    ("The bell rang at quarter past 10 in the evening.", ["2013-03-22T22:15"]),
    ("Earnings fell in the third quarter to nine cents a share.", ["2012-Q3"]),
    ("They need a plan by 6 o'clock this afternoon.", ["2013-03-22T18:00"]),
    ("By late afternoon the crowd had left.", ["2013-03-22TAF"]),
    ("Vos said so in a Friday tweet.", ["2013-03-22"]),
]
OF_A_MONTH = [
    ("The shop closed on the 12th.", ["2013-03-12"]),
    ("The shop will close on the 5th.", ["2013-04-05"]),
    ("He came on 3 March and left on the 12th.", ["2013-03-03", "2013-03-12"]),
    ("They live on the 12th floor.", []),
    (
        "It was ordered on May 3, 2010, and sent by the end of the month.",
        ["2010-05-03", "2010-05"],
    ),
]
TWO_NAMES = [
    ("The firm moved in October 2011, just eight months later, to Oslo.", ["2011-10", "2011-10"]),
    ("It got 1 percent in 2010, the year the court ruled on it.", ["2010", "2010"]),
    (
        "Eight years ago, she was close to victory, having won eleven races in February.",
        ["2005", "2005-02"],
    ),
    ("He ran in 1972. He lost that November.", ["1972", "1972-11"]),
    ("They won in the same week that the mayor resigned.", ["XXXX-WXX"]),
    ("That was in the last half of the '80s.", ["198"]),
    ("He called three or four months ago.", ["2012-12"]),
]
NO_TIMES = [
    "The reporters of USA TODAY work hard.",
    "Vos cannot remember the last day she took off.",
    "It was the dawn of a movement.",
    "She hosts a Sunday talk show.",
    "The month after her nomination was wasted.",
    "The teacher Dawn Hill spoke on The Tonight Show.",
    "They saw the future Harbour Hotel.",
]


@pytest.mark.parametrize(("text", "values"), AHEAD + SPOKEN + OF_A_MONTH + TWO_NAMES)
def test_what_an_expression_means_where_it_stands(
    analyzer: Analyzer, text: str, values: list[str]
) -> None:
    found = analyzer.analyze(Article.from_text(text, published=FRIDAY)).times
    assert [time.value for time in found] == values


@pytest.mark.parametrize("text", NO_TIMES)
def test_names_and_figures_of_speech_are_no_times(analyzer: Analyzer, text: str) -> None:
    assert analyzer.analyze(Article.from_text(text, published=FRIDAY)).times == ()
