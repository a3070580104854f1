"""The one subject finder, on parses written by hand."""

import pytest

from reader.analysis.syntax.narration import Narration
from reader.analysis.syntax.subjects import doer, own_subject, subject_head

from ..trees import by_hand

JOINED = (
    "Olsen/NNP/nsubj/1 said|say/VBD/ROOT/1 she/PRP/nsubj/4 would/MD/aux/4 resign/VB/ccomp/1 "
    "and/CC/cc/4 called|call/VBD/conj/4 it/PRP/dobj/6 a/DT/det/9 day/NN/oprd/6"
)
ASIDE = (
    "The/DT/det/1 judge/NN/nsubj/3 ,/,/punct/8 citing|cite/VBG/advcl/8 an/DT/det/6 old/JJ/amod/6 "
    "rule/NN/dobj/3 ,/,/punct/8 dismissed/VBD/ROOT/8 the/DT/det/10 case/NN/dobj/8"
)
URGED = (
    "The/DT/det/1 council/NN/nsubj/2 urged|urge/VBD/ROOT/2 Berg/NNP/dobj/2 to/TO/aux/5 "
    "resign/VB/xcomp/2"
)
WANTED = "Berg/NNP/nsubj/1 wanted|want/VBD/ROOT/1 to/TO/aux/3 resign/VB/xcomp/1"
PASSIVE = (
    "The/DT/det/1 report/NN/nsubjpass/3 was|be/VBD/auxpass/3 written|write/VBN/ROOT/3 "
    "by/IN/agent/3 Ada/NNP/compound/6 Olsen/NNP/pobj/4"
)
RELATIVE = (
    "The/DT/det/1 man/NN/nsubj/6 who/WP/nsubj/3 built|build/VBD/relcl/1 the/DT/det/5 "
    "dam/NN/dobj/3 spoke|speak/VBD/ROOT/6"
)
ASKED = (
    "Asked|ask/VBN/advcl/7 whether/IN/mark/4 she/PRP/nsubj/4 would/MD/aux/4 resign/VB/ccomp/0 "
    ",/,/punct/7 Olsen/NNP/nsubj/7 laughed|laugh/VBD/ROOT/7"
)
TRAILING = (
    "She/PRP/nsubj/1 said|say/VBD/ROOT/1 it/PRP/nsubj/4 would/MD/aux/4 pass/VB/ccomp/1 "
    ",/,/punct/1 adding|add/VBG/advcl/4 that/IN/mark/9 it/PRP/nsubj/9 was|be/VBD/ccomp/6 "
    "late/JJ/acomp/9"
)
ABSOLUTE = (
    "With/IN/prep/9 aides/NNS/nsubj/2 saying|say/VBG/pcomp/0 he/PRP/nsubj/4 was|be/VBD/ccomp/2 "
    "ill/JJ/acomp/4 ,/,/punct/9 the/DT/det/8 mayor/NN/nsubj/9 left|leave/VBD/ROOT/9"
)
ASKED_BETWEEN = (
    "Berg/NNP/nsubj/2 ,/,/punct/2 asked|ask/VBD/advcl/9 if/IN/mark/6 he/PRP/nsubj/6 "
    "would/MD/aux/6 run/VB/ccomp/2 again/RB/advmod/6 ,/,/punct/9 said|say/VBD/ROOT/9 no/UH/intj/9"
)
IN_FRONT = "In/IN/prep/4 Oslo/NNP/pobj/0 ,/,/punct/1 rain/NN/appos/1 fell|fall/VBD/ROOT/4"
SINCE = (
    "She/PRP/nsubj/2 has/VBZ/aux/2 painted|paint/VBN/ROOT/2 since/IN/prep/2 "
    "retiring|retire/VBG/pcomp/3"
)
THANKED = (
    "She/PRP/nsubj/1 thanked|thank/VBD/ROOT/1 Berg/NNP/dobj/1 for/IN/prep/1 coming|come/VBG/pcomp/3"
)
SELLING = (
    "She/PRP/nsubj/2 will/MD/aux/2 sell/VB/ROOT/2 and/CC/cc/2 took|take/VBD/conj/2 "
    "a/DT/det/6 loss/NN/dobj/4"
)
THERE = "There/EX/expl/1 was|be/VBD/ROOT/1 a/DT/det/3 fire/NN/attr/1"
INVERTED = (
    "He/PRP/nsubj/3 left/VBD/dep/0 ,/,/punct/3 said|say/VBD/ROOT/3 Ada/NNP/compound/5 "
    "Olsen/NNP/nsubj/3"
)


