"""Who a cue speaks for: its subject, as a token range with a head."""

from __future__ import annotations

from typing import NamedTuple

from ..knowledge.cues import cue_at
from ..knowledge.quote_words import words
from .layout import NARRATION, Layout

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X"})
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_CLIMBS = 8
_LONGEST = 60
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_ARTICLES = frozenset({"the", "a", "an"})
_TIME_LABELS = frozenset({"DATE", "TIME"})
_EDGE = frozenset(",;:.—–―- ")


class Source(NamedTuple):
    """A source as tokens: its head and its range, end exclusive."""

    head: int
    first: int
    last: int


def subject(layout: Layout, verb: int) -> Source | None:
    """The source a verb has in the parse, its own or one it shares, or None."""
    parse = layout.parse
    agent = parse.child(verb, "agent")
    if agent is not None:
        named = parse.child(agent, "pobj")
        return phrase(layout, named, verb) if named is not None else None
    if spoken_to(layout, verb):
        return None
    return _speaking_noun(layout, verb) or _shared(layout, verb) or _asked(layout, verb)


def _asked(layout: Layout, verb: int) -> Source | None:
    """Whom the parse gives to the aside before a verb: "Olsen, asked if he would, said"."""
    parse = layout.parse
    for child in parse.children[verb]:
        if child < verb and spoken_to(layout, child):
            own = own_subject(layout, child)
            return phrase(layout, own, child) if own is not None and own < child else None
    return None


def expletive(layout: Layout, verb: int, source: Source) -> bool:
    """Whether nobody speaks: "it is worth noting that", "it goes without saying that"."""
    parse = layout.parse
    return (
        parse.lower[source.head] in words("expletives")
        and parse.tag[verb] == "VBG"
        and parse.dep[verb] in {"pcomp", "xcomp", "acl"}
    )


def spoken_to(layout: Layout, verb: int) -> bool:
    """Whether a participle makes the subject the one addressed: "Asked whether ..., he"."""
    parse = layout.parse
    if parse.lemma[verb] == "ask" and parse.text[verb - 1] == "," and parse.tag[verb] != "VBG":
        return parse.lower[verb + 1 : verb + 2] in (["if"], ["whether"], ["about"], ["why"])
    bare = parse.child(verb, "aux", "auxpass", *SUBJECTS) is None
    return parse.tag[verb] == "VBN" and parse.dep[verb] in {"advcl", "acl"} and bare


def _shared(layout: Layout, verb: int) -> Source | None:
    """The nearest subject at or above a verb."""
    parse = layout.parse
    token = reporter(layout, verb)
    for _ in range(_CLIMBS):
        own = own_subject(layout, token)
        if own is not None and not (token == parse.head[verb] and unlike(layout, verb)):
            return _from_subject(layout, token, own, verb)
        noun = _noun_above(layout, token, verb)
        if noun is not None or parse.head[token] == token:
            return noun
        token = parse.head[token]
    return None


def unlike(layout: Layout, verb: int) -> bool:
    """Whether a finite verb is joined to a bare one, with which it can share no subject.

    In "she said the plan would fail and called it a joke" parsers join "called" to "fail".
    """
    parse = layout.parse
    return (
        parse.dep[verb] == "conj"
        and parse.tag[verb] in {"VBD", "VBZ"}
        and parse.tag[parse.head[verb]] == "VB"
    )


def own_subject(layout: Layout, verb: int) -> int | None:
    """The subject of a verb: the one after it, where ", said X" seems to have two."""
    parse = layout.parse
    found = [c for c in parse.children[verb] if parse.dep[c] in SUBJECTS]
    if not found:
        return None
    inverted = len(found) > 1 and found[-1] > verb and parse.text[verb - 1] == ","
    ahead_of = [c for c in found if c < verb]
    return found[-1] if inverted else (ahead_of or found)[-1 if ahead_of else 0]


def _noun_above(layout: Layout, token: int, verb: int) -> Source | None:
    """The noun that a verb without subject hangs on, if that is who speaks."""
    parse = layout.parse
    head, dep = parse.head[token], parse.dep[token]
    if dep in {"acl", "relcl"} and parse.pos[head] in _NOUNS:
        made = _made_to_speak(layout, token, head)
        return None if made else phrase(layout, head, verb)
    if dep == "xcomp" and parse.lemma[head] in words("object_control"):
        controller = parse.child(head, "dobj", "dative")
        return phrase(layout, controller, verb) if controller is not None else None
    if parse.pos[head] == "NOUN" and dep in {"pcomp", "prep", "ccomp"}:
        owner = possessor(layout, head)
        return owner and owner._replace(last=_cut_at(verb, owner))
    return None


