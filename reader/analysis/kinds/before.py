"""What the words right before a mention of a name say about its kind."""

from __future__ import annotations

from collections.abc import Iterator

from ..knowledge import names as words
from ..parse.columns import Parse
from ..syntax.name import Name
from ..types import Kind
from .wording import is_known_place

_BEFORE_NOUNS = frozenset(("JJ", "NN", "NNP", "NNPS", "VBG"))
_SPEAKING = frozenset(("speak", "learn", "study", "translate"))
_LONGEST_ADDRESS = 9
_SAYING = {"published in": "published-in", "according to": "according-to"}


def from_before(parse: Parse, name: Name) -> Iterator[str]:
    """What the words right before a name say."""
    if name.first == 0:
        return
    if _in_address(parse, name.first):
        yield "in-address"
    if kind := _noun_before(parse, name):
        yield f"{kind}-noun-before"
    elif parse.lower[name.first] in words.languages():
        if _is_spoken(parse, name.first):
            yield "spoken"
    elif parse.tag[name.first - 1] == "POS" and _names_person(parse, name.first - 2):
        yield "owned"  # "Ann Lane's Blue Harbor"
    elif parse.tag[name.first - 1] == "POS" and is_known_place(parse.lower[name.first - 2]):
        yield "owned-by-place"  # "Norland's Cassaby"
    elif _is_represented(parse, name):
        yield "represented"
    elif told := _of_verb_or_staff(parse, name):
        yield told
    elif parse.text[max(0, name.first - 2) : name.first] == [",", "of"]:
        yield "home-behind"  # "Earl Moss, 58, of Broken Bow"
    else:
        several = parse.lower[name.first - 1] == "the" and parse.tag[name.last - 1] == "NNPS"
        before = parse.lower[name.first - 1 - (several and name.first > 1)]  # "in the Hamptons"
        if before in words.telling_prepositions():
            yield f"behind-{before}"


def _names_person(parse: Parse, surname: int) -> bool:
    """Whether a word and the forename in front of it name a person."""
    return (
        parse.tag[surname] == "NNP" and surname > 0 and words.is_forename(parse.text[surname - 1])
    )


def _is_represented(parse: Parse, name: Name) -> bool:
    """Whether somebody has the seat for a place ("MP for Velm North")."""
    at = name.first - (2 if parse.lower[name.first - 1] == "the" else 1)
    represents = at > 0 and parse.lower[at] == "for"
    return represents and parse.lower[at - 1] in words.beside_names("members")


def _of_verb_or_staff(parse: Parse, name: Name) -> str | None:
    """What a verb or an employee right before a name says."""
    if told := _noun_named(parse, name):
        return f"described-as-{told}"
    two = " ".join(parse.lower[name.first - 2 : name.first])
    if two in _SAYING:
        return _SAYING[two]
    signs = {
        "home-behind": _is_home(parse, name.first),
        "staff-at": _is_employer(parse, name),
        "staff-of": _has_staff(parse, name),
        "signed": _is_signed(parse, name),
    }
    return next((sign for sign, shows in signs.items() if shows), None)


def _has_staff(parse: Parse, name: Name) -> bool:
    """Whether a person named in full is "of" what a name names ("Jo Roe of Quill")."""
    of = name.first - 1
    holder = parse.head[of]
    return parse.lower[of] == "of" and holder == of - 1 and _names_person(parse, holder)


def _is_home(parse: Parse, first: int) -> bool:
    """Whether somebody lives in or reigns over a place ("born in Velm", "Queen Ada of Velm")."""
    before = parse.lower[first - 1]
    if before == "of":
        return first > 2 and parse.lower[first - 3] in words.titles().regnal
    return before == "in" and parse.lower[first - 2] in words.beside_names("dwelling")


def _is_signed(parse: Parse, name: Name) -> bool:
    """Whether a line that opens with "By" and has no verb names somebody."""
    first, last = parse.sentence(parse.sentence_of[name.first])
    if parse.lower[first] != "by" or not _opens_line(parse, first):
        return False
    return not any(tag in ("VBD", "VBZ", "VBP", "MD") for tag in parse.tag[first:last])


def _opens_line(parse: Parse, token: int) -> bool:
    return token == 0 or "\n" in parse.source[parse.end[token - 1] : parse.start[token]]


def _noun_named(parse: Parse, name: Name) -> Kind | None:
    """What the noun says that a verb gives its name ("a boat named Petty Cash")."""
    verb = name.first - 1
    if parse.lower[verb] not in words.beside_names("naming") or parse.dep[verb] != "acl":
        return None
    noun = parse.lower[parse.head[verb]]
    return Kind.PERSON if words.is_person_noun(noun) else words.heads().get(noun)


def _is_employer(parse: Parse, name: Name) -> bool:
    """Whether somebody with a role is "at" what a name names ("an analyst at Quill")."""
    at = name.first - 1 - (parse.lower[name.first - 1] == "the")
    if parse.lower[at] != "at" or parse.head[name.last - 1] != at:
        return False
    role = parse.lemma[parse.head[at]]
    employed = role in words.people().roles or role in words.titles().office
    return parse.head[at] < at and employed and role not in words.beside_names("members")


def _is_spoken(parse: Parse, token: int) -> bool:
    """Whether a word stands for a language ("in French", "speaks Czech and French")."""
    if parse.dep[token] == "conj":
        token = parse.head[token]
    return parse.lower[token - 1] == "in" or parse.lemma[token - 1] in _SPEAKING


def _in_address(parse: Parse, first: int) -> bool:
    """Whether a name stands in the address after an age ("Ann Lane, 58, of Meadow Rise, Velm")."""
    token = first - 1
    while token > max(2, first - _LONGEST_ADDRESS) and (
        parse.text[token] == "," or parse.text[token][0].isupper()
    ):
        token -= 1
    aged = token > 2 and parse.text[token - 1] == "," and parse.text[token - 2].isdigit()
    return aged and parse.lower[token] == "of"


def _noun_before(parse: Parse, name: Name) -> Kind | None:
    """What a noun right before a name says it is ("the old ferry Marlin", "his yacht Wren")."""
    noun, head = name.first - 1, name.last - 1
    if parse.tag[noun] != "NN" or not (parse.head[noun] == head or parse.head[head] == noun):
        return None
    before = noun - 1
    while before > 0 and parse.head[before] == noun and parse.tag[before] in _BEFORE_NOUNS:
        before -= 1
    opens = opens_sentence(parse, noun) or opens_sentence(parse, before + 1)
    if parse.tag[before] not in ("DT", "PRP$", "POS", "WP$") and not (opens or before == 0):
        return None
    if words.is_person_noun(parse.lower[noun]):
        return Kind.PERSON
    return words.heads().get(parse.lower[noun])


def opens_sentence(parse: Parse, token: int) -> bool:
    """Whether a token is the first of its sentence."""
    return parse.sentence(parse.sentence_of[token])[0] == token
