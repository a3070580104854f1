"""What a mention of a name says about its kind: the model, and the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..knowledge import names as words
from ..knowledge.quote_words import words as quote_words
from ..parse.columns import Parse
from ..syntax.name import (
    KIND_OF_LABEL,
    Name,
    is_acronym,
    is_nationality,
)
from ..types import Kind
from . import usage
from .before import from_before, opens_sentence
from .wording import is_known_place

_RELATIONS = frozenset(("appos", "compound", "conj", "dobj", "nsubj", "nsubjpass", "pobj", "poss"))
_CALLED = words.small_words("called")
_OPENING = frozenset(('"', "“", "‘", "``", "''", "'"))
_SURE = {"dateline-place": "dateline", "title-of-work": "work-title"}
_CLOSING = frozenset(('"', "”", "’", "''", "'"))
_OF_PEOPLE = ("ian", "ish", "ism", "ist", "ite")
_AGE = re.compile(r", [1-9]\d (?:,|\.|and$)")
_INITIALS = re.compile(r"(?:[A-Z]\.){1,3}\Z")
_BRAND = re.compile(r"[a-z][A-Z]")
_SCOTTISH = re.compile(r"(?:Ma?c|De|La|Di|Du|Van|Fitz|Le)[A-Z]")
_SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}\Z")
_YEAR = re.compile(r"(?:1[89]|20)\d\d[a-z]?\Z")
_ROAD_CODE = re.compile(r"(?:A\d{2}|A\d{4}|M\d{1,2}|I-\d{1,3}|US-\d{1,3})\Z")  # no Airbus A380
_FARTHEST_BRACKET = 16
_CALL_SIGN = re.compile(r"[KW][A-Z]{3}(?:-TV|-FM|-AM)?\Z")  # of American stations
_NUMBERED = re.compile(r"\w-\d{1,4}[A-Z]?\Z")


def of_model(parse: Parse, name: Name) -> list[str]:
    """What the model calls a mention, apart for names of one word and of several."""
    if name.rule in _SURE:  # their form is surer than any other sign
        return [_SURE[name.rule]]
    if name.label == "NORP" and _is_no_group(parse, name):
        return ["model-norp-doubtful"]
    called = name.label if name.label in KIND_OF_LABEL else "silent"
    return [f"model-{called}{'-of-several-words' if name.last - name.first > 1 else ''}"]


def signs(parse: Parse, name: Name) -> list[str]:
    """The signs in the words of one mention and those around it."""
    return [
        *_of_shape(parse, name),
        *from_before(parse, name),
        *_from_after(parse, name),
        *_from_syntax(parse, name),
    ]


def _of_shape(parse: Parse, name: Name) -> Iterator[str]:
    """What the writing of a mention says."""
    several = name.last - name.first > 1
    inside = parse.text[name.first + 1 : name.last - 1]
    shapes = {
        "title-before": name.title < name.first and not _is_building(parse, name),
        "road-code": not several and bool(_ROAD_CODE.match(parse.text[name.first])),
        "call-sign": bool(_CALL_SIGN.match(parse.text[name.first])),
        "acronym-first": _opens_with_acronym(parse, name),
        "ampersand": "&" in inside,
        "court-case": "v." in inside,
        "middle-initial": any(_is_initial(word) for word in inside),
        "numbered": bool(_NUMBERED.search(parse.words(name.first, name.last))),
        "initials-first": several and _is_initials(parse.text[name.first]),
        "in-marks": several and _in_marks(parse, name),
        "capital-inside": any(map(_has_capital_inside, parse.text[name.first : name.last])),
        "article-before-several": several and _has_article(parse, name),
        "opens-sentence": opens_sentence(parse, name.first),
        "stands-for-words": _stands_for_words(parse, name),
        "label-of-turn": _labels_turn(parse, name),
    }
    yield from (sign for sign, shows in shapes.items() if shows)
    if parse.tag[name.last - 1] == "POS":  # "Parkinson's"
        whole = "".join(parse.lower[name.first : name.last]).replace("’", "'")
        if known := words.known().get(whole):
            yield f"known-{known}"
    if not several and _has_article(parse, name):
        many = parse.tag[name.first] == "NNPS" or parse.lower[name.first].endswith("s")
        yield "article-before-plural" if many else "article-before"


def _is_building(parse: Parse, name: Name) -> bool:
    """Whether a name ends in a word for a building, road or business ("Sheikh" Nasser Mosque)."""
    last = parse.lower[name.last - 1]
    business = name.last - name.first > 1 and last in words.head_words("commercial")
    return business or last in words.beside_names("no_surnames")


def _labels_turn(parse: Parse, name: Name) -> bool:
    """Whether a full name in capitals fills a line up to a colon: "ADA OLSEN: I saw it"."""
    several = name.last - name.first > 1 and parse.words(name.first, name.last).isupper()
    if not several or parse.text[name.last : name.last + 1] != [":"]:
        return False
    opens = name.title == 0
    return opens or "\n" in parse.source[parse.end[name.title - 1] : parse.start[name.title]]


def _has_article(parse: Parse, name: Name) -> bool:
    """Whether an article that belongs to a name stands right before it."""
    return name.first > 0 and parse.child(name.last - 1, "det") == name.first - 1


def _has_capital_inside(word: str) -> bool:
    """Whether a capital follows a small letter ("VantaGrid"), as in brands, and no "Mc"."""
    return bool(_BRAND.search(word)) and not _SCOTTISH.match(word)


def _is_no_group(parse: Parse, name: Name) -> bool:
    """Whether what the model takes for a people is one word that is known as none."""
    word = parse.lower[name.first]
    known = is_nationality(word) or word in words.groups() or word in words.known()
    single = name.last - name.first == 1 and parse.tag[name.first] == "NNP"
    return single and not known and not word.endswith(_OF_PEOPLE)


def _opens_with_acronym(parse: Parse, name: Name) -> bool:
    """Whether an acronym opens a name, and no initials, surname or place in capitals."""
    word = parse.text[name.first]
    alone = name.last - name.first == 1
    return (
        len(word) < 6
        and is_acronym(word)
        and not words.is_place(word)
        and (alone or "." not in word)
    )


def _in_marks(parse: Parse, name: Name) -> bool:
    """Whether quotation marks hold the name and nothing else, a mark of punctuation apart."""
    closing = name.last + (name.last + 1 < len(parse) and parse.text[name.last] in (",", "."))
    if name.first == 0 or closing >= len(parse):
        return False
    return parse.text[name.first - 1] in _OPENING and parse.text[closing] in _CLOSING


def _is_initial(word: str) -> bool:
    return len(word) == 2 and word[0].isupper() and word[1] == "."


def _is_initials(word: str) -> bool:
    return bool(_INITIALS.match(word)) and not words.is_place(word)


def _stands_for_words(parse: Parse, name: Name) -> bool:
    """Whether an acronym in brackets spells the words in small letters before it.

    As in "sea surface salinity (SSS)", if the last of them is no body's noun.
    """
    word, opening = parse.text[name.first], name.first - 1
    if name.last - name.first > 1 or not word.isupper() or len(word) < 2 or opening < len(word):
        return False
    if parse.text[opening] != "(" or parse.text[name.last : name.last + 1] != [")"]:
        return False
    token, letters = opening - 1, list(word.lower())
    last = parse.lower[token].removesuffix("s")
    if words.heads().get(last) not in (None, Kind.OTHER) or words.is_person_noun(last):
        return False
    while letters and token >= 0 and opening - token <= 2 * len(word):
        text = parse.text[token]
        if text.islower() and text[0] == letters[-1]:
            letters.pop()
        elif text[0].isupper():
            return False
        token -= 1
    return not letters


def _from_after(parse: Parse, name: Name) -> Iterator[str]:
    """What the words right after a name say."""
    after = parse.text[name.last] if name.last < len(parse) else ""
    clause = parse.lower[name.last : name.last + 2]
    called = is_known_place(" ".join(parse.lower[name.first : name.last]))
    if after in ("who", "whom"):
        yield "who-behind"
    elif words.heads().get(after) is Kind.PLACE or after in words.beside_names("natural"):
        yield "place-noun-behind"  # "the Harrow valley"
    elif words.heads().get(after) is Kind.FACILITY and parse.head[name.last - 1] == name.last:
        yield "building-behind"  # "its Velm plant"
    elif _are_buildings(parse, name):
        yield "facility-noun-behind"
    elif after in _CALLED and not called:
        yield "body-noun-behind"  # "the Beacon newspaper"
    yield from _from_citation(parse, name)
    if after in words.beside_names("languages"):
        yield "language-behind"
    elif after in words.beside_names("seats") or _has_member(parse, name):
        yield "seat-behind"
    behind = {
        "comma-who-behind": clause == [",", "who"],
        "comma-which-behind": clause == [",", "which"],
        "age-behind": bool(_AGE.match(" ".join(parse.text[name.last : name.last + 3]))),
        "lies-in-place": _lies_in_place(parse, name),
        "state-behind": _is_in_state(parse, name),
        "of-land-behind": clause[:1] == ["of"] and is_known_place(clause[-1]),
        "score-behind": bool(_SCORE.match(after)),
        "number-behind": after.isdigit() and parse.head[name.last] == name.last - 1,
    }
    yield from (sign for sign, shows in behind.items() if shows)


def _has_member(parse: Parse, name: Name) -> bool:
    """Whether who sits or governs for it stands after a name and before a person's."""
    behind = parse.text[name.last : name.last + 2]
    if len(behind) < 2 or behind[0].lower() not in words.beside_names("governing"):
        return False
    return behind[1][0].isupper() and not parse.text[name.first].isupper()


