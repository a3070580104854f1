"""First and second persons: who says "I" in a quotation or an interview."""

from __future__ import annotations

import msgspec

from ...article import Article
from ..knowledge import names as words
from ..parse.columns import Parse
from ..resolve import Mentions
from ..rules import phrase
from ..types import (
    Entity,
    Form,
    Kind,
    Mention,
    Quote,
    QuoteKind,
)
from .persons import FIRST, SECOND, WE

_ADDRESSED = ("dative", "dobj")
_INTERVIEWS = frozenset(("interview", "interviews", "interviewed", "interviewing"))
_INTERVIEWING = frozenset(("interview",))
_TALKING = words.small_words("talking")
_TURN_MARKS = frozenset((":", "—", "–", "--", "-"))
_WITH = frozenset(("with", "to"))
_OPENING_SENTENCES = 12
_FEWEST_OUTSIDE_QUOTES = 5


def persons_in_quotes(
    parse: Parse, entities: tuple[Entity, ...], quotes: tuple[Quote, ...]
) -> dict[str, list[Mention]]:
    """The first and second persons in quotes, by the id of whom they mean."""
    people = {e.id for e in entities if e.kind is Kind.PERSON}
    bodies = {e.id for e in entities if e.kind is Kind.ORGANIZATION}
    at = Mentions(entities)
    speaker: dict[int, str | None] = {}
    addressee: dict[int, str | None] = {}
    spoken = [q for q in quotes if q.kind is not QuoteKind.INDIRECT or _is_turn(parse, q)]
    for quote in sorted(spoken, key=_length, reverse=True):  # an inner quote comes last and wins
        addressed = _addressed(parse, quote, at)
        for piece in quote.content:
            for token in range(*parse.tokens_in(piece.start, piece.end)):
                speaker[token] = quote.speaker
                addressee[token] = addressed
    found: dict[str, list[Mention]] = {}
    for token, who in speaker.items():
        word = parse.lower[token]
        if word in FIRST and who in people and who is not None:
            found.setdefault(who, []).append(_mention(parse, token, "speaker-of-quote"))
        if word in WE and who in bodies and who is not None:
            found.setdefault(who, []).append(_mention(parse, token, "body-of-quote"))
        whom = addressee[token]
        if word in SECOND and whom in people and whom is not None:
            found.setdefault(whom, []).append(_mention(parse, token, "addressed-in-quote"))
    return found


def _is_turn(parse: Parse, quote: Quote) -> bool:
    """Whether unmarked words are given as they were said: after a colon, or set apart."""
    cue = quote.cue
    return quote.source is not None and (
        cue is None or parse.source[cue.start : cue.end] in _TURN_MARKS
    )


def without_own_third_persons(
    parse: Parse, entities: tuple[Entity, ...], quotes: tuple[Quote, ...]
) -> tuple[Entity, ...]:
    """The entities less the pronouns by which they would speak of themselves as "he" or "she".

    Only in direct speech: a few quoted words can keep the narrator's "he".
    """
    speaker: dict[int, str | None] = {}
    for quote in sorted(quotes, key=_length, reverse=True):
        if quote.kind is QuoteKind.DIRECT:
            for piece in quote.content:
                for token in range(*parse.tokens_in(piece.start, piece.end)):
                    speaker[parse.start[token]] = quote.speaker
    return tuple(_without(entity, speaker) for entity in entities)


def _without(entity: Entity, speaker: dict[int, str | None]) -> Entity:
    kept = tuple(
        mention
        for mention in entity.mentions
        if mention.form is not Form.PRONOUN or speaker.get(mention.start) != entity.id
    )
    if entity.kind is not Kind.PERSON or len(kept) == len(entity.mentions):
        return entity
    return msgspec.structs.replace(entity, mentions=kept)


def _length(quote: Quote) -> int:
    return sum(piece.end - piece.start for piece in quote.content)


def _mention(parse: Parse, token: int, rule: str) -> Mention:
    return Mention(*parse.span(token, token + 1), Form.PRONOUN, phrase(rule), rule)


