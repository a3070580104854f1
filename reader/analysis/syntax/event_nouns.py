"""Nouns that name what happens."""

from __future__ import annotations

from ..knowledge.event_words import event_nouns, listed
from ..parse.columns import Parse

_ENDINGS = ("tion", "sion", "ment", "ance", "ence", "ssal", "oval", "ival", "rial", "ture")


def is_event_noun(parse: Parse, token: int) -> bool:
    """Whether a noun names an event, by the list beside this module or by its ending."""
    if parse.pos[token] not in ("NOUN", "PROPN"):
        return False
    lemma = parse.lemma[token].lower()
    if lemma in event_nouns():
        return True
    if lemma in listed("things"):
        return False
    return parse.pos[token] == "NOUN" and (
        lemma.endswith(_ENDINGS) or (lemma.endswith("ing") and len(lemma) > 5)
    )