def _are_buildings(parse: Parse, name: Name) -> bool:
    """Whether the noun for buildings stands after a name or two ("Manley and Roe airports")."""
    behind = name.last
    if parse.lower[behind : behind + 1] == ["and"]:
        behind += 1
        while behind < len(parse) and parse.tag[behind] == "NNP":
            behind += 1
    noun = parse.lower[behind] if behind < len(parse) else ""
    return (
        noun.endswith("s")
        and parse.text[behind].islower()
        and words.heads().get(noun[:-1]) is Kind.FACILITY
    )


def _from_citation(parse: Parse, name: Name) -> Iterator[str]:
    """Whether what follows cites a work of somebody ("Lane et al.", "(Lane, 2001)")."""
    behind = parse.text[name.last : name.last + 4]
    if behind[:2] in (["et", "al"], ["et", "al."]):
        yield "cited"
    elif len(behind) > 2 and behind[0] in (",", "(") and _YEAR.match(behind[1]):
        bracketed = "(" in parse.text[max(0, name.first - _FARTHEST_BRACKET) : name.last + 1]
        if bracketed and behind[2] in (")", ";", ","):
            yield "cited"


def _from_syntax(parse: Parse, name: Name) -> Iterator[str]:
    """What a name is said to do or be."""
    head = name.last - 1
    above = parse.head[head]
    first = head
    while parse.dep[first] == "conj" and parse.head[first] < first:
        first = parse.head[first]
    if used := usage.of_head(parse, first):
        yield f"used-as-{used}"
    if _says_it(parse, head):
        yield "says-it"
    if usage.is_team(parse, head):
        yield "used-as-team"
    if (relation := parse.dep[head]) in _RELATIONS:
        yield f"stands-as-{relation}"
    if parse.dep[head] == "nsubj" and parse.lemma[above] in quote_words("common_cues"):
        yield "says-something"
    if parse.dep[head] == "conj":
        yield from _from_beside(parse, above)
    for child in parse.children[head]:
        if parse.dep[child] == "appos":
            yield from _of_description(parse.lower[child])
    between = parse.text[above + 1 : name.first]
    beside = parse.dep[head] == "appos" and between in ([","], [",", "the"])
    if beside and words.heads().get(parse.lower[head]) is not Kind.ORGANIZATION:
        yield from _of_description(parse.lower[above])  # "The ambassador, Helen Park,"
    listed = above if parse.dep[head] == "conj" else head
    if (
        many := _listed_as(parse, name.first, head) or _listed_as(parse, listed, listed)
    ) is not None:
        yield from _of_description(parse.lemma[many])  # "two clubs, Ostby and Velm"


