"""A page made ready for extraction: paragraphs made of breaks, calls to subscribe taken out."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from lxml.html import Element

from ..characters import one_line
from ..markup import PARTS
from .page_beside import with_hidden_text, without_boxes
from .page_gaps import names_of, without_layout_tables
from .page_prose import with_plain_paragraphs, without_cards, without_misleading_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

_HOLDERS = ("div", "section", "article", "main", "center", "font", "span", "body")
_SHORTEST, _FARTHEST = 25, 60
"""Fewer letters beside blocks are a label, not a paragraph."""
_LIVE = re.compile(r"\blive|liveblog", re.I)
_FEWEST_ENTRIES, _AROUND = 3, 3
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?", re.I)
_SET_APART = frozenset({"i", "em", "small", "br"})
_LONGEST_CAPTION = 300
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML allows in no text; a damaged page can have it."""
_SPOKEN_BELOW = re.compile(r"\b(?:comments?|repl(?:y|ies)|reviews?|respond)\b", re.I)


def prepare(tree: HtmlElement, *, is_article: bool = False) -> None:
    """Change a page so that an extraction sees its paragraphs and no calls to subscribe.

    A page that is known to be an article has no cards that are its text.
    """
    without_layout_tables(tree)
    without_boxes(tree)
    with_hidden_text(tree)
    _join_live_entries(tree)
    for element in [*tree.iter(*_HOLDERS)]:
        _with_paragraphs(element)
    with_plain_paragraphs(tree)
    without_cards(tree, is_article=is_article)
    without_misleading_names(tree)


def _join_live_entries(tree: HtmlElement) -> None:
    """Have the entries of a live report, each with its time, as parts of one article."""
    named = any("LiveBlogPosting" in (s.text or "") for s in tree.iter("script"))
    for parent in [*tree.iter("div", "section", "main", "ol", "ul")]:
        entries = [child for child in parent if child.tag in {"article", "div", "section", "li"}]
        if len(entries) < _FEWEST_ENTRIES:
            continue
        timed = [entry for entry in entries if _is_entry(entry)]
        around = [entries[0], parent, *islice(parent.iterancestors(), _AROUND)]
        live = named or any(_LIVE.search(names_of(one)) for one in around)
        if not live or 2 * len(timed) < len(entries) or _SPOKEN_BELOW.search(names_of(parent)):
            continue
        parent.tag = "article"
        for entry in entries:
            _make_plain(entry)
        return


def _make_plain(entry: HtmlElement) -> None:
    """Have an entry as a part whose heading holds no clock and no name that hides it."""
    entry.tag = "div"
    for head in [*entry.iter("header", "h2", "h3", "h4")]:
        if head.tag == "header":
            head.tag = "div"
            continue
        head.attrib.pop("class", None)
        for part in [*head.iter("span", "time")]:
            if _CLOCK.fullmatch(one_line(part.text_content())):
                part.drop_tree()


def _is_entry(element: HtmlElement) -> bool:
    """Whether this has a time and a paragraph of its own."""
    long = any(len(one_line(p.text_content())) > 2 * _SHORTEST for p in element.iter("p"))
    return long and next(element.iter("time"), None) is not None


def _with_paragraphs(element: HtmlElement) -> None:
    """Make paragraphs of the words of an element that breaks part, or that stand between blocks."""
    children = [*element]
    parts = [_is_part(child) for child in children]
    if not any(parts) and not _breaks_twice(children):
        return
    _Runs(element, children, parts).wrap()


def _is_part(element: HtmlElement) -> bool:
    if not isinstance(element.tag, str):
        return False
    below = islice(element.iter(), _FARTHEST)  # a page may hold thousands in each other
    return any(one.tag in PARTS for one in below)


def _breaks_twice(children: Sequence[HtmlElement]) -> bool:
    return any(_ends_run(children, place) for place in range(len(children)))


def _ends_run(children: Sequence[HtmlElement], place: int) -> bool:
    """Whether a break is followed by another with nothing between, or follows one so."""
    if children[place].tag != "br":
        return False
    after = place + 1 < len(children) and children[place + 1].tag == "br"
    before = place > 0 and children[place - 1].tag == "br"
    return (after and not (children[place].tail or "").strip()) or (
        before and not (children[place - 1].tail or "").strip()
    )


class _Runs:
    """The words of an element between its blocks and its double breaks."""

    def __init__(
        self, element: HtmlElement, children: Sequence[HtmlElement], parts: Sequence[bool]
    ) -> None:
        self._element, self._children, self._parts = element, children, parts

    def wrap(self) -> None:
        """Put each run that is long enough into a paragraph."""
        run: list[HtmlElement] = []
        lead: HtmlElement | None = None  # what stands before the run: its tail begins it
        for place, child in enumerate(self._children):
            if self._parts[place] or _ends_run(self._children, place):
                self._close(lead, run)
                lead, run = child, []
            else:
                run.append(child)
        self._close(lead, run)

    def _close(self, lead: HtmlElement | None, run: list[HtmlElement]) -> None:
        text = (self._element.text if lead is None else lead.tail) or ""
        words = one_line(text + "".join(f"{one.text_content()}{one.tail or ''}" for one in run))
        if len(words) < _SHORTEST:
            return
        made = Element("p")
        if len(words) <= _LONGEST_CAPTION and _is_below_picture(text, run):
            made.set("class", "caption")
        made.text = _FORBIDDEN.sub("", text)
        if lead is None:
            self._element.text = None
            self._element.insert(0, made)
        else:
            lead.tail = None
            lead.addnext(made)
        for one in run:
            made.append(one)


def _is_below_picture(text: str, run: list[HtmlElement]) -> bool:
    """Whether a run is a picture and then words that are all set apart: in italics, small."""
    pictures = [n for n, one in enumerate(run) if next(one.iter("img"), None) is not None]
    if not pictures or text.strip():
        return False
    behind = run[pictures[-1] :]
    bare = "".join(one.tail or "" for one in behind).strip()
    return not bare and all(one.tag in _SET_APART or one in behind[:1] for one in behind)
