"""How an article is cut for parsing."""

from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.passages import batches, outward, passages
from reader.article import Article


def test_each_block_is_a_passage():
    text = "Headline here\n\nA first paragraph.\n\nA second one."
    article = Article(text)
    assert [text[start:end] for start, end in passages(article)] == [
        "Headline here",
        "A first paragraph.",
        "A second one.",
    ]


def test_a_very_long_block_is_cut_after_a_sentence():
    sentence = "It went on and on. "
    text = (sentence * 1_000).strip()
    cut = list(passages(Article(text)))
    assert max(end - start for start, end in cut) <= 10_000
    assert all(text[start:].startswith("It went") for start, _ in cut)


def test_a_long_block_without_sentences_is_cut_between_words_and_one_without_words_anywhere():
    words = ("word " * 5_000).strip()
    assert all(words[start:].startswith("word") for start, _ in passages(Article(words)))
    assert [end - start for start, end in passages(Article("x" * 25_000))] == [
        10_000,
        10_000,
        5_000,
    ]


@given(st.text(alphabet='a. \n"”', max_size=400).map(lambda text: text * 80))
def test_passages_hold_all_but_white_space_in_order(text):
    place = 0
    for start, end in passages(Article(text)):
        assert place <= start < end
        assert not text[place:start].strip()
        place = end
    assert not text[place:].strip()


def test_batches_are_passages_in_order_and_of_like_size():
    article = Article("\n\n".join(["A paragraph of news." * 20] * 200))
    made = batches(article)
    assert [span for batch in made for span in batch] == list(passages(article))
    sizes = [batch[-1].end - batch[0].start for batch in made[:-1]]
    assert all(8_000 <= size < 10_000 for size in sizes)


def test_no_passages_no_batches():
    assert batches(Article(" \n")) == []
    assert list(outward([], 0)) == []


def test_the_order_is_outward_from_the_screen():
    article = Article("\n\n".join(["A paragraph of news." * 500] * 5))
    made = batches(article)
    assert len(made) == 5
    assert list(outward(made, 0)) == [0, 1, 2, 3, 4]
    assert list(outward(made, made[2][0].start + 7)) == [2, 3, 1, 4, 0]
    assert list(outward(made, 10**9)) == [4, 3, 2, 1, 0]
