"""What kind a name is, by all the evidence for it."""

from __future__ import annotations

import re

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

_ENOUGH = 3
_CITY = 1.5
_USE = 1.2
_ACRONYM = 1.2
_CENTERS = frozenset(("center", "centre", "centers", "centres"))
_CALLED = frozenset(
    (
        "agency", "airline", "band", "brand", "broadcaster", "chain", "channel", "company",
        "corporation", "magazine", "militia", "network", "newspaper", "nonprofit", "party",
        "retailer",
    )
)  # fmt: skip
_STUDIED = frozenset(("crisis", "defense", "law", "policy", "research", "studies"))
_LIKE_SURNAMES = (Kind.PLACE, Kind.FACILITY, Kind.LAW)
_OPENING = frozenset(('"', "“", "‘", "``", "''", "'"))
_CLOSING = frozenset(('"', "”", "’", "''", "'"))
_OF_PEOPLE = ("ian", "ish", "ism", "ist", "ite")
_PARTS_OF_TOWNS = frozenset(("downtown", "greater", "little", "lower", "old", "upper"))
_SPEAKING = frozenset(("speak", "learn", "study", "translate"))

Evidence = dict[Kind, float]

_AGE = re.compile(r", [1-9]\d (?:,|\.|and$)")
_AGED = re.compile(r", [1-9]\d , of\Z")
_INITIALS = re.compile(r"(?:[A-Z]\.){1,3}\Z")
_CALL_SIGN = re.compile(r"[KW][A-Z]{3}(?:-TV|-FM|-AM)?\Z")  # of American stations
_NUMBER = re.compile(r"-\d{1,4}\Z")
_NUMBERED = re.compile(r"\w-\d{1,4}[A-Z]?\Z")
_INTO_PLACES = {
    "in": 1.0,
    "near": 1.0,
    "throughout": 1.0,
    "across": 0.7,
    "from": 0.4,
    "to": 0.4,
    "at": 0.0,
}


def add(total: Evidence, more: Evidence) -> None:
    """Add the weights of `more` to `total`."""
    for kind, weight in more.items():
        total[kind] = total.get(kind, 0.0) + weight


def best(total: Evidence) -> Kind:
    """The kind with most evidence; the order of `Kind` settles a tie.

    A name without any is shown as a work: it has a title's look and nothing else is known.
    """
    if not any(total.values()):
        return Kind.WORK
    return max(Kind, key=lambda kind: total.get(kind, 0.0))


def of_spelling(spelling: tuple[str, ...]) -> Evidence:
    """What the words of a name say about its kind, wherever it stands."""
    found = _of_whole(spelling)
    known = " ".join(spelling) in words.known()
    placed = _of_place_in_front(spelling) if len(spelling) > 1 else {}
    add(found, placed)
    if spelling[-1] in words.newspapers() and _is_whose(" ".join(spelling[:-1])):
        add(found, {Kind.ORGANIZATION: 4.0})
    if spelling[-1] in words.company_suffixes() and len(spelling) > 1:
        add(found, {Kind.ORGANIZATION: 12.0})
    kind = head_kind(spelling)
    opening = words.leading().get(spelling[0]) or words.leading().get(spelling[1 % len(spelling)])
    if kind and len(spelling) > 1:
        add(found, {kind: 3.5 if len(spelling) < 4 else 5.0})
    if opening and len(spelling) > 1:
        add(found, {opening: 2.5})
    elif not (
        kind or known or placed or found.get(Kind.PLACE, 0.0) > _CITY
    ) and _opens_with_forename(spelling):
        add(found, {Kind.PERSON: 3.5})
    elif kind in _LIKE_SURNAMES and len(spelling) == 2 and _opens_with_forename(spelling):
        add(found, {Kind.PERSON: 2.5})  # "Helen Park" may be a person
    return found


