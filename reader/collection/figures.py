"""What of an article's entities is needed to find them again in other articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from sys import intern

from msgspec import Struct

from ..analysis.types import Analysis, Annotations, Form, Kind


class Figure(Struct, frozen=True, gc=False):
    """An entity of one article as a cast sees it: small, so that millions fit in memory.

    `document` names the article, `id` the entity in it. `forms` are the distinct ways in which
    the article writes the name, the most frequent first, white space made single. `roles` are
    the words that say what it is ("spokesperson for the ministry"), and `mentions` counts all
    mentions. What is not `named` ("the storm") is never the same in two articles.
    """

    document: str
    id: str
    name: str
    kind: Kind
    forms: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    mentions: int = 0
    named: bool = True


_MOST_FORMS = 8
_MOST_ROLES = 4


def figures(document: str, analysis: Analysis) -> list[Figure]:
    """The figures of an article that goes by the name `document`, in the order of its entities."""
    return figures_of(document, analysis.document.text, analysis)


def figures_of(document: str, text: str, found: Annotations) -> list[Figure]:
    """The figures of an article with this text and these annotations."""
    made = []
    for entity in found.entities:
        written = Counter(
            intern(" ".join(text[mention.start : mention.end].split()))
            for mention in entity.mentions
            if mention.form is Form.NAME
        )
        forms = tuple(form for form, _ in written.most_common(_MOST_FORMS))
        roles = (" ".join(text[role.start : role.end].split()) for role in entity.roles)
        made.append(
            Figure(
                intern(document),
                intern(entity.id),
                intern(entity.name),
                entity.kind,
                forms or (entity.name,),
                tuple(intern(role) for role in list(roles)[:_MOST_ROLES]),
                len(entity.mentions),
                bool(forms),
            )
        )
    return made


def by_article(figures: Sequence[Figure]) -> dict[str, list[Figure]]:
    """Figures by the name of their article, in the order in which they come."""
    found: dict[str, list[Figure]] = {}
    for figure in figures:
        found.setdefault(figure.document, []).append(figure)
    return found
