"""An analysis with what a person made of its article earlier, for exports."""

from __future__ import annotations

from contextlib import suppress

from ..analysis.types import Analysis, Annotations
from ..article import Article
from ..corrections import Finder, apply, located
from ..corrections.hand import Remark
from ..corrections.types import Act
from .keeper import identity_of
from .library import PLACE, Library
from .sidecar import joined, read_sidecar, sidecar_of


def with_handwork(library: Library, analysis: Analysis, article: Article, place: str) -> Analysis:
    """The analysis with the corrections and notes of the library and of a file beside it.

    Those that do not fit the text are left out. Raises LibraryError.
    """
    identity = identity_of(article, place)
    found = library.find(identity)
    items = list(found.items) if found else []
    if place and "://" not in place:
        with suppress(OSError, ValueError):
            items, _ = joined(items, read_sidecar(sidecar_of(place)).items)
    if not items:
        return analysis
    finder = Finder(article.text, identity.text)
    notes, lost = located((item for item in items if isinstance(item, Remark)), finder)
    if found is not None and found.matched == PLACE and lost and not notes:
        return analysis  # another article by now
    machine = Annotations(
        **{name: getattr(analysis, name) for name in Annotations.__struct_fields__}
    )
    corrections = sorted(
        (item for item in items if isinstance(item, Act)),
        key=lambda act: (act.made.timestamp() if act.made else 0.0, act.id),
    )
    done = apply(machine, corrections, article, finder)
    return Analysis.of(article, done.annotations, tuple(notes))
