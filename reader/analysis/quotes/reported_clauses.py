"""Reported clauses: what the parse says was said, without regard to marks."""

from __future__ import annotations

from collections.abc import Iterator

from ..knowledge.cues import Cue, cue_at
from ..knowledge.event_words import listed
from ..knowledge.quote_words import words
from ..syntax.narration import Phrase
from ..syntax.subjects import SUBJECTS, doer, spoken_to
from ..types import Certainty, Sense
from .asides import FINITE_TAGS, around, as_before, inverted
from .draft_quotes import Draft
from .extent import extent
from .layout import Layout, Sentence
from .reported_phrases import Content, phrase_content
from .sources import ahead, beside, expletive

_THAT_REACH = 14
_SPARE_CUES = 12
_CUE_SPACING = 8
_VERBS = frozenset({"VERB", "AUX"})
_STRONG_STOPS = frozenset(";:")
_ENDS = _STRONG_STOPS | {"."}


def reported(layout: Layout, sentence: Sentence, taken: set[int]) -> Iterator[Draft]:
    """The quotes that the cue verbs of a sentence report in clauses and phrases.

    `taken` holds the verbs that already frame a quotation. A long sentence has at most one
    cue in `_CUE_SPACING` words, so that a list of cues costs no more than prose.
    """
    parse = layout.parse
    cues = 0
    for token in range(sentence.first, sentence.last):
        if not _is_verb(layout, token) or not layout.narrated(token) or token in taken:
            continue
        cue = cue_at(parse, token)
        if cue is None or cues > _SPARE_CUES + (token - sentence.first) // _CUE_SPACING:
            continue
        cues += 1
        content = _content(layout, sentence, token, cue)
        if content is None:
            continue
        ranges = [extent(layout, sentence, token, a, b) for a, b in content.ranges]
        if content.inserted and cue.sense is Sense.THOUGHT:
            continue
        source, ranges = _source(layout, sentence, token, content, ranges)
        spoken = cue.sense is not Sense.THOUGHT and _impersonal(layout, token, ranges)
        if source is None and not spoken:
            continue
        if source is not None and expletive(layout, token, source):
            continue
        if source is not None and parse.lower[source.head] in words("first_persons"):
            continue
        if cue.sense is Sense.THOUGHT and _unthought(layout, token):
            continue
        yield Draft(
            (token, content.cue_end),
            source,
            cue.sense,
            content.rule,
            Certainty.SETTLED if source else Certainty.UNKNOWN,
            clauses=ranges,
            only_marked=content.only_marked,
        )


def _unthought(layout: Layout, verb: int) -> bool:
    """Whether a thought is only possible: "she has a week to decide whether"."""
    parse = layout.parse
    shared = parse.dep[verb] == "conj" and parse.child(verb, "aux", *SUBJECTS) is None
    to = parse.child(parse.head[verb] if shared else verb, "aux")
    return parse.tag[verb] == "VB" and to is not None and parse.lower[to] == "to"


def _source(
    layout: Layout, sentence: Sentence, verb: int, content: Content, ranges: list[tuple[int, int]]
) -> tuple[Phrase | None, list[tuple[int, int]]]:
    """Who speaks by a cue, and the ranges without them."""
    start = as_before(layout, sentence, verb) if content.inserted else None
    source = beside(layout, start + 1, verb) if start is not None else None
    source = source or inverted(layout, sentence, verb) or doer(layout, verb)
    if source is None and not spoken_to(layout, verb):
        source, ranges = _behind(layout, verb, ranges)
    if source is None and layout.parse.child(verb, *SUBJECTS, "auxpass") is None:
        source = ahead(layout, verb, sentence.first)
    return source, ranges


def _is_verb(layout: Layout, token: int) -> bool:
    """Whether a token is a verb, or a form in "-s" that parsers take for a plural.

    As in "..., her doctor maintains." and "Olsen charges that ...".
    """
    parse = layout.parse
    if parse.pos[token] != "NOUN" or parse.tag[token] != "NNS":
        return parse.pos[token] == "VERB"
    if parse.child(token, "ccomp") is not None:
        return True
    name = token > 0 and (
        parse.pos[token - 1] == "PROPN" or parse.text[token - 1] in layout.named_words
    )
    main = parse.dep[token] in {"ROOT", "dep"} or parse.head[token] == token - 1
    return name and main and parse.lower[token + 1 : token + 2] in (["that"], ["for"], ["on"])


