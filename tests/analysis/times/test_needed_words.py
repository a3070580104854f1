"""The words that a rule needs, without which its pattern is not tried."""

from __future__ import annotations

import pytest

from reader.analysis.times.grammar import needed


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("the {unit:unit} (?P<side>before|after)", (("the",), ("before", "after"))),
        ("{number} (?:and a half)~{unit} ago", (("and",), ("ago",))),
        ("(?:the )?{year:year}", ()),
        ("days? later", (("day",), ("later",))),
        ("(?:one|another) year", (("one", "another"), ("year",))),
        ("(?:last (?:week|month))? of", (("of",),)),
        ("now|later", ()),
        (r"\bon[a-z]+ (?=then)day", (("on",), ("day",))),
        ("{daypart:part}(?!x)", ()),
        ("a week", (("week",),)),
        ("x then", (("then",),)),
        ("(?:a|then) now", (("now",),)),
        (r"(?:week[)]|x) then", (("then",),)),
        (r"(?:week\)|x) then", (("then",),)),
        (r"\dx then", (("then",),)),
        ("[week] then", (("then",),)),
        ("(?:(?:week) ago)? then", (("then",),)),
        ("thens? now", (("then",), ("now",))),
        ("then{2}", (("the",),)),
    ],
)
def test_they_are_those_outside_of_what_may_be_left_out(
    pattern: str, expected: tuple[tuple[str, ...], ...]
) -> None:
    assert tuple(words for words in needed(pattern)) == expected