def _of_whole(spelling: tuple[str, ...]) -> Evidence:
    """What is known of a name as a whole."""
    found: Evidence = {}
    name = " ".join(spelling)
    known = words.known().get(name)
    if known:
        found[known] = 6.0
    elif words.is_place(name):
        found[Kind.PLACE] = 4.0
    elif name in words.cities():
        found[Kind.PLACE] = _CITY if len(spelling) < 3 else 4.0
    if is_nationality(name) or name in words.groups():
        add(found, {Kind.GROUP: 4.0})
    elif known is None and _is_of_townspeople(spelling[-1]):
        found[Kind.GROUP] = 3.0
    return found


def _is_of_townspeople(word: str) -> bool:
    """Whether a word names the people of a city or place by its ending ("Clevelanders")."""
    town = word.removesuffix("s").removesuffix("er")
    return len(word) - len(town) > 1 and len(town) > 2 and _is_known_place(town)


def _is_whose(opening: str) -> bool:
    """Whether words say where a newspaper is from."""
    return _is_known_place(opening) or is_nationality(opening)


def _of_place_in_front(spelling: tuple[str, ...]) -> Evidence:
    """What a place or people in front of other words says."""
    if _is_part_of_land(spelling):
        return {Kind.PLACE: 4.0}
    if head_kind(spelling):
        return {}
    place, last = " ".join(spelling[:-1]), spelling[-1]
    forename = len(spelling[0]) > 2 and words.is_forename(spelling[0].capitalize())
    known = words.is_place(place) or (place in words.cities() and not forename)
    if known and last.endswith("s") and not last.endswith("ss"):
        return {Kind.GROUP if last in words.groups() else Kind.ORGANIZATION: 2.5}  # teams
    if len(words.nations().codes.get(spelling[0], "")) == 2 and not forename:
        return {Kind.ORGANIZATION: 1.5}
    return {}


def _is_part_of_land(spelling: tuple[str, ...]) -> bool:
    """Whether a name is a known place behind an adjective ("Communist China", "Little Havana")."""
    first, rest = spelling[0], " ".join(spelling[1:])
    if first in _PARTS_OF_TOWNS and rest in words.cities():
        return True
    described = first in words.groups() or first in words.nations().adjectives
    return described and words.is_place(rest)


def _opens_with_forename(spelling: tuple[str, ...]) -> bool:
    return 1 < len(spelling) < 5 and words.is_forename(spelling[0].capitalize())


def head_kind(spelling: tuple[str, ...]) -> Kind | None:
    """The kind its head word settles: the last one, or the last before "of" or "for"."""
    heads = words.heads()
    if len(spelling) > 1 and spelling[-1] in words.commercial_heads():
        return Kind.ORGANIZATION  # "Quill Capital"
    if spelling and spelling[-1] in _CENTERS and set(spelling) & _STUDIED:
        return Kind.ORGANIZATION
    for place, word in enumerate(spelling[1:], 1):
        if word in ("of", "for", "against") or (
            word == "on" and spelling[place - 1] in words.concerned_heads()
        ):
            what = spelling[place - 1]
            if what not in heads and heads.get(spelling[-1]) is Kind.LAW:
                return Kind.LAW  # "Freedom of Harbours Act"
            return Kind.ORGANIZATION if what in _CENTERS else heads.get(what)
    return heads.get(_NUMBER.sub("", spelling[-1])) if spelling else None


def of_label(parse: Parse, name: Name) -> Evidence:
    """What the model says of one mention."""
    kind = KIND_OF_LABEL.get(name.label)
    if name.label == "NORP" and _is_no_group(parse, name):
        return {Kind.GROUP: 0.4, Kind.ORGANIZATION: 0.6}
    return {kind: 1.0 + 0.5 * (name.last - name.first > 1)} if kind else {}


