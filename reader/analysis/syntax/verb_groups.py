"""The helpers of a verb, its own and those that it shares."""

from __future__ import annotations

from ..parse.columns import Parse

_HELPERS = ("aux", "auxpass", "neg")
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_NOT_FINITE = frozenset({"VB", "VBG", "VBN"})


def shared_helpers(parse: Parse, head: int) -> list[int]:
    """The helpers of the verb that one is joined to, where they hold for both.

    Did not eat or drink; was arrested and released. A verb with helpers or a subject of its own
    shares none.
    """
    first = parse.head[head]
    if parse.dep[head] != "conj" or parse.tag[head] != parse.tag[first]:
        return []
    if parse.tag[head] not in _NOT_FINITE or parse.child(head, "nsubj", "nsubjpass", *_HELPERS):
        return []
    found = [c for c in parse.children[first] if parse.dep[c] in _HELPERS and c < first]
    return found if "but" not in parse.lower[first:head] else _without_negation(parse, found)


def finite_verb(parse: Parse, head: int) -> int:
    """The verb of a clause that shows number and tense: its first helper, else itself."""
    helpers = [c for c in parse.children[head] if parse.dep[c] in ("aux", "auxpass") and c < head]
    return helpers[0] if helpers else head


def is_finite(parse: Parse, head: int) -> bool:
    """Whether a verb shows a tense, by itself, by a helper, or by one that it shares."""
    helpers = (c for c in parse.children[head] if parse.dep[c] in ("aux", "auxpass"))
    words = (head, *helpers, *shared_helpers(parse, head))
    return any(parse.tag[word] in _FINITE for word in words)


def _without_negation(parse: Parse, helpers: list[int]) -> list[int]:
    return [token for token in helpers if parse.dep[token] != "neg"]
