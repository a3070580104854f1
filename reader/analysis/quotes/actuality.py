"""Whether anybody spoke at all: reports that are none, and what is reported as not said.

What is only possible, wanted or supposed ("may say", "tried to claim", "if they say") reports
nothing; nor does a fact that shows something. "Did not say" and "declined to say" do, as not
said.
"""

from __future__ import annotations

from ..knowledge import names as known
from ..knowledge.quote_words import words
from ..types import Kind, Polarity, Sense
from .draft_quotes import Draft
from .layout import Layout

_QUESTION_TAGS = frozenset({"WP", "WDT"})
_CONDITIONS = frozenset({"if", "unless"})
_SPEAKING_KINDS = frozenset({Kind.ORGANIZATION, Kind.GROUP, Kind.PLACE})
_SPEAKING_LABELS = frozenset({"PERSON", "ORG", "NORP", "GPE"})


def polarity(layout: Layout, draft: Draft) -> Polarity:
    """Whether a draft reports that something was said, or that it was not."""
    if draft.cue is None:
        return Polarity.SAID
    parse, cue = layout.parse, draft.cue[0]
    if parse.lemma[cue] in words("refusals") or _refused(layout, cue) or _negated(layout, cue):
        return Polarity.NOT_SAID
    source = draft.source
    if source is not None and parse.lower[source.first] in words("negative_subjects"):
        return Polarity.NOT_SAID
    return Polarity.SAID


def _negated(layout: Layout, cue: int) -> bool:
    parse = layout.parse
    joining = parse.child(cue, "cc", "preconj")
    if joining is not None and joining < cue and parse.lower[joining] in {"nor", "neither"}:
        return True
    negation = parse.child(cue, "neg")
    return negation is not None


def _refused(layout: Layout, cue: int) -> bool:
    """Whether somebody declined or failed to speak: "declined to say", "would not comment"."""
    parse = layout.parse
    return parse.dep[cue] == "xcomp" and (
        parse.lemma[parse.head[cue]] in words("refusals") or _negated(layout, parse.head[cue])
    )


def is_actual(layout: Layout, draft: Draft) -> bool:
    """Whether a report of words without marks tells that somebody spoke, or did not."""
    if draft.cue is None or draft.passages or draft.within:
        return True
    cue, source = draft.cue[0], draft.source
    by_measure = source is not None and layout.parse.lemma[source.head] in words("measures")
    if by_measure and draft.rule == "quote-according-to":
        return False
    topical = layout.parse.lemma[cue] in words("speaking_acts") and draft.rule == "quote-on"
    if _is_anybodys(layout, draft):
        return False
    if polarity(layout, draft) is Polarity.NOT_SAID:
        return not _unthought(layout, draft)
    return not (
        topical  # "commented on the plan"
        or _is_open(layout, cue)
        or _is_supposed(layout, cue)
        or _is_wanted(layout, cue)
        or _is_put_aside(layout, cue)
        or _is_asked_for(layout, draft)
        or _is_anonymous(layout, draft)
        or _is_shown(layout, draft)
    )


def _unthought(layout: Layout, draft: Draft) -> bool:
    """Whether nobody thought so: "nor did she realize that"."""
    lemma = layout.parse.lemma[draft.cue[0]] if draft.cue else ""
    return draft.sense is Sense.THOUGHT and lemma not in words("raised_negations")


def _is_open(layout: Layout, cue: int) -> bool:
    """Whether a helper leaves open whether anybody spoke: "critics may say".

    So does "will" where no critic is meant: "critics will say", but not "the mayor will say".
    """
    parse = layout.parse
    helpers = {parse.lower[c] for c in parse.children[cue] if parse.dep[c] == "aux"}
    if not helpers.isdisjoint(words("open_modals")):
        return True
    subject = parse.child(cue, "nsubj")
    if subject is None or helpers.isdisjoint({"will", "'ll", "’ll", "would"}):
        return False
    return parse.tag[subject] == "NNS" and layout.left[subject] == subject


def _is_supposed(layout: Layout, cue: int) -> bool:
    """Whether the cue stands in a condition: "if they say so"."""
    parse = layout.parse
    verb = parse.head[cue] if parse.dep[cue] in {"xcomp", "conj"} else cue
    marks = (parse.lower[c] for c in parse.children[verb] if parse.dep[c] == "mark")
    return parse.dep[verb] in {"advcl", "ROOT"} and any(mark in _CONDITIONS for mark in marks)


def _is_wanted(layout: Layout, cue: int) -> bool:
    """Whether the cue is an infinitive for what has not happened: "tried to claim"."""
    parse = layout.parse
    helper = parse.child(cue, "aux")
    if parse.tag[cue] != "VB" or helper is None or parse.lower[helper] != "to":
        return False
    head = parse.head[cue]
    if parse.dep[cue] == "acl":
        return True
    governors = [head, *(c for c in parse.children[head] if parse.dep[c] in {"acomp", "advmod"})]
    passive = parse.child(head, "auxpass") is not None and parse.dep[cue] == "xcomp"
    return passive or any(
        parse.lemma[governor].lower() in words("open_governors") for governor in governors
    )


def _is_put_aside(layout: Layout, cue: int) -> bool:
    """Whether a preposition leaves open whether anybody spoke: "without saying"."""
    parse = layout.parse
    before = parse.head[cue]
    return parse.dep[cue] == "pcomp" and parse.lower[before] in words("open_prepositions")


def _is_anybodys(layout: Layout, draft: Draft) -> bool:
    """Whether the clause describes a sort of people: "someone who claims that"."""
    parse = layout.parse
    if draft.source is None or draft.cue is None:
        return False
    if parse.lower[draft.source.head] in {"anybody", "anyone"}:
        return True
    cue = draft.cue[0]
    verb = parse.head[cue] if parse.dep[cue] == "xcomp" else cue
    if parse.dep[verb] != "relcl":
        return False
    return parse.lemma[draft.source.head].lower() in words("generic_sources")


def _is_asked_for(layout: Layout, draft: Draft) -> bool:
    """Whether the question is who spoke: "it is not clear who said so"."""
    if draft.source is None or draft.cue is None:
        return False
    return layout.parse.tag[draft.source.head] in _QUESTION_TAGS


def _is_anonymous(layout: Layout, draft: Draft) -> bool:
    """Whether a source only asks for no name: "who asked not to be identified"."""
    parse = layout.parse
    first = draft.clauses[0][0] if draft.clauses else len(parse)
    opens = parse.lower[first : first + 3] == ["not", "to", "be"]
    return opens and parse.lemma[first + 3] in words("anonymity")


def _is_shown(layout: Layout, draft: Draft) -> bool:
    """Whether a fact shows something: "the fall reveals that", "this suggests"."""
    parse, source = layout.parse, draft.source
    if draft.cue is None or source is None or parse.pos[draft.cue[0]] != "VERB":
        return False
    if parse.lemma[draft.cue[0]] not in words("showing_cues"):
        return False
    head = source.head
    noun = parse.lemma[head].lower()
    named = parse.pos[head] == "PROPN" or layout.label.get(head) in _SPEAKING_LABELS
    person = known.is_person_noun(noun) or parse.lower[head] in words("persons")
    body = known.heads().get(noun) in _SPEAKING_KINDS or noun in words("showing_nouns")
    return not (named or person or body)
