"""PDFs of offices, courts and papers, set for this project: counted lines, tables, headlines."""

from __future__ import annotations

import io
from collections.abc import Sequence

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Frame, Paragraph, Spacer, Table, TableStyle

from .pages import STORIES
from .pdfs import paragraphs

FERRY, DRUM, CINEMA, LAKE = STORIES
ROWS = (("Route", "Crews", "Nights"), ("4", "112", "31"), ("7", "98", "28"))


def _style(size: float, **more: float | str) -> ParagraphStyle:
    name = str(more.pop("font", "Times-Roman"))
    return ParagraphStyle(name, fontName=name, fontSize=size, leading=1.2 * size, **more)


_BODY = _style(9, alignment=4, firstLineIndent=8)


def _put(canvas: Canvas, flow: list[Flowable], *boxes: tuple[float, float, float, float]) -> None:
    for x, y, wide, high in boxes:
        Frame(x, y, wide, high, 0, 0, 0, 0).addFromList(flow, canvas)
    assert not flow, "the page is too small for its text"


def _set(words: Sequence[str], style: ParagraphStyle = _BODY) -> list[Flowable]:
    return [Paragraph(one, style) for one in words]


def hearing() -> tuple[bytes, list[str]]:
    """A court's page whose lines are counted on the left, in questions and answers."""
    said = [f"{'QA'[n % 2]}. {words}" for n, words in enumerate(paragraphs(FERRY))]
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=letter)
    flow = _set(said, ParagraphStyle("typed", fontName="Courier", fontSize=10, leading=20))
    while flow:
        canvas.setFont("Courier", 10)
        for number in range(25):
            canvas.drawRightString(60, 722 - number * 20, str(number + 1))
        Frame(80, 220, 470, 515, 0, 0, 0, 0).addFromList(flow, canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue(), said


def report() -> tuple[bytes, list[str]]:
    """An office's page: numbered paragraphs, some with the number of a note, and a small table."""
    told = [f"{n}. {words}" for n, words in enumerate(paragraphs(LAKE)[:4], 1)]
    style = _style(10.5, font="Helvetica", spaceAfter=8)
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    grid = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black)])
    flow: list[Flowable] = [Paragraph("1.1 Findings", _style(12, font="Helvetica-Bold"))]
    noted = "<super size=6>{}</super>"
    flow += [
        Paragraph(words + noted.format(n) * (n == 1), style) for n, words in enumerate(told, 1)
    ]
    flow += [Table(ROWS, colWidths=[120, 80, 80], style=grid), Spacer(1, 10)]
    flow.append(Paragraph(paragraphs(DRUM)[0], style))
    _put(canvas, flow, (60, 110, 475, 680))
    canvas.save()
    return file.getvalue(), [f"{told[0]}1", *told[1:], paragraphs(DRUM)[0]]


def front() -> tuple[bytes, list[str]]:
    """A first page: an article in four columns, the last two below a picture, another below.

    Half of the articles' paragraphs end with their columns.
    """
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(900, 1300))
    column = (820 - 5 * 12) / 6
    left = [40 + n * (column + 12) for n in range(6)]
    first = [*paragraphs(FERRY), *paragraphs(DRUM)]
    second = paragraphs(CINEMA)
    head = _style(40, font="Times-Bold")
    _put(canvas, [Paragraph(FERRY.title, head)], (left[0], 1080, 4 * column + 36, 100))
    canvas.rect(left[2], 940, 2 * column + 12, 110)
    caption = "The quay on Monday, with the barriers that the police had put up overnight."
    below = _set([caption], _style(7.5, font="Helvetica"))
    _put(canvas, below, (left[2], 910, 2 * column + 12, 28))
    places = [(left[0], 925, column, 125), (left[1], 925, column, 125)]
    places += [(left[2], 760, column, 148), (left[3], 560, column, 348)]
    _put(canvas, _set(first), *places)
    lower = _style(20, font="Times-Bold")
    _put(canvas, [Paragraph(CINEMA.title, lower)], (left[0], 860, 2 * column + 12, 50))
    _put(canvas, _set(second), (left[0], 600, column, 255), (left[1], 600, column, 255))
    canvas.save()
    return file.getvalue(), [*first, *second]
