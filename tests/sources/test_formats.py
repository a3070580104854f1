"""Every format gives the same article: by its bytes, whatever it is called."""

from __future__ import annotations

import base64
import gzip
import itertools
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest

from reader import Article, open_article
from reader.article import DateSource
from reader.article.errors import ArticleError
from reader.sources import Container, Raw, SourceFormat, read, the_article
from reader.sources.registry import plugged

from . import making
from .making import FILES, HEADING, ITEMS, LAST, LEAD, SAID, TITLE
from .servers import serving


def opened(name: str, data: bytes | None = None) -> Article:
    return the_article(Raw(name, FILES[name] if data is None else data, source=name))


def kinds(article: Article) -> dict[str, str]:
    """The kind of each block by its words."""
    return {article.text[b.start : b.end]: b.kind.value for b in article.blocks}


_WHOLE = ["a.html", "a.docx", "a.odt", "a.epub", "a.mhtml", "b.eml", "a.html.gz", "a.warc"]


@pytest.mark.parametrize("name", _WHOLE)
def test_structure_is_kept(name: str) -> None:
    found = kinds(opened(name))
    assert {found[words] for words in (LEAD, LAST)} == {"paragraph"}
    assert (found[TITLE], found[HEADING], found[SAID]) == ("title", "heading", "quote")
    assert [found[item] for item in ITEMS] == ["list_item", "list_item"]


@pytest.mark.parametrize("name", [*_WHOLE, "a.rtf", "a.eml"])
def test_the_title_is_the_headline(name: str) -> None:
    assert opened(name).title == TITLE


@pytest.mark.parametrize("name", [*_WHOLE, "a.rtf", "a.eml", "a.srt", "a.vtt"])
def test_the_suffix_does_not_matter(name: str) -> None:
    assert the_article(Raw("x", FILES[name], source="x.txt")).text == opened(name).text


@pytest.mark.parametrize("name", ["a.eml", "a.epub", "b.eml"])
def test_a_stated_date_is_used(name: str) -> None:
    article = opened(name)
    assert (article.published, article.date_source) == (date(2018, 5, 4), DateSource.METADATA)
    assert article.byline == "Ada Vale"
    other = article.with_date(date(2020, 1, 1)).as_stated()
    assert other.published == date(2018, 5, 4)


@pytest.mark.parametrize("name", ["a.docx", "a.odt", "a.rtf"])
def test_the_day_a_document_was_made_is_a_guess(name: str) -> None:
    article = opened(name)
    assert (article.published, article.guessed) == (None, date(2018, 5, 4))
    assert article.byline is None


def test_the_users_date_goes_before_all() -> None:
    raw = Raw("a.eml", FILES["a.eml"], published=date(2001, 2, 3))
    assert the_article(raw).published == date(2001, 2, 3)


def test_links_and_tables_of_a_document() -> None:
    article = opened("a.docx")
    (link,) = article.links
    assert article.text[link.start : link.end] == "the plan"
    assert link.address == "https://example.org/plan"
    assert kinds(article)["Lock  |  1911"] == "table"


def test_a_saved_page_knows_its_address() -> None:
    assert opened("a.mhtml").url == "https://example.org/lock"
    assert opened("a.warc").url == "https://example.org/lock"


def test_a_mail_quotes_in_block_quotes() -> None:
    found = kinds(opened("a.eml"))
    assert "quote" in found.values()
    assert not any(words.startswith(">") for words in found)


def voices(article: Article) -> list[tuple[str, str]]:
    """Each quoted stretch with the name of whoever wrote it."""
    return [
        (article.text[v.name_start : v.name_end], article.text[v.start : v.end])
        for v in article.voices
    ]


@pytest.mark.parametrize(
    "line",
    [
        "On Fri, May 4, 2018 at 10:00 AM, Irene Castell <irene@example.org> wrote:",
        "On Fri, May 4, 2018 at 10:00 AM Irene Castell\n<irene@example.org> wrote:",
        "On 5/4/18 10:00 AM, Irene Castell wrote:",
        "On Friday, Irene Castell (irene@example.org) wrote:",
        "Irene Castell wrote on 5/4/18 10:00 AM:",
        '"Irene Castell" <irene@example.org> writes:',
    ],
)
def test_the_line_above_quoted_lines_names_who_wrote_them(line: str) -> None:
    made = EmailMessage()
    made["Subject"], made["From"] = "Re: the lock", "Ada Vale <ada@example.org>"
    made.set_content(f"Not so.\n\n{line}\n\n> The lock is open.\n\nReally?\n\n> It is.\n")
    article = opened("a.eml", made.as_bytes())
    named = [("Irene Castell", "The lock is open."), ("Irene Castell", "It is.")]
    assert voices(article) == named
    assert kinds(article)[line] == "speaker"


def test_quoted_lines_in_quoted_lines_are_somebody_elses() -> None:
    deeper = "> Irene Castell wrote:\n>> It is open."
    body = f"Ada Vale wrote:\n> Hear this:\n>\n{deeper}\n>\n> It is not.\n"
    article = opened("a.eml", _mailed(body))
    assert voices(article) == [
        ("Ada Vale", "Hear this:"),
        ("Irene Castell", "It is open."),
        ("Ada Vale", "It is not."),
    ]


