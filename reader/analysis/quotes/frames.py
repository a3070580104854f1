"""Reporting frames beside a quotation, such as "said X" and "X said:".

A frame is read from the words next to the marks, with the parse as a help only: parsers
go wrong most where sentences are broken by quotations.
"""

from __future__ import annotations

from typing import NamedTuple

from ..knowledge.cues import Cue, cue_at
from ..knowledge.quote_words import words
from ..syntax.narration import Phrase, phrase, possessor
from ..syntax.subjects import doer, spoken_to
from ..types import Certainty, Sense
from .layout import Layout, Passage, Sentence
from .sources import ahead, beside, handed_over

_OPEN_END = frozenset(",?!…—–-―")
_PAUSES = frozenset({",", "-", "--", "—", "–", "―", ";"})
_MAIN = frozenset({"ROOT", "conj", "advcl", "ccomp"})
_LONGEST_TAIL = 25
_NEAR = 6
_REACH = 40
_FINITE = frozenset({"VBD", "VBZ", "VBN"})
_BEFORE_NOUNS = frozenset({"DET", "ADJ", "ADP", "NUM"})
_RELATIVE_TAGS = frozenset({"WP", "WDT", "WP$"})
_BRACKETS_OPEN = frozenset("([{")
_BRACKETS_CLOSE = frozenset(")]}")


class Frame(NamedTuple):
    """Who reports, with which words: cue and source as tokens.

    `follows` says that they stand after the quotation, `signed` that they are a signature.
    """

    cue: tuple[int, int] | None
    source: Phrase | None
    sense: Sense
    rule: str
    certainty: Certainty
    verb: int | None = None
    follows: bool = False
    signed: bool = False


def after(layout: Layout, sentence: Sentence, passage: Passage) -> Frame | None:
    """The frame that follows a quotation in its sentence."""
    parse = layout.parse
    last = _gap_end(layout, passage.last, sentence.last)
    first = passage.last
    pause = first < last and parse.text[first] in _PAUSES
    while first < last and parse.text[first] in _PAUSES:
        first += 1
    if first < last and parse.pos[first] in {"CCONJ", "SCONJ"} and parse.lower[first] != "as":
        return None
    verb = _first_verb(layout, first, last)
    if verb is None:
        return _headed(layout, sentence, passage)
    cue = cue_at(parse, verb)
    known = cue is not None and "direct" in cue.frames
    if known:
        linked = pause or passage.final in _OPEN_END or _tight(first, verb, last)
    else:
        alone = passage.first == sentence.first and passage.final == ","
        linked = alone and parse.child(verb, "dobj") is None
    inner = linked and passage.first > sentence.first
    if inner and (_has_own_clause(layout, verb) or _is_retold(layout, sentence, passage)):
        return None
    source = _beside_verb(layout, first, verb, last) if linked else None
    if source is None:
        return None
    sense = cue.sense if cue is not None else Sense.SPEECH
    cue_words = (verb, verb + 1)
    if known:
        return Frame(
            cue_words, source, sense, "quote-frame-after", Certainty.SETTLED, verb, follows=True
        )
    return Frame(
        cue_words, source, sense, "quote-position-after", Certainty.LIKELY, verb, follows=True
    )


def _headed(layout: Layout, sentence: Sentence, passage: Passage) -> Frame | None:
    """A headline that gives the words, a colon and a name: “I cannot sing”: Ada Olsen on dams."""
    parse, first = layout.parse, passage.last + 1
    heads = sentence.block == 0 and passage.first == sentence.first
    if not heads or parse.text[passage.last : first] != [":"]:
        return None
    last = first
    while last < sentence.last and layout.label.get(last) == "PERSON":
        last += 1
    ends = last == sentence.last or parse.lower[last] == "on"
    if last == first or not ends:
        return None
    name = Phrase(last - 1, first, last)
    cue = (passage.last, first)
    return Frame(cue, name, Sense.SPEECH, "quote-headed", Certainty.LIKELY, follows=True)


def _has_own_clause(layout: Layout, verb: int) -> bool:
    """Whether a cue reports a clause that follows it: the quotation before is a mere name."""
    clause = layout.parse.child(verb, "ccomp", "xcomp")
    return clause is not None and clause > verb and layout.narrated(clause)


def _is_retold(layout: Layout, sentence: Sentence, passage: Passage) -> bool:
    """Whether a quotation stands in a clause that somebody else is said to have said.

    "She had told staff that she “could not breathe”, her sister told the court."
    """
    parse = layout.parse
    for verb in range(max(sentence.first, passage.first - _REACH), passage.first):
        clause = parse.child(verb, "ccomp") if parse.pos[verb] == "VERB" else None
        if (
            clause is not None
            and verb < layout.left[clause] <= passage.first < layout.right[clause]
        ):
            cue, mark = cue_at(parse, verb), parse.child(clause, "mark")
            spoken = cue is not None and cue.sense is Sense.SPEECH and layout.narrated(verb)
            if spoken and mark is not None and parse.lower[mark] == "that":
                return doer(layout, verb) is not None
    return False


