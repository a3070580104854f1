"""HTML and XHTML: saved pages and fragments."""

from __future__ import annotations

import codecs
import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from ...article import Article, BlockKind
from ...article.errors import ArticleError
from ..building import About, Builder
from ..decoding import decode
from ..markup import Piece
from ..quiet import quiet
from ..types import Raw
from . import page_body
from .page_beside import taken_apart, without_marks
from .page_emphasis import emphasised
from .page_judged import judged
from .page_metadata import stated_in

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_START = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,5000}?-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|meta|title|article|main|section|div|p|h[1-6]|table|ul|ol"
    r"|span|font|center|b|i|em|strong|a|blockquote|figure|header|nav|link|script|style)\b",
    re.I | re.S,
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
_DECLARED = re.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.I)
_TAG = re.compile(r"<[a-zA-Z!/][^>]{0,2000}>")
_HEAD = 5000
_FEWEST_LETTERS = 140
_MOST_LINKED = 0.8
_LARGEST_TREE = 200_000
_SCRIPTED = re.compile(
    r"(?:enable|turn on|requires?|without)\s+javascript|javascript\s+(?:is\s+)?"
    r"(?:disabled|required)",
    re.I,
)
_LOGIN = re.compile(r"\b(?:log|sign)[ -]?in\b", re.I)


