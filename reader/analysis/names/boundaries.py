"""The model's spans made right: cut, trimmed, completed, freed of titles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..kinds.evidence import head_kind
from ..knowledge import names as words
from ..syntax.name import (
    KIND_OF_LABEL,
    Name,
    is_capital,
)
from ..syntax.tokens import HYPHENS, Tokens, is_particle
from ..types import Kind
from .judging import AFTER_HYPHEN, is_degree, is_garbled, is_name
from .lists import in_list
from .titles import (
    MEMBERS,
    after_titles,
    before_field,
    before_office,
    titles_before,
    with_title,
)

_CUTTING = words.small_words("cutting")
_MAY_HOLD_CLAUSES = frozenset(("WORK_OF_ART", "EVENT", "LAW"))
_ONE_EACH = frozenset(("PERSON", "GPE", "NORP"))
_BRACKETS = frozenset("()[]{}<>|;") | {"--", "—", "_"}
_EDGE_TAGS = frozenset(("POS", "``", "''", ":", ",", "-LRB-", "-RRB-"))
_LEADING_TAGS = frozenset(("PRP$", "IN", "CC", "DT", "RB"))
_OPENING_TAGS = frozenset(("RB", "VB", "VBD", "VBG", "VBN", "VBZ"))
_ARTICLES = words.small_words("determiners")
_TIMES = frozenset(("mid", "post", "pre"))
_SIDES = frozenset(("anti", "pro"))
_ORDINARY = re.compile(r"(?:\d{1,3}(?:\.\d{1,2})?[A-Z]?|[A-Z]|[IVX]{1,4})\Z")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)\Z")
_DECIMAL = re.compile(r"\d+\.\d+\Z")
_LONGEST_PERSON = 4


def cleaned(tokens: Tokens) -> Iterator[Name]:
    """The names in the model's spans, in text order; some may overlap."""
    for span in tokens.parse.names:
        first, last, label = span
        if label in KIND_OF_LABEL and first not in tokens.headline:
            for start, end, called in _pieces(tokens, *span):
                owned = first < start < end and _ends_other(tokens, start - 1)
                person = owned and words.is_forename(tokens.parse.text[start])
                land = end < last - 1 and _is_land(tokens.parse.text[end + 1])
                owner = land and tokens.parse.tag[end] == "POS"
                told = "PERSON" if person or owner else called
                if name := clean(tokens, start, end, told, "named-by-model"):
                    yield name


def _ends_other(tokens: Tokens, token: int) -> bool:
    """Whether a possessive, a stroke or a role ends the name of another before a person's."""
    parse = tokens.parse
    return parse.tag[token] == "POS" or parse.text[token] == "/" or _says_role(tokens, token)


def _says_role(tokens: Tokens, token: int) -> bool:
    """Whether a noun in small letters says what a person is ("Rye vet Jo Roe")."""
    word = tokens.parse.text[token]
    return word.islower() and word in words.people().roles


def clean(tokens: Tokens, first: int, last: int, label: str, rule: str) -> Name | None:
    """The name in a span of tokens, or None where nothing in it names anything."""
    first, last = _trim(tokens, first, last, label)
    if first >= last:
        return None
    first, last = _complete(tokens, first, last, label)
    first -= first > 0 and _counts(tokens, first - 1, last)
    last = _with_number(tokens, first, _with_possessive(tokens, first, last))
    first = _behind_prefix(tokens, first, last)
    if first >= last:
        return None
    if _opens_party(tokens, last):
        last, label = last + 1, "ORG"
    bare = after_titles(tokens, first, last, label)
    if bare > first:
        first, label = bare, label and "PERSON"
    elif label in ("ORG", "PERSON", "GPE") or tokens.parse.lower[last - 1] in MEMBERS:
        last = before_office(tokens, first, last)
        last = before_field(tokens, first, last)
        first = with_title(tokens, first, last) if label == "ORG" else first
    if not is_name(tokens, first, last, label):
        return None
    return Name(first, last, label, rule, titles_before(tokens, first))


def _behind_prefix(tokens: Tokens, first: int, last: int) -> int:
    """The first token after a prefix in front of a name ("Post-Cold War", "Pro-Kremlin Nashi")."""
    lower, hyphen = tokens.parse.lower, first + 1
    if hyphen + 1 >= last or not tokens.hyphened(hyphen + 1):
        return first
    if lower[first] in _TIMES:
        return hyphen + 1
    camp = lower[first] in _SIDES and tokens.proper(hyphen + 1)
    return hyphen + 2 if camp else first


def _opens_party(tokens: Tokens, last: int) -> bool:
    """Whether a name ends in a political camp before "party" ("Republican party")."""
    lower = tokens.parse.lower
    return last < len(lower) and lower[last] == "party" and lower[last - 1] in words.groups()


