import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.tui.platform.incoming import Incoming, Pasted


def sort(*pieces: str) -> list[str | Pasted]:
    incoming = Incoming()
    return [made for piece in pieces for made in incoming.feed(piece)]


def test_what_is_typed_stays():
    typed = ["q", "\x1b", "\x1b[A", "\x1b[1;2B", "\x1b[3~", "\x1bOP", "é", "\x1b[<0;10;5M"]
    assert sort(*typed) == typed


def test_a_paste_is_one_event_whatever_it_holds_and_however_it_arrives():
    text = "a\x1b[200~" + "x\x1b[31my\nq" + "\x1b[201~b"
    assert sort(text) == ["a", Pasted("x\x1b[31my\nq"), "b"]
    assert sort("a\x1b[20", "0~x\x1b[31", "my\nq\x1b[201~", "b") == sort(text)


def test_of_a_large_paste_the_beginning_is_kept():
    (pasted,) = sort("\x1b[200~", *["x" * 50_000] * 40, "\x1b[201~")
    assert pasted == Pasted("x" * 100_000)


@pytest.mark.parametrize(
    "sequence",
    ["\x1b[5n", "\x1b[?1;2c", "\x1b[99999999999;1u", "\x1bP1$r0m\x1b\\", "\x1b]11;rgb:1/2/3\x07"],
)
def test_sequences_that_nobody_knows_press_no_keys(sequence):
    assert sort(f"a{sequence}b") == ["ab"]


@given(st.lists(st.text("\x1b[]PO20~1qm;<\x07\\", max_size=12), max_size=8))
def test_nothing_that_arrives_is_too_strange(pieces):
    for made in sort(*pieces):
        assert isinstance(made, str | Pasted)


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_letters_faster_than_anybody_types_are_a_paste_that_presses_no_keys():
    clock = Clock()
    incoming = Incoming(clock)
    made = []
    for _ in range(250):
        made += incoming.feed("the boats sail\ragain q " * 170)
        clock.now += 0.001
    assert all(isinstance(one, Pasted) for one in made)
    assert sum(len(one.text) for one in made) == 100_000
    assert "\r" not in made[0].text
    clock.now += 0.1
    assert list(incoming.feed("q")) == []
    clock.now += 0.3
    assert list(incoming.feed("q")) == ["q"]


def test_a_flood_in_small_pieces_is_known_too():
    clock = Clock()
    incoming = Incoming(clock)
    made = []
    for _ in range(400):
        made += incoming.feed("words ")
        clock.now += 0.0005
    typed = "".join(one for one in made if isinstance(one, str))
    assert len(typed) < 500
    assert any(isinstance(one, Pasted) for one in made)


def test_a_key_that_is_held_down_and_quick_typing_are_keys():
    clock = Clock()
    incoming = Incoming(clock)
    for _ in range(5_000):
        assert list(incoming.feed("j")) == ["j"]
        clock.now += 0.005
    for _ in range(100):
        assert list(incoming.feed("/quay\r")) == ["/quay\r"]
        clock.now += 0.1


@pytest.mark.parametrize("key", ["\x11", "\x1b", "\x1b[6~", "\x1b[<0;10;5M"])
def test_keys_that_type_nothing_are_keys_in_the_midst_of_a_flood(key):
    clock = Clock()
    incoming = Incoming(clock)
    assert list(incoming.feed("words " * 600)) == [Pasted("words " * 600)]
    assert list(incoming.feed(key)) == [key]


def test_page_keys_typed_ahead_are_keys():
    assert sort("\x1b[6~" * 600) == ["\x1b[6~" * 600]
