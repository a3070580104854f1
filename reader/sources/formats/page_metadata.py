"""What a web page states about its article: JSON-LD, meta and time elements, the byline."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from difflib import SequenceMatcher
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from ..characters import one_line
from ..dates import day_in

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLES = re.compile(r"(?:\w*Article|BlogPosting|LiveBlogPosting|Report|Review|CreativeWork)\Z")
_DEEPEST, _LARGEST = 6, 2_000_000
_HEADINGS, _FEW_INSIDE = frozenset({"h1", "h2", "h3"}), 2
_LINES_BELOW, _LINES_TO_AUTHOR = 16, 4
_TOLD_BELOW = (
    "following::text()[not(ancestor::blockquote or ancestor::dl or ancestor::script "
    "or ancestor::style)]"
)
"""Posts of others and what a page says about its users have days of their own."""
_DAYS = (
    "article:published_time article:published datepublished date_published og:published_time "
    "og:article:published_time publishdate publish_date publish-date published-date pubdate "
    "publication_date publicationdate parsely-pub-date sailthru.date "
    "cxenseparse:recs:publishtime citation_publication_date citation_date dc.date.issued "
    "dcterms.issued dcterms.created dc.date.created dc.date dcterms.date rnews:datepublished "
    "originalpublicationdate article_date_original displaydate timestamp date bt:pubdate "
    "iso-8601-publish-date article.published prism.publicationdate "
    "shareaholic:article_published_time"
)
_AUTHORS = (
    "author article:author parsely-author sailthru.author byl byline dc.creator dcterms.creator "
    "citation_author cxenseparse:author rbauthors dc.contributor article:author_name"
)
_TITLES = (
    "og:title twitter:title parsely-title sailthru.title citation_title dc.title dcterms.title"
)
_DAY_META, _AUTHOR_META, _TITLE_META = _DAYS.split(), _AUTHORS.split(), _TITLES.split()
_BYLINE = re.compile(
    r"\W{0,3}(?:(?:written|story|words|text|report(?:ed|ing)?|posted|submitted|published|created)\s)?"
    r"by:?\s+(?P<who>\S.{1,90})\Z",
    re.I,
)
_PERSON = re.compile(
    r"[^\W\d_a-z][\w.’'-]*(?:\s+(?:[^\W\d_a-z][\w.’'-]*|de|van|von|der|la|al|bin)){1,4}\Z"
)
_NOT_A_NAME = re.compile(
    r"https?:|www\.|@|\d{3}|[|<>{}]|\b(?:admin|administrator|webmaster|editor)\Z", re.I
)
_CUT = re.compile(
    r"(?:[|•·]|\s[-–—]\s|,?\s(?:published|updated|posted)\b|\son\s\w|\s\d{1,2}[ :./]"
    r"|,?\s(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s\d).*",
    re.I,
)
_BETWEEN = re.compile(r"\s[·•|–—-]\s|\sby\s", re.I)
_DAY_BEFORE = re.compile(r".{0,40}\b(?:19|20)\d\d[\s,|·•–—-]+(?=by\s)", re.I)
_ROLE = re.compile(r",\s[a-z][\w\s’'-]{0,40}(?:reporter|correspondent|editor|writer|critic)\Z")
_PARTS = re.compile(r"\s[|–—»·•:-]{1,3}\s|\||(?<=\w):\s")
_SITE_BEHIND = re.compile(r"\s[|–—-]\s([^|–—]{2,40})\Z")
_OTHER_DAY = re.compile(r"\b(?:updated|modified|edited|retrieved|accessed|archived)\b", re.I)


class Stated(NamedTuple):
    """What a page states; `body` is the text of the article as JSON-LD gives it."""

    headline: str | None
    byline: str | None
    published: date | None
    url: str | None
    free: bool = True
    body: str = ""


def stated_in(tree: HtmlElement) -> Stated:
    """What the page states about its article."""
    meta = _meta(tree)
    data = _linked_data(tree)
    published = day_in(data.get("datePublished") or data.get("dateCreated"))
    published = published or _first(day_in(meta.get(name)) for name in _DAY_META)
    headline = _headline(tree, data, meta)
    site = _site(tree, data, meta)
    published = published or _time_element(tree) or _below_heading(tree, headline or "")
    url = _first(link.get("href") for link in tree.xpath("//link[@rel='canonical']"))
    body = data.get("articleBody")
    return Stated(
        headline,
        _byline(tree, data, meta, site) or _below_headline(tree, headline or "", site),
        published,
        url or meta.get("og:url"),
        str(data.get("isAccessibleForFree", True)).lower() != "false",
        body if isinstance(body, str) else "",
    )


def _first(values: Iterator[Any]) -> Any:
    return next((value for value in values if value), None)


def _meta(tree: HtmlElement) -> dict[str, str]:
    """The meta elements by their names in lower case; the first of a name counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = one_line(element.get("content") or "")
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _linked_data(tree: HtmlElement) -> dict[str, Any]:
    """The object of JSON-LD that describes the article; {} without one."""
    best: dict[str, Any] = {}
    named: dict[str, Any] = {}
    for element in tree.xpath("//script[contains(@type, 'ld+json')]"):
        written = (element.text or "").strip().strip(";")
        if not written or len(written) > _LARGEST:
            continue
        try:
            parsed = json.loads(
                re.sub(r"\A\s*(?:<!--|//<!\[CDATA\[)|(?://\]\]>|-->)\s*\Z", "", written),
                strict=False,
            )
        except (ValueError, RecursionError):
            continue
        for found in _objects(parsed, _DEEPEST):
            if isinstance(found.get("@id"), str) and found.get("name"):
                named.setdefault(found["@id"], found)
            kinds = found.get("@type", "")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            described = any(isinstance(kind, str) and _ARTICLES.match(kind) for kind in kinds)
            if (
                described
                and len(found) > len(best)
                and ("headline" in found or "datePublished" in found)
            ):
                best = found
    author = best.get("author")
    if isinstance(author, dict) and not author.get("name") and author.get("@id") in named:
        return {**best, "author": named[author["@id"]]}
    return best


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    """All objects in a value of JSON, outer ones first."""
    if depth == 0:
        return
    if isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "hasPart"):
            yield from _objects(value.get(key), depth - 1)
    elif isinstance(value, list):
        for item in value[:200]:
            yield from _objects(item, depth - 1)


