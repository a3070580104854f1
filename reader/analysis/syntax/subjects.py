"""The one subject finder: whose deed a verb tells, its own subject or one it shares.

`own_subject` and `subject_head` need a parse alone and give the head of the grammatical
subject. `doer` gives the noun phrase of whoever acts: in a passive the agent, in a relative
clause the antecedent, with a participle of saying whoever speaks. It corrects what parsers get
wrong where quotations and asides break sentences.
"""

from __future__ import annotations

from ..knowledge.cues import cue_at
from ..knowledge.event_words import listed
from ..knowledge.names import is_person_noun
from ..knowledge.quote_words import words
from ..parse.columns import Parse
from .narration import Narration, Phrase, phrase, possessor

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X"})
_NAMING = frozenset({"NOUN", "PROPN", "PRON"})
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_RELATIVE_TAGS = frozenset({"WDT", "WP"})
_FINITE_TAGS = frozenset({"VBD", "VBP", "VBZ"})
_PARTICIPLES = frozenset({"VBG", "VBN"})
_SHARING = frozenset({"conj", "xcomp", "advcl"})
_CLIMBS = 8
_DASHES = frozenset({"-", "--", "—", "–"})
_LONGEST_DATELINE = 24


def own_subject(parse: Parse, verb: int) -> int | None:
    """The head of a verb's own subject: the nearest before it, else the first after it.

    Where ", said X" seems to have two, the one after the verb.
    """
    dep = parse.dep
    found = [c for c in parse.children[verb] if dep[c] in SUBJECTS]
    if not found:
        return None
    inverted = len(found) > 1 and found[-1] > verb and parse.text[verb - 1] == ","
    before = [c for c in found if c < verb]
    return found[-1] if inverted else (before or found)[-1 if before else 0]


def nearest_subject(parse: Parse, verb: int) -> int | None:
    """The head of a verb's own subject ("there" too), or of one that an aside before it has."""
    own = own_subject(parse, verb)
    if own is None:
        own = parse.child(verb, "expl")
    return own if own is not None else lent_subject(parse, verb)


def lent_subject(parse: Parse, verb: int) -> int | None:
    """The subject that parsers give to an aside or a phrase before a verb.

    "The judge, citing X, ruled"; "in Oslo, rain fell".
    """
    if parse.tag[verb] not in _FINITE_TAGS:
        return None
    for child in parse.children[verb]:
        if child >= verb:
            break
        aside = parse.tag[child] in _PARTICIPLES or parse.text[child - 1] == ","
        if parse.dep[child] == "advcl" and aside:
            subject = parse.child(child, *SUBJECTS)
            if subject is not None and parse.child(child, "aux", "auxpass") is None:
                return subject if subject < child else None
        subject = _apposed_subject(parse, child, verb) if parse.dep[child] == "prep" else None
        if subject is not None:
            return subject
    return None


def _apposed_subject(parse: Parse, opener: int, verb: int) -> int | None:
    """The subject that parsers join to a phrase in front: in Oslo, rain fell."""
    first, last = parse.subtree_range(opener)
    for token in range(first, min(last, verb)):
        if parse.dep[token] == "appos" and parse.pos[token] in _NAMING:
            start = parse.subtree_range(token)[0]
            return token if parse.text[start - 1] == "," else None
    return None


def subject_head(parse: Parse, verb: int) -> int | None:
    """The head of the grammatical subject of a verb, its own or one it shares, or None.

    A joined verb and an infinitive share that of the verb above them. An infinitive after a verb
    such as "urge" has its object, a participle or relative clause the noun that it describes. A
    verb after "since" or "by" has that of the clause: "since retiring".
    """
    token = verb
    for _ in range(_CLIMBS):
        own = nearest_subject(parse, token)
        head, dep = parse.head[token], parse.dep[token]
        if own is not None and token != verb:
            own = _outer_subject(parse, token, own)
        if own is not None:
            return head if dep == "relcl" and parse.tag[own] in _RELATIVE_TAGS else own
        if dep in {"acl", "relcl"}:
            return head
        controlled = _controlled(parse, token)
        if controlled is not None or not _shares(parse, token):
            return controlled
        token = parse.head[head] if dep == "pcomp" else head
    return None


