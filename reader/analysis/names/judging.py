"""Whether a span that is cut right names something."""

from __future__ import annotations

import re

from ..knowledge import names as words
from ..parse.columns import Parse
from ..syntax.name import is_acronym
from ..syntax.tokens import Tokens

AFTER_HYPHEN = frozenset(
    ("based", "led", "born", "backed", "style", "era", "run", "owned", "like", "elect", "made")
)
"""Words that a hyphen ties to a name and that are no part of it."""

_NO_NAME_TAGS = frozenset(("PRP", "PRP$", "WP", "DT", "MD"))
_STANDING = frozenset(("ROOT", "conj", "dative", "dobj", "nsubj", "nsubjpass", "pobj"))
_PARTIES = frozenset("RDI")
# "R-Vt." gives a party and a state, "U.N.-run" is an adjective.
_NO_NAME = re.compile(rf"^[RDI]-[A-Z]|[^-]-(?:{'|'.join(AFTER_HYPHEN)}|[a-z]+ed|[a-z]+ing)$")
_CONTRACTED = re.compile(r"(?:i|you|he|she|it|we|they|who|what|that|there)['’](?:d|ll|m|re|s|ve)\Z")
_AMOUNT = re.compile(r"([A-Za-z]{1,3})\d[\d,]*(\.\d+)?(m|bn|tn|k)?\Z")
_SHOUTED = frozenset(("HE", "SHE", "THEY", "WE", "YOU"))
_MARKS = frozenset('“”"[]=')


def is_degree(word: str) -> bool:
    """Whether a word is a degree or an honour ("PhD", "O.B.E.")."""
    bare = word.replace(".", "")
    return bare[:1].isupper() and bare[-1:].isupper() and bare.lower() in _degrees()


def is_compatriot(word: str) -> bool:
    """Whether a word describes one person of a nation ("Irishwoman"), and names nobody."""
    if not word.endswith("man"):
        return False
    adjectives = words.nations().adjectives
    return word[:-3] in adjectives or word.removesuffix("woman") in adjectives


def is_countryman(parse: Parse, token: int) -> bool:
    """Whether a word describes one person of a nation: "the Irishwoman", "the Australian"."""
    word, before = parse.lower[token], token - 1
    if is_compatriot(word):
        return True
    people = words.nations().people
    if before < 0 or parse.lower[before] != "the" or f"{word}s" not in people:
        return False
    opens = parse.sentence(parse.sentence_of[token])[0] == before
    return (opens or parse.text[before] == "the") and parse.dep[token] in _STANDING


def _degrees() -> frozenset[str]:
    return words.beside_names("degrees")


def _is_slug(tokens: Tokens, first: int, last: int) -> bool:
    """Whether words, or they and one beside them, are what agency copy carries ("FILE PHOTO")."""
    lower = tokens.parse.lower
    around = ((first, last), (first, last + 1), (max(first - 1, 0), last))
    slugs = words.beside_names("slugs")
    return any(" ".join(lower[start:end]) in slugs for start, end in around)


def is_name(tokens: Tokens, first: int, last: int, label: str) -> bool:
    """Whether a cleaned span names something."""
    parse = tokens.parse
    spelled = parse.text[first:last]
    described = last - first == 1 and is_countryman(parse, first)
    beside = _is_slug(tokens, first, last) or _opens_office(tokens, first, last)
    if described or beside or all(map(is_degree, spelled)):
        return False
    of_party = last - first == 3 and spelled[0] in _PARTIES and tokens.hyphened(last - 1)
    if of_party:
        return False
    if any(is_garbled(word) or word in _SHOUTED for word in spelled):
        return False
    if spelled[0].startswith("@") or (first > 0 and parse.text[first - 1] == "@"):
        return False
    if not any(c.isalpha() for word in spelled for c in word):
        return False
    return last - first > 1 or _names_alone(tokens, first, label)


def _opens_office(tokens: Tokens, first: int, last: int) -> bool:
    """Whether words only say an office, or which one follows ("Agriculture Cabinet" Secretary)."""
    lower, known = tokens.parse.lower, words.titles()
    said = lower[first:last]
    if all(word in known.modifiers for word in said):
        return last < len(lower) and words.is_title(lower[last]) and not tokens.apart(last)
    several = len(said) > 1 and said[-1] in known.office
    return several and all(word in known.modifiers or word in known.office for word in said)


def is_garbled(word: str) -> bool:
    """Whether a word has markup or a mark that belongs to no word inside ("W]e")."""
    return len(word) > 1 and not _MARKS.isdisjoint(word)


def _names_alone(tokens: Tokens, token: int, label: str) -> bool:
    """Whether a single word names something."""
    parse = tokens.parse
    word = parse.lower[token]
    pronoun = parse.tag[token] in _NO_NAME_TAGS or _CONTRACTED.match(word)
    listed = word in words.listed("calendar") or word in words.listed("calls")
    if pronoun or listed or _is_common(parse.text[token]):
        return False
    if label != "NORP" and (words.is_title(word) or _is_modifier(tokens, token)):
        return False
    if _is_behind_prefix(tokens, token):
        return False
    if _NO_NAME.search(parse.text[token]) or _counts_money(tokens, token):
        return False
    if token not in tokens.openings:
        return True
    stands = word not in words.people().roles and stands_opening(tokens, token, label)
    return word not in tokens.common and (label == "NORP" or stands)


def _counts_money(tokens: Tokens, token: int) -> bool:
    """Whether a currency's code stands beside an amount ("SEK 300m", "N5m", "5 million USD")."""
    parse = tokens.parse
    if glued := _AMOUNT.match(parse.text[token]):
        ahead = parse.lower[token + 1 : token + 2]
        counted = bool(ahead) and ahead[0] in words.beside_names("multiples")
        exact = "," in glued.string or glued[2] or glued[3] or counted
        return bool(exact) and glued[1].lower() in words.beside_names("money")
    if parse.text[token] not in words.listed("currencies"):
        return False
    beside = parse.text[token + 1 : token + 2] + parse.text[max(token - 1, 0) : token]
    return any(word[0].isdigit() for word in beside)


def is_behind_party(tokens: Tokens, token: int) -> bool:
    """Whether a hyphen ties a word to a party ("R-Texas")."""
    return tokens.hyphened(token) and tokens.parse.text[token - 2] in _PARTIES


def _is_behind_prefix(tokens: Tokens, token: int) -> bool:
    """Whether a hyphen ties a word to one in lower case ("pro-Beijing")."""
    return tokens.hyphened(token) and tokens.parse.text[token - 2].islower()


def stands_opening(tokens: Tokens, token: int, label: str) -> bool:
    """Whether a word that opens a sentence is a name, not only a word with its capital."""
    parse = tokens.parse
    word = parse.text[token]
    return (
        word in tokens.inside_sentences
        or is_acronym(word)
        or words.is_forename(word)
        or words.is_place(word)
        or parse.lower[token] in words.known()
        or (bool(label) and tokens.proper(token))
    )


def _is_common(word: str) -> bool:
    """Whether capitals stand for something that has no name of its own ("CEO", "PACs")."""
    bare = word.replace(".", "")
    several = len(bare) > 2 and bare[-1] == "s" and bare[:-1].isupper()
    return several or (bare.isupper() and bare.lower() in words.listed("common_acronyms"))


def _is_modifier(tokens: Tokens, token: int) -> bool:
    """Whether a word is the beginning of a title ("Defense" Minister), not "the Army"."""
    lower = tokens.parse.lower
    return lower[token] in words.titles().modifiers and (token == 0 or lower[token - 1] != "the")
