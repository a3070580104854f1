"""The list of the rules in docs/rules.md, made from the tables of the registry."""

from __future__ import annotations

import sys
from pathlib import Path

from reader.analysis.rules.registry import STEPS, Rule, rules_of

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"
_HEAD = """\
# The rules

Every rule of the analysis has an id (`rule_id` in the export), a phrase that a person reads as the
reason (`rule`), and a text in which it decides. A test runs each example and a counter-example.
`scripts/rules` makes this page from `reader/analysis/rules/data/`.
"""


def page() -> str:
    """The page, in Markdown."""
    parts = [_HEAD]
    for step in STEPS:
        rules = rules_of(step)
        parts.append(
            f"\n## {step.capitalize()} ({len(rules)})\n\n| id | reason | example |\n|---|---|---|\n"
        )
        parts += map(_row, rules.values())
    return "".join(parts)


def _row(rule: Rule) -> str:
    return f"| `{rule.id}` | {_cell(rule.phrase)} | {_cell(rule.example)} |\n"


def _cell(text: str) -> str:
    """Text that breaks neither the table nor its row."""
    return " ⏎ ".join(text.replace("|", "\\|").replace("<", "&lt;").split("\n\n")).replace(
        "\n", " "
    )


if __name__ == "__main__":
    sys.exit(PAGE.write_text(page(), encoding="utf-8") and 0)
