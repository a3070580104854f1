"""Pages of newspapers set for this project: mastheads, columns, captions, boxes and jumps."""

# ruff: noqa: E501  a paragraph is one line

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Frame, Paragraph

from .pages import STORIES
from .pdfs import paragraphs

WIDTH, HEIGHT = 792, 1122
_MARGIN, _GAP = 40, 12
FERRY, DRUM, CINEMA, LAKE = STORIES


@dataclass(frozen=True)
class Paper:
    """A newspaper and the paragraphs in it that a person would read as prose, by article."""

    name: str
    data: bytes
    articles: tuple[tuple[str, ...], ...]


_BODY = ParagraphStyle(
    "body", fontName="Times-Roman", fontSize=9, leading=10.8, alignment=4, firstLineIndent=9
)
_BANNER = ParagraphStyle("banner", fontName="Times-Bold", fontSize=34, leading=38)
_HEAD = ParagraphStyle("head", fontName="Times-Bold", fontSize=17, leading=19)
_KICKER = ParagraphStyle("kicker", fontName="Helvetica-Bold", fontSize=9, leading=11)
_BYLINE = ParagraphStyle("byline", fontName="Helvetica-Bold", fontSize=8, leading=11)
_CAPTION = ParagraphStyle("caption", fontName="Helvetica", fontSize=7.5, leading=9)
_JUMP = ParagraphStyle("jump", fontName="Times-Italic", fontSize=9, leading=11, alignment=2)
_SUBHEAD = ParagraphStyle("subhead", fontName="Times-Bold", fontSize=9, leading=11)
_PULL = ParagraphStyle("pull", fontName="Times-Italic", fontSize=15, leading=18)


def _left(columns: int) -> tuple[float, list[float]]:
    """The width of a column, and where each begins."""
    column = (WIDTH - 2 * _MARGIN - (columns - 1) * _GAP) / columns
    return column, [_MARGIN + n * (column + _GAP) for n in range(columns)]


def _put(canvas: Canvas, flow: list[Flowable], *boxes: tuple[float, float, float, float]) -> None:
    for x, y, wide, high in boxes:
        Frame(x, y, wide, high, 0, 0, 0, 0).addFromList(flow, canvas)
    assert not flow, "the page is too small for its text"


def _masthead(canvas: Canvas, *, page: int) -> None:
    canvas.setFont("Times-Bold", 44 if page == 1 else 10)
    if page == 1:
        canvas.drawCentredString(WIDTH / 2, HEIGHT - 70, "The Alden Post")
        canvas.setFont("Helvetica", 8)
        canvas.drawString(_MARGIN, HEIGHT - 88, "Founded 1871")
        canvas.drawCentredString(WIDTH / 2, HEIGHT - 88, "Friday, February 12, 2021")
        canvas.drawRightString(WIDTH - _MARGIN, HEIGHT - 88, "No. 43,120 · 24 kr")
    else:
        canvas.drawString(_MARGIN, HEIGHT - 40, str(page))
        canvas.drawCentredString(WIDTH / 2, HEIGHT - 40, "THE ALDEN POST")
        canvas.drawRightString(WIDTH - _MARGIN, HEIGHT - 40, "Friday, February 12, 2021")
    canvas.setFont("Helvetica", 7)
    canvas.drawString(_MARGIN, 22, "aldenpost.example")


def _prose(words: Sequence[str]) -> list[Flowable]:
    return [Paragraph(one, _BODY) for one in words]


