"""Reported clauses: what the parse says was said, without regard to marks."""

from __future__ import annotations

from collections.abc import Iterator

from ..annotations import Certainty, Sense
from .cues import Cue, lexicon
from .drafts import Draft
from .layout import Layout, Sentence
from .sources import Source, beside, phrase, subject, trails
from .wordlists import words

_OBJECT_FRAMES = ("as", "of")
_LONGEST_TAIL = 8
_QUESTIONS = frozenset({"if", "whether"})
_BREAKS = frozenset({"while", "whereas"})
_DASHES = frozenset({"-", "--", "—", "–", "―"})
_BARE_FRAMES = ("about", "for", "on", "out", "to", "against")


def reported(layout: Layout, sentence: Sentence, taken: set[int]) -> Iterator[Draft]:
    """The quotes that the cue verbs of a sentence report in clauses and phrases.

    `taken` holds the verbs that already frame a quotation.
    """
    parse = layout.parse
    for token in range(sentence.first, sentence.last):
        if parse.pos[token] != "VERB" or not layout.narrated(token) or token in taken:
            continue
        cue = lexicon().get(parse.lemma[token])
        if cue is None:
            continue
        content = _content(layout, sentence, token, cue)
        if content is None:
            continue
        ranges, rule, last = content
        ranges = [extent(layout, sentence, token, a, b) for a, b in ranges]
        source = subject(layout, token)
        if source is None:
            source, ranges = _behind(layout, token, ranges)
        if source is None and not _impersonal(layout, token, ranges):
            continue
        if rule == "inserted" and cue.sense is Sense.THOUGHT:
            continue
        yield Draft(
            (token, last),
            source,
            cue.sense,
            rule,
            Certainty.SETTLED if source else Certainty.UNKNOWN,
            clauses=ranges,
        )


def _content(
    layout: Layout, sentence: Sentence, verb: int, cue: Cue
) -> tuple[list[tuple[int, int]], str, int] | None:
    """The ranges a cue reports, the rule, and where the cue ends."""
    parse, frames = layout.parse, cue.frames
    children = {parse.dep[c]: c for c in reversed(parse.children[verb])}
    clause = children.get("ccomp")
    if clause is None and "advcl" in children and children["advcl"] > verb:
        mark = parse.child(children["advcl"], "mark")
        if mark is not None and parse.lower[mark] in _QUESTIONS:
            clause = children["advcl"]
    if "clause" in frames and clause is not None:
        return _around(layout, clause, verb), "clause", verb + 1
    if "clause" in frames:
        outer = _interrupted(layout, verb) or _set_aside(layout, sentence, verb)
        if outer is not None:
            return outer, "inserted", verb + 1
    if "infinitive" in frames and "xcomp" in children and children["xcomp"] > verb:
        clause = children["xcomp"]
        if parse.child(clause, "aux") is not None:
            return [(layout.left[clause], layout.right[clause])], "infinitive", verb + 1
    return _phrase_content(layout, verb, cue, children)


def _phrase_content(
    layout: Layout, verb: int, cue: Cue, children: dict[str, int]
) -> tuple[list[tuple[int, int]], str, int] | None:
    """Noun phrases and prepositional phrases that say what was said."""
    parse, frames = layout.parse, cue.frames
    for child in parse.children[verb]:
        word = parse.lower[child]
        if parse.dep[child] not in {"prep", "prt"} or word not in frames or child < verb:
            continue
        if word in _OBJECT_FRAMES:
            obj = children.get("dobj", children.get("nsubjpass"))
            start = layout.left[obj] if obj is not None and obj > verb else child
            return [(start, layout.right[child])], word, verb + 1
        if word in _BARE_FRAMES and child + 1 < layout.right[child]:
            last = layout.right[child]
            if word in {"for", "on"}:
                last = _with_infinitive(layout, verb, last)
            return [(child + 1, last)], word, child + 1
    if "name" in frames and ("oprd" in children or "ccomp" in children):
        child = children.get("oprd", children.get("ccomp", verb))
        named = layout.left[child] > verb + 1 or layout.passages_in(verb + 1, layout.right[child])
        if child > verb and named and parse.dep[verb] != "acl":
            return [(verb + 1, layout.right[child])], "name", verb + 1
    if ("noun" in frames or "marked" in frames) and "dobj" in children:
        obj = children["dobj"]
        if obj > verb:
            return (
                [(layout.left[obj], layout.right[obj])],
                ("noun" if "noun" in frames else "marked"),
                verb + 1,
            )
    return None


