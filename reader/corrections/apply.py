"""A person's corrections applied to an analysis: a pure function.

Whatever depends on what was corrected follows: quotes and events of merged or split entities,
events of another date. What fits nothing is given back as open, and changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from msgspec.structs import replace

from ..analysis.types import Annotations
from ..article import Article
from . import entity_acts, quote_acts, time_acts
from .anchors import Finder
from .following import follow, in_order_of_time
from .grounds import Grounds
from .patch import Patch, UnfitError, in_order
from .types import Act, Correction, Unplaced

ACTS: dict[type[Act], Callable[[Patch, Correction], None]] = {
    **entity_acts.ACTS,
    **quote_acts.ACTS,
    **time_acts.ACTS,
}


class Applied(NamedTuple):
    """An analysis with a user's corrections in it.

    `became` tells for each entity of the analysis that is no more which one took its place.
    """

    annotations: Annotations
    open: tuple[Unplaced, ...]
    became: dict[str, str | None]


def apply(
    annotations: Annotations,
    corrections: Iterable[Correction],
    article: Article,
    finder: Finder | None = None,
    grounds: Grounds | None = None,
) -> Applied:
    """The annotations as the corrections have them, made one after the other.

    The order of corrections that have nothing to do with each other does not matter. `finder`
    is one that already knows the article's text, `grounds` knows these annotations.
    """
    corrections = tuple(corrections)
    if not corrections:
        return Applied(annotations, (), {})
    patch = Patch(grounds or Grounds(annotations), article.text, finder or Finder(article.text))
    unfit = []
    for correction in corrections:
        try:
            ACTS[type(correction)](patch, correction)
        except UnfitError as reason:
            unfit.append(Unplaced(correction, str(reason)))
    return Applied(_finished(annotations, patch), tuple(unfit), patch.became)


def _finished(before: Annotations, patch: Patch) -> Annotations:
    entities, known = patch.finished_entities(), patch.grounds
    follow(patch)
    return replace(
        before,
        entities=entities,
        quotes=in_order(
            patch.quotes, known.quotes, before.quotes, lambda one: (one.content[0].start, one.id)
        ),
        times=in_order(
            patch.times, known.times, before.times, lambda one: (one.start, one.end, one.id)
        ),
        timeline=in_order(patch.events, known.events, before.timeline, in_order_of_time),
    )