def of_mention(parse: Parse, name: Name) -> Evidence:
    """What the words of one mention and those around it say."""
    found: Evidence = {}
    if name.title < name.first:
        add(found, {Kind.PERSON: 3.0})
    if _CALL_SIGN.match(parse.text[name.first]):
        add(found, {Kind.ORGANIZATION: 2.0})
    if _opens_with_acronym(parse, name):
        add(found, {Kind.ORGANIZATION: _ACRONYM})
    inside = parse.text[name.first + 1 : name.last - 1]
    if "&" in inside:
        add(found, {Kind.ORGANIZATION: 1.0})
    if "v." in inside:
        add(found, {Kind.LAW: 5.0})  # a case in court
    if any(_is_initial(parse.text[token]) for token in range(name.first + 1, name.last - 1)):
        add(found, {Kind.PERSON: 2.0})
    if _NUMBERED.search(parse.words(name.first, name.last)):
        add(found, {Kind.PRODUCT: 2.0})
    if name.last - name.first > 1 and _is_initials(parse.text[name.first]):
        add(found, {Kind.PERSON: 1.0})
    if name.last - name.first > 1 and _in_marks(parse, name):
        add(found, {Kind.WORK: 2.5})
    if name.last - name.first == 1 and parse.child(name.first, "det") == name.first - 1:
        many = parse.tag[name.first] == "NNPS" or parse.lower[name.first].endswith("s")
        add(found, {Kind.PERSON: -1.0, Kind.GROUP if many else Kind.ORGANIZATION: 0.3})
    add(found, _from_before(parse, name))
    add(found, _from_after(parse, name))
    add(found, _from_syntax(parse, name))
    return found


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


def _from_before(parse: Parse, name: Name) -> Evidence:
    if name.first == 0:
        return {}
    if kind := _noun_before(parse, name):
        return {kind: 2.0}
    if parse.lower[name.first] in words.languages():
        spoken = _is_spoken(parse, name.first)
        return {Kind.LANGUAGE: 5.0 * spoken}
    if parse.lower[name.first - 1] == "of" and _AGED.match(
        " ".join(parse.text[max(0, name.first - 4) : name.first])
    ):
        return {Kind.PLACE: 2.0}  # "Earl Moss, 58, of Broken Bow"
    several = parse.lower[name.first - 1] == "the" and parse.tag[name.last - 1] == "NNPS"
    before = name.first - 1 - (several and name.first > 1)  # "in the Hamptons"
    return {Kind.PLACE: _INTO_PLACES.get(parse.lower[before], 0.0)}


def _is_spoken(parse: Parse, token: int) -> bool:
    """Whether a word stands for a language ("in French", "speaks Czech and French")."""
    if parse.dep[token] == "conj":
        token = parse.head[token]
    return parse.lower[token - 1] == "in" or parse.lemma[token - 1] in _SPEAKING


def _noun_before(parse: Parse, name: Name) -> Kind | None:
    """What a noun right before a name says it is ("the old ferry Marlin", "his yacht Wren")."""
    noun, head = name.first - 1, name.last - 1
    if parse.tag[noun] != "NN" or words.is_person_noun(parse.lower[noun]):
        return None
    before = noun - 1
    while before > 0 and parse.head[before] == noun and parse.tag[before] in ("JJ", "NN"):
        before -= 1
    if parse.tag[before] not in ("DT", "PRP$"):
        return None
    joined = parse.head[noun] == head or parse.head[head] == noun
    return words.heads().get(parse.lower[noun]) if joined else None


