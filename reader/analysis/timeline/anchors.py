"""Which event a time expression dates: the clause or the noun phrase it belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..knowledge.event_words import bounds, listed
from ..knowledge.time_words import words
from ..parse.columns import Parse
from ..syntax.clauses import Clauses
from ..syntax.date_attachment import verb_of
from ..syntax.event_nouns import is_event_noun
from ..types import TimeExpression, TimeType

_YEAR = re.compile(r"\d{4}\Z")
_COMPARED_REACH = 20
_SUPERLATIVE_REACH = 4
_NAMED_REACH = 5
_LEADING = frozenset({"prep", "mark", "agent"})
_NOUNS = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True)
class Anchor:
    """A time expression and the token that heads what it dates.

    `first` and `last` are the token range of the expression, `nominal` says that the head is
    a noun, `preposition` is the one that leads to the expression, if any. `direct` says that
    the expression belongs to the verb itself and not to a noun in its clause.
    """

    time: TimeExpression
    first: int
    last: int
    head: int
    nominal: bool
    direct: bool
    preposition: int | None = None


def anchors(parse: Parse, clauses: Clauses, times: tuple[TimeExpression, ...]) -> list[Anchor]:
    """What each expression dates, leaving out those that only serve a comparison."""
    found = []
    for time in times:
        first, last = parse.tokens_in(time.start, time.end)
        if first >= last or _names_thing(parse, first, last) or _is_state(parse, first, last):
            continue
        anchor = _of_record(parse, time, first, last)
        anchor = anchor or _anchor(parse, clauses, time, first, last)
        if anchor is not None:
            found.append(anchor)
    return found


def _anchor(
    parse: Parse, clauses: Clauses, time: TimeExpression, first: int, last: int
) -> Anchor | None:
    top = _top(parse, first, last)
    head = clauses.owner[top]
    if first <= head < last:
        return Anchor(time, first, last, head, nominal=True, direct=True)
    verb = verb_of(parse, clauses, (first, last), top)
    if verb is not None:
        return Anchor(time, first, last, verb, nominal=False, direct=True)
    above = _path(parse, top, head)
    nouns = [t for t in above if parse.pos[t] in _NOUNS and not first <= t < last]
    preposition = _leading(parse, above, nouns)
    if _compares(parse, time, head, (first, last), above):
        return _compared(parse, clauses, time, (first, last), head)
    if not clauses.is_verbal(head):
        return _of_noun(parse, time, (first, last), nouns[0] if nouns else head, preposition)
    named = _YEAR.match(time.value) is not None
    event = _event_noun(parse, nouns, top, head, preposition, named=named)
    if event is None:
        return Anchor(time, first, last, head, False, not nouns, preposition)
    return Anchor(time, first, last, event, True, False)


def _names_thing(parse: Parse, first: int, last: int) -> bool:
    """Whether a date is part of what a thing is called: the Act of 1993, the class of 2010."""
    if not first or parse.lower[first - 1] != "of":
        return False
    if parse.head[_top(parse, first, last)] != first - 1:
        return False  # in the wake of last week's vote
    noun = parse.head[first - 1]
    named = parse.pos[noun] in _NOUNS and noun < first
    return named and not is_event_noun(parse, noun) and parse.lemma[noun] not in listed("spans")


def _of_record(parse: Parse, time: TimeExpression, first: int, last: int) -> Anchor | None:
    """Those whom a date of record before `first` picks out: paid to holders of record May 3."""
    record = first - 2 if first and parse.lower[first - 1] in ("on", "at") else first - 1
    if record < 1 or parse.lower[record] != "record" or parse.lower[record - 1] != "of":
        return None
    return Anchor(time, first, last, parse.head[record - 1], nominal=True, direct=False)


def _when(parse: Parse, clauses: Clauses, last: int) -> int | None:
    """The clause that says what happened on a date before it: than in May, when it rained."""
    after = last + 1 if last < len(parse) and parse.text[last] == "," else last
    if after >= len(parse) or parse.lower[after] != "when":
        return None
    return clauses.owner[after]


def _of_noun(
    parse: Parse, time: TimeExpression, place: tuple[int, int], noun: int, preposition: int | None
) -> Anchor | None:
    """What a date says of a noun without a verb; names alone are datelines and captions."""
    if parse.pos[noun] == "PROPN":
        return None
    return Anchor(time, *place, noun, nominal=True, direct=False, preposition=preposition)


def _event_noun(
    parse: Parse,
    nouns: list[int],
    top: int,
    head: int,
    preposition: int | None,
    *,
    named: bool,
) -> int | None:
    """The noun in a clause that a date belongs to rather than to its verb, if any.

    A date before a noun is the noun's, one in an apposition the apposition's: the 1998 bombing, a
    2013 study, the author, a member since 2013, said. A name takes it if `named`: a 1968 Boeing.
    """
    if not nouns:
        return None
    owner = nouns[0]
    before = preposition is None and owner > top and parse.lemma[owner] not in listed("spans")
    for above in parse.ancestors(owner):
        if parse.dep[owner] not in ("compound", "nmod") or parse.pos[above] not in _NOUNS:
            break
        owner = above
    if before and (parse.pos[owner] == "NOUN" or named or is_event_noun(parse, owner)):
        return owner
    aside = next((noun for noun in nouns if _is_aside(parse, noun)), None)
    if aside is not None and not is_event_noun(parse, aside):
        return aside
    return _in_phrase(parse, nouns, head)


def _is_aside(parse: Parse, noun: int) -> bool:
    """Whether a comma sets a noun apart from the one it describes: Vos, in office since May."""
    opener = parse.head[noun]
    if parse.dep[noun] == "appos" or parse.dep[noun] != "pobj":
        return parse.dep[noun] == "appos"
    described = parse.head[opener]
    opened = parse.pos[noun] == "NOUN" and parse.text[opener - 1] == ","
    return opened and described < opener and parse.pos[described] in _NOUNS


def _is_state(parse: Parse, first: int, last: int) -> bool:
    """Whether commas set apart a state with the day it began: Vos, in office since May, won."""
    noun = first - 2
    if noun < 3 or parse.lower[noun + 1] != "since" or parse.pos[noun] != "NOUN":
        return False
    opens = parse.pos[noun - 1] == "ADP" and parse.text[noun - 2] == ","
    return opens and last < len(parse) and parse.text[last] == ","


def _in_phrase(parse: Parse, nouns: list[int], head: int) -> int | None:
    """The event noun that a date follows, inside a phrase and not as the verb's own object.

    Since the collapse of the union in 1991: the date is the collapse's.
    """
    event = next((noun for noun in nouns if is_event_noun(parse, noun)), None)
    if event is None or parse.dep[event] != "pobj":
        return None
    means = parse.lower[parse.head[event]] == "by"  # they won by fraud in May
    return event if parse.head[event] != head and not means else None


def _path(parse: Parse, top: int, head: int) -> list[int]:
    """The tokens from `top` up to the head of its clause, both left out."""
    path = []
    for token in parse.ancestors(top):
        if head in (token, top):
            break
        path.append(token)
    return path


def _leading(parse: Parse, above: list[int], nouns: list[int]) -> int | None:
    """The preposition that leads to an expression, None where a noun stands between."""
    for token in above:
        if token in nouns:
            return None
        leads = parse.tag[token] in ("IN", "TO") or parse.lower[token] in bounds()
        if leads and parse.dep[token] in _LEADING:
            return token
    return None


def _compares(
    parse: Parse, time: TimeExpression, head: int, place: tuple[int, int], above: list[int]
) -> bool:
    """Whether a date only serves a comparison: more than in 1990, from 8% a year ago."""
    first = place[0]
    date = time.type is TimeType.DATE
    if date and any(_is_compared(parse, token, place, above) for token in above):
        return True
    if first and (parse.lower[first - 1] == "unlike" or _tops_all_since(parse, first - 1)):
        return True
    if any(_tops_all_since(parse, t) for t in range(max(first - _NAMED_REACH, 0), first)):
        return True  # the first since Ada in 2020
    if not _looks_back(parse, place):
        return False
    return any(_contrasts(parse, token, first) for token in range(head + 1, first))


def _looks_back(parse: Parse, place: tuple[int, int]) -> bool:
    """Whether an expression counts back from another time: a year ago, the year-earlier period."""
    return not listed("looking_back").isdisjoint(parse.lower[place[0] : place[1]])


def _compared(
    parse: Parse, clauses: Clauses, time: TimeExpression, place: tuple[int, int], head: int
) -> Anchor | None:
    """What is told of a date that another is compared with, if anything."""
    told = _when(parse, clauses, place[1])
    if told is not None:
        return Anchor(time, *place, told, nominal=False, direct=True)
    result = _compared_result(parse, place[0], head)
    return None if result is None else Anchor(time, *place, result, nominal=True, direct=False)


def _compared_result(parse: Parse, first: int, head: int) -> int | None:
    """The noun that names what was reached on the date compared with: a loss last year."""
    for token in range(first - 1, max(head, first - _COMPARED_REACH), -1):
        if parse.lemma[token] in listed("results"):
            return token
        if parse.dep[token] == "prep" and parse.lower[token] in listed("contrasting"):
            noun = parse.child(token, "pobj")
            named = noun is not None and parse.lemma[noun] in listed("results")
            return noun if named else None
    return None


def _contrasts(parse: Parse, token: int, first: int) -> bool:
    """Whether a word before a date counted back compares: than, from $3 million."""
    if parse.lower[token] == "from":
        amount = parse.tag[token + 1 : min(token + 4, first)]
        return not amount or any(tag in ("CD", "$") for tag in amount)
    if parse.lower[token] == "with":
        return parse.lower[token - 1] == "compared"
    return parse.lower[token] in listed("contrasting")


def _tops_all_since(parse: Parse, since: int) -> bool:
    """Whether a date is the last on which there was more: its lowest since March 2020."""
    if parse.lower[since] != "since":
        return False
    near = range(max(since - _SUPERLATIVE_REACH, 0), since)
    if any(parse.tag[t] in ("JJS", "RBS") or parse.lower[t] == "first" for t in near):
        return True
    noun = parse.head[since]  # the highest yearly rise in prices since 1991
    if parse.lower[parse.head[noun]] == "first":  # the first to strike the coast since 1991
        return True
    return parse.pos[noun] == "NOUN" and any(parse.tag[c] == "JJS" for c in parse.children[noun])


def _is_compared(parse: Parse, token: int, place: tuple[int, int], above: list[int]) -> bool:
    """Whether a preposition on the way from a date to its verb compares: than, from 8%."""
    if parse.dep[token] not in _LEADING:
        return False
    if parse.lower[token] in listed("comparing"):
        return parse.lower[token] != "with" or parse.lower[parse.head[token]] == "compared"
    amount = parse.child(token, "pobj") if parse.lower[token] == "from" else None
    if amount is None:
        return False
    if parse.lower[amount] in words("months"):  # from May 2015 to June 2019
        return False
    behind = place[0] - 1 - (parse.lower[place[0] - 1] in ("in", "on", "at"))
    if parse.tag[amount] == "CD" and (amount in above or amount == behind):
        return True
    number = parse.child(amount, "nummod", "quantmod")
    return number is not None and number not in range(*place)


def _top(parse: Parse, first: int, last: int) -> int:
    """The token of an expression that is governed from outside it."""
    for token in range(last - 1, first - 1, -1):
        if not first <= parse.head[token] < last or parse.head[token] == token:
            return token
    return last - 1
