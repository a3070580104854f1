"""A short run of every fuzz target in the ordinary test suite."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .targets import TARGETS


@pytest.mark.parametrize("name", TARGETS)
@settings(max_examples=150, deadline=None)
@given(data=st.binary(min_size=60, max_size=900))
def test_no_input_breaks_it(name: str, data: bytes) -> None:
    TARGETS[name](data)