def _outer_subject(parse: Parse, verb: int, own: int) -> int:
    """The first subject of a verb to which parsers give the one of a relative clause as well.

    "The baker, whose loaves won prizes, retired": a verb joined to "won" has the baker.
    """
    if all(parse.tag[c] != "WP$" for c in parse.children[own]):
        return own
    return next((c for c in parse.children[verb] if parse.dep[c] in SUBJECTS and c < own), own)


def _shares(parse: Parse, verb: int) -> bool:
    """Whether a verb without subject has that of the verb above it."""
    head, dep = parse.head[verb], parse.dep[verb]
    if dep == "pcomp":
        return parse.dep[head] == "prep" and _object_before(parse, head) is None
    if dep not in _SHARING or head == verb:
        return False
    speaks = parse.dep[head] == "ccomp" and cue_at(parse, verb) is not None
    return not (speaks and unlike(parse, verb))


def _controlled(parse: Parse, verb: int) -> int | None:
    """The object of a verb such as "urge", which is to do what completes it."""
    head = parse.head[verb]
    if parse.dep[verb] != "xcomp" or parse.lemma[head] not in words("object_control"):
        return None
    return parse.child(head, "dobj", "dative")


def _object_before(parse: Parse, preposition: int) -> int | None:
    """The object that may do what follows a preposition: thanked her for | coming."""
    if parse.lower[preposition] in listed("temporal"):
        return None
    found = parse.child(parse.head[preposition], "dobj")
    return found if found is not None and found < preposition else None


def unlike(parse: Parse, verb: int) -> bool:
    """Whether a finite verb is joined to a bare one, with which it can share no subject.

    In "she said the plan would fail and called it a joke" parsers join "called" to "fail". So it
    is with an active verb of saying after a passive: "he said it was used and accused them".
    """
    head = parse.head[verb]
    if parse.dep[verb] != "conj":
        return False
    thing = parse.child(head, "nsubjpass") if parse.dep[head] == "ccomp" else None
    if thing is not None and parse.pos[thing] == "NOUN" and not is_person_noun(parse.lower[thing]):
        acts = parse.child(verb, "dobj") is not None and cue_at(parse, verb) is not None
        return acts and parse.child(verb, "aux", "auxpass") is None
    return parse.tag[verb] in {"VBD", "VBZ"} and parse.tag[head] == "VB"


def doer(told: Narration, verb: int) -> Phrase | None:
    """Who does what a verb tells: its own subject, its agent or a subject it shares, or None."""
    parse = told.parse
    agent = parse.child(verb, "agent")
    if agent is not None and parse.child(verb, "nsubj") is None:  # not "said by phone"
        named = parse.child(agent, "pobj")
        return phrase(told, named, verb) if named is not None else None
    if spoken_to(told, verb):
        return None
    found = _speaking_noun(told, verb) or _shared(told, verb)
    lent = lent_subject(parse, verb) if found is None else None
    return phrase(told, lent, verb) if lent is not None else found


def spoken_to(told: Narration, verb: int) -> bool:
    """Whether a participle makes the subject the one addressed: "Asked whether ..., he"."""
    parse = told.parse
    opens = parse.text[verb - 1] == "," or parse.sentences[parse.sentence_of[verb]] == verb
    asker = parse.child(verb, "nsubj")
    opens = opens and (asker is None or "," not in parse.text[asker : verb - 1])
    if parse.lemma[verb] in words("question_cues") and opens and parse.tag[verb] != "VBG":
        following = parse.lower[verb + 1 : verb + 2]
        if following and following[0] in words("asked_with"):
            return True
    if parse.lemma[verb] in words("only_to_hearers") and _ends_without_hearer(told, verb):
        return True
    ordered = parse.lower[verb + 1 : verb + 2] == ["to"] and parse.tag[verb] in {"VBD", "VBN"}
    if ordered and parse.lemma[verb] in words("needs_hearer"):
        return own_subject(parse, verb) is None
    if parse.child(verb, "auxpass") is not None and own_subject(parse, verb) is None:
        return parse.dep[verb] == "conj"  # "she had written but was told that"
    bare = parse.child(verb, "aux", "auxpass", *SUBJECTS) is None
    aside = parse.dep[verb] in {"advcl", "acl"} or parse.tag[verb - 1] == "WRB"  # "when asked"
    joined = parse.dep[verb] == "conj" and parse.child(parse.head[verb], "auxpass") is not None
    joined = joined and not unlike(parse, verb)
    return parse.tag[verb] == "VBN" and (aside or joined) and bare