def _cut_at(verb: int, source: Source) -> int:
    """The end of a source that stops at its own cue: "word of [reports] suggesting"."""
    return verb if source.head < verb < source.last else source.last


def _speaking_noun(layout: Layout, verb: int) -> Source | None:
    """Who a participle without comma goes with: "with aides saying", "a video of Ada asking"."""
    parse = layout.parse
    noun = verb - 1
    if verb == 0 or parse.tag[verb] != "VBG" or not layout.narrated(noun):
        return None
    if parse.pos[noun] not in {"PROPN", "NOUN"}:
        return None
    absolute = _under_with(layout, noun)
    if absolute is not None:
        return phrase(layout, absolute, verb)
    named = parse.pos[noun] == "PROPN" and (
        parse.dep[noun] == "dobj" or (parse.dep[noun] == "pobj" and _of_noun(layout, noun))
    )
    return phrase(layout, noun, verb) if named else None


def _of_noun(layout: Layout, name: int) -> bool:
    """Whether a noun has the name after its preposition: "a video of Ada"."""
    parse = layout.parse
    return parse.pos[parse.head[parse.head[name]]] in {"NOUN", "PROPN"}


def _under_with(layout: Layout, noun: int) -> int | None:
    """The head of the noun phrase that ends at a noun, if "with" introduces it."""
    parse = layout.parse
    for _ in range(_CLIMBS):
        head = parse.head[noun]
        if parse.dep[noun] == "pobj":
            if parse.lower[head] == "with":
                return noun
            head = parse.head[head]
        elif parse.dep[noun] == "nsubj" and layout.left[noun] > 0:
            return noun if parse.lower[layout.left[noun] - 1] == "with" else None
        if parse.pos[head] not in {"NOUN", "PROPN"}:
            return None
        noun = head
    return None


def reporter(layout: Layout, verb: int) -> int:
    """The outer verb whose subject a participle after a comma shares, else the verb itself.

    In "she said it would pass, adding that ..." parsers hang "adding" on "pass".
    """
    parse = layout.parse
    if not trails(layout, verb):
        return verb
    token = verb
    for _ in range(_CLIMBS):
        head, dep = parse.head[token], parse.dep[token]
        if head == token:
            return verb
        content = dep == "ccomp" or (dep == "dobj" and _holds_clause(layout, token))
        if content and head < token and layout.narrated(head) and cue_at(parse, head):
            return head
        token = head
    return verb


def _holds_clause(layout: Layout, noun: int) -> bool:
    """Whether a noun has a clause with "that": "denied the notion that"."""
    parse = layout.parse
    clause = parse.child(noun, "acl")
    return clause is not None and parse.child(clause, "mark") is not None


def trails(layout: Layout, verb: int) -> bool:
    """Whether a verb is a participle of saying set off by a comma: ", adding that"."""
    parse = layout.parse
    if parse.tag[verb] != "VBG" or cue_at(parse, verb) is None:
        return False
    before = verb - 1
    while before > 0 and parse.pos[before] in {"ADV", "CCONJ"}:
        before -= 1
    return before > 0 and (
        parse.text[before] in {",", "—", "–", "-", "--"} or not layout.narrated(before)
    )


def _made_to_speak(layout: Layout, verb: int, noun: int) -> bool:
    """Whether "X issued a statement saying" or "X cited a case to say" makes X the source."""
    parse = layout.parse
    if (
        parse.dep[noun] == "dobj"
        and parse.tag[verb] == "VBG"
        and cue_at(parse, parse.head[noun]) is not None
    ):
        return True
    return parse.dep[noun] in {"dobj", "pobj"} and (
        parse.tag[verb] == "VB"
        or (parse.tag[verb] == "VBG" and parse.lemma[noun] in words("speech_nouns"))
    )


