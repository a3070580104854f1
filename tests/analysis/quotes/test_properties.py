"""What holds for the quotes of any text."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.analysis.analyzer import Analyzer
from reader.analysis.parse.columns import Columns, Parse
from reader.analysis.quotes import attribute, pair_marks
from reader.analysis.types import Certainty, QuoteKind
from reader.article import Article

WORDS = [
    "Olsen",
    "said",
    "that",
    "she",
    "bridge",
    "is",
    "safe",
    "according",
    "to",
    "told",
    "called",
    "and",
]
WORDS += ["“", "”", '"', "'", "‘", "’", ",", ".", "?", ":", "—", "\n\n", "(", ")"]
OPENING = "“\"'‘«„`"
CLOSING = "”\"'’»“‟`"


@given(st.lists(st.sampled_from(WORDS), max_size=30), st.booleans())
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_spans_lie_in_the_text_and_in_order(
    analyzer: Analyzer, words: list[str], spaced: bool
) -> None:
    article = Article.from_text((" " if spaced else "").join(words))
    text = article.text
    analysis = analyzer.analyze(article)
    starts = [quote.content[0].start for quote in analysis.quotes]
    assert starts == sorted(starts)
    assert len({quote.id for quote in analysis.quotes}) == len(analysis.quotes)
    entities = {entity.id for entity in analysis.entities}
    for quote in analysis.quotes:
        ends = [0]
        for place in (*quote.content, *filter(None, (quote.cue, quote.source))):
            assert 0 <= place.start < place.end <= len(text)
        for place in quote.content:
            assert place.start >= ends[-1]
            ends.append(place.end)
        assert quote.speaker is None or quote.speaker in entities
        assert quote.source is not None or quote.certainty is Certainty.UNKNOWN


@given(st.lists(st.sampled_from(WORDS), max_size=30))
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_passages_have_one_owner(analyzer: Analyzer, words: list[str]) -> None:
    article = Article.from_text(" ".join(words))
    direct = [q for q in analyzer.analyze(article).quotes if q.kind is QuoteKind.DIRECT]
    places = sorted((place.start, place.end) for quote in direct for place in quote.content)
    assert all(end <= start for (_, end), (start, _) in pairwise(places))


def test_direct_speech_is_verbatim_with_its_marks(analyzer: Analyzer) -> None:
    text = (
        "“The bridge is safe,” Olsen said. “We tested it.”\n\n"
        "‘No, it fell,’ Berg replied. He called it “a heap of rust.”\n\n"
        "“First we built it.\n\n“Then it fell,” Olsen said."
    )
    quotes = analyzer.analyze(Article.from_text(text)).quotes
    direct = [quote for quote in quotes if quote.kind is QuoteKind.DIRECT]
    pieces = [text[place.start : place.end] for quote in direct for place in quote.content]
    assert pieces
    assert all(piece[0] in OPENING for piece in pieces)
    assert all(piece[-1] in CLOSING for piece in pieces)


def parsed(sentence: list[tuple[str, str, str, str, int]], times: int) -> tuple[Article, Parse]:
    """A text of one sentence over and over, with its parse: text, lemma, pos, dep, head."""
    columns, pieces, at = Columns(), [], 0
    for _ in range(times):
        first = len(columns.text)
        for word, lemma, pos, dep, head in sentence:
            columns.start.append(at)
            columns.end.append(at + len(word))
            columns.text.append(word)
            columns.lemma.append(lemma)
            columns.pos.append(pos)
            columns.tag.append("VBD" if pos == "VERB" else "NN")
            columns.dep.append(dep)
            columns.head.append(first + head)
            pieces.append(word)
            at += len(word) + 1
    columns.sentences = [0]
    article = Article(" ".join(pieces))
    return article, Parse(article.text, columns)


SAID = [("He", "he", "PRON", "nsubj", 1), ("said", "say", "VERB", "ROOT", 1)]
MARK = [("“", "“", "PUNCT", "punct", 0)]
PAIR = [
    ("“", "“", "PUNCT", "punct", 1),
    ("No", "no", "INTJ", "ccomp", 4),
    (",”", ",”", "PUNCT", "punct", 1),
    ("he", "he", "PRON", "nsubj", 4),
    ("said", "say", "VERB", "ROOT", 4),
    (",", ",", "PUNCT", "punct", 4),
]


CUES = [("said", "say", "VERB", "ROOT", 0), ("told", "tell", "VERB", "ccomp", 0)]
ACCORDING = [
    ("according", "accord", "VERB", "prep", 0),
    ("to", "to", "ADP", "prep", 0),
    ("him", "he", "PRON", "pobj", 1),
]


@pytest.mark.parametrize(
    ("sentence", "count"),
    [(SAID, 0), (MARK, 1), (PAIR, 500), (CUES, 0), (ACCORDING, 0)],
    ids=["reports", "marks", "frames", "cues", "according"],
)
def test_one_sentence_may_be_as_long_as_it_likes(
    sentence: list[tuple[str, str, str, str, int]], count: int
) -> None:
    article, parse = parsed(sentence, 500)
    quotes = attribute(article, parse, pair_marks(article), ())
    assert [quote.kind for quote in quotes] == [QuoteKind.DIRECT] * count
    assert len({quote.source for quote in quotes}) == count
