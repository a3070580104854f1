"""Modules skipped while something is imported."""

from __future__ import annotations

import sys

import pytest

from reader.tui.platform.skipped_imports import skip_imports


def test_a_module_cannot_be_imported_inside_and_can_be_imported_afterwards() -> None:
    sys.modules.pop("colorsys", None)
    with skip_imports("colorsys"), pytest.raises(ImportError):
        import colorsys
    import colorsys

    assert colorsys.rgb_to_hsv(0, 0, 0) == (0, 0, 0)


def test_what_is_imported_already_stays() -> None:
    import json

    with skip_imports("json"):
        import json as again
    assert again is json is sys.modules["json"]


def test_an_error_inside_takes_nothing_with_it() -> None:
    sys.modules.pop("colorsys", None)
    with pytest.raises(ZeroDivisionError), skip_imports("colorsys"):
        _ = 1 / 0
    assert "colorsys" not in sys.modules