def _addressed(parse: Parse, quote: Quote, at: Mentions) -> str | None:
    """Whom the cue names as listener ("she told Orlov")."""
    if quote.cue is None:
        return None
    for verb in range(*parse.tokens_in(quote.cue.start, quote.cue.end)):
        listener = parse.child(verb, *_ADDRESSED)
        whom = at.ending(parse.end[listener]) if listener is not None else None
        if whom not in (None, quote.speaker):
            return whom
    return None


# ---------------------------------------------------------------- interviews


def persons_in_interview(
    article: Article, parse: Parse, entities: tuple[Entity, ...], quotes: tuple[Quote, ...]
) -> dict[str, list[Mention]]:
    """The interviewee's first persons outside quotes, and "you" in the questions.

    Only where the article says at its start that it interviews one person.
    """
    quoted = bytearray(len(parse))
    for quote in quotes:
        for piece in quote.content:
            first, last = parse.tokens_in(piece.start, piece.end)
            quoted[first:last] = b"\1" * (last - first)
    said = [t for t in range(len(parse)) if parse.lower[t] in FIRST and not quoted[t]]
    if len(said) < _FEWEST_OUTSIDE_QUOTES:
        return {}
    interviewee = _interviewee(parse, entities)
    if interviewee is None or _others_speak(parse, entities, said, interviewee):
        return {}
    asked = [
        token
        for block in article.blocks
        if article.text[block.start : block.end].rstrip().endswith("?")
        for token in range(*parse.tokens_in(block.start, block.end))
        if parse.lower[token] in SECOND and not quoted[token]
    ]
    return {
        interviewee: [_mention(parse, token, "interviewee") for token in said]
        + [_mention(parse, token, "asked-in-interview") for token in asked]
    }


def _interviewee(parse: Parse, entities: tuple[Entity, ...]) -> str | None:
    """The one person whom the article says it interviews."""
    people = Mentions(e for e in entities if e.kind is Kind.PERSON)
    last = parse.sentence(min(_OPENING_SENTENCES, len(parse.sentences)) - 1)[1]
    named = (t for verb in range(last) for t in _interviewed(parse, verb))
    found = {people.ending(parse.end[token]) for token in named} - {None}
    if not found:
        found = {_named_behind(parse, verb, people) for verb in range(last)} - {None}
    return found.pop() if len(found) == 1 else None


def _others_speak(
    parse: Parse, entities: tuple[Entity, ...], said: list[int], interviewee: str
) -> bool:
    """Whether somebody else introduces themselves ("I'm Ann Lane") outside quotes."""
    people = Mentions(e for e in entities if e.kind is Kind.PERSON)
    verbs = [parse.head[token] for token in said if parse.dep[token] == "nsubj"]
    told = [parse.child(verb, "attr") for verb in verbs if parse.lemma[verb] == "be"]
    named = {people.ending(parse.end[noun]) for noun in told if noun is not None}
    return bool(named - {None, interviewee})


def _named_behind(parse: Parse, token: int, people: Mentions) -> str | None:
    """The first person named after "interviews" in its sentence, as in a headline."""
    if parse.lower[token] not in _INTERVIEWS:
        return None
    last = parse.sentence(parse.sentence_of[token])[1]
    found = (people.ending(parse.end[behind]) for behind in range(token + 1, last))
    return next((who for who in found if who is not None), None)


def _interviewed(parse: Parse, token: int) -> list[int]:
    """The tokens that may name whom a verb or noun says is interviewed."""
    lemma = parse.lemma[token].lower()
    found = []
    if lemma in _INTERVIEWING:
        found += [c for c in parse.children[token] if parse.dep[c] in ("dobj", "nsubjpass")]
    if lemma in _INTERVIEWING or lemma in _TALKING:
        for child in parse.children[token]:
            if parse.lower[child] in _WITH:
                found += [c for c in parse.children[child] if parse.dep[c] == "pobj"]
    return found
