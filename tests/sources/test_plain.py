"""Plain text: clean text stays as it is, to the byte; other text is mended and traced."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import Article
from reader.sources import Raw, at_once, the_article
from reader.sources.repair.steps import repaired
from reader.sources.repair.traced import Edit, Traced

CLEAN = "The lock opened on Monday.\n\n“It’s ours,” said Ana Ruiz – the director – in 2018.\n"


def opened(text: str, encoding: str = "utf-8") -> Article:
    return the_article(Raw("a.txt", text.encode(encoding), source="a.txt"))


@pytest.mark.parametrize(
    "text",
    [
        CLEAN,
        "Mr. J.R. Vale of the U.S.A. met Ph.D.s.\nSee www.example.Org or a@b.Com.\n",
        "The prices rose by 4.Nothing else did.\n",
        "A - B -\nC, R&D and AT&T; 5 > 4.\n",
        "C# and F# are languages, #1 is not.\n",
    ],
)
def test_a_clean_text_stays_as_it_is(text: str) -> None:
    article = at_once(Raw("a.txt", text.encode()))
    assert article is not None
    assert (article.text, article.origin) == (text, ())
    assert the_article(Raw("a.txt", text.encode())).text == text


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("The council di-\nvided the work.", "The council divided\nthe work."),
        (
            ("A well-known one, and a well-\nknown other."),
            "A well-known one, and a well-known\nother.",
        ),
        ("Anna Berg-\nOlsen left.", "Anna Berg-Olsen\nleft."),
        ("The o\ufb03ce of Tom Gri\ufb03ths", "The office of Tom Griffiths"),
        ("5\u00a0March\u202f2021", "5 March 2021"),
        ("soft\u00adened and bro\u00ad\nken", "softened and broken"),
        ("zero\u200bwidth", "zerowidth"),
        ("Bell &amp; Todd&#39;s &quot;bell&quot;", 'Bell & Todd\'s "bell"'),
        ("twice &amp;quot;escaped&amp;quot;", 'twice "escaped"'),
        ("JÃ¼rgen said â€œnoâ€\x9d.", "Jürgen said “no”."),
        ("It broke.Nobody came.“So?”she said.", "It broke. Nobody came. “So?” she said."),
        ("> one\n> two\n\nthree", "one\ntwo\n\nthree"),
        (">> deep\n> flat\nmine", "deep\n\nflat\n\nmine"),
    ],
)
def test_what_is_damaged_is_mended(text: str, clean: str) -> None:
    assert opened(text).text == clean


def test_lines_that_a_mail_quotes_are_a_block_quote() -> None:
    article = opened(
        "You wrote:\n\n> The lock opened on Monday, the county said, and all the "
        "crews\n> were there.\n\nNo."
    )
    found = [(b.kind.value, article.text[b.start : b.end]) for b in article.blocks]
    assert found[1][0] == "quote"
    assert found[1][1].endswith("were there.")


def test_running_heads_of_pages_go_to_the_end_and_paragraphs_go_on() -> None:
    pages = [
        f"The Report of the County, page {n}\n\nThe work went on in part {n} and the crews,\n"
        for n in range(1, 4)
    ]
    text = "\f".join(
        [*pages, "The Report of the County, page 4\n\nwho were paid late, went home.\n"]
    )
    article = opened(text)
    body = article.text.index("went home.")
    assert "The Report" not in article.text[:body]
    assert "part 3 and the crews,\nwho were paid late" in article.text
    assert "The Report of the County, page 1" in article.text[body:]


def test_each_stretch_knows_its_place_in_the_source() -> None:
    text = "The council di-\nvided Bell &amp; Todd.\n"
    article = opened(text)
    for stretch in article.origin:
        words = article.text[stretch.start : stretch.end]
        source = text[stretch.source_start : stretch.source_end]
        assert len(words) != len(source) or words == source
    start = article.text.index("Todd")
    (found,) = [s for s in article.origin if s.start <= start < s.end]
    assert text[found.source_start + start - found.start :].startswith("Todd")


@given(st.text(alphabet=list("ab-\n >&;amp\u00ad\ufb01.Z\f”"), max_size=200))
def test_mending_any_text_keeps_its_places_in_order(text: str) -> None:
    traced, quoted = repaired(text)
    ends = [(s.start, s.end) for s in traced.origin]
    assert ends == sorted(ends)
    assert all(0 <= s.start < s.end <= len(traced.text) for s in traced.origin)
    assert all(0 <= s.source_start <= s.source_end <= len(text) for s in traced.origin)
    assert all(0 <= start <= end <= len(traced.text) for start, end, _ in quoted)


@given(st.data())
def test_edits_on_edits_lead_back_to_the_source(data: st.DataObject) -> None:
    text = "".join(chr(ord("A") + n % 26) for n in range(60))
    traced = Traced(text)
    for _ in range(3):
        size = len(traced.text)
        places = sorted(data.draw(st.lists(st.integers(0, size), min_size=2, max_size=6)))
        pairs = zip(places[::2], places[1::2], strict=False)
        traced = traced.edited(
            Edit(a, b, data.draw(st.sampled_from(["", "x", "yyy"]))) for a, b in pairs
        )
    for start, end, begin, stop, *_ in traced.origin:
        words = traced.text[start:end]
        if words.isupper() and end - start == stop - begin:
            assert words == text[begin:stop]


def test_telling_that_a_text_is_clean_imports_no_format() -> None:
    code = (
        "import sys; from reader.sources import Raw, at_once; "
        f"at_once(Raw('a.txt', {CLEAN.encode()!r})); print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert not loaded & {
        "reader.sources.registry",
        "ftfy",
        "lxml",
        "trafilatura",
        "pypdfium2",
        "email",
    }