def _gap_end(layout: Layout, first: int, last: int) -> int:
    """Where the narration that begins at a token ends."""
    while first < last and layout.narrated(first):
        first += 1
    return first


def _first_verb(layout: Layout, first: int, last: int) -> int | None:
    """The verb of the frame: the first finite one that is in no relative clause."""
    parse = layout.parse
    depth, relative = 0, False
    for token in range(first, min(last, first + 60)):
        depth += (parse.text[token] in _BRACKETS_OPEN) - (parse.text[token] in _BRACKETS_CLOSE)
        relative = relative or parse.tag[token] in _RELATIVE_TAGS
        if depth > 0:
            continue
        if parse.pos[token] == "VERB" and parse.dep[token] not in {"relcl", "acl", "amod"}:
            cue = cue_at(parse, token)
            known = cue is not None and "direct" in cue.frames
            if relative and not known:
                continue
            if parse.tag[token] in {"VBG", "VB"} and parse.child(token, "aux") is None:
                return token if known and parse.tag[token] == "VB" else None
            return token if known else _speaking_child(layout, token, last)
        ends = token + 1 == last or parse.pos[token + 1] == "PUNCT"
        if parse.lemma[token] in words("common_cues") and (
            parse.tag[token] in _FINITE
            or (ends and parse.tag[token] == "NNS" and parse.pos[token - 1] not in _BEFORE_NOUNS)
        ):
            return token
        if ends and token > first and _mistaken_for_noun(layout, token):
            return token
    return None


def _mistaken_for_noun(layout: Layout, token: int) -> bool:
    """Whether a cue that ends a frame is a noun to the parser: "the email read."."""
    cue = cue_at(layout.parse, token)
    alone = layout.parse.dep[token] in {"ROOT", "npadvmod", "dep", "ccomp", "parataxis"}
    is_noun = layout.parse.tag[token] in {"NN", "NNS"}
    return alone and is_noun and cue is not None and "direct" in cue.frames


def _speaking_child(layout: Layout, verb: int, last: int) -> int:
    """The cue a verb leads to ("went on to add", "was heard asking"), else the verb."""
    parse = layout.parse
    for child in parse.children[verb]:
        cue = cue_at(parse, child)
        leads = parse.pos[child] == "VERB" and parse.dep[child] in {"xcomp", "ccomp", "advcl"}
        if leads and verb < child < last and cue is not None and "direct" in cue.frames:
            return child
    return verb


def _tight(first: int, verb: int, last: int) -> bool:
    """Whether nothing but "X said" or "said X" stands to the end of the gap."""
    return (last - first <= 6 and verb - first <= 3) or (last - verb <= 2 and verb - first <= 12)


def _beside_verb(layout: Layout, first: int, verb: int, last: int) -> Phrase | None:
    """The subject of a frame's verb, before or after it, within the gap."""
    parse = layout.parse
    if spoken_to(layout, verb):
        return None
    found = doer(layout, verb)
    own = next((c for c in parse.children[verb] if parse.dep[c] in {"nsubj", "nsubjpass"}), None)
    inverted = all(parse.pos[t] in {"ADV", "AUX", "PART", "CCONJ"} for t in range(first, verb))
    if found is not None and first <= found.head < last and (own is not None or not inverted):
        if inverted or _only_subject(layout, first, verb, found):
            return found
        return None
    if inverted:
        return beside(layout, verb + 1, last)
    return beside(layout, first, verb)


def _only_subject(layout: Layout, first: int, verb: int, source: Phrase) -> bool:
    """Whether the words before the verb hold no other clause than the subject's own."""
    parse = layout.parse
    return not any(
        parse.pos[token] == "VERB"
        and not source.first <= token < source.last
        and token != parse.head[verb]
        and parse.dep[token] not in {"relcl", "acl", "amod", "advcl", "pcomp"}
        for token in range(first, verb)
    )


def before(layout: Layout, passage: Passage, start: int) -> Frame | None:
    """The frame that leads up to a quotation; the gap before it begins at token `start`."""
    parse = layout.parse
    first, last = start, passage.first
    mark = parse.text[last - 1] if last > first else ""
    end = last
    while end > first and (parse.text[end - 1] in _PAUSES or parse.text[end - 1] == ":"):
        end -= 1
    if end <= first:
        return None
    opens = parse.text[passage.first + 1 : passage.first + 2]
    capital = bool(opens) and opens[0][:1].isupper()
    verb = leading_verb(layout, first, end)
    if verb is None:
        return _colon(layout, first, end) if mark == ":" else None
    led = mark in {":", ","} or (verb == end - 1 and capital)
    if mark == "," and not capital and _tells(layout, verb + 1, end):
        led = False
    return _by_cue(layout, passage, verb, (first, end), led) or _by_position(
        layout, passage, verb, (first, end), mark if capital or mark == ":" else ""
    )


