"""A lack of memory is known by what it makes fail."""

from __future__ import annotations

import pytest

from reader.shortage import ShortageError, is_lack_of_memory, make_sure_of


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (MemoryError(), True),
        (OSError(12, "Cannot allocate memory"), True),
        (RuntimeError("can't start new thread"), True),
        (ImportError("libx.so: failed to map segment from shared object"), True),
        (SystemError("error return without exception set"), True),
        (RuntimeError("something else"), False),
        (ValueError("can't start new thread"), False),
        (OSError(28, "No space left on device"), False),
    ],
)
def test_it_is_known_by_its_errors_and_by_those_that_follow(
    error: Exception, expected: bool
) -> None:
    assert is_lack_of_memory(error) is expected
    later = KeyError("later")
    later.__context__ = error
    assert is_lack_of_memory(later) is expected


def test_errors_that_lead_to_each_other_end() -> None:
    one, other = KeyError(1), KeyError(2)
    one.__context__, other.__context__ = other, one
    assert not is_lack_of_memory(one)


def test_before_much_is_begun_it_is_asked_for() -> None:
    make_sure_of(1_000_000)
    with pytest.raises(ShortageError, match="MB more are needed; close other programs"):
        make_sure_of(1 << 60)
