"""Mail: single messages, folders of them, and web pages saved as a message (MHTML)."""

from __future__ import annotations

import re
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import getaddresses, parseaddr
from functools import partial

from ...article import Article, Block, BlockKind, Origin
from ...article.errors import ArticleError
from ..building import About, Builder, Place, with_about
from ..characters import one_line
from ..dates import day_in
from ..finding import Finder
from ..mail_voices import with_forwarded, with_voices
from ..markup import pieces
from ..plain import repaired_article
from ..types import Container, Entry, Raw
from .web_page import article_in, parsed

_NAMED = re.compile(
    rb"(?:From|To|Cc|Subject|Date|Sender|Reply-To|Message-ID|In-Reply-To|References|MIME-Version|"
    rb"Received|Return-Path|Delivered-To|Content-[\w-]+|X-[\w-]+|DKIM-Signature|List-[\w-]+|"
    rb"Authentication-Results|ARC-[\w-]+|Snapshot-Content-Location): ?",
    re.I,
)
_HEADER = re.compile(rb"(?:[A-Za-z][\w-]{0,60}: ?[^\n]{0,5000}\n(?:[ \t][^\n]{0,5000}\n){0,200})")
_FROM_LINE = re.compile(rb"^From [^\n]{1,300}\d{4}[^\n]{0,20}\n", re.M)
_REPLY = re.compile(r"\A(?:(?:re|fwd?|aw|wg|antw|sv)\s?(?:\[\d+\])?:\s*){1,9}", re.I)
_MOST_MESSAGES = 10_000
_FEWEST_NAMED = 2
_MOST_NAMED = 12
_SAMPLE = 60


def _headers(data: bytes) -> tuple[int, int]:
    """How many well-known headers open the bytes, and where they end."""
    data = data[:100_000].replace(b"\r\n", b"\n")
    place = known = 0
    while match := _HEADER.match(data, place):
        known += bool(_NAMED.match(match[0]))
        place = match.end()
    return (known, place) if data[place : place + 1] in {b"\n", b""} else (0, 0)


class Mail:
    """A message in the format of the Internet."""

    name = "mail"
    suffixes = frozenset({".eml"})
    media_types = frozenset({"message/rfc822"})

    def recognises(self, raw: Raw) -> bool:
        """Whether the bytes begin with headers that mails have."""
        return _headers(raw.data)[0] >= _FEWEST_NAMED

    def read(self, raw: Raw) -> Article:
        """The message: its subject, sender and day, quoted lines as block quotes."""
        return _article(_parsed(raw), raw)


class Mhtml:
    """A web page saved as one file."""

    name = "MHTML"
    suffixes = frozenset({".mht", ".mhtml"})
    media_types = frozenset({"multipart/related", "application/x-mimearchive"})

    def recognises(self, raw: Raw) -> bool:
        """Whether this is a message of related parts with a page first."""
        known, end = _headers(raw.data)
        head = raw.data[: end + 2000].lower()
        return known >= _FEWEST_NAMED and b"multipart/related" in head and b"text/html" in head

    def read(self, raw: Raw) -> Article:
        """The article in the page."""
        message = _parsed(raw)
        page = next(
            (part for part in message.walk() if part.get_content_type() == "text/html"), None
        )
        if page is None:
            raise ArticleError(f"{raw.name} holds no page: save it again from your browser.")
        address = page.get("Content-Location") or message.get("Snapshot-Content-Location")
        web = str(address) if str(address).startswith("http") else None
        return article_in(_content(page), raw._replace(url=raw.url or web))


class Mbox:
    """A folder of mails in one file."""

    name = "mail folder"
    suffixes = frozenset({".mbox", ".mbx"})
    media_types = frozenset({"application/mbox"})

    def recognises(self, raw: Raw) -> bool:
        """Whether the bytes begin with the line that parts mails, and headers."""
        match = _FROM_LINE.match(raw.data[:1000])
        return match is not None and _headers(raw.data[match.end() :])[0] >= _FEWEST_NAMED

    def read(self, raw: Raw) -> Container:
        """The messages, in the order of the file."""
        starts = [
            match
            for match in _FROM_LINE.finditer(raw.data)
            if match.start() == 0 or raw.data[: match.start()][-2:] in {b"\n\n", b"\r\n"}
        ]
        ends = [*(match.start() for match in starts[1:]), len(raw.data)]
        entries = []
        for match, end in zip(starts[:_MOST_MESSAGES], ends, strict=False):
            data = re.sub(rb"^>(>*From )", rb"\1", raw.data[match.end() : end], flags=re.M)
            message = _parsed(raw._replace(data=data[: data.find(b"\n\n") + 2] or data))
            about = _about(message)
            title = about.headline or "(no subject)"
            one = raw.holding(data, title, "message/rfc822")
            entries.append(Entry(title, partial(Mail().read, one), about.published, about.byline))
        more = len(starts) - len(entries)
        notice = f"{more:,} more messages are not listed." if more > 0 else None
        return Container(raw.name, "a mail folder", entries, notice)


