"""Rules by id, read once from the tables beside this module."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from msgspec import Struct, convert

STEPS = ("entities", "quotes", "times", "timeline")
"""The steps of the analysis, in their order."""


class Rule(Struct, frozen=True, kw_only=True):
    """One rule of a step.

    `phrase` is what a person reads as the reason of an annotation. In `example`, a text, the
    rule decides at least one annotation; in `counter`, a text that looks alike, it decides none.
    """

    id: str
    step: str
    phrase: str
    example: str
    counter: str


@cache
def rules_of(step: str) -> dict[str, Rule]:
    """The rules of a step by id, in the order of their table.

    Raises msgspec.ValidationError where an entry lacks a field.
    """
    table = tomllib.loads(
        files(__package__).joinpath("data", f"{step}.toml").read_text(encoding="utf-8")
    )
    return {
        name: convert({"id": name, "step": step, **entry}, Rule) for name, entry in table.items()
    }


def rule(name: str) -> Rule:
    """A rule by its id. Raises KeyError where there is none."""
    for step in STEPS:
        if name in rules_of(step):
            return rules_of(step)[name]
    raise KeyError(name)


@cache
def phrase(name: str) -> str:
    """What a person reads as the reason where a rule decided. Raises KeyError."""
    return rule(name).phrase
