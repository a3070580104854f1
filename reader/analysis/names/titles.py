"""Titles and offices: what stands before a name and is no part of it, and what is."""

from __future__ import annotations

from ..knowledge import names as words
from ..knowledge.spelling import compared
from ..syntax.name import is_capital, is_nationality
from ..syntax.tokens import Tokens
from ..types import Kind

MEMBERS = frozenset(("mep", "mla", "mp", "msp"))
"""Members of parliaments, by what stands after their seats, in lower case."""

_ARTICLES = words.small_words("determiners")


def after_titles(tokens: Tokens, first: int, last: int, label: str) -> int:
    """The first token of the name after the titles that open a span."""
    parse = tokens.parse
    company = parse.lower[last - 1] in words.head_words("company")
    if company or label not in ("PERSON", "ORG", "GPE", "FAC", ""):
        return first
    name = first
    for token in range(first, last - 1):
        if _is_whole(parse.lower[token:last]):
            break  # "Miss Universe", "Saint Lucia"
        if _is_forename_behind_title(tokens, token):
            break
        if _opens_with_role(tokens, token, last):
            return token + 1
        if words.is_title(parse.lower[token]) or _is_role_of(tokens, token, token + 1):
            name = token + 1
    if label == "PERSON":
        name = _behind_camp(tokens, name, last)
    elif name > first and not words.is_forename(parse.text[name]):
        return name if not label and parse.lower[last - 1] not in words.heads() else first
    while name > first and name < last - 1 and not is_capital(parse.text[name]):
        name += 1
    return name


def _is_forename_behind_title(tokens: Tokens, token: int) -> bool:
    """Whether a noble title right after an office is a forename ("Rep. Earl Lane")."""
    word = tokens.parse.lower[token]
    noble = word in words.titles().male or word in words.titles().female
    if tokens.apart(token) or not (noble and word in words.listed("forenames_doubtful")):
        return False
    return tokens.parse.lower[token - 1] in words.titles().office


def _behind_camp(tokens: Tokens, first: int, last: int) -> int:
    """Where a person's name begins after a nation or party in front of a forename."""
    parse = tokens.parse
    while first < last - 2 and is_nationality(parse.lower[first]):
        first += 1
    for start in range(last - 2, first, -1):
        camp = " ".join(parse.lower[first:start])
        if words.known().get(camp) is Kind.ORGANIZATION and words.is_forename(parse.text[start]):
            return start  # "Lib Dem Ann Lane"
    return first


def _is_whole(name: list[str]) -> bool:
    """Whether a name that opens with a title is known, or is a building's ("Hakim Mosque")."""
    known = " ".join(name)
    if known in words.known() or len(name) < 2:
        return known in words.known()
    spelled = " ".join(compared(word) for word in name)
    saint = name[0] in ("st", "st.", "saint")
    if saint and (words.is_place(spelled) or spelled in words.cities()):
        return True
    return name[-1] in words.beside_names("no_surnames")


def _opens_with_role(tokens: Tokens, token: int, last: int) -> bool:
    """Whether a role that is no surname opens a sentence before a full name ("Striker Jo Roe")."""
    word = tokens.parse.lower[token]
    full = last - token > 2 and token in tokens.openings
    full = full and tokens.parse.lower[last - 1] not in words.heads()
    return full and word in words.people().roles and word not in words.listed("surnames")


def _is_role_of(tokens: Tokens, token: int, following: int) -> bool:
    """Whether a role stands before a forename ("Comedian Ann Lane")."""
    parse = tokens.parse
    return parse.lower[token] in words.people().roles and words.is_forename(parse.text[following])


def before_office(tokens: Tokens, first: int, last: int) -> int:
    """The end of an organisation before an office in it ("State Department Spokesperson")."""
    lower, heads = tokens.parse.lower, words.heads()
    offices = words.people().roles | MEMBERS
    named = last < len(lower) and tokens.proper(last) and not tokens.apart(last)
    if last - first < 2 or not (named or lower[last - 1].startswith("spokes")):
        return last  # "Southern Star"
    while last - first > 1 and lower[last - 1] in offices and lower[last - 1] not in heads:
        if lower[last - 2] in words.listed("function_words") or lower[last - 2] in _ARTICLES:
            return last  # "Department of Justice"
        last -= 1
    return last


def before_field(tokens: Tokens, first: int, last: int) -> int:
    """The end of a name before what an office after it is of ("Norland Health" Secretary)."""
    lower, end = tokens.parse.lower, last
    if last >= len(lower) or tokens.apart(last) or lower[last] not in words.titles().office:
        return last
    while end - first > 1 and lower[end - 1] in words.titles().modifiers:
        end -= 1
    return end


def titles_before(tokens: Tokens, first: int) -> int:
    """Where the titles directly before a name begin."""
    lower = tokens.parse.lower
    verb = tokens.parse.tag[first - 1].startswith("VB")  # "They host Velm"
    if tokens.apart(first) or verb or not _ends_title(lower[first - 1]):
        return first
    title = first
    while not tokens.apart(title) and _in_title(lower[title - 1]):
        title -= 1
    return title


def with_title(tokens: Tokens, first: int, last: int) -> int:
    """Where a body's name begins with an office that is part of it ("Chief" Justices' Court)."""
    parse = tokens.parse
    body = parse.lower[last - 1] in words.heads() and last - first > 1
    while (
        body
        and not tokens.apart(first)
        and tokens.proper(first - 1)
        and words.is_title(parse.lower[first - 1])
        and first <= parse.head[first - 1] < last
    ):
        first -= 1
    return first


def _ends_title(word: str) -> bool:
    return words.is_title(word) or word in words.people().roles


def _in_title(word: str) -> bool:
    return _ends_title(word) or word in words.titles().modifiers