def _headline(tree: HtmlElement, data: dict[str, Any], meta: dict[str, str]) -> str | None:
    """The title: the heading of the page that its metadata name too, else what they name.

    The first heading of a weblog is its own name, which stands before the title in the page's.
    """
    named = [one_line(str(data.get(key) or "")) for key in ("headline", "alternativeHeadline")]
    named += [meta.get(name, "") for name in _TITLE_META]
    page = one_line(tree.findtext(".//title") or "")
    named = [title for title in named if title]
    headings = [one_line(one.text_content()) for one in tree.iter("h1") if not _leads_home(one)]
    headings = [heading for heading in headings if 3 < len(heading) <= 300]
    if not named and (told := _told_behind(tree, page, headings)):
        return told
    scored = [(_likeness(heading, [*named, page]), heading) for heading in headings]
    if scored and max(scored)[0] > 0.6:
        return max(scored, key=lambda pair: pair[0])[1]
    if named:
        return _without_site(named[0], meta.get("og:site_name", ""))
    if len(headings) == 1:
        return headings[0]
    second = [one_line(element.text_content()) for element in tree.iter("h2")]
    scored = [(_likeness(heading, [page]), heading) for heading in second if len(heading) > 10]
    if page and scored and max(scored)[0] > 0.8:
        return max(scored)[1]
    return _without_site(page, meta.get("og:site_name", "")) or None


def _leads_home(heading: HtmlElement) -> bool:
    """Whether a heading is nothing but a link to the first page of its site."""
    link = next(heading.iter("a"), None)
    if link is None or (link.get("href") or "").rstrip("/").count("/") not in {0, 2}:
        return False
    target = (link.get("href") or "").rstrip("/")
    is_root = not target or target.startswith(("http://", "https://"))
    return is_root and one_line(link.text_content()) == one_line(heading.text_content())


def _told_behind(tree: HtmlElement, page: str, headings: list[str]) -> str | None:
    """What stands after the name of the site in the title of a page and is a heading too."""
    below = {one_line(one.text_content()) for one in tree.iter("h2", "h3")} - {""}
    parts = [part.strip() for part in _PARTS.split(page)]
    behind = page.removeprefix(parts[0]).lstrip(" |–—»·•:-")
    found = next((one for one in (behind, *parts[1:]) if len(one) > 10 and one in below), None)
    return found if found and not any(found in heading for heading in headings) else None


def _likeness(heading: str, titles: list[str]) -> float:
    """How well a heading agrees with the best of some titles, from 0 to 1."""
    best = 0.0
    for title in titles:
        if heading.lower() in title.lower() and len(heading) > 10:
            return 1.0
        best = max(best, SequenceMatcher(None, heading.lower(), title.lower()).ratio())
    return best


def _without_site(title: str, site: str) -> str:
    """A title without the name of the site before or after it."""
    parts = [part.strip() for part in _PARTS.split(title)]
    if len(parts) < 2:
        return title
    kept = [part for part in parts if part.lower() != site.lower()]
    longest = max(kept or parts, key=len)
    ends = title.rfind(parts[-1])
    if len(parts[-1].split()) <= 4 and len(longest.split()) > 3 and longest != parts[-1]:
        return re.sub(r"[\s|–—»·•:-]+\Z", "", title[:ends])
    return title if site.lower() not in (part.lower() for part in parts) else longest


def _site(tree: HtmlElement, data: dict[str, Any], meta: dict[str, str]) -> set[str]:
    """The names of the site in lower case."""
    title = _SITE_BEHIND.search(one_line(tree.findtext(".//title") or ""))
    names = (meta.get("og:site_name", ""), _name(data.get("publisher")), title[1] if title else "")
    return {name.strip().lower() for name in names} - {""}