def _content(layout: Layout, sentence: Sentence, verb: int, cue: Cue) -> Content | None:
    """What a cue reports: a clause around or after it, else a phrase."""
    if (within := inverted(layout, sentence, verb)) is not None:
        pieces = [(sentence.first, verb - 1), (within.last, sentence.last)]
        return Content(pieces, "quote-inserted", verb + 1, inserted=True)
    infinitive = layout.parse.lower[verb + 1 : verb + 2] == ["to"] and "infinitive" in cue.frames
    found = phrase_content(layout, verb, cue) if infinitive else None
    if found is not None or "clause" not in cue.frames:
        return found or phrase_content(layout, verb, cue)
    clause = _clause(layout, verb)
    if clause is not None:
        thought = cue.sense is Sense.THOUGHT and not _finite(layout, clause)
        return None if thought else Content(_around(layout, clause, verb), "quote-clause", verb + 1)
    outer = None if infinitive else around(layout, sentence, verb)
    if outer is not None:
        return Content(outer, "quote-inserted", verb + 1, inserted=True)
    found = phrase_content(layout, verb, cue)
    that = _that(layout, sentence, verb) if found is None else None
    return found if that is None else Content([(that, sentence.last)], "quote-that", verb + 1)


def _clause(layout: Layout, verb: int) -> int | None:
    """The head of the reported clause: one after the verb before one ahead of it."""
    parse = layout.parse
    ahead = None
    for child in parse.children[verb]:
        dep = parse.dep[child]
        if dep == "ccomp" and child < verb:
            ahead = None if _parted(layout, child, verb) else child
        elif child > verb and _is_object(layout, verb, child):
            return child
        elif dep == "advcl" and child > verb:
            mark = parse.child(child, "mark")
            if mark is not None and _asks(parse.lower[mark], parse.lemma[verb]):
                return child
    return ahead


def _is_object(layout: Layout, verb: int, clause: int) -> bool:
    """Whether a clause is what a verb reports, and no phrase after a pause: ", God willing"."""
    parse = layout.parse
    if parse.dep[clause] == "ccomp" and _finite(layout, clause):
        mark = parse.child(clause, "mark")
        return mark is None or parse.lower[mark] not in listed("temporal")
    paused = any(parse.pos[t] == "PUNCT" for t in range(verb + 1, layout.left[clause]))
    gerund = parse.dep[clause] == "xcomp" and parse.tag[clause] == "VBG"
    return not paused and (gerund or parse.dep[clause] == "ccomp")


def _asks(mark: str, lemma: str) -> bool:
    """Whether a clause is a question and no condition: "whether", or "if" after "ask"."""
    return mark == "whether" or (
        mark == "if" and lemma in words("question_cues") | words("if_cues")
    )


def _parted(layout: Layout, clause: int, verb: int) -> bool:
    """Whether a semicolon or colon after a clause makes it a statement of its own."""
    end = layout.right[clause]
    return end <= verb and not _STRONG_STOPS.isdisjoint(layout.parse.text[end - 1 : end + 1])


def _finite(layout: Layout, clause: int) -> bool:
    """Whether a clause has a verb: "find that it is easy"; not "find it easy", "find it gone"."""
    parse = layout.parse
    active = ("aux", "auxpass", "dobj") if parse.tag[clause] == "VBN" else ("aux",)
    bare = parse.tag[clause] in {"VBN", "VBG"} and parse.child(clause, *active) is None
    return parse.pos[clause] in {"VERB", "AUX"} and not bare


def _that(layout: Layout, sentence: Sentence, verb: int) -> int | None:
    """A "that" soon after the verb, for clauses the parse hangs elsewhere.

    It may follow an aside in commas: "insist, most recently in May, that".
    """
    parse = layout.parse
    aside = parse.text[verb + 1 : verb + 2] == [","]
    for token in range(verb + 2 if aside else verb + 1, min(sentence.last, verb + _THAT_REACH)):
        relative = parse.tag[token] == "WDT" and token + 1 < sentence.last
        if relative and parse.pos[token + 1] in {"VERB", "AUX", "ADV"}:
            return None
        if parse.lower[token] == "that" and not (aside and parse.text[token - 1] != ","):
            ends = parse.text[min(token + 1, len(parse) - 1)] in _ENDS  # "on that;"
            told = any(parse.pos[t] in _VERBS for t in range(token + 1, sentence.last))
            return token if layout.narrated(token) and told and not ends else None
        if aside and parse.text[token] == ",":
            continue
        if parse.pos[token] in {"VERB", "AUX", "PUNCT"}:
            return None
    return None