def _with_infinitive(layout: Layout, verb: int, last: int) -> int:
    """The end of "on him to resign", whose infinitive the parse hangs on the verb."""
    parse = layout.parse
    for child in parse.children[verb]:
        follows = parse.dep[child] in {"xcomp", "advcl"} and layout.left[child] == last
        if follows and parse.tag[child] == "VB" and parse.child(child, "aux") is not None:
            return layout.right[child]
    return last


def extent(layout: Layout, sentence: Sentence, verb: int, first: int, last: int) -> tuple[int, int]:
    """A range without what the parse wrongly hangs on its end.

    A participle of saying after a comma, a second verb of saying that goes with the first,
    and what follows a quotation as an aside are not part of what was said.
    """
    parse = layout.parse
    first, last = max(first, sentence.first), min(last, sentence.last)
    if first < verb:
        return first, last
    for token in range(first + 1, last):
        if not layout.narrated(token):
            continue
        if _reports_aside(layout, token):
            return first, max(first, layout.left[token])
        if parse.pos[token] == "VERB" and (
            trails(layout, token) or _goes_with(layout, token, verb)
        ):
            return first, _before_comma(layout, first, token)
        if not layout.narrated(token - 1) and _aside(layout, token, last):
            return first, token
        if parse.lower[token] in _BREAKS and parse.text[token - 1][-1:] in ",”\"'":
            return first, token
    return first, last


def _reports_aside(layout: Layout, token: int) -> bool:
    """Whether a relative clause has a cue and a quotation of its own."""
    parse = layout.parse
    return (
        parse.dep[token] == "relcl"
        and parse.lemma[token] in lexicon()
        and bool(layout.passages_in(token, layout.right[token]))
    )


def _goes_with(layout: Layout, token: int, verb: int) -> bool:
    """Whether a conjoined verb is a second cue with the subject of the first."""
    parse = layout.parse
    return (
        parse.dep[token] == "conj"
        and parse.tag[token] == parse.tag[verb] != "VB"
        and parse.head[token] > verb
        and parse.lemma[token] in lexicon()
        and parse.child(token, "nsubj", "nsubjpass", "aux", "auxpass") is None
        and parse.child(token, "ccomp", "xcomp") is not None
    )


def _before_comma(layout: Layout, first: int, token: int) -> int:
    """Where the content ends before a trailing verb: at its adverbs and conjunction."""
    while token - 1 > first and layout.parse.pos[token - 1] in {"ADV", "CCONJ"}:
        token -= 1
    return token


def _aside(layout: Layout, token: int, last: int) -> bool:
    """Whether words after a quotation only comment on it: ", which ...", "- a play on"."""
    parse = layout.parse
    after = token
    while after < last and parse.pos[after] == "PUNCT":
        after += 1
    if after >= last:
        return False
    closed = after > token or layout.passages[layout.level[token - 1]].final in ",-—"
    return closed and (parse.tag[after] in {"VBG", "WDT", "WP"} or parse.text[token] in _DASHES)


def _behind(
    layout: Layout, verb: int, ranges: list[tuple[int, int]]
) -> tuple[Source | None, list[tuple[int, int]]]:
    """A source the parse took for part of the content: "..., filings showed"."""
    parse = layout.parse
    if not ranges or ranges[-1][1] > verb or parse.tag[verb] not in {"VBD", "VBZ", "VBP"}:
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
    """Whether speech without a source is speech all the same: "asked if", "it was reported"."""
    parse = layout.parse
    if not ranges or ranges[0][0] < verb:
        return False
    if parse.lemma[verb] == "ask":
        return True
    subject_ = parse.child(verb, "nsubjpass")
    return subject_ is not None and parse.lower[subject_] == "it"


