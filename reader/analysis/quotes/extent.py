"""Where reported content ends: what parsers wrongly hang on its end is cut off."""

from __future__ import annotations

from ..knowledge.cues import cue_at
from ..syntax.subjects import trails, unlike
from ..types import Sense
from .layout import Layout, Sentence

_BREAKS = frozenset({"whereas", "according"})
_DASHES = frozenset({"-", "--", "—", "–", "―"})
_STOPS = frozenset({"PUNCT", "CCONJ", "SCONJ", "ADP"})
_COMMAS = frozenset(",”\"'")
_LONGEST_SCAN = 150
_NEAR = 6


def extent(layout: Layout, sentence: Sentence, verb: int, first: int, last: int) -> tuple[int, int]:
    """A range without what the parse wrongly hangs on its end.

    A participle of saying after a comma is not part of what was said. Neither is a second verb of
    saying that goes with the first, or an aside after a quotation.
    """
    first, last = max(first, sentence.first), min(last, sentence.last)
    if first < verb:
        return first, last
    last = _stretched(layout, sentence, last)
    last = _with_bare_verb(layout, sentence, verb, last)
    last = _with_next_that(layout, sentence, last)
    if last + 1 < sentence.last and layout.parse.text[last] == ":" and layout.narrated(last + 1):
        last = sentence.last
    for token in range(first + 1, min(last, first + _LONGEST_SCAN)):
        if layout.narrated(token):
            end = _end_before(layout, first, token, last, verb)
            if end is not None:
                return first, end
    return first, last


def _with_bare_verb(layout: Layout, sentence: Sentence, verb: int, last: int) -> int:
    """The end of a clause with a bare verb that the parse joins to the cue instead.

    As "let" in "she said she wanted to meet them and let them know".
    """
    parse = layout.parse
    for child in parse.children[verb]:
        follows = parse.dep[child] == "conj" and 0 <= layout.left[child] - last <= 1
        bare = parse.tag[child] == "VB" and parse.child(child, "nsubj", "aux") is None
        if follows and bare and parse.tag[verb] in {"VBD", "VBZ", "VBP"}:
            return max(last, min(layout.right[child], sentence.last))
    return last


def _with_next_that(layout: Layout, sentence: Sentence, last: int) -> int:
    """The end of a second clause with its own "that": ", and that she was tired"."""
    parse = layout.parse
    at = last
    while at < min(last + 2, sentence.last) and parse.pos[at] == "PUNCT":
        at += 1
    joins = at + 1 < sentence.last and parse.pos[at] == "CCONJ" and layout.narrated(at)
    if not joins or parse.lower[at + 1] != "that" or parse.dep[at + 1] != "mark":
        return last
    return max(last, min(layout.right[parse.head[at + 1]], sentence.last))


def _end_before(layout: Layout, first: int, token: int, last: int, verb: int) -> int | None:
    """Where the content ends if a token begins what does not belong to it."""
    parse = layout.parse
    if _reports_aside(layout, token):
        return max(first, layout.left[token])
    if parse.pos[token] == "VERB" and (trails(layout, token) or _goes_with(layout, token, verb)):
        return _before_comma(layout, first, token)
    if parse.pos[token] == "VERB" and _reports_next(layout, token, verb):
        return _before_comma(layout, first, max(first, layout.left[token]))
    aside = not layout.narrated(token - 1) and _aside(layout, token, last)
    return token if aside or _breaks_off(layout, token) else None


def _breaks_off(layout: Layout, token: int) -> bool:
    """Whether a conjunction after a comma begins what the narrator says again."""
    parse = layout.parse
    if parse.text[token] == ";":
        return _says_next(layout, token + 1)
    if parse.text[token - 1][-1:] not in _COMMAS:
        return False
    if parse.lower[token] == "but":
        return parse.lower[token + 1 : token + 2] != ["that"] and not _goes_on(layout, token)
    if parse.lower[token] == "with":
        verb = parse.child(token, "pcomp")
        return verb is not None and parse.tag[verb] == "VBG" and cue_at(parse, verb) is not None
    if parse.lower[token] == "while":
        verb = parse.head[token]
        reports = parse.child(verb, "nsubj") is not None and parse.child(verb, "ccomp", "dobj")
        return not layout.narrated(token - 1) or bool(reports and cue_at(parse, verb))
    return parse.lower[token] in _BREAKS