def _mailed(body: str) -> bytes:
    made = EmailMessage()
    made["Subject"], made["From"] = "Re: the lock", "Bo Lund <bo@example.org>"
    made.set_content(body)
    return made.as_bytes()


@pytest.mark.parametrize("line", ["On Friday it said:", "This is what the county wrote:", ""])
def test_a_line_that_names_nobody_gives_no_voice(line: str) -> None:
    assert voices(opened("a.eml", _mailed(f"Hello.\n\n{line}\n\n> The lock is open.\n"))) == []


def test_a_mail_says_whom_it_went_to() -> None:
    assert kinds(opened("a.eml"))["To: desk@example.org"] == "metadata"


def emphasis(article: Article) -> list[tuple[str, str]]:
    return [(article.text[e.start : e.end], e.face.value) for e in article.emphasis]


@pytest.mark.parametrize("name", [*making.emphasised()])
def test_emphasis_is_kept(name: str) -> None:
    found = read(Raw(name, making.emphasised()[name], source=name))
    article = found.entries[0].open() if isinstance(found, Container) else found
    assert isinstance(article, Article)
    assert emphasis(article) == [("Alden Post", "italic"), ("only once", "bold")]


@pytest.mark.parametrize("name", [*making.emphasised_cells()])
def test_emphasis_in_cells_of_tables_is_kept(name: str) -> None:
    article = the_article(Raw(name, making.emphasised_cells()[name], source=name))
    assert emphasis(article) == [("every", "bold")]
    assert kinds(article)["Route 4  |  sails every night"] == "table"


def test_rich_text_in_bold_and_italics_over_paragraphs() -> None:
    source = r"{\rtf1 One {\b two {\i three} four\par five} six \u8217\'92 seven.}"
    article = the_article(Raw("a.rtf", source.encode(), source="a.rtf"))
    assert article.text == "One two three four\n\nfive six ’ seven.\n"
    assert emphasis(article) == [
        ("two three four", "bold"),
        ("three", "italic"),
        ("five", "bold"),
    ]


def test_subtitles_become_sentences() -> None:
    assert "The lock opened on Monday, eleven years late." in kinds(opened("a.srt"))
    found = [*kinds(opened("a.vtt")).items()]
    assert ("Irene Castell", "speaker") in found
    assert ("On Monday, at last.", "turn") in found


@pytest.mark.parametrize(
    ("name", "titles"),
    [
        ("a.mbox", [TITLE, "The old lock"]),
        ("a.rss", [TITLE, "Short"]),
        ("a.atom", [TITLE, "Short"]),
        ("a.zip", ["a.txt", "b/lock.html"]),
        ("a.warc", [TITLE]),
        ("a.warc.gz", [TITLE]),
    ],
)
def test_several_articles_are_listed_and_each_opens(name: str, titles: list[str]) -> None:
    found = read(Raw(name, FILES[name], source=name))
    assert isinstance(found, Container)
    assert [entry.title for entry in found.entries] == titles
    article = found.entries[0].open()
    assert isinstance(article, Article)
    assert LEAD in article.text
    if len(titles) > 1:
        with pytest.raises(ArticleError, match="choose one"):
            opened(name)


def test_an_entry_of_a_feed_says_what_it_knows() -> None:
    found = read(Raw("a.rss", FILES["a.rss"]))
    assert isinstance(found, Container)
    first, second = found.entries
    assert (first.published, first.outlet, first.url) == (date(2018, 5, 4), "The Post", None)
    assert second.url == "https://example.org/short"


_TRACED = ["a.html", "a.docx", "a.odt", "a.rtf", "a.eml", "b.eml", "a.epub", "a.srt"]


@pytest.mark.parametrize("name", _TRACED)
def test_places_in_the_source_are_in_order(name: str) -> None:
    article = opened(name)
    files = [(stretch.anchor or "").partition("#")[0] for stretch in article.origin]
    places = [stretch.source_start for stretch in article.origin]
    if name == "a.epub":  # each chapter counts by itself
        assert [*dict.fromkeys(files)] == ["OEBPS/one.xhtml", "OEBPS/two.xhtml"]
        places = [start for file, start in zip(files, places, strict=True) if file == files[-1]]
    assert places == sorted(places)
    assert len(set(places)) > 1
    assert all(s.end <= len(article.text) for s in article.origin)


@pytest.mark.parametrize("name", ["a.docx", "a.odt", "a.rtf"])
def test_a_document_counts_its_paragraphs(name: str) -> None:
    article = opened(name)
    lead = next(s for s in article.origin if article.text[s.start : s.end] == LEAD)
    assert lead.anchor == "paragraph 2"
    assert lead.source_end - lead.source_start == len(LEAD)


