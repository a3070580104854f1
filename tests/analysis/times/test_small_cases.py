"""Small texts in which a reader settles the day by the words around it, or leaves it open."""

from __future__ import annotations

from datetime import date

import pytest

from reader import Analyzer, Article

TUESDAY = date(2026, 3, 3)
Days = tuple[str, str] | str | None
"""First and last day, one day, or None where nothing settles it."""

CASES: list[tuple[str, dict[str, Days]]] = [
    # What is put off, and what is set, for a day.
    ("He was remanded on bail for sentence on 14 May.", {"14 May": "2026-05-14"}),
    ("She was remanded in custody for a plea hearing on 4 June.", {"4 June": "2026-06-04"}),
    ("The case was adjourned for trial on 8 May.", {"8 May": "2026-05-08"}),
    ("Her trial was fixed for 21 September.", {"21 September": "2026-09-21"}),
    ("The appeal was listed for 2 August.", {"2 August": "2026-08-02"}),
    ("The leak was fixed on Friday.", {"Friday": "2026-02-27"}),
    ("He was remanded in custody on Friday.", {"Friday": "2026-02-27"}),
    ("The match was booked for 9 May but nobody came.", {"9 May": "2026-05-09"}),
    # Weekdays of a story.
    (
        "In August they announced a deal on the Thursday and by Saturday it was dead.",
        {"Thursday": ("2025-08-01", "2025-08-31"), "Saturday": ("2025-08-01", "2025-08-31")},
    ),
    (
        "The fair opened on 3 July. On the Saturday it rained, and by Sunday it was over.",
        {"Saturday": "2025-07-05", "Sunday": "2025-07-06"},
    ),
    ("In August sales fell, the firm said on Friday.", {"Friday": "2026-02-27"}),
    ("The Thursday meeting was cancelled.", {"Thursday": "2026-02-26"}),
    ("They married on the Sunday before Easter.", {"Sunday": None}),
    ("He made his debut the Saturday before last.", {"the Saturday before last": "2026-02-21"}),
    # Counted from the story or from publication.
    (
        "Polls closed at 22:30 on 27 February, and the last vote was cast at 2:30 the next day.",
        {"2:30 the next day": "2026-02-28"},
    ),
    (
        "By Friday evening the firm, founded in 2009 and sold six years later, had paid. Its owner "
        "said the next day that it was sorry.",
        {"the next day": "2026-02-28"},
    ),
    ("They left the same week that she came.", {"the same week": None}),
    ("The congress opens in ten days' time.", {"in ten days' time": "2026-03-13"}),
    ("The mill burned down a decade ago.", {"a decade ago": ("2016-01-01", "2016-12-31")}),
    (
        "The ferry sank in March 1902. A hundred years later a plaque was unveiled.",
        {"A hundred years later": ("2002-01-01", "2002-12-31")},
    ),
    (
        "It was bought in March 2021 and sold a year later.",
        {"a year later": ("2022-03-01", "2022-03-31")},
    ),
    (
        "The yard began on 1 February. It should be done by mid-May, and trials start ten days "
        "later.",
        {"ten days later": None},
    ),
    # Parts of a year.
    (
        "The ferry will sail in the first week of May.",
        {"the first week of May": ("2026-05-01", "2026-05-07")},
    ),
    (
        "It shut in the last week of May 2025.",
        {"the last week of May 2025": ("2025-05-25", "2025-05-31")},
    ),
    ("Flowers are laid each January.", {"each January": None}),
    ("There was a ferry as early as 1788.", {"1788": ("1788-01-01", "1788-12-31")}),
    (
        "It snowed in the winter of 2023-24.",
        {"the winter of 2023-24": ("2023-12-01", "2024-02-29")},
    ),
    (
        "The treaty was signed in 1968 and came into force two years later, in March.",
        {"March": ("1970-03-01", "1970-03-31")},
    ),
    (
        "Sales rose in the first nine months of 2025.",
        {"the first nine months": ("2025-01-01", "2025-09-30")},
    ),
    (
        "The previous Saturday, 21 February, they won.",
        {"The previous Saturday, 21 February": "2026-02-21"},
    ),
    ("It opened at Whitsun.", {"Whitsun": "2025-06-08"}),
    ("It opened at the turn of the year.", {"the year": None}),
    # Before and after the time of the story.
    (
        "It opened in May 2021. It shut the following January and reopened the next spring.",
        {
            "the following January": ("2022-01-01", "2022-01-31"),
            "the next spring": ("2022-03-01", "2022-05-31"),
        },
    ),
    (
        "They married in 1960. Their daughter was born the next year.",
        {"the next year": ("1961-01-01", "1961-12-31")},
    ),
    ("They will marry the next year.", {"the next year": ("2027-01-01", "2027-12-31")}),
    ("It was burned in 1631 by Swedish troops.", {"1631": ("1631-01-01", "1631-12-31")}),
    ("In 1631 Swedish troops burned it.", {"1631": ("1631-01-01", "1631-12-31")}),
    ("It shut on the last day of 1962.", {"1962": ("1962-01-01", "1962-12-31")}),
    ("They left in the last winter of the war.", {"last winter": None}),
    (
        "Convoys got through on the 14th and the 22nd.",
        {"the 14th": "2026-02-14", "the 22nd": "2026-02-22"},
    ),
    # The end of what began.
    (
        "The pause was to have begun on Sunday and to last until Wednesday.",
        {"Sunday": "2026-03-01", "Wednesday": "2026-03-04"},
    ),
    (
        "The strike began in September and lasted until November.",
        {"September": ("2025-09-01", "2025-09-30"), "November": ("2025-11-01", "2025-11-30")},
    ),
    (
        "The strike began in January and lasted until May.",
        {"January": ("2026-01-01", "2026-01-31"), "May": ("2025-05-01", "2025-05-31")},
    ),
    (
        "On Monday the judge put it off until Friday.",
        {"Monday": "2026-03-02", "Friday": "2026-03-06"},
    ),
    # A firm's own year.
    ("It earned $2 million in its fiscal third quarter.", {"fiscal third quarter": None}),
    (
        "Profit rose in the three months to 31 January. Sales fell in the fiscal third quarter.",
        {"the fiscal third quarter": ("2025-11-01", "2026-01-31")},
    ),
    # A verb whose past looks like its present.
    (
        "It expects more than the $2 million it forecast in May.",
        {"May": ("2025-05-01", "2025-05-31")},
    ),
    ("The storm hit the coast in May.", {"May": ("2025-05-01", "2025-05-31")}),
    ("Shares hit a low in May.", {"May": ("2025-05-01", "2025-05-31")}),
]


@pytest.mark.parametrize(("text", "days"), CASES)
def test_the_words_around_it_settle_the_day(
    analyzer: Analyzer, text: str, days: dict[str, Days]
) -> None:
    times = analyzer.analyze(Article.from_text(text, published=TUESDAY)).times
    found = {
        text[t.start : t.end]: str(t.earliest)
        if t.earliest and t.earliest == t.latest
        else (str(t.earliest), str(t.latest))
        for t in times
    }
    expected = {words: stated or ("None", "None") for words, stated in days.items()}
    assert {words: found.get(words, ("None", "None")) for words in days} == expected
