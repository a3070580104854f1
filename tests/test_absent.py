"""Modules left out while something is imported."""

from __future__ import annotations

import sys

import pytest

from reader.absent import absent


def test_a_module_is_absent_inside_and_can_be_imported_afterwards() -> None:
    sys.modules.pop("colorsys", None)
    with absent("colorsys"), pytest.raises(ImportError):
        import colorsys
    import colorsys

    assert colorsys.rgb_to_hsv(0, 0, 0) == (0, 0, 0)


def test_what_is_imported_already_stays() -> None:
    import json

    with absent("json"):
        import json as again
    assert again is json is sys.modules["json"]


def test_an_error_inside_takes_nothing_with_it() -> None:
    sys.modules.pop("colorsys", None)
    with pytest.raises(ZeroDivisionError), absent("colorsys"):
        _ = 1 / 0
    assert "colorsys" not in sys.modules