def _byline(
    tree: HtmlElement, data: dict[str, Any], meta: dict[str, str], site: set[str]
) -> str | None:
    """The author whom the page states, None where it states none."""
    names = [*_names(data.get("author") or data.get("creator"))]
    named = _persons(names, site)
    for key in _AUTHOR_META:
        if not named and key in meta:
            named = _persons(re.split(r"\s*[;|]\s*", meta[key]), site)
    return ", ".join(named) if named else _shown_byline(tree, site)


def _names(author: Any) -> Iterator[str]:
    for one in author if isinstance(author, list) else [author]:
        if isinstance(one, str):
            yield from one.split(";")
        else:
            yield _name(one)


def _name(one: Any) -> str:
    name = one.get("name") if isinstance(one, dict) else one
    if isinstance(name, list):
        name = ", ".join(str(part) for part in name)
    return name if isinstance(name, str) else ""


def _persons(names: list[str], site: set[str]) -> list[str]:
    """The names that can be authors; a site is not the author of its own articles."""
    found: dict[str, None] = {}
    for name in names:
        bare = _BYLINE.sub(r"\g<who>", _ROLE.sub("", one_line(name))).strip(" ,;.-–—|")
        before, _, behind = bare.rpartition(",")
        if before and behind.strip().lower() in site:
            bare = before.strip()
        if 2 < len(bare) <= 100 and not _NOT_A_NAME.search(bare) and bare.lower() not in site:
            found[bare.title() if bare.isupper() and " " in bare else bare] = None
    return [*found]


def _shown_byline(tree: HtmlElement, site: set[str]) -> str | None:
    """The author in the byline that the page shows."""
    query = (
        "//*[@itemprop='author' or contains(@rel, 'author') or contains(@class, 'byline') or "
        "contains(@class, 'Byline') or contains(@class, 'author') or contains(@class, 'Author')"
        " or contains(@class, 'submitted') or contains(@id, 'byline')][not(ancestor::aside or "
        "ancestor::footer[not(ancestor::article)] or ancestor::*[contains(@class, 'comment')])]"
    )
    for element in tree.xpath(query)[:30]:
        words = one_line(element.text_content())
        if not words or len(words) > 200:
            continue
        match = _BYLINE.match(words)
        who = _CUT.sub("", match["who"] if match else words).strip(" ,;.-–—|")
        sure = (
            match or element.get("itemprop") == "author" or "author" in (element.get("rel") or "")
        )
        if (sure or _PERSON.match(who)) and _PERSON.match(
            who.partition(",")[0].partition(" and ")[0]
        ):
            return next(iter(_persons([who], site)), None)
    return None


def _below_headline(tree: HtmlElement, headline: str, site: set[str]) -> str | None:
    """The author in the first lines below the headline, where "By" stands before the name."""
    for line in _lines_below(tree, headline)[:_LINES_TO_AUTHOR]:
        match = _BYLINE.match(_DAY_BEFORE.sub("", line))
        who = _CUT.sub("", match["who"]).strip(" ,;.-–—|") if match else ""
        if _PERSON.match(who.partition(",")[0].partition(" and ")[0]):
            return next(iter(_persons([who], site)), None)
    return None


def _lines_below(tree: HtmlElement, headline: str) -> list[str]:
    """The lines just below the heading that holds the headline."""
    for heading in chain(tree.iter("h1", "h2", "h3"), tree.iter("div", "td", "font", "b", "span")):
        near = heading.tag in _HEADINGS or len(heading) <= _FEW_INSIDE
        if headline and near and one_line(heading.text_content()) == headline:
            texts = heading.xpath(_TOLD_BELOW)[:_LINES_BELOW]
            return [one_line(str(text)) for text in texts if text.strip()]
    return []


def _below_heading(tree: HtmlElement, headline: str) -> date | None:
    """The day in the lines just below the heading that holds the headline."""
    from ...article.publication import stated_date

    lines = _lines_below(tree, headline)
    parts = [part for line in lines for part in _BETWEEN.split(line)[:3]]
    return (
        stated_date("\n".join(lines), None).published
        or stated_date("\n".join(parts), None).published
    )


def _time_element(tree: HtmlElement) -> date | None:
    """The day in a time element or a line marked as the date, near the heading of the page."""
    marked = tree.xpath("//*[@itemprop='datePublished' or @pubdate]")
    for element in marked[:5]:
        day = day_in(
            element.get("datetime")
            or element.get("content")
            or one_line(element.text_content())[:60]
        )
        if day:
            return day
    heading = next(tree.iter("h1"), None)
    around = heading
    for _ in range(4):
        around = around.getparent() if around is not None else None
        if around is None or around.tag in {"body", "html"}:
            return None
        for element in around.xpath(
            ".//time | .//*[not(ancestor-or-self::cite or ancestor::table)]["
            "contains(@class, 'date') or contains(@class, 'publish') or "
            "contains(@class, 'timestamp') or contains(@class, 'posted')]"
        )[:5]:
            words = one_line(element.text_content())
            if _OTHER_DAY.search(words) and "ublish" not in words:
                continue
            if day := day_in(element.get("datetime")) or (
                day_in(words) if len(words) < 80 else None
            ):
                return day
    return None
