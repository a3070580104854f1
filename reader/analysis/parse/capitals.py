"""Passages in capitals alone, and bylines, as the pipeline reads them: with small letters.

Recognition rests on capitals: a headline or a wire story in capitals has no names for it, or
nothing but names. A word is written as the article writes it elsewhere. Else names that the lists
know keep a capital, common words lose it, and what no list knows is a name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from ..knowledge import names as words
from ..types import Kind

_WORD = re.compile(r"[^\W_](?:[\w’'.&-]*\w)?")
_NESTED = re.compile(r"([A-Z][a-z]{1,2}|O[’'])([A-Z]{2,})\Z")
_OPENING = re.compile(r"(?:\A|[.!?:]\s+|[.!?]?[\"“]\s*)\Z")
_FEWEST_WORDS, _FEWEST_LETTERS = 3, 10
_LONGEST_BYLINE = 160
_LONGEST_NAME = 4
_LONGEST_ACRONYM = 4
_SAMPLE = 200_000
_HEADS = (Kind.FACILITY, Kind.ORGANIZATION, Kind.PLACE)
_VOWELS = frozenset("aeiouy")
_MONTHS_AND_WORDS = frozenset(("march", "may", "sat", "sun"))

Forms = Mapping[str, str]
"""How an article writes its words inside sentences, by the word in lower case."""


class SmallLetters:
    """Writes passages in capitals with small letters; lengths and offsets stay.

    `parts` gives the parts of speech that the lemmatizer knows a word in lower case as.
    """

    def __init__(self, parts: Callable[[str], frozenset[str]]) -> None:
        self._parts = parts
        self._known: tuple[str, Forms] = ("", {})

    def write(self, passages: Sequence[str], article: str) -> list[str]:
        """The passages of an article, those in capitals alone in small letters."""
        return [self._passage(passage, article) for passage in passages]

    def _passage(self, passage: str, article: str) -> str:
        if len(passage) <= _LONGEST_BYLINE and passage[:3] in ("By ", "BY "):
            return _WORD.sub(_capitalized, passage)
        if not passage.isupper() or passage.endswith(":") or not _is_prose(passage):
            return passage
        return self._sentence(passage, self._forms(article))

    def _sentence(self, passage: str, forms: Forms) -> str:
        found = list(_WORD.finditer(passage))
        lower = [match.group().lower() for match in found]
        named = _named(lower)
        made: list[str] = []
        for place, match in enumerate(found):
            opens = bool(_OPENING.search(passage[: match.start()][-4:]))
            word = forms.get(lower[place]) or self._word(match.group(), lower[place])
            behind = place > 0 and not opens and self._goes_on(lower, place, made[-1])
            if place in named or opens or behind:
                word = word if word[:1].isupper() else word[:1].upper() + word[1:]
            made.append(word)
        return _replaced(passage, found, made)

    def _goes_on(self, lower: list[str], place: int, before: str) -> bool:
        """Whether a common word is part of the name that the word before begins."""
        word = lower[place]
        if word in _MONTHS_AND_WORDS:
            return lower[place - 1] in words.beside_names("before_months")
        if not before[:1].isupper() or before.endswith(("'s", "’s")):
            return False
        if words.heads().get(word) in _HEADS:
            return True
        doubtful = words.listed("forenames_doubtful")
        forename = words.is_forename(before) and before.lower() not in doubtful
        told = word.endswith(("s", "ed", "ing")) or word in words.small_words("behind_names")
        return forename and not told and not self._parts(word).isdisjoint(("noun", "adj"))

    def _word(self, written: str, lower: str) -> str:
        bare = lower.replace(".", "")
        if "." in written[:-1] or bare in words.listed("common_acronyms"):
            return written
        if lower[0].isdigit() or lower in _MONTHS_AND_WORDS:
            return lower
        small = lower in words.listed("function_words") or lower in words.small_words("closed")
        if small or words.is_title(lower):
            return lower
        if len(lower) <= _LONGEST_ACRONYM and (lower in words.known() or not _VOWELS & set(lower)):
            return written
        parts = self._parts(lower)
        if not parts or (parts == {"noun"} and _may_name(lower)) or _always_names(lower):
            return _titled(written)
        return lower

    def _forms(self, article: str) -> Forms:
        if self._known[0] != article:
            self._known = article, _written(article[:_SAMPLE])
        return self._known[1]


def _is_prose(passage: str) -> bool:
    """Whether a passage has enough words to be a sentence or headline."""
    found = _WORD.findall(passage)
    return len(found) >= _FEWEST_WORDS and sum(map(len, found)) >= _FEWEST_LETTERS


def _may_name(lower: str) -> bool:
    """Whether a noun is a forename, a surname or a place too."""
    known = words.is_forename(lower.capitalize()) or lower in words.listed("surnames")
    return known or lower in words.cities()


def _always_names(lower: str) -> bool:
    """Whether a word has a capital wherever it stands."""
    return (
        words.is_place(lower)
        or lower in words.known()
        or lower in words.listed("calendar")
        or lower in words.nations().adjectives
        or lower in words.groups()
    )


def _titled(written: str) -> str:
    """A word with one capital, or one for each part between hyphens."""
    parts = re.split(r"([-’'])", written)
    if parts[-1] == "S":
        parts[-1] = "s"
    return "".join(part.capitalize() if len(part) > 1 else part for part in parts)


def _capitalized(match: re.Match[str]) -> str:
    """A name of a byline with one capital; acronyms and words with small letters stay."""
    word = match.group()
    if nested := _NESTED.match(word):  # "McKAY"
        return nested[1] + nested[2].capitalize()
    if not word.isupper() or word.lower() in words.known() or "." in word:
        return word
    if word.lower() in words.listed("function_words") and match.start():
        return word.lower()
    return _titled(word)


def _named(lower: list[str]) -> set[int]:
    """The places of words in well-known names of several words ("west bengal")."""
    found: set[int] = set()
    for start in range(len(lower)):
        for end in range(start + 2, min(start + _LONGEST_NAME, len(lower)) + 1):
            name = " ".join(lower[start:end])
            if name in words.known() or words.is_place(name) or name in words.cities():
                found.update(range(start, end))
    return found


def _written(article: str) -> Forms:
    """The commonest form of each word inside the sentences that are not in capitals."""
    counts: dict[str, Counter[str]] = {}
    for line in article.split("\n"):
        if line.isupper():
            continue
        for match in _WORD.finditer(line):
            if not _OPENING.search(line[max(match.start() - 4, 0) : match.start()]):
                counts.setdefault(match.group().lower(), Counter())[match.group()] += 1
    return {
        word: word if word in forms else forms.most_common(1)[0][0]
        for word, forms in counts.items()
    }


def _replaced(passage: str, found: list[re.Match[str]], made: list[str]) -> str:
    pieces, end = [], 0
    for match, word in zip(found, made, strict=True):
        same = len(word) == match.end() - match.start()
        pieces += [passage[end : match.start()], word if same else match.group()]
        end = match.end()
    return "".join([*pieces, passage[end:]])
