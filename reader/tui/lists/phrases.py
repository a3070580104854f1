"""What the values of the analysis mean, in words for people."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path


@cache
def _phrases() -> dict[str, dict[str, str]]:
    return tomllib.loads(Path(__file__).with_name("phrases.toml").read_text("utf-8"))


def phrase(topic: str, value: str) -> str:
    """The phrase for a value of a topic (a table of phrases.toml), else the value itself."""
    return _phrases().get(topic, {}).get(value, value)