def test_an_article_of_a_feed_stands_in_its_item() -> None:
    source = FILES["a.rss"].decode()
    found = read(Raw("a.rss", FILES["a.rss"]))
    assert isinstance(found, Container)
    article = found.entries[0].open()
    assert isinstance(article, Article)
    place = article.origin[-1]
    assert source[place.source_start :].startswith("<item>")
    assert source[: place.source_end].endswith("</item>")
    assert place.anchor == "https://example.org/lock"


def test_a_mail_in_base64_is_traced_to_its_part() -> None:
    made = EmailMessage()
    made["Subject"], made["From"] = TITLE, "Ada Vale <ada@example.org>"
    made.set_content(f"{LEAD}\n\n{LAST}\n", cte="base64")
    data = made.as_bytes()
    place = opened("a.eml", data).origin[-1]
    assert base64.b64decode(data.decode()[place.source_start : place.source_end]).startswith(
        LEAD.encode()
    )


def test_a_file_is_opened_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "lock.docx"
    path.write_bytes(FILES["a.docx"])
    assert open_article(path).title == TITLE


def test_an_address_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with serving() as server:
        address = server.give("/2018/lock", making.page())
        article = open_article(address, published=date(2018, 5, 4))
    assert (article.title, article.url) == (TITLE, address)
    assert article.published == date(2018, 5, 4)


class _Shout:
    name = "shouting"
    suffixes = frozenset({".shout"})
    media_types: frozenset[str] = frozenset()

    def recognises(self, raw: Raw) -> bool:
        return raw.data.startswith(b"!!!")

    def read(self, raw: Raw) -> Article:
        return Article.from_text(raw.data[3:].decode().lower())


def test_a_plug_in_adds_a_format(monkeypatch: pytest.MonkeyPatch) -> None:
    class Point:
        def load(self) -> SourceFormat:
            return _Shout()

    monkeypatch.setattr("reader.sources.registry.entry_points", lambda group: [Point()])
    plugged.cache_clear()
    try:
        assert opened("a.shout", b"!!!HEAR").text == "hear"
    finally:
        monkeypatch.undo()
        plugged.cache_clear()


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.xml", b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]><rss/>', "document type"),
        ("a.zip", making.zipped({"a.png": b"\x89PNG"}), "no file that could be an article"),
        ("a.docx", making.docx()[:400], "is damaged"),
        ("a.html", b"<html><body><form><input type=password></form></body></html>", "login page"),
        ("a.html", b"<html><body><p>Please enable JavaScript.</p></body></html>", "JavaScript to"),
        ("a.html", b"<html><body><nav><a href=a>Home</a></nav></body></html>", "no article"),
        ("a.gz", gzip.compress(b"\0" * 70_000_000), "unpacks to more than"),
        ("a.zip", making.zipped({"a.txt": b" " * 70_000_000}), "unpacks to more than"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "office document"),
        ("a.7z", b"7z\xbc\xaf\x27\x1c" + b"\0" * 600, "compressed archive"),
    ],
    ids=itertools.count(),
)
def test_what_cannot_be_read_is_refused_in_a_sentence(
    name: str, data: bytes, sentence: str
) -> None:
    with pytest.raises(ArticleError, match=sentence) as caught:
        opened(name, data)
    assert str(caught.value).endswith(".")
    assert "\n" not in str(caught.value)


def test_what_is_packed_in_itself_again_and_again_is_refused() -> None:
    data = making.page()
    for _ in range(6):
        data = gzip.compress(data)
    with pytest.raises(ArticleError, match="compressed more than"):
        opened("a.html.gz", data)


HANDED_ON = (
    "See below. I think he is right.\n\n{}\nFrom: Paul Adeyemi <paul@river.example>\n"
    "{}: Sun, 2 May 2021 at 18:00\nSubject: Old maps\nTo: Irene Castell <irene@port.example>\n\n"
    "The map of 1902 shows a shaft. We should look before we dig.\n\nPaul\n"
)


@pytest.mark.parametrize(
    ("line", "sent"),
    [
        ("---------- Forwarded message ---------", "Date"),
        ("-----Original Message-----", "Sent"),
        ("Begin forwarded message:", "Date"),
    ],
)
def test_what_a_mail_hands_on_is_quoted_from_its_sender(line: str, sent: str) -> None:
    article = opened("a.eml", _mailed(HANDED_ON.format(line, sent)))
    said = "The map of 1902 shows a shaft. We should look before we dig."
    assert voices(article) == [("Paul Adeyemi", said)]
    told = {article.text[block.start : block.end]: block.kind.value for block in article.blocks}
    assert told[line] == told["Subject: Old maps"] == told["Paul"] == "metadata"
    assert told["See below. I think he is right."] == "paragraph"


def test_a_signature_is_no_part_of_a_mail() -> None:
    body = "The lock opens on Monday.\n\n--\nIrene Castell\nPort of Alden, Hill Road\n"
    article = opened("a.eml", _mailed(body))
    found = [(block.kind.value, article.text[block.start : block.end]) for block in article.blocks]
    assert ("paragraph", "The lock opens on Monday.") in found
    assert [kind for kind, words in found if words.startswith(("Irene", "Port"))][-2:] == [
        "metadata"
    ] * 2
