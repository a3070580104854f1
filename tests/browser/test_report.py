"""The HTML report in a real browser: choose by mouse and key, narrow, print, ask nobody."""

from datetime import date

import pytest

from reader import Article
from reader.analysis import Analysis, Annotations, Entity, Form, Kind, Mention
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
