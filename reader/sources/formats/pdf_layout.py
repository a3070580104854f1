"""From the lines of pages to paragraphs in reading order: columns, furniture, paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from statistics import median
from typing import NamedTuple

from ...article import Face
from ..typeset.rows import CELLS, downward, is_table, rows
from .pdf_fonts import is_all
from .pdf_lines import Line, PageLines

_EDGE = 0.08
_FEWEST_IN_COLUMN = 3
_CROSSING = 0.2
_NARROWEST_GUTTER = 5.0
_DEEPEST = 12
_QUOTED = re.compile('[“”"]')
_FEWEST_AROUND, _HEADLINE = 8, 1.4
_BASE = attrgetter("bottom")
_FAR, _LONGEST_HEAD, _MOST_ON_EDGE = 2.0, 90, 12
_PAGE_NUMBER = re.compile(
    r"(?:\W{0,3}(?:page|p\.)?\s?\d{1,4}(?:\s?(?:of|/)\s?\d{1,4})?\W{0,3}|https?://\S+|[A-Z]\d{1,2})\Z",
    re.I,
)
_BYLINE = re.compile(r"(?:By|BY)(?:\s[A-Z][\w.’'-]*){2,4}\Z")
_JUMP = re.compile(
    r"(?:\(?(?:Please\s)?(?:See|SEE|Turn\sto|TURN\sTO|Continued|CONTINUED|Cont[’'.]d?|From|FROM|More\son|"
    r"Story\son|Full\sstory)\b[^.!?]{0,45}?|[▶►→»]\s?)"
    r"\b(?:[Pp]age|PAGE|[Pp]\.)\s?[A-Z]?\d{1,3}[A-Z]?\W{0,3}\Z"
)
"""A line that sends the reader to another page, or says from which one they come."""
_LARGER, _SAME_SIZE = 1.25, 0.03
_ABBREVIATED = re.compile(
    r"(?:\A|\s)(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Prof|Lt|Col|Sgt|Capt|Rev|Hon|No|vs|[A-Z])\.\Z"
)
_ENDS = re.compile(r"[.!?:;…][\"'”’)\]]*\Z")


def furniture(pages: Sequence[PageLines], number: int, window: int) -> list[Line]:
    """The lines of a page that are on its edge and alike on pages near it, or mere numbers."""
    page = pages[number]
    edge = _edge(page)
    few = len(edge) <= _MOST_ON_EDGE
    near = range(max(number - window, 0), min(number + window + 1, len(pages)))
    count = Counter(
        key for other in near for key in {pattern(line) for line in _edge(pages[other])}
    )
    sure = [line for line in edge if count[pattern(line)] > 1 or _PAGE_NUMBER.match(line.words)]
    return [
        line
        for line in edge
        if line in sure
        or (few and _is_apart(line, page))
        or (few and any(_is_beside(line, other) for other in sure))
    ]


def _is_beside(line: Line, other: Line) -> bool:
    """Whether a short line stands on the base of the page's number, name or date."""
    level = abs(line.bottom - other.bottom) < 0.5 * other.size
    alike = line.size < 1.5 * other.size
    return level and alike and len(line.words) <= _LONGEST_HEAD and not _ENDS.search(line.words)


def _is_apart(line: Line, page: PageLines) -> bool:
    """Whether a line on the edge is no larger than the text, short, and far from it."""
    others = [other for other in page.lines if other is not line]
    letters = sum(len(other.words) for other in others)
    larger = sum(len(other.words) for other in others if other.size >= 0.95 * line.size)
    far = _FAR * line.size
    near = any(other.bottom - line.top < far and line.bottom - other.top < far for other in others)
    short = len(line.words) <= _LONGEST_HEAD and not _ENDS.search(line.words)
    return 2 * larger > letters and not near and short


def pattern(line: Line) -> str:
    """A line with its numbers made alike."""
    return re.sub(r"\d+", "#", line.words.lower())