def _ends_without_hearer(told: Narration, verb: int) -> bool:
    """Whether a verb in "-ed" ends its clause with no object: the headline "..., inquest told"."""
    parse, after = told.parse, verb + 1
    ends = after >= len(parse) or parse.pos[after] in {"PUNCT", "SPACE"} or after in parse.sentences
    bare = parse.child(verb, "dobj", "dative", "agent", "aux") is None
    return ends and bare and parse.tag[verb] in {"VBD", "VBN"}


def _shared(told: Narration, verb: int) -> Phrase | None:
    """The nearest subject at or above a verb."""
    parse = told.parse
    quoted = _quoted_as(parse, verb)
    if quoted is not None:
        return phrase(told, quoted, verb)
    token = reporter(told, verb)
    for _ in range(_CLIMBS):
        own = own_subject(told.parse, token)
        if own is not None and not (token == parse.head[verb] and unlike(told.parse, verb)):
            return _from_subject(told, token, own, verb)
        noun = _noun_above(told, token, verb)
        if noun is not None or parse.head[token] == token:
            return noun
        token = parse.head[token]
    return None


def _quoted_as(parse: Parse, verb: int) -> int | None:
    """Whom somebody else quotes: in "the paper quoted [an aide] as saying" not the paper."""
    link = parse.head[verb]
    if parse.dep[verb] != "pcomp" or parse.lower[link] != "as":
        return None
    above = parse.head[link]
    quoting = parse.head[above] if parse.dep[above] == "dobj" else above
    named = parse.child(quoting, "dobj")
    controls = parse.lemma[quoting] in words("object_control")
    return named if controls and named is not None and quoting < named < verb else None


def _noun_above(told: Narration, token: int, verb: int) -> Phrase | None:
    """The noun that a verb without subject hangs on, if that is who speaks."""
    parse = told.parse
    head, dep = parse.head[token], parse.dep[token]
    if dep in {"acl", "relcl"} and parse.pos[head] in _NOUNS:
        made = _made_to_speak(told, token, head)
        return None if made else phrase(told, head, verb)
    if dep == "xcomp" and parse.lemma[head] in words("object_control"):
        controller = parse.child(head, "dobj", "dative")
        return phrase(told, controller, verb) if controller is not None else None
    if parse.pos[head] == "NOUN" and dep in {"pcomp", "prep", "ccomp"}:
        owner = possessor(told, head)
        return owner and owner._replace(last=_cut_at(verb, owner))
    return None


def _cut_at(verb: int, source: Phrase) -> int:
    """The end of a source that stops at its own cue: "word of [reports] suggesting"."""
    return verb if source.head < verb < source.last else source.last


def _speaking_noun(told: Narration, verb: int) -> Phrase | None:
    """Who a participle without comma goes with: "with aides saying", "a video of Ada asking"."""
    parse = told.parse
    noun = verb - 1
    if verb == 0 or parse.tag[verb] != "VBG" or not told.narrated(noun):
        return None
    if parse.pos[noun] not in {"PROPN", "NOUN"}:
        return None
    absolute = _under_with(told, noun)
    if absolute is not None:
        return phrase(told, absolute, verb)
    named = parse.pos[noun] == "PROPN" and (
        parse.dep[noun] == "dobj" or (parse.dep[noun] == "pobj" and _of_noun(told, noun))
    )
    return phrase(told, noun, verb) if named else None


def _of_noun(told: Narration, name: int) -> bool:
    """Whether a noun has the name after its preposition: "a video of Ada"."""
    parse = told.parse
    return parse.pos[parse.head[parse.head[name]]] in {"NOUN", "PROPN"}


