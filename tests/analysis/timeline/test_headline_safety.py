"""A headline never says what the article does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader import Analyzer, Article
from reader.analysis import pipeline
from reader.analysis.parse.columns import Parse
from reader.analysis.parse.gathering import Gathering
from reader.analysis.recovery import parse_batch
from reader.analysis.rules import rules_of
from reader.analysis.timeline.headline_check import faults, faults_of
from reader.analysis.timeline.headlines import LONGEST

from ..written import written
from .samples import FRIDAY, dated, only

ARTICLES = sorted((Path(__file__).parents[3] / "assets" / "articles").glob("*.txt"))

SAFE = [
    # what denies, limits or doubts stays
    ("The mayor did not resign on Monday.", "The mayor did not resign"),
    ("The mayor never opened the bridge in 2010.", "The mayor never opened the bridge"),
    ("The firm may have sold the mill in 2010.", "The firm may have sold the mill"),
    ("The firm allegedly sold the mill in 2010.", "The firm allegedly sold the mill"),
    ("The firm almost sold the mill in 2010.", "The firm almost sold the mill"),
    ("Voters re-elected the mayor on Monday.", "Voters re-elected the mayor"),
    ("No ferry sailed on Monday.", "No ferry sailed"),
    ("The firm sold no land in 2010.", "The firm sold no land"),
    ("Too many calls went unanswered last week.", "Too many calls went unanswered"),
    ("The crew left without the captain on Monday.", "The crew left without the captain"),
    ("According to police, the mayor left on Monday.", "According to police, the mayor left"),
    # "not only" denies nothing
    ("The vote not only split the party in 2010.", "The vote split the party"),
    # what is denied or doubted is told with the word that does so
    ("The firm denied that it sold the mill in 2010.", "The firm denied that it sold the mill"),
    ("It is unlikely that the mayor left in May.", "It is unlikely that the mayor left in May"),
    # a condition is told with what hangs on it
    (
        "If the mayor loses in May, she will resign.",
        "If the mayor loses in May, she will resign",
    ),
    # a shared helper goes with both verbs
    ("The men were arrested at the dam and charged on Monday.", "The men were charged"),
    # a participle is no past tense
    ("Police seek the men charged with fraud in 2010.", "The men [were] charged with fraud"),
    # the one of two subjects that agrees
    ("Prices in all of the towns rose in May.", "Prices in all of the towns rose"),
    # a clause about nobody whom the text names stays as it stands
    ("They left the town in 2010.", "They left the town in 2010"),
    # what somebody said is told with the name
    ("“The mill lost money in 2010,” said Ada Olsen.", "Ada Olsen: The mill lost money"),
    ("“I’ll sell the mill in May,” said Ada Olsen.", "Ada Olsen: “I’ll sell the mill in May”"),
]


@pytest.mark.parametrize(("text", "headline"), SAFE)
def test_what_turns_the_sense_is_in_the_headline(
    analyzer: Analyzer, text: str, headline: str
) -> None:
    assert headline in [event.headline for event in dated(analyzer, text)]


def parsed(analyzer: Analyzer, article: Article) -> Parse:
    gathering = Gathering(article)
    for index in gathering.order:
        batch = gathering.batches[index]
        gathering.add(index, *parse_batch(analyzer._parser.columns, article.text, batch))
    return gathering.parse()


def texts() -> list[str]:
    """All of our own texts: the samples, the safe ones, the examples of the rules."""
    rules = (*rules_of("times").values(), *rules_of("timeline").values())
    own = [path.read_text("utf-8") for path in ARTICLES]
    return [*own, *(text for text, _ in SAFE), *(r.example for r in rules)]


@pytest.mark.parametrize("text", texts())
def test_no_headline_leaves_out_what_its_clause_hangs_on(analyzer: Analyzer, text: str) -> None:
    article = Article.from_text(text, published=FRIDAY)
    parse = parsed(analyzer, article)
    for event in pipeline.annotate(article, parse).timeline:
        assert faults_of(parse, event) == (), event.headline
        assert len(event.headline) <= LONGEST


# "The mayor did not re-open the school, he said."
CLAUSE = written(
    "The DT det 1 | mayor NN nsubj 6 | did VBD aux 6 | not RB neg 6 | re VB compound 6 |"
    " - HYPH punct 6 | open VB ROOT 6 | the DT det 8 | school NN dobj 6 | . . punct 6"
)


@pytest.mark.parametrize(
    ("headline", "found"),
    [
        ("The mayor did not re-open the school", ()),
        ("The mayor did re-open the school", ("helper not",)),
        ("The mayor did not open the school", ("verb open",)),
        ("The mayor did not re-open", ("complement school",)),
        ("The mayor did not re-open…", ()),  # cut, and seen to be cut
        ("The mayor re-open the school", ("helper did", "helper not")),
    ],
)
def test_the_check_names_what_is_missing(headline: str, found: tuple[str, ...]) -> None:
    assert faults(CLAUSE, 6, headline) == found


def test_the_check_asks_for_the_word_that_denies() -> None:
    denied = written(
        "Vos NNP nsubj 1 | denied VBD ROOT 1 deny | that IN mark 4 | he PRP nsubj 4 |"
        " left VBD ccomp 1 leave | Oslo NNP dobj 4"
    )
    assert faults(denied, 4, "Vos left Oslo") == ("governor denied",)
    assert faults(denied, 4, "Vos denied that he left Oslo") == ()


def test_a_doubt_in_the_object_counts() -> None:
    doubted = written(
        "Vos NNP nsubj 1 | saw VBD ROOT 1 see | no DT det 3 | ship NN dobj 1 | . . punct 1"
    )
    assert faults(doubted, 1, "Vos saw ship") == ("limit no",)


def test_the_speaker_in_front_is_not_repeated(analyzer: Analyzer) -> None:
    event = only(analyzer, "Ada Olsen said that Ada Olsen’s firm closed in 2010.")
    assert event.headline.count("Olsen") <= 2