def _edge(page: PageLines) -> list[Line]:
    """The lines in the outer part of a page."""
    low, high = _EDGE * page.height, (1 - _EDGE) * page.height
    return [line for line in page.lines if line.top <= low or line.bottom >= high]


def in_order(lines: list[Line], depth: int = 0) -> Iterator[list[Line]]:
    """The columns of a page in reading order, each with its lines from the top down.

    What crosses the gap between columns parts what is above from what is below.
    """
    gutter = None
    if depth < _DEEPEST and not is_table(lines):
        border = _over_headline(lines)
        if border is not None:
            yield from in_order([line for line in lines if line.bottom >= border], depth + 1)
            yield from in_order([line for line in lines if line.bottom < border], depth + 1)
            return
        gutter = _gutter(lines) or _beside_short_column(lines)
    if gutter is None:
        if lines:
            yield rows(lines)
        return
    bands: list[tuple[bool, list[Line]]] = []
    for line in downward(lines):
        crosses = line.left < gutter < line.right
        if bands and bands[-1][0] == crosses:
            bands[-1][1].append(line)
        else:
            bands.append((crosses, [line]))
    over: list[Line] = []
    for crosses, band in bands:
        if crosses:
            over = band
            yield from in_order(band, depth + 1)
        else:
            if is_table(band):
                yield rows(band)
                continue
            one = [line for line in band if line.right <= gutter]
            other = [line for line in band if line.left >= gutter]
            above, below = _cut(one, other, over)
            for part in (above, other, below):
                yield from in_order(part, depth + 1)


def _over_headline(lines: list[Line]) -> float | None:
    """The height at which a page is clear over a headline, None where there is no such place.

    Below it other articles begin, set in columns of their own.
    """
    if len(lines) < 2 * _FEWEST_AROUND:
        return None
    usual = median(line.size for line in lines)
    wide = 1.3 * median(line.width for line in lines)
    lowest = float("inf")
    for number, line in enumerate(downward(lines)):
        large = line.size > _HEADLINE * usual and not _QUOTED.search(line.words)
        large = large and line.width > wide and line.top <= lowest + 0.1 * usual
        if number >= _FEWEST_AROUND and large and _stands_alone(line, lines, usual):
            above = [one for one in lines if one.bottom >= lowest]
            below = [one for one in lines if one.bottom < lowest]
            enough = min(len(above), len(below)) >= _FEWEST_AROUND
            if enough and any(_gutter(part) is not None for part in (above, below)):
                return lowest
        lowest = min(lowest, line.bottom)
    return None


def _stands_alone(headline: Line, lines: list[Line], usual: float) -> bool:
    """Whether nothing but large letters stands beside a headline."""
    return all(
        line.size > _HEADLINE * usual or line.top <= headline.bottom or line.bottom >= headline.top
        for line in lines
    )


def _cut(one: list[Line], other: list[Line], over: list[Line]) -> tuple[list[Line], list[Line]]:
    """The lines of a column above and below a headline that other articles begin with.

    An article with a headline `over` both columns, or one that breaks off above that lower
    headline, goes on in the column beside before what is below begins. The headline stands lower
    than all of `other`, or it is as wide as two columns.
    """
    if not one or not other:
        return one, []
    usual = median(line.size for line in one)
    spans = bool(over) and over[-1].size > _LARGER * usual
    lowest = min(line.bottom for line in other)
    heads = [
        line for line in one if line.size > _LARGER * usual and line.top <= lowest + 0.5 * usual
    ]
    edge = float("inf")
    if not heads and spans and max(other, key=_BASE).size <= _LARGER * usual:
        heads = _wide_heads(one, usual)
        edge = max((line.right for line in heads), default=edge)
    if not heads:
        return one, []
    border = max(line.top for line in heads)
    above: list[Line] = []
    below: list[Line] = []
    for line in one:
        (below if line.top <= border and line.left < edge else above).append(line)
    if len(above) < _FEWEST_IN_COLUMN:
        return one, []
    last, end = min(above, key=_BASE), min(below, key=_BASE)
    breaks_off = not _ENDS.search(last.words) and bool(_ENDS.search(end.words))
    goes_on = last.size <= _LARGER * usual and (breaks_off or spans)
    return (above, below) if goes_on else (one, [])