def _under_with(told: Narration, noun: int) -> int | None:
    """The head of the noun phrase that ends at a noun, if "with" introduces it."""
    parse = told.parse
    for _ in range(_CLIMBS):
        head = parse.head[noun]
        if parse.dep[noun] == "pobj":
            if parse.lower[head] == "with":
                return noun
            head = parse.head[head]
        elif parse.dep[noun] == "nsubj" and told.left[noun] > 0:
            return noun if parse.lower[told.left[noun] - 1] == "with" else None
        if parse.pos[head] not in {"NOUN", "PROPN"}:
            return None
        noun = head
    return None


def reporter(told: Narration, verb: int) -> int:
    """The outer verb whose subject a participle after a comma shares, else the verb itself.

    In "she said it would pass, adding that ..." parsers hang "adding" on "pass".
    """
    parse = told.parse
    if not trails(told, verb):
        return verb
    token = verb
    for _ in range(_CLIMBS):
        head, dep = parse.head[token], parse.dep[token]
        if head == token:
            return verb
        content = dep == "ccomp" or (dep == "dobj" and _holds_clause(told, token))
        if content and head < token and told.narrated(head) and cue_at(parse, head):
            return head
        token = head
    return verb


def _holds_clause(told: Narration, noun: int) -> bool:
    """Whether a noun has a clause with "that": "denied the notion that"."""
    parse = told.parse
    clause = parse.child(noun, "acl")
    return clause is not None and parse.child(clause, "mark") is not None


def trails(told: Narration, verb: int) -> bool:
    """Whether a verb is a participle of saying set off by a comma: ", adding that"."""
    parse = told.parse
    if parse.tag[verb] != "VBG" or cue_at(parse, verb) is None:
        return False
    before = verb - 1
    while before > 0 and parse.pos[before] in {"ADV", "CCONJ"}:
        before -= 1
    return before > 0 and (
        parse.text[before] in {",", "—", "–", "-", "--"} or not told.narrated(before)
    )


def _made_to_speak(told: Narration, verb: int, noun: int) -> bool:
    """Whether "X issued a statement saying" or "X cited a case to say" makes X the source."""
    parse = told.parse
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


def _from_subject(told: Narration, verb: int, own: int, cue: int) -> Phrase | None:
    """The source after a grammatical subject: an antecedent or an agent may stand for it."""
    parse = told.parse
    passive = parse.dep[own] == "nsubjpass" or (
        parse.tag[verb] == "VBN" and parse.child(verb, "auxpass") is not None
    )
    if passive and verb == cue:
        by = parse.child(cue, "agent")
        pobj = parse.child(by, "pobj") if by is not None else None
        return phrase(told, pobj, cue) if pobj is not None else None
    if parse.lower[own] in _RELATIVES and parse.dep[verb] == "relcl":
        antecedent = phrase(told, _antecedent(parse, parse.head[verb], own), own + 1)
        return antecedent and antecedent._replace(last=max(antecedent.last, own + 1))
    if not told.narrated(own) and told.narrated(cue):
        return None
    own = _behind_dateline(parse, own, cue)
    return phrase(told, own, cue)


def _behind_dateline(parse: Parse, own: int, verb: int) -> int:
    """The subject after the place that opens a wire story: "LEEDS, 3 June – Ardle plc said"."""
    if not parse.text[own].isupper() or own not in parse.sentences:
        return own
    reach = range(own + 1, min(verb, own + _LONGEST_DATELINE))
    dashes = [token for token in reach if parse.text[token] in _DASHES]
    if len(dashes) != 1:
        return own
    found = own
    for token in range(dashes[0] + 1, verb):
        if parse.pos[token] == "PUNCT":
            break
        if parse.pos[token] in {"NOUN", "PROPN"}:
            found = token
    return found


def _antecedent(parse: Parse, noun: int, relative: int) -> int:
    """The noun that "who" means: in "the producer of a play, who asked" no play."""
    above = parse.head[parse.head[noun]]
    of = parse.dep[noun] == "pobj" and parse.lower[parse.head[noun]] == "of"
    thing = parse.pos[noun] == "NOUN" and not is_person_noun(parse.lemma[noun].lower())
    person = is_person_noun(parse.lemma[above].lower())
    return above if parse.lower[relative] == "who" and of and thing and person else noun
