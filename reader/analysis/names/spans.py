"""Where the names are: the model's spans made right, and the names it missed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..knowledge import names as words
from ..syntax.datelines import datelines
from ..syntax.name import Name, is_acronym, is_capital, is_nationality
from ..syntax.tokens import Tokens
from ..types import Kind
from .acronyms import spelled_by_acronyms
from .boundaries import (
    clean,
    cleaned,
    in_hyphens,
)
from .months import people_with_months
from .nicknames import nicknamed
from .offices import people_behind_offices
from .shapes import family_firms, storms
from .titles import after_titles
from .works import titles_of_works

_BROKEN = frozenset((("ORG", ""), ("FAC", ""), ("FAC", "FAC"), ("FAC", "LOC")))
"""The labels of two spans that may be parts of one name, "" for one that the model missed."""

_NOT_BRIDGING = frozenset(("e", "y", "st", "st."))


def find_names(tokens: Tokens) -> list[Name]:
    """The names of an article in text order, none overlapping another."""
    taken = bytearray(len(tokens.parse))
    found = []
    certain = (
        *datelines(tokens.article, tokens.parse),
        *nicknamed(tokens),
        *people_with_months(tokens),
        *people_behind_offices(tokens),
        *titles_of_works(tokens),
        *spelled_by_acronyms(tokens),
        *storms(tokens),
        *family_firms(tokens),
    )
    for name in certain:
        if not any(taken[name.first : name.last]):
            taken[name.title : name.last] = b"\1" * (name.last - name.title)
            found.append(name)
    for name in cleaned(tokens):
        if not any(taken[name.first : name.last]):
            taken[name.first : name.last] = b"\1" * (name.last - name.first)
            found.append(name)
    found += _runs(tokens, taken)
    found.sort(key=lambda name: name.first)
    return _joined(tokens, found)


# ---------------------------------------------------------------- proper nouns


def _runs(tokens: Tokens, taken: bytearray) -> Iterator[Name]:
    """Names that the model missed: runs of proper nouns outside its spans."""
    token, size = 0, len(tokens.parse)
    while token < size:
        if not _in_run(tokens, token, taken):
            token += 1
            continue
        first, token = token, token + 1
        while token < size and not tokens.apart(token):
            if _in_run(tokens, token, taken):
                token += 1
            elif _ends_in_plural(tokens, token, taken):
                token += 1
                break
            elif _bridges(tokens, token, taken):
                token += 2
            else:
                break
        if name := _name_in_run(tokens, first, token):
            yield name


def _in_run(tokens: Tokens, token: int, taken: bytearray) -> bool:
    return (
        tokens.proper(token)
        and not taken[token]
        and not tokens.dates[token]
        and token not in tokens.headline
        and tokens.parse.lower[token] not in words.listed("calendar")
    )


def _ends_in_plural(tokens: Tokens, token: int, taken: bytearray) -> bool:
    """Whether a noun in the plural with a capital ends a name ("Quiet Days")."""
    parse = tokens.parse
    noun = parse.tag[token] == "NNS" and is_capital(parse.text[token])
    return noun and not taken[token] and parse.head[token - 1] == token


def _bridges(tokens: Tokens, token: int, taken: bytearray) -> bool:
    """Whether a small word or hyphen holds two parts of a name together."""
    parse = tokens.parse
    if token + 1 >= len(parse) or not _in_run(tokens, token + 1, taken):
        return False
    word = parse.lower[token]
    if word == "of":
        return parse.lower[token - 1] in words.heads()
    if in_hyphens(tokens, token) or word == "&":
        return True
    if word == "and":  # "Trinidad and Tobago"
        return words.is_place(" ".join(parse.lower[token - 1 : token + 2]))
    return word in words.titles().particles and word not in _NOT_BRIDGING


def _name_in_run(tokens: Tokens, first: int, last: int) -> Name | None:
    first = after_titles(tokens, first, last, "")
    name = clean(tokens, first, last, "", "proper-nouns")
    if name is None or (name.last - name.first == 1 and not _trusted(tokens, name.first)):
        return None
    ending = tokens.parse.lower[name.last - 1]
    if ending in words.people().roles or words.is_title(ending):
        return None  # a title without a name
    return name


def _trusted(tokens: Tokens, token: int) -> bool:
    """Whether a lone proper noun that the model does not see is more than a common word."""
    word, lowered = tokens.parse.text[token], tokens.parse.lower[token]
    if len(word) == 1 or "@" in word or not any(c.isalpha() for c in word):
        return False
    if is_nationality(lowered) or lowered in words.groups():
        return tokens.parse.tag[token] == "NNPS"
    return lowered not in tokens.common


# ---------------------------------------------------------------- neighbours


def _joined(tokens: Tokens, found: list[Name]) -> list[Name]:
    """The names with those joined that are two parts of one."""
    joined: list[Name] = []
    for name in found:
        before = joined[-1] if joined else None
        if before and _completes(tokens, before, name):
            joined[-1] = Name(
                before.first, name.last, "PERSON", "forename-and-surname", before.title
            )
        elif before and _goes_on(tokens, before, name):
            label = "PERSON" if before.label in ("PERSON", "GPE") else name.label
            joined[-1] = Name(before.first, name.last, label, "two-words-of-one-name", before.title)
        elif before and any(join(tokens, before, name) for join in _JOINS_OF_BODIES):
            joined[-1] = Name(before.first, name.last, "ORG", "parts-of-one-name", before.title)
            if len(joined) > 1 and _says_whose(tokens, *joined[-2:]):
                joined[-2:] = [replace(joined[-1], first=joined[-2].first, title=joined[-2].title)]
        elif before and _is_shortened(tokens, before, name):
            joined[-1] = Name(
                before.first, name.last, "PERSON", "forename-and-surname", before.title
            )
        elif before and _is_saints(tokens, before, name):
            label = name.label or "FAC"
            joined[-1] = Name(before.first, name.last, label, "parts-of-one-name", before.first)
        elif before and _is_model(tokens, before, name):
            joined[-1] = Name(before.first, name.last, "PRODUCT", "parts-of-one-name")
        else:
            joined.append(name)
    return joined


def _says_whose(tokens: Tokens, before: Name, name: Name) -> bool:
    """Whether a nation stands right in front of the fields of a body ("Norland" "Port Office")."""
    tied = name.first <= tokens.parse.head[before.last - 1] < name.last
    return before.label == "NORP" and before.last == name.first and tied


def _is_model(tokens: Tokens, before: Name, name: Name) -> bool:
    """Whether letters such as "HMS" or a maker of cars stand in front of what is called so."""
    word = tokens.parse.text[before.first]
    if before.last != name.first or before.last - before.first > 1:
        return False
    maker = word.lower() in words.beside_names("makers") and _stand_together(tokens, before, name)
    if maker and tokens.parse.lower[name.first] not in words.heads():
        return words.known().get(tokens.parse.lower[name.first]) in (None, Kind.PRODUCT)
    return word.isupper() and word.lower() in words.classes()["ship"].first


def _stand_together(tokens: Tokens, before: Name, name: Name) -> bool:
    """Whether two names are a word each, one right after the other."""
    return (
        before.last == name.first == before.first + 1
        and name.last - name.first == 1
        and not tokens.apart(name.first)
    )


def _completes(tokens: Tokens, before: Name, name: Name) -> bool:
    """Whether a name goes on after a forename that the model missed or took for a whole one."""
    parse = tokens.parse
    together = any(
        joins(tokens, before, name)
        for joins in (_stand_together, _opens_with_particle, _leads, _breaks_off)
    )
    return (
        together
        and name.label != "NORP"
        and before.label in ("PERSON", "GPE", "")
        and words.is_forename(parse.text[before.first])
        and not words.is_place(parse.text[before.first])
        and parse.lower[name.first] not in words.heads()
        and not is_nationality(parse.lower[name.first])
    )


def _opens_with_particle(tokens: Tokens, before: Name, name: Name) -> bool:
    """Whether a surname with its small words stands after one word ("Joost" "van der Linden")."""
    return (
        before.last == name.first == before.first + 1
        and not tokens.apart(name.first)
        and tokens.parse.lower[name.first] in words.titles().particles
    )


def _breaks_off(tokens: Tokens, before: Name, name: Name) -> bool:
    """Whether a name ends in a small word of the surname behind it ("Conall Mac" "Aodha")."""
    last = before.last - 1
    small = last > before.first and tokens.parse.lower[last] in words.titles().particles
    return small and before.last == name.first and not tokens.apart(name.first)


def _leads(tokens: Tokens, before: Name, name: Name) -> bool:
    """Whether a forename stands in front of more of a person's name ("Ana" "Lucia Reyes")."""
    return (
        name.label == "PERSON"
        and before.last == name.first == before.first + 1
        and not tokens.apart(name.first)
        and name.first <= tokens.parse.head[before.first] < name.last
    )