def _parsed(raw: Raw) -> EmailMessage:
    message = message_from_bytes(raw.data, policy=policy.default)
    if not isinstance(message, EmailMessage):
        raise ArticleError(f"{raw.name} is a damaged e-mail: open another copy.")
    return message


def _header(message: EmailMessage, name: str) -> str:
    try:
        return one_line(str(message.get(name) or ""))
    except (ValueError, IndexError, TypeError, AttributeError, LookupError):
        return ""  # the parser of headers gives up on some that are damaged


def _about(message: EmailMessage) -> About:
    sender, address = parseaddr(_header(message, "From"))
    subject = _REPLY.sub("", _header(message, "Subject"))
    published = day_in(_header(message, "Date"))
    return About(subject or None, sender or address or None, published)


def _content(part: EmailMessage) -> str:
    """The decoded text of a part."""
    try:
        return str(part.get_content())
    except (LookupError, KeyError, ValueError, TypeError, AttributeError):
        payload = part.get_payload(decode=True)
        return payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""


def _article(message: EmailMessage, raw: Raw) -> Article:
    about = _about(message)
    parts = [part for part in message.walk() if not part.is_multipart()]
    attached = {id(part) for part in parts if part.get_content_disposition() == "attachment"}
    texts = {part.get_content_type(): part for part in reversed(parts) if id(part) not in attached}
    plain = _content(texts["text/plain"]) if "text/plain" in texts else ""
    if plain.strip():
        return _plain_article(message, plain, raw, _Places(raw, texts["text/plain"]))
    if "text/html" not in texts:
        raise ArticleError(f"{raw.name} is an e-mail without text: open its attachment.")
    places = _Places(raw, texts["text/html"])
    builder = Builder()
    builder.head(about, places.head)
    builder.add(_addressed(message), BlockKind.METADATA, place=places.head)
    tree = parsed(_content(texts["text/html"]), raw.name)
    builder.add_all(pieces(tree), about.headline, places.place)
    return _with_html_voices(builder.article(raw, about))


def _with_html_voices(article: Article) -> Article:
    """The article with whose words its block quotes are, unless they lie in each other."""
    quoted = BlockKind.QUOTE
    found = with_voices(article.text, article.blocks, lambda block: int(block.kind is quoted))
    return replace(article.with_blocks(found.blocks), voices=found.voices)


def _addressed(message: EmailMessage) -> str:
    """Whom a mail went to, on one line; nothing where it says so of nobody."""
    said = [
        f"{name}: {', '.join(filter(None, (who or address for who, address in found)))}"
        for name in ("To", "Cc")
        if (found := getaddresses([_header(message, name)])[:_MOST_NAMED]) and any(found[0])
    ]
    return " · ".join(said)


class _Places:
    """Where a mail says what its article has: the headers, and the part with its words."""

    def __init__(self, raw: Raw, part: EmailMessage) -> None:
        source = raw.data.decode("utf-8", "replace").replace("\r\n", "\n")
        body = source.find("\n\n") + 2
        self.head = Place(0, body)
        payload = part.get_payload()
        words = payload.replace("\r\n", "\n") if isinstance(payload, str) else ""
        begin = max(source.find(words[:_SAMPLE], body), body) if words.strip() else body
        end = min(begin + len(words), len(source)) if words.strip() else len(source)
        coded = str(part.get("Content-Transfer-Encoding") or "").lower().strip() == "base64"
        self._whole = Place(begin, end) if coded else None
        self._finder = Finder(source, start=begin, end=end)

    def place(self, words: str) -> Place:
        """The place of a block; in a part that is written in base64 that of all of it."""
        return self._whole or self._finder.place(words)


def _plain_article(message: EmailMessage, body: str, raw: Raw, places: _Places) -> Article:
    """The article of a mail in plain text, with its subject as the title."""
    about = _about(message)
    body = body.replace("\r\n", "\n").replace("\r", "\n")
    addressed = _addressed(message)
    head = "\n\n".join(filter(None, (about.headline, about.byline, addressed)))
    article = repaired_article(f"{head}\n\n{body}" if head else body, raw)
    lines = len(head.split("\n\n")) if head else 0
    kinds = [
        *([BlockKind.TITLE] if about.headline else []),
        *([BlockKind.BYLINE] if about.byline else []),
        *([BlockKind.METADATA] if addressed else []),
    ]
    blocks = [
        Block(block.start, block.end, kinds[place])
        if place < lines
        else block._replace(kind=_BELOW.get(block.kind, block.kind))
        for place, block in enumerate(article.blocks)
    ]
    origin = tuple(
        Origin(
            block.start,
            block.end,
            *(
                places.head
                if number < lines
                else places.place(article.text[block.start : block.end])
            ),
        )
        for number, block in enumerate(blocks)
    )
    found = with_forwarded(article.text, blocks)
    voices = (*article.voices, *found.voices)
    article = replace(article.with_blocks(found.blocks), origin=origin, voices=voices)
    return with_about(article, raw, about)


_BELOW = {BlockKind.TITLE: BlockKind.PARAGRAPH}