def _wide_heads(lines: list[Line], usual: float) -> list[Line]:
    """The headlines below some text that are wider than its columns; pulled quotes are none."""
    wide = 1.5 * median(line.width for line in lines)
    text = [line.bottom for line in lines if line.size <= _LARGER * usual]
    return [
        line
        for line in lines
        if line.size > _HEADLINE * usual
        and line.width > wide
        and not _QUOTED.search(line.words)
        and sum(bottom >= line.top for bottom in text) >= _FEWEST_IN_COLUMN
    ]


def sends_elsewhere(words: str) -> bool:
    """Whether a line sends the reader to another page: "Continued on Page 4"."""
    return bool(_JUMP.match(words))


def is_byline(words: str) -> bool:
    """Whether a line is a byline."""
    return bool(_BYLINE.match(words))


def go_on(above: Sequence[Line], below: Sequence[Line]) -> bool:
    """Whether a headline goes on in the lines below it: of one size, close, and over each other."""
    last, first = above[-1], below[0]
    size = last.size
    alike = abs(size - first.size) < _SAME_SIZE * size
    near = -0.4 * size < last.bottom - first.top < 0.6 * size
    return alike and near and first.left < last.right and last.left < first.right


def _gutter(lines: list[Line]) -> float | None:
    """The middle of the gap that parts the lines into columns, None without one."""
    if len(lines) < 2 * _FEWEST_IN_COLUMN:
        return None
    left = int(min(line.left for line in lines))
    right = int(max(line.right for line in lines)) + 1
    change = [0] * (right - left + 2)
    for line in lines:
        change[max(int(line.left) - left, 0)] += 1
        change[min(int(line.right) + 1 - left, right - left + 1)] -= 1
    most = max(2, int(_CROSSING * len(lines)))
    best: _Gap | None = None
    covered, run_start, least = 0, None, 0
    for place, step in enumerate(change):
        covered += step
        if covered <= most:
            if run_start is None or covered < least:
                run_start, least = place, covered
            elif covered > least:
                best = _better(best, lines, left + run_start, left + place, least)
                run_start, least = place, covered
        elif run_start is not None:
            best = _better(best, lines, left + run_start, left + place, least)
            run_start = None
    return None if best is None else best.middle


class _Gap(NamedTuple):
    """A gap between columns; the lesser one is better.

    `bands` counts the stretches into which the lines that cross it part the page, `crossed` those
    lines, `narrow` is its width below zero.
    """

    bands: int
    crossed: int
    narrow: float
    middle: float


def _bands(lines: list[Line], gutter: float) -> int:
    """Into how many stretches, from the top down, lines that cross a gap part the others."""
    crossing = [line.left < gutter < line.right for line in downward(lines)]
    return 1 + sum(one != other for one, other in pairwise(crossing))


def _beside_short_column(lines: list[Line]) -> float | None:
    """The gap before a column of one or two lines, in which a story ends; None without one."""
    if len(lines) < _FEWEST_IN_COLUMN + 1:
        return None
    by_left = sorted(lines, key=lambda line: line.left)
    for count in range(1, _FEWEST_IN_COLUMN):
        other, first = by_left[-count:], max(by_left[-count:], key=_BASE)
        peers = [line for line in by_left[:-count] if _are_alike(line, first)]
        if len(peers) < _FEWEST_IN_COLUMN:
            continue
        edge = max(line.right for line in peers)
        gap = min(line.left for line in other) - edge
        level = abs(max(peers, key=_BASE).bottom - first.bottom) < 0.3 * first.size
        wide = max(line.width for line in other) <= 1.1 * max(line.width for line in peers)
        if _NARROWEST_GUTTER <= gap <= 4 * first.size and level and wide:
            return edge + gap / 2
    return None


