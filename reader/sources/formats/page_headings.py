"""Headings that an extraction left out: those that stand directly over a block that it took."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING

from ...article import FURNITURE, BlockKind
from ...article.lines import is_navigation
from ..characters import one_line
from ..markup import Piece
from .page_gaps import is_aside, key_of, linked_share, names_of, pieces_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HEADINGS = frozenset({"h2", "h3", "h4"})
_WORDED = frozenset({"p", "li", "blockquote", "pre", "td", "div", "section", "dd"})
_LABEL, _LINK = 60, 15
"""Shorter lines between a heading and its text are labels: a clock, a name."""
_FEWEST_CARDS, _MOST_IN_CARDS, _LONGEST_CARD, _BESIDE_CARD = 3, 0.5, 400, 150
_LINKED, _OFTEN = 0.9, 3
_STANDFIRST = re.compile(
    r"standfirst|\b(?:dek|deck|lede|synopsis|sub-?(?:title|head|headline|heading)|"
    r"article-?(?:summary|intro|lead|excerpt))\b",
    re.I,
)
_FAR_BELOW, _HEAD, _FEW = 12, 1000, 3
_SENTENCES, _MOST_LINKED = (30, 400), 0.4
_USUAL = 2
"""Over the first block a heading counts only if others of its rank stand over later ones."""
_ENDS = (".", "!", "?", "”", '"', ":", ")")


def headed(tree: HtmlElement, found: list[Piece], headline: str) -> list[Piece]:
    """The blocks with the headings that the page has directly over them.

    `headline`, in lower case, stands over all of them. A heading that is a link makes a card of
    what is below it. A page that is mostly cards is a list, and its cards are its text; in any
    other page they lead to other articles. A label that stands in many places is of the page.
    """
    labels = _labels(tree)
    found = [
        piece._replace(kind=BlockKind.FURNITURE) if key_of(piece.words) in labels else piece
        for piece in found
    ]
    known = {key_of(piece.words): number for number, piece in reversed([*enumerate(found)])}
    above, below = _above(tree, known, labels | {key_of(headline)})
    cards = {
        number
        for number, headings in above.items()
        if _is_link(headings[-1])
        and len(found[number].words) <= _LONGEST_CARD
        and _is_card(headings[-1], below[number])
    }
    letters = sum(len(piece.words) for piece in found)
    in_cards = sum(len(found[number].words) for number in cards)
    is_list = len(cards) >= _FEWEST_CARDS and in_cards > _MOST_IN_CARDS * letters
    made = {number: [piece] for number, piece in enumerate(found)}
    usual = Counter(heading.tag for number in above if number for heading in above[number])
    for number, headings in above.items():
        if number in cards and not is_list:
            made[number] = [found[number]._replace(kind=BlockKind.NAVIGATION)]
            continue
        for heading in reversed(headings):
            if not number and not is_list and usual[heading.tag] < _USUAL:
                continue
            place = known.get(key_of(one_line(heading.text_content())))
            if place is None and (number in cards or not _is_link(heading)):
                made[number][:0] = pieces_of(heading, _kind_over(heading, found[number]))
            elif place is not None and number in cards:
                made[place] = [found[place]._replace(kind=BlockKind.HEADING)]
    said = [*_standfirst(tree, headline)]
    place = known.get(key_of(said[0].words)) if said else None
    if place is None:
        return [*said, *chain.from_iterable(made.values())]
    if found[place].kind is BlockKind.HEADING:
        made[place] = said
    return [*chain.from_iterable(made.values())]


def _kind_over(heading: HtmlElement, piece: Piece) -> BlockKind:
    """What a heading over a block is: one over links to elsewhere leads there with them."""
    leads = piece.kind in FURNITURE or is_navigation(one_line(heading.text_content()))
    return BlockKind.NAVIGATION if leads else BlockKind.HEADING


def _is_link(heading: HtmlElement) -> bool:
    """Whether all of a heading leads to another page."""
    away = [a for a in heading.iter("a") if not (a.get("href") or "#").startswith("#")]
    return bool(away) and linked_share(heading) >= _LINKED


def _is_card(heading: HtmlElement, block: HtmlElement) -> bool:
    """Whether a heading and a block below it have next to nothing else around them."""
    if heading.getnext() is block:
        return True
    over = {*heading.iterancestors()}
    both = next((above for above in block.iterancestors() if above in over), None)
    if both is None:
        return False
    own = len(one_line(heading.text_content())) + len(one_line(block.text_content()))
    return len(one_line(both.text_content())) <= own + _BESIDE_CARD


def _standfirst(tree: HtmlElement, headline: str) -> Iterator[Piece]:
    """The lines below the headline that say what the article is about, where a page names them."""
    is_below = False
    for number, element in enumerate(tree.iter("h1", "h2", "h3", "p", "div")):
        if not is_below and key_of(one_line(element.text_content()[:_HEAD])) == key_of(headline):
            is_below, first = True, number
        elif is_below and number - first > _FAR_BELOW:
            return
        elif is_below and _STANDFIRST.search(names_of(element)) and _is_short(element):
            yield from pieces_of(element, BlockKind.METADATA)
            return


def _is_short(element: HtmlElement) -> bool:
    """Whether an element has a sentence or two and few links."""
    least, most = _SENTENCES
    return (
        least <= len(one_line(element.text_content())) <= most
        and linked_share(element) < _MOST_LINKED
    )


def _labels(tree: HtmlElement) -> set[str]:
    """Short lines without an end that stand in many places, as keys."""
    counted = Counter(
        one_line(element.text_content())
        for element in tree.iter("p", "div", "span")
        if not any(child.tag in _WORDED for child in element)
    )
    return {
        key_of(words)
        for words, times in counted.items()
        if times >= _OFTEN and _LINK <= len(words) <= _LABEL and not words.endswith(_ENDS)
    }


def _above(
    tree: HtmlElement, known: dict[str, int], passed: set[str]
) -> tuple[dict[int, list[HtmlElement]], dict[int, HtmlElement]]:
    """By the number of a block the headings over it, and the block's element.

    What is `passed` stands between freely.
    """
    found: dict[int, list[HtmlElement]] = {}
    blocks: dict[int, HtmlElement] = {}
    waiting: list[HtmlElement] = []
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        if element.tag in _HEADINGS:
            words = one_line(element.text_content())
            if is_aside(element) or _is_inside(element) or key_of(words) in passed:
                waiting = []
            elif len(words) > 1:
                waiting.append(element)
        elif waiting and element.tag == "a" and _leads_elsewhere(element):
            waiting = []
        elif waiting and element.tag in _WORDED:
            whole = element.tag in {"p", "li"} or not len(element)
            words = one_line(element.text_content() if whole else element.text or "")
            key = key_of(words)
            if key in passed or not words:
                continue
            if key in known:
                found.setdefault(known[key], waiting)
                blocks.setdefault(known[key], element)
            if key in known or len(words) > _LABEL or element.tag == "li":
                waiting = []
    return found, blocks


def _is_inside(heading: HtmlElement) -> bool:
    """Whether a heading is of a menu, or of the words below a picture."""
    return any(
        above.tag == "nav" or "caption" in (above.get("class") or "").lower()
        for above in islice(heading.iterancestors(), _FEW)
    )


def _leads_elsewhere(link: HtmlElement) -> bool:
    """Whether a link stands by itself, not in a heading and not in a paragraph."""
    if len(one_line(link.text_content())) <= _LINK:
        return False
    inside = next(link.iter(*_HEADINGS), None) is not None
    return not inside and not any(
        above.tag in _HEADINGS or above.tag in {"p", "li", "blockquote"}
        for above in link.iterancestors()
    )
