"""Quotations that stand alone: who is speaking is said in another sentence, or nowhere."""

from __future__ import annotations

from ..knowledge.cues import cue_at
from ..knowledge.quote_words import words
from ..syntax.narration import Phrase, phrase
from ..syntax.subjects import doer
from ..types import Certainty, Sense
from . import frames
from .draft_quotes import Draft, Findings
from .layout import Layout, Passage, Sentence
from .sources import handed_over
from .titles import in_title_case

_SHORTEST = 4
_HEADING = 7
_LONGEST_HEADING = 10
_VERBS = frozenset({"VERB", "AUX"})


def attribute(found: Findings) -> None:
    """Attribute the passages that no sentence of their own accounts for.

    The signals, in this order. A quotation of the same paragraph, or one left open in the paragraph
    before. The frame of the next quotation. Speech reported in the sentence before. A colon. A
    noun of saying. The last speaker, if quotations follow each other.
    """
    sentences = found.layout.sentences
    reported = _reported_in(found)
    ahead = _taken_up(found)
    speaking: Draft | None = None
    for number, sentence in enumerate(sentences):
        for passage in sentence.passages:
            owner = found.owner.get(passage.number)
            if owner is not None:
                speaking = owner
            elif _alone(found.layout, sentence, passage) and not _heading(found, passage):
                known = _in_paragraph(found, number, passage, speaking)
                if known is None and not _follows_colon(found.layout, number):
                    known = ahead.get(passage.number)
                if known is not None:
                    found.claim(known, passage)
                    speaking = known
                else:
                    speaking = _elsewhere(found, number, passage, speaking, reported)
            elif speaking is not None and _completed(found, number, passage, speaking):
                found.claim(speaking, passage)
                speaking.clauses.append((passage.last, sentence.last))


def _taken_up(found: Findings) -> dict[int, Draft]:
    """For each passage left open, the draft of the one in a later paragraph that ends it."""
    drafts: dict[int, Draft] = {}
    for passage in reversed(found.layout.passages):
        draft = found.owner.get(passage.number) or drafts.get(passage.number)
        if draft is not None and passage.mark.continues and passage.number:
            drafts[passage.number - 1] = draft
    return drafts


def _reported_in(found: Findings) -> dict[int, Draft]:
    """For each sentence, the last draft whose cue stands in it and is not retold by another."""
    layout = found.layout
    last: dict[int, Draft] = {}
    cued = [draft for draft in found.drafts if draft.cue and draft.source]
    for draft in sorted(cued, key=lambda draft: draft.cue or (0, 0)):
        at = draft.cue[0] if draft.cue else 0
        known = last.get(layout.sentence_of[at])
        if known is None or not any(a <= at < b for a, b in known.clauses):
            last[layout.sentence_of[at]] = draft
    return last


def _alone(layout: Layout, sentence: Sentence, passage: Passage) -> bool:
    """Whether a quotation is a sentence of its own."""
    if passage.first != sentence.first or passage.last - passage.first < _SHORTEST:
        return False
    return all(layout.parse.pos[t] == "PUNCT" for t in range(passage.last, sentence.last))


def _completed(found: Findings, number: int, passage: Passage, speaking: Draft) -> bool:
    """Whether a speaker's next sentence is quoted but for its end, which has no verb.

    As in "“...,” she said. “It is a tax increase” for the top bracket."
    """
    layout = found.layout
    sentence = layout.sentences[number]
    if passage.first != sentence.first or passage.last - passage.first < _SHORTEST:
        return False
    if _last_block(layout, speaking) != sentence.block or _interposed(layout, number):
        return False
    rest = range(passage.last, sentence.last)
    return all(layout.narrated(t) and layout.parse.pos[t] not in _VERBS for t in rest)


def _heading(found: Findings, passage: Passage) -> bool:
    """Whether a quotation is a title of a section: alone, a few words, set in title case."""
    layout = found.layout
    if passage.last - passage.first > _LONGEST_HEADING:
        return False
    block = layout.sentence_at(passage).block
    for neighbour in (passage.number - 1, passage.number + 1):
        owner = found.owner.get(neighbour)
        if owner and layout.sentence_at(layout.passages[neighbour]).block == block:
            return False
    return in_title_case(layout, passage)


def _in_paragraph(
    found: Findings, number: int, passage: Passage, speaking: Draft | None
) -> Draft | None:
    """The draft of a neighbour in the paragraph that the passage goes on with."""
    layout = found.layout
    block = layout.sentences[number].block
    if speaking is not None:
        if passage.mark.continues:
            return speaking
        if _interposed(layout, number):
            return None
        if _last_block(layout, speaking) == block:
            return speaking
    for following in layout.sentences[number + 1 : number + 6]:
        if layout.answered(passage) or following.block != block or not following.passages:
            break
        owner = found.owner.get(following.passages[0].number)
        if owner is not None:
            return owner
    return None


def _last_block(layout: Layout, draft: Draft) -> int:
    """The block in which a draft's last passage stands."""
    return layout.sentence_at(draft.passages[-1]).block if draft.passages else -1


