"""The chain of analyses, from a parsed article to everything found in it.

Each link is a pure function of the parse and of what earlier links found. Only `times` and
`timeline` look at the publication date.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ParamSpec, Protocol, TypeVar

import msgspec

from ..article import Article
from . import (
    entities,
    quotes,
    timeline,
    times,
)
from .parse.columns import Parse
from .types import Annotations, Known

_Inputs = ParamSpec("_Inputs")
_Found = TypeVar("_Found")


class Runner(Protocol):
    """Carries out one link of the chain."""

    def __call__(
        self,
        link: Callable[_Inputs, tuple[_Found, ...]],
        *args: _Inputs.args,
        **kwargs: _Inputs.kwargs,
    ) -> tuple[_Found, ...]:
        """What `link` finds in its inputs."""


def plainly(
    link: Callable[_Inputs, tuple[_Found, ...]], *args: _Inputs.args, **kwargs: _Inputs.kwargs
) -> tuple[_Found, ...]:
    """What `link` finds; its errors are the caller's."""
    return link(*args, **kwargs)


def annotate(
    article: Article, parse: Parse, run: Runner = plainly, known: Sequence[Known] = ()
) -> Annotations:
    """All annotations of `article`; `known` is what a person has said of names."""
    marks = run(quotes.pair_marks, article)
    found = run(entities.find, article, parse, marks, known)
    said = run(quotes.attribute, article, parse, marks, found)
    found = run(entities.link_speech, article, parse, found, said) or found
    return redate(article, parse, Annotations(entities=found, quotes=said), run)


def redate(
    article: Article, parse: Parse, before: Annotations, run: Runner = plainly
) -> Annotations:
    """The annotations of `article` from those it had with another publication date."""
    when = run(times.find, article, parse)
    events = run(timeline.build, article, parse, when, before.entities, before.quotes)
    return msgspec.structs.replace(before, times=when, timeline=events)