def _by_cue(
    layout: Layout, passage: Passage, verb: int, gap: tuple[int, int], led: bool
) -> Frame | None:
    """The frame of a known cue that leads up to a quotation, with a mark or right beside it."""
    first, end = gap
    cue = cue_at(layout.parse, verb)
    if cue is None or "direct" not in cue.frames:
        return None
    if verb == end - 1 and not led and _holds_fragment(cue):
        led = passage.last - passage.first > 4 and _closes_clause(layout, passage)
    if not led or end - verb > _LONGEST_TAIL:
        return None
    source = doer(layout, verb)
    if source is None:
        source = beside(layout, verb + 1, end) if verb == first else ahead(layout, verb, first)
    return Frame((verb, verb + 1), source, cue.sense, "quote-frame-before", Certainty.SETTLED, verb)


def _by_position(
    layout: Layout, passage: Passage, verb: int, gap: tuple[int, int], mark: str
) -> Frame | None:
    """The frame that a verb no list has makes by its place, or a colon by itself."""
    parse = layout.parse
    first, end = gap
    if not mark:
        return None
    spoken = mark == "," and passage.final in ".?!" and passage.last - passage.first > 6
    source = doer(layout, verb) if spoken and parse.dep[verb] in _MAIN else None
    if source is not None and source.head < verb:
        rule = "quote-position-before"
        return Frame((verb, verb + 1), source, Sense.SPEECH, rule, Certainty.LIKELY, verb)
    return _introduced(layout, verb, first, end, mark) if mark in {":", ","} else None


def _tells(layout: Layout, first: int, last: int) -> bool:
    """Whether a clause of its own stands in a token range."""
    return any(layout.parse.pos[token] in {"VERB", "AUX"} for token in range(first, last))


def _holds_fragment(cue: Cue) -> bool:
    """Whether a verb right before a quotation has it for its words, even a mere part."""
    speaks = "direct" in cue.frames and cue.sense is not Sense.THOUGHT
    return speaks and (len(cue.frames) > 1 or cue.sense is Sense.WRITING)


def _closes_clause(layout: Layout, passage: Passage) -> bool:
    """Whether nothing of the quoted clause goes on after the closing mark."""
    parse = layout.parse
    after = passage.last
    return passage.final in ",.?!…" or after >= len(parse) or parse.pos[after] in {"PUNCT", "CCONJ"}


def leading_verb(layout: Layout, first: int, last: int) -> int | None:
    """The verb that leads up to a quotation: a cue, after subordinate clauses at most."""
    parse = layout.parse
    nearest = None
    for token in range(last - 1, first - 1, -1):
        if parse.pos[token] not in {"VERB", "AUX"} or parse.dep[token] in {
            "aux",
            "auxpass",
            "amod",
        }:
            continue
        if nearest is None:
            nearest = token
        cue = cue_at(parse, token)
        if cue is not None and "direct" in cue.frames and not spoken_to(layout, token):
            return token
        if parse.dep[token] not in {"advcl", "relcl", "acl", "pcomp", "ccomp"}:
            break
    return nearest


def _introduced(layout: Layout, verb: int, first: int, end: int, mark: str) -> Frame | None:
    """A colon, or a noun of saying, makes any clause a frame."""
    parse = layout.parse
    near = range(end - 1, max(first, end - _NEAR) - 1, -1)
    noun = next((t for t in near if parse.lemma[t] in words("speech_nouns")), None)
    if mark != ":" and noun is None:
        return None
    source = doer(layout, verb)
    named = end - 1
    if mark == ":" and layout.label.get(named) == "PERSON" and parse.dep[named] == "dobj":
        source = phrase(layout, named, verb)
    if noun is not None:
        source = possessor(layout, noun) or source
    at = noun if noun is not None else verb
    rule = "quote-colon" if mark == ":" else "quote-noun"
    return Frame((at, at + 1), source, Sense.SPEECH, rule, Certainty.LIKELY, verb)


def _colon(layout: Layout, first: int, end: int) -> Frame | None:
    """A name and a colon: headlines, transcripts, captions."""
    parse = layout.parse
    if end - first > 12:
        return None
    handed = handed_over(layout, first, end)
    if handed is not None:
        cue, sure = (end, end + 1), Certainty.LIKELY
        return Frame(cue, handed, Sense.SPEECH, "quote-colon", sure)
    head = next(
        (t for t in range(end - 1, first - 1, -1) if parse.pos[t] in {"PROPN", "NOUN", "PRON"}),
        None,
    )
    if head is None:
        return None
    if parse.lemma[head] in words("speech_nouns"):
        source = possessor(layout, head)
    else:
        source = Phrase(head, first, end)
    return Frame((end, end + 1), source, Sense.SPEECH, "quote-colon", Certainty.LIKELY)
