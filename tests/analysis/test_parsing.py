"""Text to columns: the same as spaCy gives, whatever is done to get it sooner."""

import warnings

import pytest
import spacy

from reader.analysis import DEFAULT_MODEL, ModelError
from reader.analysis.parse.models import find_model
from reader.analysis.parse.parser import Parser
from reader.article import Article

TEXT = """Mayor opens the bridge

"We can't wait any longer," said Ada Lovelace, who'd been getting ready since Monday.  The
bridge, built in 1931 by Brown & Sons Ltd., was helped by people's gifts of $3 million.

She's going to Turin — isn't she? — and won't be back until 12 May 2020.

 \u00a0 Gonna see what's what: the Danes' ships, Mr. Smith's 2nd try, naïve 🙂 faces.
"""


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser(DEFAULT_MODEL)


@pytest.fixture(scope="module")
def plain():
    """spaCy's pipeline as it is used by itself."""
    return spacy.load(find_model(DEFAULT_MODEL).folder)


def test_the_columns_are_those_of_spacy(parser, plain):
    article = Article(TEXT)
    parse = parser.parse(article)
    token = sentence = 0
    names = []
    for block in article.blocks:
        doc = plain(TEXT[block.start : block.end].replace("\n", " "))
        kept = [t for t in doc if not t.is_space]
        place = {t.i: token + number for number, t in enumerate(kept)}
        for t in kept:
            i = place[t.i]
            assert (parse.start[i], parse.text[i]) == (block.start + t.idx, t.text)
            assert parse.end[i] == parse.start[i] + len(t.text)
            assert (parse.tag[i], parse.pos[i], parse.dep[i]) == (t.tag_, t.pos_, t.dep_)
            assert parse.lemma[i] == t.lemma_
            assert parse.head[i] == place[t.head.i]
        for s in doc.sents:
            first = next(place[t.i] for t in s if not t.is_space)
            assert parse.sentences[sentence] == first
            sentence += 1
        names += [(place[e[0].i], place[e[-1].i] + 1, e.label_) for e in doc.ents]
        token += len(kept)
    assert len(parse) == token
    assert len(parse.sentences) == sentence
    assert parse.names == names


def test_white_space_is_never_a_token_and_governs_none(parser):
    parse = parser.parse(Article("\t The  new   mayor   spoke  at   last .  "))
    assert parse.text == ["The", "new", "mayor", "spoke", "at", "last", "."]
    assert [parse.text[head] for head in parse.head[:4]] == ["mayor", "mayor", "spoke", "spoke"]
    assert list(parse.sentences) == [0]


def test_a_word_is_read_by_its_use_however_often_it_was_seen_otherwise(parser):
    first = parser.parse(Article("They are meeting again."))
    second = parser.parse(Article("The meeting is over."))
    assert (first.pos[2], first.lemma[2]) == ("VERB", "meet")
    assert (second.pos[1], second.lemma[1]) == ("NOUN", "meeting")


def test_the_order_of_batches_does_not_change_the_result(parser):
    article = Article(TEXT)
    spans = [(block.start, block.end) for block in article.blocks]
    before = parser.columns(TEXT, spans)
    parser.parse(Article("Quite another text came between, about John Smith of Ohio."))
    assert parser.columns(TEXT, spans) == before


@pytest.mark.parametrize(
    "text", ["", " \n ", "\x00", "\ud800 is half a letter", "🙂" * 50, "\u202e"]
)
def test_strange_texts_are_parsed(parser, text):
    parse = parser.parse(Article(text))
    assert all(0 <= s < e <= len(text) for s, e in zip(parse.start, parse.end, strict=True))


def test_a_pipeline_that_is_not_there_is_an_error_for_a_person():
    with pytest.raises(ModelError, match="no_such_model"):
        Parser("no_such_model")


def test_loading_warns_of_nothing():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        Parser(DEFAULT_MODEL)