def _says_it(parse: Parse, head: int) -> bool:
    """Whether a name says what "it" does, as bodies do ("Quill said it had won")."""
    said = parse.head[head]
    if parse.dep[head] != "nsubj" or parse.lemma[said] not in quote_words("common_cues"):
        return False
    told = parse.child(said, "ccomp")
    subject = parse.child(told, "nsubj") if told is not None else None
    return (
        subject is not None
        and parse.lower[subject] == "it"
        and told is not None
        and parse.lemma[told] != "be"
    )


def _listed_as(parse: Parse, first: int, head: int) -> int | None:
    """The noun in the plural of which a name in a list after it is one."""
    if parse.dep[head] == "appos" and parse.tag[parse.head[head]] == "NNS":
        return parse.head[head]
    noun = first - 2
    if noun < 1 or parse.text[first - 1] != "," or parse.tag[noun] != "NNS":
        return None
    return noun if parse.child(noun, "nummod") is not None else None


def _from_beside(parse: Parse, other: int) -> Iterator[str]:
    """What the name says that another one is joined to by "and"."""
    word = parse.lower[other]
    business = word in words.head_words("company") or word in words.head_words("commercial")
    body = business or words.known().get(word) is Kind.ORGANIZATION
    head = words.heads().get(word) if parse.text[other][0].isupper() else None
    if words.is_place(word):
        yield "beside-place"
    elif head in (Kind.FACILITY, Kind.PLACE):
        yield f"beside-{head}"
    elif body and parse.text[other][0].isupper():
        yield "beside-body"


def _is_in_state(parse: Parse, name: Name) -> bool:
    """Whether a state's abbreviation stands after a name and a comma ("Van Nuys, Calif.")."""
    behind = parse.text[name.last : name.last + 2]
    if len(behind) < 2 or behind[0] != ",":
        return False
    return len(behind[1]) > 3 and behind[1][-1] == "." and words.is_place(behind[1])


def _lies_in_place(parse: Parse, name: Name) -> bool:
    """Whether the place that something lies in stands after it ("of Novi, Michigan")."""
    comma = name.last
    if comma + 1 >= len(parse) or parse.text[comma] != ",":
        return False
    behind = parse.text[comma + 1 : comma + 3]
    if name.first == 0 or parse.tag[name.first - 1] not in ("IN", "TO"):
        return False
    return behind[0][0].isupper() and (
        words.is_place(behind[0]) or words.is_place(" ".join(behind))
    )


def _of_description(noun: str) -> Iterator[str]:
    """What a noun that describes something says it is."""
    if words.is_person_noun(noun):
        yield "described-as-person"
    elif kind := words.heads().get(noun):
        yield f"described-as-{kind}"