@pytest.mark.parametrize(
    ("rows", "verb", "subject"),
    [
        pytest.param(JOINED, 1, "Olsen", id="its own"),
        pytest.param(JOINED, 4, "she", id="in a clause"),
        pytest.param(JOINED, 6, None, id="a finite verb shares none with a bare one in a report"),
        pytest.param(SELLING, 4, "She", id="a finite verb shares that of a bare main one"),
        pytest.param(ASIDE, 8, "judge", id="lent to an aside"),
        pytest.param(IN_FRONT, 4, "rain", id="joined to a phrase in front"),
        pytest.param(SINCE, 4, "She", id="behind a preposition of time, that of the clause"),
        pytest.param(THANKED, 4, None, id="behind another, the object may do it"),
        pytest.param(THERE, 1, "There", id="there"),
        pytest.param(ASKED_BETWEEN, 9, "Berg", id="lent to a question in between"),
        pytest.param(URGED, 5, "Berg", id="of who is urged"),
        pytest.param(WANTED, 3, "Berg", id="of who wants to"),
        pytest.param(PASSIVE, 3, "report", id="of a passive"),
        pytest.param(RELATIVE, 3, "man", id="who is described"),
        pytest.param(INVERTED, 3, "Olsen", id="behind an inverted verb"),
    ],
)
def test_a_verb_has_the_head_of_its_subject(rows, verb, subject):
    parse = by_hand(rows)
    found = subject_head(parse, verb)
    assert (parse.text[found] if found is not None else None) == subject


@pytest.mark.parametrize(
    ("rows", "verb", "who"),
    [
        pytest.param(JOINED, 6, "Olsen", id="past the clause that cannot share its subject"),
        pytest.param(URGED, 5, "Berg", id="who is urged"),
        pytest.param(PASSIVE, 3, "Ada Olsen", id="the agent of a passive"),
        pytest.param(RELATIVE, 3, "The man who", id="the antecedent with its pronoun"),
        pytest.param(ASKED, 0, None, id="who is asked does not ask"),
        pytest.param(ASKED, 7, "Olsen", id="who is asked and laughs"),
        pytest.param(TRAILING, 6, "She", id="a participle of saying goes with the outer verb"),
        pytest.param(ABSOLUTE, 2, "aides", id="with somebody saying"),
        pytest.param(ABSOLUTE, 9, "the mayor", id="who leaves"),
    ],
)
def test_who_does_what_a_verb_tells(rows, verb, who):
    parse = by_hand(rows)
    found = doer(Narration(parse), verb)
    assert (parse.words(found.first, found.last) if found else None) == who


def test_who_is_quoted_does_nothing_outside_the_quotation():
    parse = by_hand(
        "''/''/punct/2 Olsen/NNP/nsubj/2 sang|sing/VBD/ROOT/2 ''/''/punct/2 hums|hum/VBZ/conj/2"
    )
    assert doer(Narration(parse, [(0, 4)]), 4) is None
    assert doer(Narration(parse), 4) is not None


def test_a_phrase_ends_where_a_quotation_breaks_in():
    parse = by_hand(
        "The/DT/det/1 song/NN/nsubj/5 ''/''/punct/1 Rain/NNP/appos/1 ''/''/punct/1 "
        "says|say/VBZ/ROOT/5 no/UH/intj/5"
    )
    told = Narration(parse, [(2, 5)])
    found = doer(told, 5)
    assert found is not None
    assert parse.words(found.first, found.last) == "The song"


def test_a_verb_without_words_around_it_has_no_subject():
    assert own_subject(by_hand("Rain/NN/ROOT/0"), 0) is None
    assert subject_head(by_hand("Go/VB/ROOT/0"), 0) is None