def jumps() -> Paper:
    """Two articles that go on on page 4, with the lines that send the reader there and back."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(WIDTH, HEIGHT))
    column, left = _left(5)
    first, second = paragraphs(FERRY), paragraphs(LAKE)
    _masthead(canvas, page=1)
    _put(canvas, [Paragraph(FERRY.title, _BANNER)], (left[0], 940, 3 * column + 2 * _GAP, 84))
    flow: list[Flowable] = [Paragraph("By MARA LINDQVIST", _BYLINE), *_prose(first[:4])]
    flow.append(Paragraph("See FERRIES, Page 4", _JUMP))
    _put(canvas, flow, *((x, 836, column, 98) for x in left[:3]))
    top: list[Flowable] = [Paragraph("LAKES", _KICKER), Paragraph(LAKE.title, _HEAD)]
    flow = [*top, Paragraph("By INES CARVALHO", _BYLINE), *_prose(second[:3])]
    flow.append(Paragraph("Continued on Page 4", _JUMP))
    _put(canvas, flow, (left[3], 836, 2 * column + _GAP, 190))
    canvas.rect(left[0], 640, 3 * column + 2 * _GAP, 190)
    caption = "The night ferry Halden at the quay on the day of the vote. Photograph: Per Dahl"
    _put(canvas, [Paragraph(caption, _CAPTION)], (left[0], 612, 3 * column + 2 * _GAP, 24))
    canvas.showPage()
    _masthead(canvas, page=4)
    flow = [Paragraph("FERRIES", _HEAD), Paragraph("From Page 1", _JUMP), *_prose(first[4:])]
    _put(canvas, flow, *((x, 900, column, 150) for x in left[:2]))
    flow = [
        Paragraph("LAKE", _HEAD),
        Paragraph("Continued from Page 1", _JUMP),
        *_prose(second[3:]),
    ]
    _put(canvas, flow, *((x, 900, column, 150) for x in left[2:5]))
    canvas.save()
    return Paper("jumps", file.getvalue(), (tuple(first), tuple(second)))


def full_page() -> Paper:
    """Three articles of 4, 2 and 1 columns, subheads, a pulled quote, a box and an index."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(WIDTH, HEIGHT))
    column, left = _left(6)
    one, two, three = paragraphs(DRUM), paragraphs(CINEMA), paragraphs(LAKE)
    _masthead(canvas, page=3)
    _put(canvas, [Paragraph(DRUM.title, _BANNER)], (left[0], 960, 4 * column + 3 * _GAP, 80))
    flow: list[Flowable] = [
        *_prose(one[:3]),
        Paragraph("Soil samples", _SUBHEAD),
        *_prose(one[3:]),
    ]
    _put(canvas, flow, *((x, 822, column, 134) for x in left[:4]))
    pulled = "“We know exactly where it was, every day”"
    _put(canvas, [Paragraph(pulled, _PULL)], (left[1], 770, 2 * column + _GAP, 44))
    _put(canvas, [Paragraph(CINEMA.title, _HEAD)], (left[4], 1000, 2 * column + _GAP, 40))
    _put(canvas, _prose(two), *((x, 730, column, 266) for x in left[4:6]))
    _put(canvas, [Paragraph(LAKE.title, _HEAD), *_prose(three)], (left[0], 240, column, 510))
    index = [Paragraph("INSIDE", _KICKER)]
    index += [
        Paragraph(line, _CAPTION) for line in ("Weather ... 2", "Sport ... 12", "Crossword ... 15")
    ]
    _put(canvas, index, (left[5], 100, column, 60))
    canvas.save()
    return Paper("full page", file.getvalue(), (tuple(one), tuple(two), tuple(three)))


def tabloid() -> Paper:
    """A tabloid's inner page: two columns of text round a picture, briefs down the side."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(WIDTH, HEIGHT))
    column, left = _left(4)
    main = paragraphs(FERRY)
    briefs = (
        "A cow that had walked on to the ice of the Orrin was led back on Monday by four men with a door.",
        "The library lends umbrellas from March. Those who keep one for a year may keep it for good.",
        "Nobody has claimed the trombone that was left on the night train from Moss.",
    )
    _masthead(canvas, page=7)
    _put(canvas, [Paragraph(FERRY.title, _BANNER)], (left[0], 960, 3 * column + 2 * _GAP, 80))
    flow: list[Flowable] = [Paragraph("By Mara Lindqvist", _BYLINE), *_prose(main)]
    canvas.rect(left[1], 800, column, 150)
    caption = "Jonas Brekke, who led the talks. Photo: Alden Post"
    _put(canvas, [Paragraph(caption, _CAPTION)], (left[1], 776, column, 22))
    _put(
        canvas,
        flow,
        (left[0], 720, column, 234),
        (left[1], 600, column, 166),
        (left[2], 720, column, 234),
    )
    side: list[Flowable] = [Paragraph("IN BRIEF", _KICKER)]
    for heading, words in zip(("Cow on ice", "Umbrellas", "Trombone"), briefs, strict=True):
        side += [Paragraph(heading, _SUBHEAD), *_prose([words])]
    _put(canvas, side, (left[3], 700, column, 330))
    canvas.save()
    return Paper("tabloid", file.getvalue(), (tuple(main), briefs))


PAPERS = (jumps(), full_page(), tabloid())


def recall(paper: Paper, found: Sequence[str]) -> float:
    """The share of the paragraphs that were found whole."""
    wanted = [words for article in paper.articles for words in article]
    return sum(words in found for words in wanted) / len(wanted)
