"""Passages are found again, or not at all."""

from hypothesis import assume, given
from hypothesis import strategies as st

from reader.corrections import Finder, Match, anchor_of
from reader.corrections.normal import Normal, normal_form
from tests.benchmarks.anchors import EDITS, SAMPLES, judge, measure
from tests.tui.readings import HARBOUR

LETTERS = st.text(alphabet=" \n\"'“”‘’—-.…abcXYZİß\u00ad\u200b", max_size=200)


def place_of(words: str, text: str = HARBOUR):
    start = text.index(words)
    return anchor_of(text, start, start + len(words))


@given(LETTERS, st.data())
def test_a_passage_of_the_same_text_is_where_it_was(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assume(start < end)
    found = Finder(text).find(anchor_of(text, start, end))
    assert found is not None
    assert (found.start, found.end, found.match) == (start, end, Match.SAME)


@given(LETTERS)
def test_the_way_back_from_the_normal_form(text):
    normal = Normal.of(text)
    assert normal.text == normal_form(text)
    offsets = [normal.offset(place) for place in range(len(normal.text) + 1)]
    assert offsets == sorted(offsets)
    assert all(0 <= offset <= len(text) for offset in offsets)
    for start in range(len(normal.text)):
        first, last = normal.span(start, start + 1)
        assert 0 <= first < last <= len(text)
        assert normal_form(text[first:last]).startswith(normal.text[start])


def test_typesetting_does_not_matter():
    anchor = place_of("“The boats are back, and they will stay,” Olsen said")
    new = HARBOUR.replace("“", "''").replace("”", '"').replace(" ", "\n  ")
    found = Finder(new).find(anchor)
    assert found is not None
    assert new[found.start : found.end].split() == [
        "''The", "boats", "are", "back,", "and", "they", "will", "stay,\"", "Olsen", "said"
    ]  # fmt: skip
    assert found.match is Match.WORDS


def test_a_short_word_needs_its_surroundings():
    anchor = place_of("He")
    assert Finder("He is somebody else, of whom He spoke in another text.").find(anchor) is None


def test_of_two_like_places_the_one_with_the_same_surroundings():
    text = "Rain fell in Oslo on Monday.\n\nSnow fell in Oslo on Friday.\n"
    anchor = place_of("Oslo", text)
    new = f"News of the week, told again by us.\n\n{text}"
    found = Finder(new).find(anchor)
    assert found is not None
    assert found.start == new.index("Oslo")


def test_a_passage_cut_with_its_paragraph_is_not_found_elsewhere():
    text = "Rain fell in Oslo on Monday.\n\nSnow lay deep in Oslo by Friday night.\n"
    anchor = place_of("Oslo", text)
    assert Finder(text.partition("\n\n")[2]).find(anchor) is None


def test_an_edited_passage_is_found_whole():
    anchor = place_of("denied that the ferry had been sold")
    new = HARBOUR.replace("the ferry had been sold", "any ferry had ever been sold")
    found = Finder(new).find(anchor)
    assert found is not None
    assert new[found.start : found.end] == "denied that any ferry had ever been sold"
    assert found.match is Match.ALIKE


def test_a_long_passage_is_found_by_its_ends():
    text = SAMPLES.joinpath("night-ferry.txt").read_text()
    start, end = text.index("\n\n", 300) + 2, text.rindex("\n\n")
    anchor = anchor_of(text, start, end)
    new = "A new beginning.\n\n" + text.replace("ferry", "boat")
    found = Finder(new).find(anchor)
    assert found is not None
    assert found.start == new.index(text[start : start + 10])


def test_edited_samples():
    """The figures of docs/notes.md, on the samples alone and with room for chance."""
    texts = [path.read_text() for path in sorted(SAMPLES.glob("*.txt"))]
    verdicts = measure(texts, passages=25)
    assert set(verdicts) == set(EDITS)
    for name, counts in verdicts.items():
        assert counts["right"] >= 0.95 * counts.total(), name
        assert counts["wrong"] <= 0.02 * counts.total(), name
    assert judge