def _from_subject(layout: Layout, verb: int, own: int, cue: int) -> Source | None:
    """The source behind a grammatical subject: an antecedent or an agent may stand for it."""
    parse = layout.parse
    passive = parse.dep[own] == "nsubjpass" or (
        parse.tag[verb] == "VBN" and parse.child(verb, "auxpass") is not None
    )
    if passive and verb == cue:
        by = parse.child(cue, "agent")
        pobj = parse.child(by, "pobj") if by is not None else None
        return phrase(layout, pobj, cue) if pobj is not None else None
    if parse.lower[own] in _RELATIVES and parse.dep[verb] == "relcl":
        antecedent = phrase(layout, parse.head[verb], own + 1)
        return antecedent and antecedent._replace(last=max(antecedent.last, own + 1))
    if not layout.narrated(own) and layout.narrated(cue):
        return None
    return phrase(layout, own, cue)


def phrase(layout: Layout, head: int, cue: int) -> Source | None:
    """The noun phrase around a head, cut at the cue and at quotations that hold no part of it."""
    level = layout.level[head]
    first, last = head, head + 1
    low = max(layout.left[head], head - _LONGEST, 0)
    high = min(layout.right[head], head + _LONGEST)
    while first > low and first - 1 != cue and layout.level[first - 1] == level:
        first -= 1
    while last < high and last != cue and _belongs(layout, last, level):
        last += 1
    texts = layout.parse.text
    while last > head + 1 and texts[last - 1] in _EDGE:
        last -= 1
    while first < head and texts[first] in _EDGE:
        first += 1
    return Source(head, first, last)


def _belongs(layout: Layout, token: int, level: int) -> bool:
    return layout.level[token] == level


def possessor(layout: Layout, noun: int) -> Source | None:
    """The source named by "X's statement", "a statement by X", else the noun itself."""
    parse = layout.parse
    owner = owner_of(layout, noun)
    if owner is not None:
        return owner
    for child in parse.children[noun]:
        if parse.dep[child] == "prep" and parse.lower[child] in {"by", "from", "of"}:
            pobj = parse.child(child, "pobj")
            if pobj is not None:
                return phrase(layout, pobj, noun)
    return None


def owner_of(layout: Layout, noun: int) -> Source | None:
    """The possessor of a noun, if it is no time; by its mark alone where the parse has none."""
    parse = layout.parse
    owner = parse.child(noun, "poss")
    if owner is None and noun > 1 and parse.text[noun - 1] in _POSSESSIVES:
        owner = noun - 2
    if owner is None or _tells_time(layout, owner) or parse.pos[owner] not in _NOUNS:
        return None
    return Source(owner, min(owner, layout.left[owner]), owner + 1)


def _tells_time(layout: Layout, token: int) -> bool:
    """Whether a possessor says when, not who: "yesterday's statement", "last week's ruling"."""
    return layout.label.get(token) in _TIME_LABELS or layout.parse.lower[token] in words(
        "time_nouns"
    )


def ahead(layout: Layout, verb: int, first: int) -> Source | None:
    """The noun phrase that ends right before a finite verb, if the parse gives it no subject."""
    parse = layout.parse
    if parse.tag[verb] not in {"VBD", "VBZ", "VBP", "NNS"}:
        return None
    token = verb - 1
    depth = 0
    while token >= first and layout.narrated(token):
        depth += (parse.text[token] == ")") - (parse.text[token] == "(")
        if not depth and parse.pos[token] in {"NOUN", "PROPN", "PRON"}:
            return phrase(layout, token, verb)
        if not depth and parse.text[token] != "(" and parse.pos[token] not in {"ADV", "AUX"}:
            return None
        token -= 1
    return None


def beside(layout: Layout, token: int, last: int) -> Source | None:
    """The noun phrase that starts at a token, for text the parser gives no subject in."""
    parse = layout.parse
    while token < last and parse.pos[token] in {"ADV", "PUNCT"} and layout.narrated(token):
        token += 1
    head = None
    for at in range(token, min(last, token + 12)):
        if layout.level[at] != NARRATION or parse.pos[at] not in _NOUNS | {"PART", "ADP"}:
            break
        if parse.pos[at] == "NUM" or (parse.pos[at] == "DET" and head is None):
            head = at
        if parse.pos[at] in {"NOUN", "PROPN", "PRON"}:
            head = at
            if parse.dep[at] not in {"compound", "poss"}:
                break
        if parse.pos[at] == "ADP":
            break
    if head is not None and parse.lower[head] in _ARTICLES:
        if parse.head[head] >= last:
            return Source(last - 1, head, last) if last - head > 1 else None
        head = parse.head[head] if parse.pos[parse.head[head]] in {"NOUN", "PROPN"} else None
    return phrase(layout, head, -1) if head is not None else None