def _from_after(parse: Parse, name: Name) -> Evidence:
    """What the words right behind a name say."""
    found: Evidence = {}
    after = parse.text[name.last] if name.last < len(parse) else ""
    if after in ("who", "whom"):
        found[Kind.PERSON] = 1.5
    elif words.heads().get(after) is Kind.PLACE:
        found[Kind.PLACE] = 1.5  # "the Harrow valley"
    elif after in _CALLED and not _is_known_place(" ".join(parse.lower[name.first : name.last])):
        found[Kind.ORGANIZATION] = 3.0  # "the Beacon newspaper"
    clause = parse.lower[name.last : name.last + 2]
    if clause == [",", "who"]:
        found[Kind.PERSON] = 1.5
    elif clause == [",", "which"]:
        found[Kind.PERSON] = -1.5
    if _AGE.match(" ".join(parse.text[name.last : name.last + 3])):
        add(found, {Kind.PERSON: 3.0})
    if _lies_in_place(parse, name):
        add(found, {Kind.PLACE: 2.0})
    if _is_in_state(parse, name):
        add(found, {Kind.PLACE: 4.0})
    return found


def _from_syntax(parse: Parse, name: Name) -> Evidence:
    """What a name is said to do or be."""
    found: Evidence = {}
    head = name.last - 1
    above = parse.head[head]
    if used := usage.of_head(parse, head):
        found[used] = _USE
    if parse.dep[head] == "nsubj" and parse.lemma[above] in quote_words("common_cues"):
        add(found, {Kind.PERSON: 0.6, Kind.ORGANIZATION: 0.2})
    if parse.dep[head] == "conj":
        add(found, _from_beside(parse, above))
    for child in parse.children[head]:
        if parse.dep[child] == "appos":
            add(found, _of_description(parse.lower[child]))
    beside = parse.dep[head] == "appos" and parse.text[above + 1 : name.first] == [","]
    if beside and words.heads().get(parse.lower[head]) is not Kind.ORGANIZATION:
        add(found, _of_description(parse.lower[above]))  # "The ambassador, Helen Park,"
    return found


def _from_beside(parse: Parse, other: int) -> Evidence:
    """What the name says that another one is joined to by "and"."""
    if words.is_place(parse.lower[other]):
        return {Kind.PLACE: 1.0}
    word = parse.lower[other]
    business = word in words.company_suffixes() or word in words.commercial_heads()
    body = business or words.known().get(word) is Kind.ORGANIZATION
    return {Kind.ORGANIZATION: 1.0} if body and parse.text[other][0].isupper() else {}


def _is_known_place(word: str) -> bool:
    return words.is_place(word) or word in words.cities()


def _is_in_state(parse: Parse, name: Name) -> bool:
    """Whether a state's abbreviation stands behind a name and a comma ("Van Nuys, Calif.")."""
    behind = parse.text[name.last : name.last + 2]
    if len(behind) < 2 or behind[0] != ",":
        return False
    return len(behind[1]) > 3 and behind[1][-1] == "." and words.is_place(behind[1])


def _lies_in_place(parse: Parse, name: Name) -> bool:
    """Whether the place that something lies in stands behind it ("of Novi, Michigan")."""
    comma = name.last
    if comma + 1 >= len(parse) or parse.text[comma] != ",":
        return False
    behind = parse.text[comma + 1 : comma + 3]
    if name.first == 0 or parse.tag[name.first - 1] not in ("IN", "TO"):
        return False
    return behind[0][0].isupper() and (
        words.is_place(behind[0]) or words.is_place(" ".join(behind))
    )


def _of_description(noun: str) -> Evidence:
    if words.is_person_noun(noun):
        return {Kind.PERSON: 3.0}
    kind = words.heads().get(noun)
    return {kind: 3.0 if kind is Kind.ORGANIZATION else 4.0} if kind else {}


def total(parse: Parse, spelling: tuple[str, ...], names: list[Name]) -> Evidence:
    """All evidence for the kind of a name with this spelling.

    What the mentions say counts as much as that of three, however many they are: the model
    repeats its errors.
    """
    found = of_spelling(spelling)
    for evidence in (of_label, of_mention):
        said = [told for name in names if any((told := evidence(parse, name)).values())]
        share = min(len(said), _ENOUGH) / max(1, len(said))
        for told in said:
            add(found, {kind: weight * share for kind, weight in told.items()})
    return found
