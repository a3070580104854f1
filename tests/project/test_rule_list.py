"""The list of rules in the docs is the one that the registry gives."""

from __future__ import annotations

from .rule_list import PAGE, page


def test_the_page_is_current() -> None:
    assert PAGE.read_text("utf-8") == page(), "run scripts/rules"


def test_every_rule_has_one_row() -> None:
    rows = [line for line in page().splitlines() if line.startswith("| `")]
    assert len(rows) == len(set(rows)) > 100
    assert all(row.count(" | ") == 2 for row in rows)
