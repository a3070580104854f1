"""What a cue reports in a phrase: "promised to", "called him a", "accused her of"."""

from __future__ import annotations

from typing import NamedTuple

from ..knowledge.cues import Cue
from ..knowledge.quote_words import words
from ..types import Sense
from .layout import Layout

_OBJECT_FRAMES = frozenset({"as", "of"})
_NAMED = frozenset({"NOUN", "PROPN", "PRON"})
_LONGEST_OBJECT = 24
_FEWEST_OF_OBJECT = 3
_BARE_FRAMES = frozenset({"about", "for", "on", "against"})


class Content(NamedTuple):
    """Token ranges that were said, the rule that found them, and where the cue ends.

    `inserted` says that the cue's clause stands in them as an aside, `only_marked` that they
    count only if some of them stand in marks.
    """

    ranges: list[tuple[int, int]]
    rule: str
    cue_end: int
    inserted: bool = False
    only_marked: bool = False


def phrase_content(layout: Layout, verb: int, cue: Cue) -> Content | None:
    """The content of a cue that reports no clause."""
    return (
        _infinitive(layout, verb, cue)
        or _prepositional(layout, verb, cue)
        or _name(layout, verb, cue)
        or _object(layout, verb, cue)
    )


def _infinitive(layout: Layout, verb: int, cue: Cue) -> Content | None:
    """As in "promised to resign", "urged him to resign"."""
    parse = layout.parse
    if "infinitive" not in cue.frames:
        return None
    clause = next((c for c in parse.children[verb] if c > verb and _wanted(layout, verb, c)), None)
    if clause is None:
        return None
    return Content([(layout.left[clause], layout.right[clause])], "quote-infinitive", verb + 1)


def _wanted(layout: Layout, verb: int, clause: int) -> bool:
    """Whether a clause says what somebody wants done; with an object even as an adverbial.

    Parsers take "to resign" in "told him at the rally to resign" for a purpose.
    """
    parse = layout.parse
    to = parse.child(clause, "aux")
    if to is None:
        return False
    if parse.dep[clause] == "advcl":
        addressed = parse.child(verb, "dobj", "dative") is not None
        infinitive = parse.lower[to] == "to" and parse.tag[clause] == "VB"
        return addressed and infinitive and parse.lemma[verb] in words("object_control")
    addressed = parse.lemma[verb] in words("object_control")
    thing = parse.child(verb, "dobj")
    told = thing is None or not verb < thing < clause or parse.pos[thing] != "NOUN"
    return parse.dep[clause] in {"xcomp", "ccomp"} and (addressed or told)


def _prepositional(layout: Layout, verb: int, cue: Cue) -> Content | None:
    """As in "called for change", "accused her of lying", "called for her to resign"."""
    parse = layout.parse
    for child in parse.children[verb]:
        word = parse.lower[child]
        if child < verb:
            continue
        mark = _for(layout, verb, child) if "for" in cue.frames else None
        if mark is not None:
            return Content([(mark + 1, layout.right[child])], "quote-for", mark + 1)
        if parse.dep[child] == "dobj" and "of" in cue.frames:
            of = _reproach(layout, child)
            if of is not None:
                return Content([(layout.left[child], layout.right[of])], "quote-of", verb + 1)
        if parse.dep[child] not in {"prep", "prt"} or word not in cue.frames:
            continue
        if word in _OBJECT_FRAMES:
            obj = parse.child(verb, "dobj", "nsubjpass") or _referred_to(layout, verb, child)
            start = layout.left[obj] if obj is not None and obj > verb else child
            return Content([(start, layout.right[child])], f"quote-{word}", verb + 1)
        if word in _BARE_FRAMES and child + 1 < layout.right[child]:
            named = word in {"for", "on"} and _names(layout, verb, child)
            if named or _refused(layout, verb) or _is_why(layout, verb, child, cue):
                return None
            last = layout.right[child]
            if word in {"for", "on"}:
                last = _with_infinitive(layout, verb, last)
            return Content([(child + 1, last)], f"quote-{word}", child + 1)
    return None


def _for(layout: Layout, verb: int, clause: int) -> int | None:
    """The "for" that begins a clause after a verb: "called for her to resign"."""
    parse = layout.parse
    clausal = parse.dep[clause] in {"advcl", "xcomp", "ccomp"}
    mark = parse.child(clause, "mark") if clausal else None
    return mark if mark is not None and parse.lower[mark] == "for" and mark > verb else None


def _is_why(layout: Layout, verb: int, link: int, cue: Cue) -> bool:
    """Whether "for" gives a reason after what was said: "pleaded poverty for fear of thieves"."""
    parse = layout.parse
    said = parse.child(verb, "dobj")
    heard = cue.sense is not Sense.SPEECH or "infinitive" in cue.frames
    return not heard and parse.lower[link] == "for" and said is not None and said < link