class WebPage:
    """HTML and XHTML."""

    name = "HTML"
    suffixes = frozenset({".html", ".htm", ".xhtml", ".shtml", ".xht"})
    media_types = frozenset({"text/html", "application/xhtml+xml"})

    def recognises(self, raw: Raw) -> bool:
        """Whether the bytes begin like a page, or are full of tags and named like one."""
        if b"\0" in raw.data[:_HEAD] and not raw.data.startswith(
            (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
        ):
            return False
        head = html_text(raw._replace(data=raw.data[:_HEAD]), strict=False)
        if _START.match(head):
            return True
        named = raw.suffix in self.suffixes or raw.mime in self.media_types
        return named and len(_TAG.findall(head)) > 0

    def read(self, raw: Raw) -> Article:
        """The article in the page, without the page around it."""
        return article_in(html_text(raw), raw)


def html_text(raw: Raw, *, strict: bool = True) -> str:
    """The decoded source of a page: a mark, the server, the page itself, or its bytes tell how.

    Raises ArticleError where the bytes are no text; not unless `strict`.
    """
    marked = raw.data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if not marked:
        found = _DECLARED.match(raw.data[:_HEAD]) or _CHARSET.search(raw.data[:_HEAD])
        served = re.search(r"charset=[\"']?([\w.:-]+)", raw.media_type or "", re.I)
        for name in (served[1] if served else "", found[1].decode("ascii") if found else ""):
            text = _decoded(raw.data, name)
            if text is not None:
                return text
    try:
        return decode(raw.data, raw.name)
    except ArticleError:
        if strict:
            raise
        return raw.data.decode("latin-1")


def _decoded(data: bytes, encoding: str) -> str | None:
    """The text in an encoding that a page names, None where it is not in that."""
    names = {"iso-8859-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252"}
    name = names.get(encoding.lower(), encoding)
    if not name or name.lower() in {"utf-16", "utf-32"}:
        return None
    try:
        codec = codecs.lookup(name)
        if not getattr(codec, "_is_text_encoding", True):
            return None
        text = data.decode(codec.name, "replace")
    except (LookupError, ValueError):
        return None
    return text if text.count("\ufffd") <= 1 + len(text) // 500 else None


def article_in(source: str, raw: Raw) -> Article:
    """The article in the source of a page. Raises ArticleError where there is none."""
    tree = parsed(source, raw.name)
    without_marks(tree)
    beside = taken_apart(tree)
    stated = stated_in(tree)
    found = judged(
        page_body.pieces(tree, stated.body, dated=stated.published is not None),
        stated.headline,
        tree,
        stated.byline,
    )
    told = sum(len(piece.words) for piece in found if piece.kind is not BlockKind.NAVIGATION)
    if told < _FEWEST_LETTERS:
        short = _fragment(tree, stated.headline)
        if short is None or _refused(tree):
            raise ArticleError(f"{raw.name} {_why_empty(tree)}.")
        found = short
    notice = None
    if not stated.free and told < 2500:
        notice = "The page says that the full text is for subscribers only: this is what it shows."
    about = About(stated.headline, stated.byline, stated.published, None, stated.url, notice)
    builder = Builder()
    builder.head(about)
    page_body.add(builder, [*emphasised(tree, found), *beside], source)
    article = builder.article(raw, about)
    if article.published is None:
        article = replace(article, guessed=_guessed(source, raw))
    return article


def parsed(source: str, name: str) -> HtmlElement:
    """The tree of a page. Raises ArticleError where there is none."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    if "<" not in source:
        source = f"<p>{source}</p>"
    # Characters that no page may hold, and a declaration that lxml refuses in decoded text.
    source = re.sub(r"\A\s*<\?xml[^>]*>", "", source.replace("\0", ""))
    parser = HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        tree = document_fromstring(source, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise ArticleError(f"{name} is not a readable web page: open another copy.") from error
    if sum(1 for _ in zip(range(_LARGEST_TREE + 1), tree.iter(), strict=False)) > _LARGEST_TREE:
        raise ArticleError(f"{name} has too many elements: save its text and open that.")
    return tree


def _fragment(tree: HtmlElement, headline: str | None) -> list[Piece] | None:
    """The paragraphs of a short page or a fragment, None where it has no prose."""
    from ..characters import one_line

    found = []
    for element in tree.iter("p", "h1", "h2", "h3", "li", "blockquote", "td", "div"):
        if element.tag in {"td", "div", "blockquote", "li"} and len(
            element.xpath(".//p | .//div | .//li")
        ):
            continue
        if element.xpath("ancestor::nav or ancestor::footer or ancestor::form or ancestor::script"):
            continue
        words = one_line(element.text_content())
        linked = sum(len(one_line(link.text_content())) for link in element.iter("a"))
        if linked > _MOST_LINKED * len(words):
            continue
        kind = BlockKind.HEADING if element.tag[0] == "h" else BlockKind.PARAGRAPH
        kind = BlockKind.QUOTE if element.tag == "blockquote" else kind
        if words:
            found.append(Piece(words, kind, []))
    found = found or [Piece(one_line(tree.text_content()), BlockKind.PARAGRAPH, [])]
    prose = any(
        len(piece.words.split()) > 5 for piece in found if piece.kind is not BlockKind.HEADING
    )
    return judged(found, headline) if prose else None


def _refused(tree: HtmlElement) -> bool:
    """Whether a page with little text is a door and no article."""
    return (
        bool(tree.xpath("//input[@type='password']"))
        or len(tree.xpath("//a")) > 15
        or bool(_SCRIPTED.search(tree.text_content()[:20_000]))
    )


def _why_empty(tree: HtmlElement) -> str:
    """What a page is that holds no article, and what to do."""
    words = tree.text_content()[:20_000]
    if tree.xpath("//input[@type='password']") or (_LOGIN.search(words) and len(words) < 600):
        return "is a login page: open the article in your browser, save it and open that"
    if _SCRIPTED.search(words) or len(tree.xpath("//script")) > len(tree.xpath("//p")):
        return "needs JavaScript to show its text: open it in your browser, save it and open that"
    return "has no article that could be recognised: open a single article, not a front page"


def _guessed(source: str, raw: Raw) -> date | None:
    """A day that the page hints at."""
    from htmldate import find_date

    from ..dates import day_in

    try:
        with quiet():
            return day_in(
                find_date(source, original_date=True, extensive_search=False, url=raw.url)
            )
    except (ValueError, TypeError, RecursionError):
        return None