def _pieces(tokens: Tokens, first: int, last: int, label: str) -> Iterator[tuple[int, int, str]]:
    """The range cut where no name goes on, with the label of each part."""
    span = range(first, last)
    if listed := in_list(tokens, span, label):
        yield from listed
        return
    start = first
    for token in span:
        if _cuts(tokens, token, span, label):
            yield start, token, label
            start = token + 1
    yield start, last, label


def _cuts(tokens: Tokens, token: int, span: range, label: str) -> bool:
    parse = tokens.parse
    word = parse.text[token]
    if _parts_names(tokens, token, label) or _stands_for(tokens, token, span, label):
        return True
    if label in ("ORG", "PERSON") and _says_role(tokens, token):
        return span.start < token < span.stop - 1
    if label in _MAY_HOLD_CLAUSES:
        marked = span.start > 0 and tokens.parse.tag[span.start - 1] == "``"
        return word == "at" and span.start < token < span.stop - 1 and not marked
    if label in _ONE_EACH and word in (",", "/", "and", "&"):
        suffix = token + 1 in span and parse.lower[token + 1] in words.titles().suffixes
        return not suffix
    if label == "PERSON" and word in ("of", "for"):
        # "Patrick Gordon of Auchleuchries", but the "2nd Earl of Clare"
        return token - span.start > 1 and not words.is_title(parse.lower[token - 1])
    verb = parse.tag[token] in ("VBD", "VBZ", "VBP") and word.islower()
    concerned = word == "on" and parse.lower[token - 1] in words.head_words("concerned")
    inside = span.start < token < span.stop - 1
    return verb or (word in _CUTTING and inside and not concerned)


def _stands_for(tokens: Tokens, token: int, span: range, label: str) -> bool:
    """Whether "for" leads from a place to who holds it ("Velm for Labour")."""
    lower = tokens.parse.lower
    if lower[token] != "for" or label not in ("GPE", "ORG") or token + 1 >= span.stop:
        return False
    body = words.known().get(lower[token + 1]) is Kind.ORGANIZATION
    return body and lower[token - 1] not in words.heads()


def _parts_names(tokens: Tokens, token: int, label: str) -> bool:
    """Whether a bracket, a dash or an owner's possessive parts two names."""
    word = tokens.parse.text[token]
    if tokens.parse.tag[token] == "POS":
        return _ends_owner(tokens, token, label)
    if word[0] == "@" or is_garbled(word):
        return True
    if word == "/" and token + 1 < len(tokens.parse):
        return words.is_forename(tokens.parse.text[token + 1])  # "REUTERS/Jon Hale"
    dash = word in HYPHENS and not (tokens.touches(token) or tokens.touches(token + 1))
    return dash or word in _BRACKETS


def _ends_owner(tokens: Tokens, token: int, label: str) -> bool:
    """Whether a possessive parts whose something is from a name ("the Green Party's Jill Moss")."""
    following = tokens.parse.text[token + 1] if token + 1 < len(tokens.parse) else ""
    if label == "PERSON" or label in _MAY_HOLD_CLAUSES:
        return label == "PERSON"
    return following[:1].isdigit() or words.is_forename(following) or _is_land(following)


def _is_land(word: str) -> bool:
    """Whether a word is a country's name ("Hitler's" Germany)."""
    return len(words.nations().codes.get(word.lower(), "")) == 2


def _trim(tokens: Tokens, first: int, last: int, label: str) -> tuple[int, int]:
    while first < last and _is_leading(tokens, first, last, label):
        first += 1
    while first < last and _is_trailing(tokens, last - 1, label):
        last -= 1
    return first, last


def _is_edge(tokens: Tokens, token: int) -> bool:
    word = tokens.parse.text[token]
    return tokens.parse.tag[token] in _EDGE_TAGS or not any(c.isalnum() for c in word)


def _is_leading(tokens: Tokens, token: int, last: int, label: str) -> bool:
    """Whether a token before a name is no part of it."""
    parse = tokens.parse
    word = parse.text[token]
    if _is_edge(tokens, token):
        return True
    opens = token in tokens.openings and token + 1 < last
    small = (
        parse.lower[token] in words.listed("function_words") or parse.tag[token] in _OPENING_TAGS
    )
    if opens and small:
        return label != "WORK_OF_ART"
    if parse.lower[token] in _ARTICLES:
        return (
            label != "WORK_OF_ART"
            or word.islower()
            or head_kind(tuple(parse.lower[token + 1 : last])) not in (None, Kind.WORK)
        )
    if not word.islower() or _counts(tokens, token, last):
        return False
    return parse.tag[token] in _LEADING_TAGS or not is_particle(parse, token, last)