def _are_alike(one: Line, other: Line) -> bool:
    """Whether two lines have letters of one size."""
    return abs(one.size - other.size) < 0.05 * other.size


def _better(
    best: _Gap | None, lines: list[Line], start: float, end: float, crossed: int
) -> _Gap | None:
    """The better of two gaps: one that parts the page less, that fewer lines cross, or wider."""
    width, middle = end - start, (start + end) / 2
    if width < _NARROWEST_GUTTER:
        return best
    found = _Gap(_bands(lines, middle), crossed, -width, middle)
    if best is not None and best <= found:
        return best
    one = [line for line in lines if line.right <= middle]
    other = [line for line in lines if line.left >= middle]
    if min(len(one), len(other)) < _FEWEST_IN_COLUMN or not _side_by_side(one, other):
        return best
    return found


def _side_by_side(one: list[Line], other: list[Line]) -> bool:
    """Whether two groups of lines stand beside each other, and not one above the other."""
    top = min(max(line.top for line in group) for group in (one, other))
    bottom = max(min(line.bottom for line in group) for group in (one, other))
    beside = [
        sum(bottom - 1 <= line.bottom and line.top <= top + 1 for line in group)
        for group in (one, other)
    ]
    return min(beside) >= 2 and min(beside) >= 0.3 * min(len(one), len(other))


def paragraphs(lines: list[Line]) -> Iterator[list[Line]]:
    """The paragraphs of a column: by space, indent, a short last line, or another size."""
    if not lines:
        return
    steps = [above.bottom - below.bottom for above, below in pairwise(lines)]
    leading = sorted(steps)[len(steps) // 4] if steps else lines[0].size * 1.2
    usual = median(line.size for line in lines)
    own = [line for line in lines if abs(line.size - usual) < 0.12 * usual] or lines
    left, right = _margin([line.left for line in own], 0.3), max(line.right for line in own)
    made = [lines[0]]
    for above, line in pairwise(lines):
        if _parts(above, line, leading, (left, right)):
            yield made
            made = []
        made.append(line)
    yield made


def _is_subhead(above: Line, line: Line) -> bool:
    """Whether a bold line stands over one that is not, or below one: a heading in the column."""
    bold = [is_all(one.faces, Face.BOLD, len(one.words)) for one in (above, line)]
    if bold[0] == bold[1]:
        return False
    other = line if bold[0] else above
    plain = not any(one.face is Face.BOLD for one in other.faces)
    ended = bool(_ENDS.search(above.words)) if bold[1] else not line.words[0].islower()
    return plain and ended


def _margin(places: list[float], share: float) -> float:
    """The leftmost place at which a good share of lines begin, else the leftmost of all."""
    count = Counter(round(place / 2) for place in places)
    often = [place * 2 for place, number in count.items() if number >= share * len(places)]
    return min(often, default=min(places))


def _parts(above: Line, line: Line, leading: float, margins: tuple[float, float]) -> bool:
    """Whether a new paragraph begins with a line."""
    left, right = margins
    size = max(above.size, line.size)
    if abs(above.size - line.size) > 0.12 * size or CELLS in above.words or CELLS in line.words:
        return True
    if any(is_byline(one.words) or sends_elsewhere(one.words) for one in (above, line)):
        return True
    if _is_subhead(above, line):
        return True
    step = above.bottom - line.bottom
    if step > 1.3 * max(leading, size) or step < -size:
        return True
    set_in = 0.5 * size < line.left - left < 8 * size
    ended = bool(_ENDS.search(above.words)) and not _ABBREVIATED.search(above.words)
    indented = set_in and (line.left - above.left > 0.4 * size or ended)
    room = right - above.right > 0.12 * (right - left) + 0.5 * size
    return indented or (room and ended)
