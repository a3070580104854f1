"""Where words of an article stand in the file or page that it was read from, said in words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter

from ..article import Article, Origin


def place_in_source(article: Article, start: int, end: int) -> str | None:
    """Where a stretch of the text, in code points, stands in the source; None where it is the text.

    Code points are counted from 1, as editors count them.
    """
    if not article.origin:
        return None
    first = max(bisect_right(article.origin, start, key=attrgetter("start")) - 1, 0)
    last = bisect_left(article.origin, end, key=attrgetter("start"))
    found = [one for one in article.origin[first:last] if one.end > start]
    if not found:
        return None
    pages = sorted({one.page for one in found if one.page is not None})
    if pages:
        return f"page {pages[0]}" if len(pages) == 1 else f"pages {pages[0]} to {pages[-1]}"
    low = _exactly(found[0], start, found[0].source_start)
    high = _exactly(found[-1], end, found[-1].source_end)
    where = f"characters {low + 1:,} to {max(high, low + 1):,}"
    anchor = found[0].anchor
    return f"{anchor} · {where}" if anchor else where


def _exactly(origin: Origin, place: int, border: int) -> int:
    """The place in the source: exact in a stretch that was copied, else the border given."""
    if origin.end - origin.start == origin.source_end - origin.source_start:
        return origin.source_start + min(max(place - origin.start, 0), origin.end - origin.start)
    return border