def _behind(
    layout: Layout, verb: int, ranges: list[tuple[int, int]]
) -> tuple[Phrase | None, list[tuple[int, int]]]:
    """A source the parse took for part of the content: "..., filings showed"."""
    parse = layout.parse
    if not ranges or ranges[-1][1] > verb or parse.tag[verb] not in FINITE_TAGS:
        return None, ranges
    first, _ = ranges[-1]
    comma = next(
        (t for t in range(verb - 1, max(first, verb - 14), -1) if parse.text[t] == ","), None
    )
    if comma is None:
        return None, ranges
    source = beside(layout, comma + 1, verb)
    return source, ranges if source is None else [*ranges[:-1], (first, comma)]


def _impersonal(layout: Layout, verb: int, ranges: list[tuple[int, int]]) -> bool:
    """Whether speech without a source is speech all the same: "it was reported"."""
    parse = layout.parse
    if not ranges or ranges[0][0] < verb:
        return False
    subject_ = parse.child(verb, "nsubjpass")
    return subject_ is not None and parse.lower[subject_] == "it"


def _around(layout: Layout, clause: int, verb: int) -> list[tuple[int, int]]:
    """A clause's range; in two pieces where the reporting clause stands inside it."""
    parse = layout.parse
    first, last = layout.left[clause], layout.right[clause]
    if not first < verb < last:
        mark = parse.child(clause, "mark")
        if mark is not None and verb < mark and parse.lower[mark] == "that":
            first = mark
        first = _with_subject(layout, verb, clause, _after_hearer(layout, verb, clause, first))
        return [(_after_time(layout, clause, first), last)]
    own = parse.child(verb, "nsubj")
    low = layout.left[own] if own is not None and own < verb else verb
    high = layout.right[own] if own is not None and own > verb else verb + 1
    return [(a, b) for a, b in ((first, low), (high, last)) if a < b]


def _after_hearer(layout: Layout, verb: int, clause: int, first: int) -> int:
    """Where a clause begins after a hearer that parsers join to it: "told the jury Berg lied"."""
    parse = layout.parse
    if parse.lemma[verb] not in words("only_to_hearers"):
        return first
    if parse.dep[first - 1] == "appos" and parse.child(clause, *SUBJECTS) is None:
        return layout.left[first - 1]
    if first != verb + 1 or parse.tag[first] not in {"DT", "PRP$"}:
        return first
    for token in range(first + 2, clause):
        if parse.pos[token] != "NOUN" and parse.pos[token - 1] == "NOUN":
            return token if parse.pos[token] == "PROPN" else first
    return first


def _with_subject(layout: Layout, verb: int, clause: int, first: int) -> int:
    """Where a clause begins whose subject the parse takes for an object: "said Berg | sang"."""
    parse = layout.parse
    given = parse.child(clause, *SUBJECTS, "expl", "mark", "cc") is not None
    if given or parse.lemma[verb] in words("object_control") or not _has_tense(layout, clause):
        return first
    taken = parse.child(verb, "dobj")
    return layout.left[taken] if taken is not None and layout.right[taken] == first else first


def _has_tense(layout: Layout, clause: int) -> bool:
    """Whether a clause has a finite verb, its own or a helper's."""
    parse = layout.parse
    aux = parse.child(clause, "aux", "auxpass")
    return parse.tag[clause if aux is None else aux] in {"VBD", "VBZ", "VBP", "MD"}


def _after_time(layout: Layout, clause: int, first: int) -> int:
    """Where a clause begins after a time that tells when it was said: "this week he would"."""
    parse = layout.parse
    for child in parse.children[clause]:
        if layout.left[child] == first and parse.dep[child] in {"npadvmod", "prep"}:
            end = layout.right[child]
            when = layout.label.get(end - 1) in {"DATE", "TIME"}
            return end if when and end < clause and parse.text[end] != "," else first
    return first
