"""Names as they are compared between articles."""

from __future__ import annotations

import re
from functools import lru_cache

from ...analysis.grouping.organizations import without_legal_form
from ...analysis.knowledge import names as words
from ...analysis.knowledge.spelling import plain
from ...analysis.syntax.name import is_acronym, normal

Words = tuple[str, ...]

_SPELLED = {"centre": "center", "mt.": "mount", "mt": "mount", "ft.": "fort", "defence": "defense"}
_GENERIC = frozenset(("company", "corporation", "group", "incorporated", "limited"))
_LONGEST_LAND = 4
SMALL = frozenset(("of", "the", "for", "and", "in", "on", "at", "de", "la", "du", "des", "to"))
"""Words that say little in a name of several words."""

_OF = frozenset(("state", "city", "town", "village", "republic", "commonwealth"))


@lru_cache(maxsize=200_000)
def words_of(name: str) -> Words:
    """The words of a name in lower case: no article, possessive, accents or legal form.

    "The Acme Corp.'s" and "Acme" have the same ones; of British and American spelling, the
    American one is taken.
    """
    compared = normal(name.replace("’", "'"))
    spelled = tuple(
        _SPELLED.get(word, word.rstrip(".") if len(word) == 2 else word)
        for word in compared
        if any(c.isalnum() for c in word)
    )
    return without_legal_form(spelled)


@lru_cache(maxsize=200_000)
def key_of(name: str) -> str:
    """What names share that are spelled alike, or mean the same country or well-known place."""
    spelled = words_of(name)
    return place_key(spelled) or " ".join(spelled)


def place_key(spelled: Words) -> str | None:
    """One key for all names of a country or well-known place ("U.S.", "United States")."""
    if len(spelled) > 2 and spelled[0] in _OF and spelled[1] == "of":
        spelled = spelled[2:]
    text = " ".join(spelled)
    code = words.nations().codes.get(text)
    if code is not None:
        return f"={code}"
    known = words.places().get(text)
    return f"={known}" if known is not None else None


def stem_of(spelled: Words) -> str:
    """What two ways to write a body's full name share: plurals, small words, "U.S." and all of it.

    "Company" and the like at its end do not count where several words are left.
    """
    end = len(spelled)
    while end > 2 and spelled[end - 1] in _GENERIC:
        end -= 1
    for first in range(min(end - 1, _LONGEST_LAND), 0, -1):
        code = words.nations().codes.get(" ".join(spelled[:first]))
        if code is not None:
            return " ".join((code, *_stems(spelled[first:end])))
    return " ".join(_stems(spelled[:end]))


def _stems(spelled: Words) -> list[str]:
    return [word.removesuffix("s") for word in spelled if word not in SMALL]


@lru_cache(maxsize=50_000)
def skeleton(word: str) -> str:
    """What ways to write a foreign name in Latin letters have in common.

    "Mohammed" and "Muhammad", "Gaddafi" and "Qadhafi" share theirs; so may other names, so it
    counts only beside other evidence.
    """
    made = re.sub(r"\W", "", plain(word))
    for old, new in _SOUNDS:
        made = made.replace(old, new)
    made = re.sub(r"(.)\1+", r"\1", made)
    return made[:1] + re.sub(r"[aeiouywh]", "", made[1:])


_SOUNDS = (
    ("tsch", "c"), ("sch", "s"), ("tch", "c"), ("dzh", "j"), ("kh", "h"), ("gh", "g"), ("dh", "d"),
    ("zh", "z"), ("th", "t"), ("ph", "f"), ("ch", "c"), ("sh", "s"), ("ck", "k"), ("q", "k"),
    ("c", "k"), ("v", "w"), ("z", "s"), ("x", "ks"), ("j", "y"),
)  # fmt: skip


def is_short(name: str) -> bool:
    """Whether a name is written in capitals alone, as acronyms are."""
    return is_acronym(name.replace(" ", "")) and " " not in name.strip()