def _referred_to(layout: Layout, verb: int, before: int) -> int | None:
    """Who is spoken of: "referred to him as"."""
    parse = layout.parse
    for child in parse.children[verb]:
        if verb < child < before and parse.lower[child] in {"to", "of"}:
            return parse.child(child, "pobj")
    return None


def _reproach(layout: Layout, person: int) -> int | None:
    """The "of" with a participle that the parse hangs on the accused: "Olsen of lying"."""
    parse = layout.parse
    for token in range(person + 1, layout.right[person]):
        act = parse.child(token, "pcomp", "pobj") if parse.lower[token] == "of" else None
        if act is not None and parse.tag[act] == "VBG":
            return token
    return None


def _names(layout: Layout, verb: int, before: int) -> bool:
    """Whether a verb has what it calls its object before a word: "called him a liar for"."""
    parse = layout.parse
    return any(parse.dep[c] in {"oprd", "ccomp"} for c in parse.children[verb] if verb < c < before)


def _refused(layout: Layout, verb: int) -> bool:
    """Whether nothing was said: "refused to comment on"."""
    parse = layout.parse
    return parse.dep[verb] == "xcomp" and parse.lemma[parse.head[verb]] in words("refusals")


def _with_infinitive(layout: Layout, verb: int, last: int) -> int:
    """The end of "on him to resign", whose infinitive the parse hangs on the verb."""
    parse = layout.parse
    for child in parse.children[verb]:
        follows = parse.dep[child] in {"xcomp", "advcl"} and layout.left[child] == last
        if follows and parse.tag[child] == "VB" and parse.child(child, "aux") is not None:
            return layout.right[child]
    return last


def _name(layout: Layout, verb: int, cue: Cue) -> Content | None:
    """As in "called him a liar": the one who is named and the name."""
    parse = layout.parse
    if "name" not in cue.frames or parse.dep[verb] == "acl":
        return None
    clause = parse.child(verb, "ccomp")
    name = clause if clause is not None else parse.child(verb, "oprd")
    if name is not None and name > verb:
        agent = parse.child(verb, "agent")
        last = layout.right[name] if agent is None else min(layout.right[name], agent)
        bare = clause is None and layout.left[name] == verb + 1
        if not bare or layout.passages_in(verb + 1, last) or _is_called(layout, verb):
            return Content([(verb + 1, last)], "quote-called", verb + 1)
    named = _second_noun(layout, verb)
    return Content([(verb + 1, layout.right[named])], "quote-called", verb + 1) if named else None


def _is_called(layout: Layout, verb: int) -> bool:
    """Whether somebody is said to call the subject something: "was called a liar by"."""
    parse = layout.parse
    return parse.child(verb, "auxpass") is not None and parse.child(verb, "agent") is not None


def _second_noun(layout: Layout, verb: int) -> int | None:
    """The head of the noun phrase that names the one before it: "called [the mayor] [a liar]".

    Parsers rarely see two objects; an article right after a noun begins a second one.
    """
    parse = layout.parse
    for token in range(verb + 2, min(verb + _LONGEST_OBJECT, len(parse))):
        if parse.pos[token] == "PUNCT" or not layout.narrated(token):
            return None
        if parse.lower[token] in {"a", "an"} and parse.pos[token - 1] in _NAMED:
            head = parse.head[token]
            when = layout.label.get(head) in {"DATE", "TIME"} or parse.lower[head] in words(
                "time_nouns"
            )
            return None if when or head < token else head
    return None


def _object(layout: Layout, verb: int, cue: Cue) -> Content | None:
    """As in "announced a deal"; with an agent also what "was announced by" somebody."""
    parse = layout.parse
    if not cue.frames & {"noun", "marked"}:
        return None
    only_marked = "noun" not in cue.frames
    rule = "quote-object-in-marks" if only_marked else "quote-object"
    obj = parse.child(verb, "dobj")
    if obj is None and parse.child(verb, "agent") is not None:
        obj = parse.child(verb, "nsubjpass")
    if obj is None or (obj < verb and parse.dep[obj] == "dobj"):
        return None
    told = layout.right[obj] - layout.left[obj] >= _FEWEST_OF_OBJECT and parse.pos[obj] != "PRON"
    if not (told or only_marked or layout.passages_in(layout.left[obj], layout.right[obj])):
        return None  # "announced the winner" tells nothing of what was said
    return Content([(layout.left[obj], layout.right[obj])], rule, verb + 1, only_marked=only_marked)
