"""The HTML report in a real browser: choose by mouse and key, narrow, print, ask nobody."""

from datetime import date

import pytest
from msgspec.structs import replace

from reader import Article
from reader.analysis import (
    Analysis,
    Annotations,
    By,
    Colour,
    Entity,
    Form,
    Kind,
    Mention,
    Note,
    Quote,
    QuoteKind,
    Span,
)
from reader.export.registry import FORMATS

TEXT = """\
Ferry strike ends after two weeks

“We are glad,” Mara Voss of the Harbour Union said on Friday.

Tomas Reed of Halden Lines met Mara Voss on 4 March 2013.

“The ships sail again on Monday,” Tomas Reed said.

Nobody at the quay had slept much. The first ferry left at dawn, and it was full.
"""


@pytest.fixture(scope="module")
def analysis(analyzer) -> Analysis:
    return analyzer.analyze(Article.from_text(TEXT, published=date(2013, 3, 22), source="a.txt"))


@pytest.fixture
def open_page(browser, tmp_path):
    pages = []

    def opened(analysis: Analysis):
        path = tmp_path / "report.html"
        path.write_bytes(FORMATS["html"].write(analysis))
        page = browser.new_page()
        page.said, page.asked = [], []
        page.on("console", lambda message: page.said.append(message.text))
        page.on("pageerror", lambda error: page.said.append(str(error)))
        page.on("request", lambda request: page.asked.append(request.url))
        page.goto(path.as_uri())
        pages.append(page)
        return page

    yield opened
    for page in pages:
        page.close()


def shown(page, pane: str) -> list[str]:
    rows = page.locator(f'section[aria-label="{pane}"] li:visible')
    return [rows.nth(place).inner_text() for place in range(rows.count())]


def lit(page) -> set[str]:
    return {*page.locator("article .lit").all_inner_texts()}


def test_a_chosen_entity_is_lit_and_narrows_the_other_panes(analysis, open_page):
    page = open_page(analysis)
    assert len(shown(page, "Quotes")) == 2
    page.locator("li", has_text="Mara Voss person").click()
    assert lit(page) == {"Mara Voss"}
    (quote,) = shown(page, "Quotes")
    assert "We are glad" in quote
    assert "1 of 2" in page.locator('section[aria-label="Quotes"] h3').inner_text()
    page.keyboard.press("Escape")
    assert lit(page) == set()
    assert len(shown(page, "Quotes")) == 2
    assert page.said == []


def test_everything_is_done_by_key(analysis, open_page):
    page = open_page(analysis)
    page.keyboard.press("3")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert any("sail again" in words for words in lit(page))
    assert any("Tomas Reed" in row for row in shown(page, "Entities"))
    assert not any("Mara Voss" in row for row in shown(page, "Entities"))
    page.keyboard.press("Escape")
    assert lit(page) == set()


def test_words_of_the_article_can_be_chosen(analysis, open_page):
    page = open_page(analysis)
    page.locator("article span", has_text="Tomas Reed").first.click()
    assert "Tomas Reed" in lit(page)


def test_it_can_be_printed_and_asks_nobody(analysis, open_page):
    page = open_page(analysis)
    page.emulate_media(media="print")
    assert not page.locator("footer").is_visible()
    assert "Nobody at the quay" in page.locator("article").inner_text()
    assert [url for url in page.asked if not url.startswith("file:")] == []
    assert len(page.asked) == 1


def test_hostile_text_stays_text(open_page):
    hostile = "<script>document.title='owned'</script><img src=x onerror=alert(1)>\"'>&amp; Mara"
    entity = Entity(
        id="E1", name=hostile, kind=Kind.PERSON, mentions=(Mention(0, len(hostile), Form.NAME),)
    )
    page = open_page(Analysis.of(Article(hostile, hostile), Annotations(entities=(entity,))))
    assert page.title() != "owned"
    assert hostile in page.locator("article").inner_text()
    assert page.locator("img").count() == 0
    assert page.said == []
    assert len(page.asked) == 1


