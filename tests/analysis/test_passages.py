"""How an article is cut for parsing."""

from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.parse.passages import batches, outward, passages
from reader.article import Article, Range


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


def test_a_long_block_without_sentences_is_cut_between_words():
    words = ("word " * 5_000).strip()
    assert all(words[start:].startswith("word") for start, _ in passages(Article(words)))


def test_long_runs_without_a_space_are_cut_marks_sooner_than_letters():
    text = f"Before {'x' * 2_500} after. {'(' * 120} end"
    assert [end - start for start, end in passages(Article(text))] == [
        7, 1_000, 1_000, 500, 8, 50, 50, 20, 4,
    ]  # fmt: skip


def test_an_address_is_not_cut():
    text = f"See https://example.org/{'a1/' * 90}?q=1&r=2 there."
    assert list(passages(Article(text))) == [(0, len(text))]


@given(st.text(alphabet='a. \n"”', max_size=400).map(lambda text: text * 80))
def test_passages_hold_all_but_white_space_in_order(text):
    place = 0
    for start, end in passages(Article(text)):
        assert place <= start < end
        assert not text[place:start].strip()
        place = end
    assert not text[place:].strip()


def test_batches_are_passages_in_order_the_first_small():
    article = Article("\n\n".join(["A paragraph of news." * 20] * 800))
    made = batches(article)
    assert [span for batch in made for span in batch] == list(passages(article))
    sizes = [sum(end - start for start, end in batch) for batch in made[:-1]]
    assert sizes[:3] == [5_200, 10_000, 20_000]
    assert set(sizes[3:]) == {40_000}


def test_no_passages_no_batches():
    assert batches(Article(" \n")) == []
    assert list(outward([], 0)) == []


def test_the_order_is_outward_from_the_screen():
    made = [(Range(start, start + 9),) for start in range(0, 50, 10)]
    assert list(outward(made, 0)) == [0, 1, 2, 3, 4]
    assert list(outward(made, 27)) == [2, 3, 1, 4, 0]
    assert list(outward(made, 1_000)) == [4, 3, 2, 1, 0]
