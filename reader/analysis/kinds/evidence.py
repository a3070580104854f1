"""What kind a name is, by all the evidence for it."""

from __future__ import annotations

from collections import Counter
from itertools import chain

from ..parse.columns import Parse
from ..syntax.name import Name
from . import surroundings, wording
from .weighing import Evidence, Signs, add, best, weigh
from .wording import head_kind

__all__ = ["Evidence", "add", "best", "head_kind", "signs", "total"]

_ENOUGH = 3


def signs(parse: Parse, spelling: tuple[str, ...], names: list[Name]) -> Signs:
    """All signs of the kind of a name with this spelling.

    What the mentions say counts as much as that of three, however many they are: the model
    repeats its errors.
    """
    found: Signs = dict.fromkeys(wording.signs(spelling), 1.0)
    share = min(len(names), _ENOUGH) / len(names)
    for sign in chain.from_iterable(surroundings.of_model(parse, name) for name in names):
        found[sign] = found.get(sign, 0.0) + share
    around = Counter(chain.from_iterable(surroundings.signs(parse, name) for name in names))
    found.update((sign, float(min(count, _ENOUGH))) for sign, count in around.items())
    return found


def total(parse: Parse, spelling: tuple[str, ...], names: list[Name]) -> Evidence:
    """All evidence for the kind of a name with this spelling."""
    return weigh(signs(parse, spelling, names))
