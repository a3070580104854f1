"""Pronouns by which quotes name their speaker: "he added" means whoever has the turn."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ..parse.columns import Parse
from ..rules import phrase
from ..types import Entity, Form, Mention, Quote, QuoteKind
from .pronouns import PRONOUNS

Place = tuple[int, int]


def with_turns(
    parse: Parse, entities: tuple[Entity, ...], quotes: tuple[Quote, ...]
) -> tuple[Entity, ...]:
    """The entities, with each pronoun that is a quote's source at the quote's speaker.

    So are the same pronouns in what is retold ("he said he would"), if they meant the same as
    that source before. Where the speaker has no name, the pronouns mean nobody.
    """
    meant = {
        (mention.start, mention.end): entity.id
        for entity in entities
        for mention in entity.mentions
        if mention.form is Form.PRONOUN
    }
    moved = dict(_moved(parse, quotes, meant))
    if not moved:
        return entities
    return tuple(_moved_in(entity, moved) for entity in entities)


def _moved(
    parse: Parse, quotes: tuple[Quote, ...], meant: dict[Place, str]
) -> Iterator[tuple[Place, str | None]]:
    """The places of pronouns that mean somebody else than coreference says, and whom."""
    for quote in quotes:
        source = quote.source
        if source is None or not (quote.speaker or quote.description):
            continue
        pronoun = parse.source[source.start : source.end].lower()
        place = (source.start, source.end)
        before = meant.get(place)
        if pronoun not in PRONOUNS or before == quote.speaker:
            continue
        yield place, quote.speaker
        if before is not None and quote.kind is QuoteKind.INDIRECT:
            for other in _in_content(parse, quote):
                if meant.get(other) == before:
                    yield other, quote.speaker


def _in_content(parse: Parse, quote: Quote) -> Iterator[Place]:
    for piece in quote.content:
        for token in range(*parse.tokens_in(piece.start, piece.end)):
            if parse.lower[token] in PRONOUNS:
                yield parse.span(token, token + 1)


def _moved_in(entity: Entity, moved: dict[Place, str | None]) -> Entity:
    """An entity without the pronouns that mean another, and with those that mean it."""
    rule = "speaks-in-turn"
    kept = [m for m in entity.mentions if moved.get((m.start, m.end), entity.id) == entity.id]
    known = {(mention.start, mention.end) for mention in kept}
    taken = [
        Mention(*place, Form.PRONOUN, phrase(rule), rule)
        for place, whom in moved.items()
        if whom == entity.id and place not in known
    ]
    if not taken and len(kept) == len(entity.mentions):
        return entity
    mentions = sorted([*kept, *taken], key=lambda m: (m.start, m.end))
    return msgspec.structs.replace(entity, mentions=tuple(mentions))