def _goes_on(layout: Layout, token: int) -> bool:
    """Whether what follows "but" has no verb of the narrator's: ", but only at night"."""
    parse = layout.parse
    for at in range(token + 1, len(parse)):
        if parse.tag[at] == ".":
            return True
        if parse.pos[at] in {"PUNCT", "SCONJ"} or parse.tag[at] == "PRP":
            return False
        if parse.pos[at] in {"VERB", "AUX"}:
            return parse.tag[at] in {"VBG", "VB"}
    return False


def _says_next(layout: Layout, token: int) -> bool:
    """Whether a clause begins with a speaker and a cue: "; one said"."""
    parse = layout.parse
    for at in range(token, min(token + _NEAR, len(parse))):
        if parse.pos[at] == "VERB":
            own, cue = parse.child(at, "nsubj"), cue_at(parse, at)
            spoken = cue is not None and cue.sense is Sense.SPEECH
            return spoken and own is not None and token <= own < at
    return False


def _stretched(layout: Layout, sentence: Sentence, last: int) -> int:
    """The end of a clause that the parse breaks off in the middle: at a quotation or a word."""
    parse = layout.parse
    limit = min(sentence.last, last + _LONGEST_SCAN)
    while last < limit:
        at = last + (parse.text[last] == "," and last + 1 < sentence.last)
        if not layout.narrated(at):
            passage = layout.passages[layout.level[at]] if layout.level[at] >= 0 else None
            if passage is None or passage.first != at:
                return last
            last = passage.last
            if passage.final in ",.?!":
                return last
        elif parse.pos[last] in _STOPS or not layout.narrated(last - 1):
            return last
        else:
            while last < limit and layout.narrated(last) and parse.pos[last] != "PUNCT":
                last += 1
    return last


def _reports_aside(layout: Layout, token: int) -> bool:
    """Whether a relative clause has a cue and a quotation of its own."""
    parse = layout.parse
    return (
        parse.dep[token] == "relcl"
        and cue_at(parse, token) is not None
        and bool(layout.passages_in(token, layout.right[token]))
    )


def _goes_with(layout: Layout, token: int, verb: int) -> bool:
    """Whether a conjoined verb is a second cue with the subject of the first."""
    parse = layout.parse
    if parse.child(token, "nsubj", "aux") is None:
        behind_marks = parse.pos[token - 1] == "CCONJ" and not layout.narrated(token - 2)
        again = behind_marks and parse.tag[token] == parse.tag[verb] == "VBD"
        if unlike(parse, token) or (again and cue_at(parse, token) is not None):
            return True
    return (
        parse.dep[token] == "conj"
        and parse.tag[token] == parse.tag[verb] != "VB"
        and parse.head[token] > verb
        and cue_at(parse, token) is not None
        and parse.child(token, "nsubj", "nsubjpass", "aux", "auxpass") is None
        and parse.child(token, "ccomp", "xcomp") is not None
    )


def _reports_next(layout: Layout, token: int, verb: int) -> bool:
    """Whether a conjoined clause has a cue and a speaker of its own: "and critics said"."""
    parse = layout.parse
    own = parse.child(token, "nsubj")
    return (
        own is not None
        and parse.child(token, "mark") is None
        and parse.dep[token] == "conj"
        and parse.tag[token] == parse.tag[verb]
        and parse.head[token] > verb
        and cue_at(parse, token) is not None
        and parse.child(token, "ccomp", "xcomp", "dobj") is not None
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
