"""How a name is used: what it does, has and belongs to, and which kind does so."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from ..knowledge import names as words
from ..parse.columns import Parse
from ..types import Kind

_RELATIONS: Final = {
    "nsubj": "subject",
    "nsubjpass": "undergoes",
    "dobj": "object",
    "poss": "has",
    "compound": "before",
    "nmod": "before",
}

_LONGEST_RESULT = 12
_PLURAL = frozenset(("are", "have", "were"))


def of_head(parse: Parse, head: int) -> Kind | None:
    """The kind that the use of a name suggests, by the head of the name."""
    above = parse.head[head]
    relation = _RELATIONS.get(parse.dep[head], "")
    if relation == "before":
        return _kinds(relation).get(parse.lower[above])
    if relation:
        return _kinds(relation).get(parse.lemma[above])
    if parse.dep[head] == "pobj" and parse.lower[above] == "of":
        return _kinds("of").get(parse.lemma[parse.head[above]])
    return None


def takes_plural_verb(parse: Parse, head: int) -> bool:
    """Whether one name is the subject of a verb in the plural ("Norbury have sacked"), as teams."""
    verb = parse.head[head]
    if parse.dep[head] != "nsubj" or parse.tag[head] != "NNP" or head > verb:
        return False
    if parse.child(head, "conj", "cc", "appos") is not None:
        return False
    finite = parse.child(verb, "aux") if parse.tag[verb] != "VBP" else verb
    return finite is not None and parse.lower[finite] in _PLURAL


def has_their(parse: Parse, head: int) -> bool:
    """Whether one name in the singular has what is "theirs" ("Norbury held their nerve")."""
    verb = parse.head[head]
    if parse.dep[head] != "nsubj" or parse.tag[head] != "NNP" or parse.child(head, "conj"):
        return False
    held = parse.child(verb, "dobj")
    owner = parse.child(held, "poss") if held is not None else None
    return owner is not None and parse.lower[owner] == "their"


def is_team(parse: Parse, head: int) -> bool:
    """Whether a name is used as that of a team ("sacked by Norbury"), by its head."""
    if parse.lower[head] in words.groups() or parse.lower[head] in words.nations().people:
        return False  # "Thais have"
    if takes_plural_verb(parse, head) or has_their(parse, head) or _has_score(parse, head):
        return True
    return _is_used(parse, head, words.teams())


def plays(parse: Parse, head: int) -> bool:
    """Whether a name is used as that of a team in an article on a sport ("go to Norbury")."""
    return _is_used(parse, head, words.teams("match"))


def _has_score(parse: Parse, head: int) -> bool:
    """Whether a name stands in a line with the scores of two ("Velm 2 Norbury Town 1")."""
    first, last = parse.sentence(parse.sentence_of[head])
    if last - first > _LONGEST_RESULT or not parse.text[head + 1 : head + 2] or head + 1 >= last:
        return False
    scores = [t for t in range(first, last) if parse.text[t].isdigit() and len(parse.text[t]) < 3]
    verbs = any(tag.startswith("VB") for tag in parse.tag[first:last])
    return len(scores) == 2 and head + 1 in scores and scores[1] > scores[0] + 1 and not verbs


def _is_used(parse: Parse, head: int, teams: Mapping[str, frozenset[str]]) -> bool:
    """Whether a table of uses lists that of a name."""
    above = parse.head[head]
    relation = _RELATIONS.get(parse.dep[head], "")
    if relation == "before":
        return parse.lower[above] in teams[relation]
    if relation:
        return parse.lemma[above] in teams.get(relation, ())
    if parse.dep[head] == "pobj" and parse.lower[above] in teams:
        return parse.lemma[parse.head[above]] in teams[parse.lower[above]]
    return False


@cache
def _kinds(relation: str) -> dict[str, Kind]:
    """The kind by the word that a name stands in a relation to."""
    found: dict[str, Kind] = {}
    for kind, used in words.usage().items():
        found.update(dict.fromkeys(used[relation], kind))
    return found
