"""Nouns that name what happens."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from ..parse import Parse

_ENDINGS = ("tion", "sion", "ment", "ance", "ence", "ssal", "oval", "ival", "rial", "ture")


@cache
def _event_nouns() -> frozenset[str]:
    source = files(__package__).joinpath("event_nouns.txt").read_text(encoding="utf-8")
    return frozenset(line for line in source.splitlines() if line and not line.startswith("#"))


def is_event_noun(parse: Parse, token: int) -> bool:
    """Whether a noun names an event, by the list beside this module or by its ending."""
    if parse.pos[token] not in ("NOUN", "PROPN"):
        return False
    lemma = parse.lemma[token].lower()
    if lemma in _event_nouns():
        return True
    return parse.pos[token] == "NOUN" and (
        lemma.endswith(_ENDINGS) or (lemma.endswith("ing") and len(lemma) > 5)
    )
