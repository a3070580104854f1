"""Analysis that loses a passage rather than the article.

Where parsing or a link of the chain fails, the passages that make it fail are found by trying
each alone; they lose their annotations, and a `Problem` says so. The cost stays linear.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import ParamSpec, TypeVar

import msgspec

from ..article import Article, Range
from .parse.columns import Columns, Parse, join
from .parse.passages import Batch
from .pipeline import annotate, redate
from .types import Annotations, Known, Problem

_Inputs = ParamSpec("_Inputs")
_Found = TypeVar("_Found")
_Parsing = Callable[[str, Batch], list[Columns]]


def parse_batch(columns: _Parsing, text: str, batch: Batch) -> tuple[list[Columns], list[Problem]]:
    """The columns of each passage of a batch; a passage that cannot be parsed has none."""
    try:
        return columns(text, batch), []
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001  border of the worker: whatever a library raises on a text
        return _one_by_one(columns, text, batch)


def _one_by_one(columns: _Parsing, text: str, batch: Batch) -> tuple[list[Columns], list[Problem]]:
    pieces: list[Columns] = []
    problems = []
    for passage in batch:
        try:
            pieces += columns(text, (passage,))
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001  as above
            pieces.append(Columns())
            problems.append(_problem(passage, error))
    return pieces, problems


def find_all(
    article: Article, parse: Parse, lost: Iterable[Problem] = (), known: Sequence[Known] = ()
) -> Annotations:
    """All annotations of `article`, less those of passages on which the analysis fails.

    `lost` are the passages that could not be parsed, `known` is what a person has said of names.
    """
    try:
        found = annotate(article, parse, known=known)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001  border of the worker: one passage must not cost the article
        found = _without_failing(article, parse)
    problems = sorted({*found.problems, *lost}, key=lambda problem: (problem.start, problem.end))
    return msgspec.structs.replace(found, problems=tuple(problems))


def find_again(article: Article, parse: Parse, before: Annotations) -> Annotations:
    """The annotations for another publication date, from those `article` had before."""
    try:
        return redate(article, parse, before)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001  as above
        return find_all(article, parse, before.problems)


def _without_failing(article: Article, parse: Parse) -> Annotations:
    problems = []
    healthy = []
    for block in article.blocks:
        alone = article.with_blocks([block])
        try:
            annotate(alone, _parse_of(alone, parse))
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001  as above
            problems.append(_problem(Range(block.start, block.end), error))
        else:
            healthy.append(block)
    rest = article.with_blocks(healthy)
    guarded = _Guarded(Range(0, len(article.text)))
    found = annotate(rest, _parse_of(rest, parse), guarded)
    return msgspec.structs.replace(found, problems=(*guarded.problems, *problems))


class _Guarded:
    """Runs links of the chain; one that fails finds nothing and leaves a problem."""

    def __init__(self, whole: Range) -> None:
        self._whole = whole
        self.problems: list[Problem] = []

    def __call__(
        self,
        link: Callable[_Inputs, tuple[_Found, ...]],
        *args: _Inputs.args,
        **kwargs: _Inputs.kwargs,
    ) -> tuple[_Found, ...]:
        try:
            return link(*args, **kwargs)
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001  as above
            self.problems.append(_problem(self._whole, error))
            return ()


def _parse_of(article: Article, parse: Parse) -> Parse:
    """The parse of the article's blocks alone."""
    ranges = (parse.tokens_in(block.start, block.end) for block in article.blocks)
    return join(article.text, (parse.cut(first, last) for first, last in ranges))


def _problem(passage: Range, error: Exception) -> Problem:
    what = f"{type(error).__name__}: {error}".partition("\n")[0]
    return Problem(passage.start, passage.end, f"This passage could not be analysed ({what}).")