def _around(layout: Layout, clause: int, verb: int) -> list[tuple[int, int]]:
    """A clause's range; in two pieces where the reporting clause stands inside it."""
    first, last = layout.left[clause], layout.right[clause]
    if not first < verb < last:
        mark = layout.parse.child(clause, "mark")
        if mark is not None and verb < mark and layout.parse.lower[mark] == "that":
            first = mark
        return [(first, last)]
    return [(first, layout.left[verb]), (layout.right[verb], last)]


def _interrupted(layout: Layout, verb: int) -> list[tuple[int, int]] | None:
    """The clause into which "X said" is inserted, without it."""
    parse = layout.parse
    head = parse.head[verb]
    if head == verb or not layout.narrated(head) or parse.pos[head] not in {"VERB", "AUX"}:
        return None
    inserted = parse.dep[verb] in {"parataxis", "ccomp"} or (
        parse.dep[verb] == "advcl"
        and any(
            parse.lower[c] == "as" and parse.dep[c] in {"mark", "advmod", "prep"}
            for c in parse.children[verb]
        )
    )
    if not inserted or (parse.dep[verb] == "ccomp" and not _set_off(layout, verb)):
        return None
    first, last = layout.left[verb], layout.right[verb]
    pieces = [(layout.left[head], first), (last, layout.right[head])]
    return [(a, b) for a, b in pieces if a < b]


def _set_aside(layout: Layout, sentence: Sentence, verb: int) -> list[tuple[int, int]] | None:
    """The sentence around ", X said," by its commas alone."""
    parse = layout.parse
    if parse.lemma[verb] not in words("common_cues") or parse.tag[verb] not in {
        "VBD",
        "VBZ",
        "VBP",
    }:
        return None
    own = parse.child(verb, "nsubj")
    if own is None or not layout.narrated(own):
        return None
    first, last = min(verb, layout.left[own]), max(verb + 1, layout.right[own])
    before = first - 1
    if before <= sentence.first or (parse.text[before] != "," and layout.narrated(before)):
        return None
    while last < sentence.last and parse.text[last] not in ",.":
        if last - verb > _LONGEST_TAIL or parse.pos[last] in {"VERB", "AUX", "SCONJ"}:
            return None
        last += 1
    pieces = [(sentence.first, before), (last, sentence.last)]
    return [(a, b) for a, b in pieces if b - a > 1]


def _set_off(layout: Layout, verb: int) -> bool:
    """Whether commas set the verb's clause off on the sides where words follow."""
    parse = layout.parse
    first, last = layout.left[verb], layout.right[verb]
    left = first == 0 or parse.pos[first - 1] == "PUNCT" or parse.pos[first] == "PUNCT"
    right = last >= len(parse) or parse.pos[last] == "PUNCT" or parse.pos[last - 1] == "PUNCT"
    return left and right


def according(layout: Layout, sentence: Sentence) -> Iterator[Draft]:
    """The rest of the clause that "according to X" belongs to."""
    parse = layout.parse
    for token in range(sentence.first, sentence.last - 2):
        if parse.lower[token] != "according" or parse.lower[token + 1] != "to":
            continue
        if not layout.narrated(token):
            continue
        to = token + 1
        pobj = parse.child(to, "pobj") or parse.child(token, "pobj")
        source = phrase(layout, pobj, -1) if pobj is not None else None
        if source is None:
            continue
        first, last = token, max(source.last, layout.right[token])
        head = parse.head[token]
        low, high = layout.left[head], layout.right[head]
        if parse.pos[head] not in {"VERB", "AUX"}:
            low, high = sentence.first, sentence.last
        low, high = max(low, sentence.first), min(high, sentence.last)
        pieces = [(low, first), (last, high)]
        yield Draft(
            (token, to + 1),
            source,
            Sense.SPEECH,
            "according to",
            Certainty.SETTLED,
            clauses=[(a, b) for a, b in pieces if a < b],
        )