def crowded(count: int) -> Analysis:
    """An article in which one of two is quoted so often."""
    line = "“It is well,” Mara Voss said.\n\n"
    text = line * count + "Tomas Reed listened."
    starts = [number * len(line) for number in range(count)]
    named = [start + line.index("Mara") for start in starts]
    listener = text.index("Tomas")
    return Analysis.of(
        Article.from_text(text),
        Annotations(
            entities=(
                Entity(
                    id="E1",
                    name="Mara Voss",
                    kind=Kind.PERSON,
                    mentions=tuple(Mention(at, at + 9, Form.NAME) for at in named),
                ),
                Entity(
                    id="E2",
                    name="Tomas Reed",
                    kind=Kind.PERSON,
                    mentions=(Mention(listener, listener + 10, Form.NAME),),
                ),
            ),
            quotes=tuple(
                Quote(
                    id=f"Q{number}",
                    kind=QuoteKind.DIRECT,
                    content=(Span(start + 1, start + 12),),
                    speaker="E1",
                )
                for number, start in enumerate(starts)
            ),
        ),
    )


def test_rows_of_a_narrowed_pane_come_as_one_goes_on(open_page):
    page = open_page(crowded(300))
    page.locator("li", has_text="Mara Voss person").click()
    copies = page.locator('section[aria-label="Quotes"] ul').last.locator("li")
    assert copies.count() < 50
    assert "300 of 300" in page.locator('section[aria-label="Quotes"] h3').inner_text()
    page.wait_for_function("document.querySelectorAll('article .lit').length === 300")
    page.keyboard.press("3")
    page.keyboard.press("End")
    assert copies.count() == 300
    assert copies.last.evaluate("row => row === document.activeElement")
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelectorAll('article .lit').length < 300")
    assert lit(page) == {"It is well,"}
    page.keyboard.press("Escape")
    assert copies.count() < 50
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert copies.count() == 300
    page.keyboard.press("Escape")
    assert len(shown(page, "Quotes")) == 300
    assert page.said == []


def test_a_pane_without_anything_of_the_focus_is_empty(open_page):
    page = open_page(crowded(3))
    page.locator("li", has_text="Tomas Reed").click()
    assert shown(page, "Quotes") == []
    assert "0 of 3" in page.locator('section[aria-label="Quotes"] h3').inner_text()
    page.locator("li", has_text="Mara Voss person").click()
    assert len(shown(page, "Quotes")) == 3


@pytest.fixture(scope="module")
def noted(analysis) -> Analysis:
    start = TEXT.index("The ships sail")
    end = start + len("The ships sail again")
    highlight = Note(
        id="N1", start=start, end=end, colour=Colour.BLUE, text="ask <b>", tags=("sea",)
    )
    at = TEXT.index("Nobody at the quay")
    alone = Note(id="N2", start=at, end=at + len("Nobody"), colour=None, text="who?")
    quotes = tuple(replace(quote, by=By.PERSON) for quote in analysis.quotes[:1])
    return replace(analysis, notes=(highlight, alone), quotes=(*quotes, *analysis.quotes[1:]))


def test_notes_and_highlights_are_a_pane_and_marks_in_the_text(noted, open_page):
    page = open_page(noted)
    first, second = shown(page, "Notes")
    assert first.split() == ["~", "ask", "<b>", "#sea", "The", "ships", "sail", "again"]
    assert "who?" in second
    marked = page.locator("article .blue").all_inner_texts()
    assert "".join(marked) == "The ships sail again"
    page.keyboard.press("5")
    page.keyboard.press("Enter")
    assert "".join(page.locator("article .lit").all_inner_texts()) == "The ships sail again"
    (quote,) = shown(page, "Quotes")
    assert "The ships sail" in quote
    assert page.said == []
    page.keyboard.press("Escape")
    page.locator("li", has_text="Tomas Reed").first.click()
    assert len(shown(page, "Notes")) == 0
    page.locator('section[aria-label="Quotes"] li:visible', has_text="The ships").click()
    assert len(shown(page, "Notes")) == 1


def test_what_a_person_corrected_has_a_sign(noted, open_page):
    page = open_page(noted)
    signs = [row.startswith("✎") for row in shown(page, "Quotes")]
    assert signs == [True, False]
