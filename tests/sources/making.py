"""Files of many formats, made in memory: each holds the same short article."""

from __future__ import annotations

import gzip
import io
import zipfile
from email.message import EmailMessage

TITLE = "Second lock opens in Alden"
LEAD = (
    "The port of Alden opened its second lock on Monday, eleven years after the county had "
    "promised it to the barge crews of the upper river."
)
HEADING = "What it cost"
SAID = "“It took eleven years, and it was worth each of them,” said Irene Castell, the director."
ITEMS = ("a lock of 120 metres", "a pump for the lower gate")
LAST = (
    "The council will meet again in June, when the crews will say whether the new gate closes "
    "as quietly as its makers had told them."
)
PROSE = (LEAD, SAID, LAST)

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_ODF = "urn:oasis:names:tc:opendocument:xmlns"


def zipped(members: dict[str, str | bytes]) -> bytes:
    """A ZIP archive."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return made.getvalue()


def page(body: str | None = None, head: str = "") -> bytes:
    """A web page."""
    items = "".join(f"<li>{item}</li>" for item in ITEMS)
    article = (
        f"<h1>{TITLE}</h1><p>{LEAD}</p><h2>{HEADING}</h2><blockquote><p>{SAID}</p></blockquote>"
        f"<ul>{items}</ul><p>{LAST}</p>"
    )
    inner = f"<article>{article}</article>" if body is None else body
    return (
        f"<!doctype html><html><head><meta charset=utf-8><title>{TITLE}</title>{head}</head>"
        f"<body><nav><a href=/>Home</a> <a href=/news>News</a></nav>{inner}"
        "<footer>© The Alden Post</footer></body></html>"
    ).encode()


def docx() -> bytes:
    """A Word document."""

    def paragraph(words: str, style: str = "") -> str:
        mark = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
        return f"<w:p>{mark}<w:r><w:t>{words}</w:t></w:r></w:p>"

    body = (
        paragraph(TITLE, "Title")
        + paragraph(LEAD)
        + paragraph(HEADING, "Heading1")
        + paragraph(SAID, "Quote")
        + "".join(paragraph(item, "ListBullet") for item in ITEMS)
        + '<w:p><w:r><w:t xml:space="preserve">Read </w:t></w:r><w:hyperlink r:id="rId1"><w:r>'
        "<w:t>the plan</w:t></w:r></w:hyperlink></w:p>"
        + paragraph(LAST)
        + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Lock</w:t></w:r></w:p></w:tc>"
        "<w:tc><w:p><w:r><w:t>1911</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f"<w:document {_W} {_R}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": '<Relationships><Relationship Id="rId1" '
            'Target="https://example.org/plan" TargetMode="External"/></Relationships>',
            "docProps/core.xml": '<p xmlns:dcterms="http://purl.org/dc/terms/">'
            "<dcterms:created>2018-05-04T10:00:00Z</dcterms:created></p>",
        }
    )


def odt() -> bytes:
    """An OpenDocument text."""
    names = f'xmlns:office="{_ODF}:office:1.0" xmlns:text="{_ODF}:text:1.0"'
    items = "".join(f"<text:list-item><text:p>{item}</text:p></text:list-item>" for item in ITEMS)
    body = (
        f'<text:p text:style-name="Title">{TITLE}</text:p><text:p>{LEAD}</text:p>'
        f'<text:h text:outline-level="1">{HEADING}</text:h>'
        f'<text:p text:style-name="Quotations">{SAID}</text:p>'
        f"<text:list>{items}</text:list><text:p>{LAST}</text:p>"
    )
    meta = f'xmlns:meta="{_ODF}:meta:1.0"'
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {names}><office:body><office:text>{body}"
            "</office:text></office:body></office:document-content>",
            "meta.xml": f"<m {meta}><meta:creation-date>2018-05-04T10:00:00"
            "</meta:creation-date></m>",
        }
    )


def epub(first: str | None = None) -> bytes:
    """A book of two chapters, the first with this markup."""
    chapter = "<html><head><title>x</title></head><body>{}</body></html>"
    items = "".join(f"<li>{item}</li>" for item in ITEMS)
    opf = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{TITLE}</dc:title>'
        "<dc:creator>Ada Vale</dc:creator><dc:date>2018-05-04</dc:date></metadata><manifest>"
        '<item id="a" href="one.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="b" href="two.xhtml" media-type="application/xhtml+xml"/>'
        '</manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>'
    )
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": "<container "
            'xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
            "OEBPS/book.opf": opf,
            "OEBPS/one.xhtml": chapter.format(f"<h1>{TITLE}</h1>{first or f'<p>{LEAD}</p>'}"),
            "OEBPS/two.xhtml": chapter.format(
                f"<h2>{HEADING}</h2><blockquote>{SAID}</blockquote><ul>{items}</ul><p>{LAST}</p>"
            ),
        }
    )


def rtf() -> bytes:
    """Rich text."""
    words = "\\par\n".join([TITLE, *PROSE]).replace("“", "\\'93").replace("”", "\\'94")
    info = "{\\info{\\title " + TITLE + "}{\\creatim\\yr2018\\mo5\\dy4}}"
    return ("{\\rtf1\\ansi\\ansicpg1252" + info + words + "\\par}").encode("ascii")


def mail(subject: str = f"Re: {TITLE}", *, html: bool = False) -> bytes:
    """A message."""
    made = EmailMessage()
    made["From"] = "Ada Vale <ada@example.org>"
    made["To"] = "desk@example.org"
    made["Subject"] = subject
    made["Date"] = "Fri, 04 May 2018 10:00:00 +0200"
    if html:
        made.set_content(page().decode(), subtype="html")
    else:
        quoted = "\n".join(f"> {line}" for line in (SAID[:40], SAID[40:]))
        made.set_content(f"{LEAD}\n\n{quoted}\n\n{LAST}\n")
    return made.as_bytes()


def mbox() -> bytes:
    """A folder of two messages."""
    mark = b"From ada@example.org Fri May  4 10:00:00 2018\n"
    return b"\n".join([mark + mail(), mark + mail("The old lock"), b""])


def mhtml() -> bytes:
    """A page saved as one file."""
    made = EmailMessage()
    made["From"] = "<Saved by a browser>"
    made["Subject"] = TITLE
    made["Date"] = "Sat, 05 May 2018 10:00:00 +0200"
    made["Snapshot-Content-Location"] = "https://example.org/lock"
    made.set_content(page().decode(), subtype="html")
    made.make_related()
    return made.as_bytes()


def srt() -> bytes:
    """Subtitles whose sentences go over several cues."""
    return (
        b"1\n00:00:01,000 --> 00:00:03,000\n<i>The lock opened on Monday,</i>\n\n"
        b"2\n00:00:03,100 --> 00:00:05,000\neleven years late.\n\n"
        b"3\n00:00:12,000 --> 00:00:14,000\nThe crews were glad.\n"
    )


def vtt() -> bytes:
    """Subtitles with voices."""
    return (
        b"WEBVTT\n\nNOTE made by hand\n\n"
        b"00:01.000 --> 00:03.000\n<v Marek Dunn>When did it open?\n\n"
        b"00:03.100 --> 00:05.000\n<v Irene Castell>On Monday,\n\n"
        b"00:05.100 --> 00:07.000\n<v Irene Castell>at last.\n"
    )


def feed(*, atom: bool = False) -> bytes:
    """A feed of two articles, the second a summary."""
    whole = f"<p>{LEAD}</p><p>{SAID}</p><p>{LAST}</p>" * 5
    if atom:
        return (
            '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The Post</title>'
            f"<entry><title>{TITLE}</title><id>1</id><updated>2018-05-04T10:00:00Z</updated>"
            f'<link href="https://example.org/lock"/><content type="html"><![CDATA[{whole}]]>'
            "</content></entry><entry><title>Short</title><id>2</id>"
            "<summary>Little.</summary></entry></feed>"
        ).encode()
    return (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>The Post</title><item>'
        f"<title>{TITLE}</title><link>https://example.org/lock</link>"
        f"<pubDate>Fri, 04 May 2018 10:00:00 GMT</pubDate><description><![CDATA[{whole}]]>"
        "</description></item><item><title>Short</title><link>https://example.org/short</link>"
        "<description>Little.</description></item></channel></rss>"
    ).encode()


def warc() -> bytes:
    """An archive of one page."""
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        "WARC-Target-URI: https://example.org/lock\r\nWARC-Date: 2018-05-04T10:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def archive() -> bytes:
    """A ZIP archive of a page and a text, with a picture and litter."""
    return zipped(
        {
            "b/lock.html": page(),
            "a.txt": "\n\n".join([TITLE, *PROSE]),
            "x.png": b"\x89PNG",
            "__MACOSX/._a.txt": b"litter",
        }
    )


FILES = {
    "a.html": page(),
    "a.docx": docx(),
    "a.odt": odt(),
    "a.epub": epub(),
    "a.rtf": rtf(),
    "a.eml": mail(),
    "b.eml": mail(html=True),
    "a.mhtml": mhtml(),
    "a.srt": srt(),
    "a.vtt": vtt(),
    "a.rss": feed(),
    "a.atom": feed(atom=True),
    "a.mbox": mbox(),
    "a.zip": archive(),
    "a.warc": warc(),
    "a.warc.gz": gzip.compress(warc()),
    "a.html.gz": gzip.compress(page()),
}


def emphasised() -> dict[str, bytes]:
    """Files of some formats in which two stretches are emphasised, one italic and one bold."""
    said = "The {}Alden Post{} wrote that the lock had been closed {}only once{} in all its years."
    tail = "<p>" + LAST + "</p><p>" + LEAD + "</p>"
    html = "<p>" + said.format("<em>", "</em>", "<b>", "</b>") + "</p>" + tail
    mailed = EmailMessage()
    mailed["Subject"], mailed["From"] = TITLE, "Ada Vale <ada@example.org>"
    mailed.set_content(html, subtype="html")
    run = "</w:t></w:r><w:r><w:rPr><w:{}/></w:rPr><w:t>"
    plain = '</w:t></w:r><w:r><w:t xml:space="preserve">'
    word = said.format(run.format("i"), plain, run.format("b"), plain)
    styles = "".join(
        f'<style:style style:name="{name}" style:family="text"><style:text-properties '
        f"fo:font-{looks}/></style:style>"
        for name, looks in (("T1", 'style="italic"'), ("T2", 'weight="bold"'))
    )
    span = '<text:span text:style-name="{}">'
    text = said.format(span.format("T1"), "</text:span>", span.format("T2"), "</text:span>")
    return {
        "a.html": page(f"<article><h1>{TITLE}</h1>{html}</article>"),
        "a.md": f"# {TITLE}\n\n{said.format('*', '*', '**', '**')}\n".encode(),
        "a.docx": zipped(
            {
                "[Content_Types].xml": "<Types/>",
                "word/document.xml": f"<w:document {_W} {_R}><w:body><w:p><w:r><w:t "
                f'xml:space="preserve">{word}</w:t></w:r></w:p></w:body></w:document>',
            }
        ),
        "a.odt": zipped(
            {
                "mimetype": "application/vnd.oasis.opendocument.text",
                "content.xml": f'<office:document-content xmlns:office="{_ODF}:office:1.0" '
                f'xmlns:text="{_ODF}:text:1.0" xmlns:style="{_ODF}:style:1.0" '
                f'xmlns:fo="{_ODF}:xsl-fo-compatible:1.0"><office:automatic-styles>{styles}'
                f"</office:automatic-styles><office:body><office:text><text:p>{text}</text:p>"
                "</office:text></office:body></office:document-content>",
            }
        ),
        "a.rtf": (
            r"{\rtf1\ansi{\fonttbl{\f0\b Times;}}{\stylesheet{\s1\b Strong;}}\f0 "
            + said.format(r"{\i ", "}", r"\b ", r"\b0 ")
            + r"\par }"
        ).encode(),
        "a.epub": epub(html),
        "b.eml": mailed.as_bytes(),
        "a.rss": (
            f"<rss version='2.0'><channel><title>The Post</title><item><title>{TITLE}</title>"
            f"<description><![CDATA[{html}]]></description></item></channel></rss>"
        ).encode(),
    }


def emphasised_cells() -> dict[str, bytes]:
    """Files with a table of two cells: in the second one word is bold."""
    first, second = "Route 4", "sails {}every{} night"
    html = f"<p>{LEAD}</p><table><tr><td>{first}</td><td>{second.format('<b>', '</b>')}</td></tr>"
    html += f"<tr><td>Route 7</td><td>on Sundays</td></tr></table><p>{LAST}</p>"
    run = "</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>"
    plain = '</w:t></w:r><w:r><w:t xml:space="preserve">'
    cells = "".join(
        f'<w:tc><w:p><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p></w:tc>'
        for words in (first, second.format(run, plain))
    )
    return {
        "a.html": page(f"<article><h1>{TITLE}</h1>{html}</article>"),
        "a.md": (
            f"{LEAD}\n\n| A | B |\n|---|---|\n| {first} | {second.format('**', '**')} |\n".encode()
        ),
        "a.docx": zipped(
            {
                "[Content_Types].xml": "<Types/>",
                "word/document.xml": f"<w:document {_W} {_R}><w:body><w:tbl><w:tr>{cells}</w:tr>"
                "</w:tbl></w:body></w:document>",
            }
        ),
        "a.epub": epub(html),
    }
