"""What the rules of the analysis mean, in words for people."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path


@cache
def _phrases() -> dict[str, dict[str, str]]:
    return tomllib.loads(Path(__file__).with_name("phrases.toml").read_text("utf-8"))


def phrase(topic: str, rule: str) -> str:
    """The phrase for a rule of a topic (a table of phrases.toml), else the rule itself.

    A rule may carry its own detail behind a colon: it is kept in brackets.
    """
    known = _phrases().get(topic, {})
    if rule in known:
        return known[rule]
    name, _, detail = rule.partition(":")
    return f"{known[name]} ({detail.strip()})" if name in known and detail else rule
