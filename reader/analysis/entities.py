"""Who and what: mentions found and gathered into entities."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from ..article import Article
from .coreference.first_persons import (
    persons_in_interview,
    persons_in_quotes,
    without_own_third_persons,
)
from .coreference.linking import Links, link
from .coreference.narrators import Narrators
from .coreference.turn_pronouns import with_turns
from .grouping.accepted import join_accepted
from .grouping.adjectives import by_owner, is_adjective
from .grouping.aliases import join_aliases
from .grouping.best_name import best_name
from .grouping.clusters import Cluster
from .grouping.grouping import group
from .grouping.misspellings import join_slips
from .names.occurrences import with_further
from .names.spans import find_names
from .parse.columns import Parse
from .rules import phrase
from .syntax.quotation_marks import Marked
from .syntax.tokens import Tokens
from .types import (
    Entity,
    Form,
    Kind,
    Known,
    Mention,
    Quote,
)


def find(
    article: Article, parse: Parse, marks: tuple[Marked, ...], known: Sequence[Known] = ()
) -> tuple[Entity, ...]:
    """The entities of an article with names, roles and third-person pronouns.

    `marks` are its passages in quotation marks, `known` what a person has said of names.
    """
    tokens = Tokens(article, parse)
    names = with_further(tokens, find_names(tokens), known)
    names = [name for name in names if not is_adjective(tokens, name)]
    clusters = join_slips(
        join_aliases(parse, join_accepted(parse, group(parse, names, known), known))
    )
    links = link(article, parse, clusters, marks)
    narrators = Narrators(article, parse, clusters, marks)
    for cluster, mention in (*narrators.mentions(), *narrators.addressed()):
        links.mentions[cluster].append(mention)
    covered = {token: name for name in names for token in range(name.first, name.last)}
    adjectives = by_owner(parse, clusters, covered)
    found = [
        Entity(
            id="",
            name=best_name(parse, cluster),
            kind=cluster.kind,
            mentions=_mentions(parse, cluster, links),
            roles=tuple(links.roles.get(cluster, ())),
            adjectives=tuple(adjectives.get(cluster, ())),
        )
        for cluster in clusters
    ]
    things = links.things.worth_a_row()
    found += [Entity(id="", name=name, kind=Kind.OTHER, mentions=said) for name, said in things]
    found.sort(key=lambda entity: entity.mentions[0].start)
    return tuple(
        msgspec.structs.replace(entity, id=f"E{number}") for number, entity in enumerate(found, 1)
    )


def _mentions(parse: Parse, cluster: Cluster, links: Links) -> tuple[Mention, ...]:
    found = [
        Mention(*parse.span(name.first, name.last), Form.NAME, phrase(name.rule), name.rule)
        for name in cluster.names
    ]
    found += links.mentions.get(cluster, ())
    return tuple(sorted(found, key=lambda mention: (mention.start, mention.end)))


def link_speech(
    article: Article, parse: Parse, found: tuple[Entity, ...], said: tuple[Quote, ...]
) -> tuple[Entity, ...]:
    """The same entities with the first and second persons of quotes joined to them.

    Nobody is "he" or "she" in their own direct speech, so such pronouns are open again. The
    "he" of "he added" means whom the quote has for its speaker.

    Ids and order stay as they are.
    """
    found = with_turns(parse, without_own_third_persons(parse, found, said), said)
    spoken = persons_in_quotes(parse, found, said)
    for entity, mentions in persons_in_interview(article, parse, found, said).items():
        spoken.setdefault(entity, []).extend(mentions)
    return tuple(_with(entity, spoken.get(entity.id, [])) for entity in found)


def _with(entity: Entity, mentions: list[Mention]) -> Entity:
    if not mentions:
        return entity
    known = {(mention.start, mention.end) for mention in entity.mentions}
    new = {m for m in mentions if (m.start, m.end) not in known}
    everything = sorted((*entity.mentions, *new), key=lambda m: (m.start, m.end))
    return msgspec.structs.replace(entity, mentions=tuple(everything))