def _is_shortened(tokens: Tokens, before: Name, name: Name) -> bool:
    """Whether a shortened forename and its stop stand in front of a name ("Mohd. Irfan")."""
    short = tokens.parse.lower[before.first] in words.beside_names("short_forenames")
    return short and tokens.parse.text[before.last : name.first] == ["."]


def _is_saints(tokens: Tokens, before: Name, name: Name) -> bool:
    """Whether something is named for a saint ("St. Brannoc" 's "Cathedral")."""
    lower = tokens.parse.lower
    return (
        lower[before.title] in ("st", "st.", "saint")
        and lower[before.last : name.first] in (["'s"], ["’s"])
        and lower[name.last - 1] in words.heads()
    )


def _goes_on(tokens: Tokens, before: Name, name: Name) -> bool:
    """Whether the model broke a name of two words, neither of which is known by itself."""
    parse = tokens.parse
    return (
        _stand_together(tokens, before, name)
        and name.label in ("", "PERSON")
        and parse.dep[before.first] == "compound"
        and parse.head[before.first] == name.first
        and (bool(before.label) or not words.is_forename(parse.text[name.first]))
        and not any(_is_known(parse.lower[token]) for token in (before.first, name.first))
    )


def _is_known(word: str) -> bool:
    """Whether a word names something by itself, or says what something is."""
    return (
        words.is_place(word)
        or word in words.cities()
        or word in words.known()
        or word in words.heads()
        or word in words.groups()
        or is_nationality(word)
    )