def _is_score(texts: list[str], token: int) -> bool:
    """Whether a number is one half of a score, or all of it ("Velm 2-1")."""
    ahead, behind = texts[token + 1 : token + 3], texts[max(token - 2, 0) : token]
    return texts[token].isdigit() and any(
        len(pair) == 2 and pair[dash] in HYPHENS and pair[1 - dash].isdigit()
        for pair, dash in ((ahead, 0), (behind, 1))
    )


def _counts(tokens: Tokens, token: int, last: int) -> bool:
    """Whether an ordinal says which road or unit a name means ("17th Street", "3rd Division")."""
    parse = tokens.parse
    ending = parse.lower[last - 1]
    unit = ending in words.beside_names("units")
    named = unit or (last - token == 2 and ending in words.head_words("road"))
    return named and bool(_ORDINAL.match(parse.text[token]))


def _is_trailing(tokens: Tokens, token: int, label: str) -> bool:
    """Whether a token after a name is no part of it."""
    if _is_edge(tokens, token) or _DECIMAL.match(tokens.parse.text[token]):
        return True
    if _is_score(tokens.parse.text, token):
        return True
    if label == "PERSON" and is_degree(tokens.parse.text[token]):
        return True
    small = tokens.parse.tag[token] in _LEADING_TAGS
    lowered = tokens.parse.text[token].islower() and (small or label != "WORK_OF_ART")
    return lowered and not tokens.hyphened(token)


def _complete(tokens: Tokens, first: int, last: int, label: str) -> tuple[int, int]:
    """The range with what hyphens tie to it, and with all of a person's name."""
    parse = tokens.parse
    while (
        last + 1 < len(parse)
        and tokens.hyphened(last + 1)
        and _after_hyphen(tokens, last + 1, label)
    ):
        last += 2
    if words.is_place(" ".join(parse.lower[max(first - 2, 0) : first + 1])) and first > 1:
        first -= 2 if parse.lower[first - 1] == "and" else 0  # "Trinidad and" Tobago Regiment
    while tokens.hyphened(first) and _before_hyphen(tokens, first - 2):
        first -= 2
    while label in ("PERSON", "") and _opens_surname(tokens, first):
        first -= 1
    if label == "PERSON":
        while last < len(parse) and last - first < _LONGEST_PERSON and _goes_on(tokens, last):
            last += 1
    return first, last


def _with_number(tokens: Tokens, first: int, last: int) -> int:
    """The end of a name with the number that a noun such as "Terminal" has for its name."""
    parse = tokens.parse
    if last - first != 1 or last >= len(parse) or tokens.apart(last):
        return last
    number = parse.text[last]
    if parse.lower[first] not in words.beside_names("numbered") or not _ORDINARY.match(number):
        return last
    return last + 1


def _with_possessive(tokens: Tokens, first: int, last: int) -> int:
    """The end of a name whose possessive belongs to it ("Parkinson's", "Maclean's")."""
    if last >= len(tokens.parse) or tokens.parse.tag[last] != "POS":
        return last
    known = "".join(tokens.parse.lower[first : last + 1]).replace("’", "'") in words.known()
    return last + 1 if known else last


def _opens_surname(tokens: Tokens, first: int) -> bool:
    """Whether a small word before a name opens it ("du" Plessis)."""
    parse, word = tokens.parse, first - 1
    if tokens.apart(first) or not parse.text[word].islower() or parse.tag[word] != "NNP":
        return False
    return parse.lower[word] in words.titles().particles


def _after_hyphen(tokens: Tokens, token: int, label: str) -> bool:
    """Whether what a hyphen adds belongs to the name ("Yeung-tat", not "Beijing-based")."""
    word = tokens.parse.text[token]
    if is_capital(word):
        return True
    if len(word) > 6 or word in AFTER_HYPHEN:
        return False
    return label == "PERSON"


def _before_hyphen(tokens: Tokens, token: int) -> bool:
    word = tokens.parse.text[token]
    return is_capital(word) or word in ("al", "el")


def _goes_on(tokens: Tokens, token: int) -> bool:
    """Whether a token goes on with a person's name that the model broke off."""
    parse = tokens.parse
    word = parse.lower[token]
    return (
        tokens.proper(token)
        and parse.text[token].isalpha()
        and not tokens.apart(token)
        and parse.head[token - 1] == token
        and not tokens.dates[token]
        and word not in words.heads()
        and not words.is_title(word)
        and not is_degree(parse.text[token])
    )


def in_hyphens(tokens: Tokens, token: int) -> bool:
    """Whether a token is a hyphen inside a word."""
    return tokens.parse.text[token] in HYPHENS and tokens.hyphened(token + 1)