def _interposed(layout: Layout, number: int) -> bool:
    """Whether the sentence before, in the paragraph, is narration alone with a subject."""
    previous = layout.sentences[number - 1]
    if not number or previous.block != layout.sentences[number].block or previous.passages:
        return False
    source = _acting(layout, previous)
    return source is not None


def _by_person(layout: Layout, sentence: Sentence) -> bool:
    """Whether a sentence tells what somebody by name or pronoun did."""
    source = _acting(layout, sentence)
    if source is None or sentence.passages:
        return False
    person = layout.parse.lower[source.head] in words("persons")
    return person or layout.parse.pos[source.head] == "PROPN"


def _acting(layout: Layout, sentence: Sentence) -> Phrase | None:
    """The subject of a sentence's root verb."""
    verb = _main_verb(layout, sentence)
    return doer(layout, verb) if verb is not None else None


def _elsewhere(
    found: Findings,
    number: int,
    passage: Passage,
    speaking: Draft | None,
    reported: dict[int, Draft],
) -> Draft:
    """A draft for a quotation whose source stands in an earlier sentence, or nowhere."""
    layout = found.layout
    source, rule = _led_in(layout, number, reported) if number else (None, "")
    if source is None and speaking is not None and _may_last(layout, number, speaking):
        before = layout.sentences[number - 1].block
        report = reported.get(number - 1)
        if _last_block(layout, speaking) != before:
            source, rule = (report.source if report else None), "quote-reported-before"
        elif speaking.source is not None:
            found.claim(speaking, passage)
            return speaking
    if source is None:
        unsettled = Draft(None, None, Sense.SPEECH, "quote-unsettled", Certainty.UNKNOWN)
        unsettled.passages = [passage]
        return found.add(unsettled)
    draft = Draft(None, source, Sense.SPEECH, rule, Certainty.LIKELY, passages=[passage])
    return found.add(draft)


def _led_in(layout: Layout, number: int, reported: dict[int, Draft]) -> tuple[Phrase | None, str]:
    """Who speaks by the sentence before that leads to a quotation, and the rule that says so."""
    previous = layout.sentences[number - 1]
    same = previous.block == layout.sentences[number].block
    colon = _follows_colon(layout, number)
    report = reported.get(number - 1)
    source = handed_over(layout, previous.first, previous.last)
    if source is None and colon:
        source = _introducer(layout, previous)
    if source is not None:
        return source, "quote-introduced"
    if (same or colon) and report is not None:
        return report.source, "quote-reported-before"
    if same and _is_about_words(layout, number):
        return _acting(layout, previous), "quote-acting-before"
    return None, ""


def _may_last(layout: Layout, number: int, speaking: Draft) -> bool:
    """Whether a speaker can go on in the next paragraph."""
    new = number > 0 and layout.sentences[number - 1].block != layout.sentences[number].block
    return new and _lasts(layout, number) and not speaking.signed


def _lasts(layout: Layout, number: int) -> bool:
    """Whether a sentence is long enough to be speech and no heading."""
    sentence = layout.sentences[number]
    return sentence.last - sentence.first > _HEADING


def _follows_colon(layout: Layout, number: int) -> bool:
    """Whether the sentence before ends in a colon."""
    return number > 0 and layout.parse.text[layout.sentences[number].first - 1] == ":"


def _is_about_words(layout: Layout, number: int) -> bool:
    """Whether the sentence before one leads up to a quotation."""
    previous = layout.sentences[number - 1]
    return _mentions_words(layout, previous) or _by_person(layout, previous)


def _introducer(layout: Layout, sentence: Sentence) -> Phrase | None:
    """Who a sentence that ends in a colon lets speak."""
    parse = layout.parse
    verb = frames.leading_verb(layout, sentence.first, sentence.last - 1)
    source = doer(layout, verb) if verb is not None else None
    if source is not None:
        return source if parse.lower[source.head] not in words("expletives") else None
    nouns = (t for t in range(sentence.first, sentence.last) if parse.pos[t] in {"NOUN", "PROPN"})
    document = next((t for t in nouns if parse.lemma[t].lower() in words("speech_nouns")), None)
    return phrase(layout, document, -1) if document is not None else None


def _main_verb(layout: Layout, sentence: Sentence) -> int | None:
    """The root verb of a sentence's narration."""
    parse = layout.parse
    for token in range(sentence.first, sentence.last):
        if parse.dep[token] == "ROOT" and layout.narrated(token):
            return token if parse.pos[token] in {"VERB", "AUX"} else None
    return None


def _mentions_words(layout: Layout, sentence: Sentence) -> bool:
    """Whether a sentence of narration is about someone's words."""
    parse = layout.parse
    return any(
        layout.narrated(token)
        and (
            (parse.pos[token] == "VERB" and cue_at(parse, token) is not None)
            or parse.lemma[token] in words("speech_nouns")
        )
        for token in range(sentence.first, sentence.last)
    )