def _is_seat(tokens: Tokens, before: Name, name: Name) -> bool:
    """Whether a place right in front of a body's name is part of it ("U.S." "District Court")."""
    parse = tokens.parse
    if before.last != name.first or tokens.apart(name.first) or before.title < before.first:
        return False
    if not name.first <= parse.head[before.last - 1] < name.last:
        return False
    last = parse.lower[name.last - 1]
    if before.label == "NORP" and name.label:
        return last in words.head_words("newspaper") and name.last - name.first == 1
    body = name.label in ("ORG", "FAC", "") and last in words.heads()
    missed = before.label == "NORP" and not name.label  # "Saudi" "Interior Ministry"
    hyphened = "-" in parse.text[before.first : before.last]
    if hyphened and not before.label and name.last - name.first == 1:
        return body  # "Anti-Fraud" "Unit"
    if before.label in ("GPE", "LOC"):
        return body or _is_team(tokens, name)
    known = " ".join(parse.lower[name.first : name.last]) in words.known()
    return body and (missed or (before.label == "PERSON" and not known))


def _is_team(tokens: Tokens, name: Name) -> bool:
    """Whether one word in the plural stands after its town ("Velm" "Eagles")."""
    word = tokens.parse.lower[name.first]
    plural = word.endswith("s") and not word.endswith("ss") and word not in words.groups()
    return name.label in ("ORG", "") and name.last - name.first == 1 and plural


def _is_rest(tokens: Tokens, before: Name, name: Name) -> bool:
    """Whether the model missed the end of a body's name ("NBA" "Finals")."""
    parse = tokens.parse
    return (
        before.last == name.first
        and not tokens.apart(name.first)
        and (before.label, name.label) in _BROKEN
        and name.first <= parse.head[before.last - 1] < name.last
        and " ".join(parse.lower[name.first : name.last]) not in words.known()
    )


def _belongs(tokens: Tokens, before: Name, name: Name) -> bool:
    """Whether "of", "for" or "on" ties a name to the head before ("Ministry" of "Culture")."""
    parse = tokens.parse
    gap = parse.lower[before.last : name.first]
    if not gap or gap[0] not in ("of", "for", "on") or gap[1:] not in ([], ["the"], ["a"], ["an"]):
        return False
    if gap[0] == "of" and gap[1:] in (["a"], ["an"]):
        return False
    if gap[0] == "on" and parse.lower[before.last - 1] not in words.head_words("concerned"):
        return False
    if parse.lower[before.last - 1] not in words.heads() or name.label in ("PERSON", "GPE"):
        return False
    return before.last - before.first == 1 or gap[0] != "of"


def _shares_head(tokens: Tokens, before: Name, name: Name) -> bool:
    """Whether two fields or owners have one head after both.

    As in "Harbour" and "Canal Trust", "Shop Workers" ' "Alliance".
    """
    parse = tokens.parse
    gap, head = parse.lower[before.last : name.first], name.last - 1
    owned = gap in (["'"], ["’"])
    if not (owned or gap in (["and"], ["&"])) or before.label not in ("", "ORG", "NORP"):
        return False
    if words.heads().get(parse.lower[head]) is not Kind.ORGANIZATION:
        return False
    ends = parse.lower[before.last - 1]
    whole = owned or words.heads().get(ends) is not Kind.ORGANIZATION
    known = " ".join(parse.lower[before.first : before.last])
    body = known in words.known() or is_acronym(parse.text[before.last - 1])
    return (
        whole and not body and known not in words.groups() and parse.head[before.last - 1] == head
    )


_JOINS_OF_BODIES = (_belongs, _is_seat, _is_rest, _shares_head)
