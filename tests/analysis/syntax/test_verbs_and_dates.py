"""Helpers, tense, clefts and prefixes, on parses written by hand."""

from __future__ import annotations

import pytest

from reader.analysis.parse.columns import Parse
from reader.analysis.syntax.clauses import Clauses
from reader.analysis.syntax.clefts import cleft_of
from reader.analysis.syntax.datedness import Datedness
from reader.analysis.syntax.prefixes import with_prefixes
from reader.analysis.syntax.tense import Tense, tense_at
from reader.analysis.syntax.verb_groups import finite_verb, is_finite, shared_helpers
from reader.analysis.types import TimeType

from ..written import written

# "He did not eat or drink."
JOINED = written(
    "He PRP nsubj 3 | did VBD aux 3 | not RB neg 3 | eat VB ROOT 3 | or CC cc 3 |"
    " drink VB conj 3 | . . punct 3"
)
# "He was arrested but freed."
PASSIVE = written(
    "He PRP nsubjpass 2 | was VBD auxpass 2 | arrested VBN ROOT 2 | but CC cc 2 |"
    " freed VBN conj 2 | . . punct 2"
)
# "Men charged in May left."
REDUCED = written(
    "Men NNS nsubj 4 | charged VBN acl 0 | in IN prep 1 | May NNP pobj 2 | left VBD ROOT 4 leave"
)


def test_a_joined_verb_shares_helper_and_negation() -> None:
    assert shared_helpers(JOINED, 5) == [1, 2]
    assert shared_helpers(JOINED, 3) == []


def test_but_ends_a_negation_and_no_helper() -> None:
    assert shared_helpers(PASSIVE, 4) == [1]


@pytest.mark.parametrize(
    ("parse", "verb", "finite"),
    [(JOINED, 3, True), (JOINED, 5, True), (PASSIVE, 4, True), (REDUCED, 1, False)],
)
def test_a_verb_shows_its_tense_itself_or_by_a_helper(
    parse: Parse, verb: int, finite: bool
) -> None:
    assert is_finite(parse, verb) is finite


def test_the_first_helper_shows_number_and_tense() -> None:
    assert finite_verb(PASSIVE, 2) == 1
    assert finite_verb(REDUCED, 4) == 4


def test_each_verb_with_a_clause_owns_its_words() -> None:
    clauses = Clauses(REDUCED)
    assert clauses.owner == [4, 1, 1, 1, 4]
    assert clauses.own_subject(4) == 0
    assert clauses.subject(1) == 0
    assert clauses.is_bare_participle(1)


@pytest.mark.parametrize(
    ("sentence", "token", "tense"),
    [
        ("He PRP nsubj 1 | left VBD ROOT 1 leave | Friday NNP npadvmod 1", 2, Tense.PAST),
        (
            "He PRP nsubj 2 | will MD aux 2 | leave VB ROOT 2 | Friday NNP npadvmod 2",
            3,
            Tense.FUTURE,
        ),
        (
            "It PRP nsubj 1 | was VBD ROOT 1 | due JJ acomp 1 | Friday NNP npadvmod 2",
            3,
            Tense.EXPECTED,
        ),
        ("rain NN ROOT 0 | Friday NNP npadvmod 0", 1, None),
    ],
)
def test_the_verb_above_a_date_tells_its_tense(
    sentence: str, token: int, tense: Tense | None
) -> None:
    assert tense_at(written(sentence), token) is tense


def test_it_was_sets_a_time_off_and_no_doubt() -> None:
    cleft = written(
        "It PRP nsubj 1 | was VBD ROOT 1 | in IN prep 1 | May NNP pobj 2 | that IN mark 6 |"
        " they PRP nsubj 6 | agreed VBD ccomp 1 agree"
    )
    doubt = written(
        "It PRP nsubj 1 | is VBZ ROOT 1 | unlikely JJ acomp 1 | that IN mark 5 |"
        " they PRP nsubj 5 | agreed VBD ccomp 1 agree"
    )
    assert cleft_of(cleft, 1) == 6
    assert cleft_of(doubt, 1) is None


def test_a_prefix_goes_below_its_verb() -> None:
    torn = written("Voters NNS nsubj 1 | re VBD ROOT 1 | -elected VBD advcl 1 | Vos NNP dobj 2")
    assert with_prefixes(torn) is torn  # nothing is torn: the hyphen is no token of its own
    torn = written(
        "Voters NNS nsubj 1 | re VBD ROOT 1 | - HYPH punct 1 | elected VBD advcl 1 | Vos NNP dobj 3"
    )
    mended = with_prefixes(torn)
    assert list(mended.head) == [3, 3, 3, 3, 3]
    assert mended.dep[3] == "ROOT"


def test_what_only_says_when() -> None:
    parse = written(
        "He PRP nsubj 1 | served VBD ROOT 1 serve | two CD nummod 3 | years NNS dobj 1 |"
        " in IN prep 1 | Oslo NNP pobj 4 | in IN prep 1 | May NNP pobj 6 | Friday NNP npadvmod 1"
    )
    dates = Datedness(
        parse,
        {2: TimeType.DURATION, 3: TimeType.DURATION, 7: TimeType.DATE, 8: TimeType.DATE},
    )
    assert [token for token in range(len(parse)) if dates.only_dates(token)] == [6, 8]
