"""PDF pages set for this project: columns, headlines across them, quotes pulled out, furniture."""

from __future__ import annotations

import io
from dataclasses import dataclass

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph

from .pages import STORIES, Story

_MARGIN, _GAP = 50, 16
PULLED = "A ship of their own is a question the county has put off since the storm"
CAPTION = "The quay on the first day. Photograph: nobody in particular"


@dataclass(frozen=True)
class Setting:
    """How a document is set. `indented`: paragraphs by indent, else by space."""

    columns: int
    indented: bool = True
    justified: bool = True
    hyphens: bool = False
    pulled: bool = False
    caption: bool = False
    stories: int = 4
    size: float = 9.5


SETTINGS = [
    Setting(columns, indented, justified, hyphens)
    for columns in (1, 2, 3)
    for indented, justified, hyphens in (
        (True, True, True),
        (False, False, False),
        (True, False, True),
    )
] + [
    Setting(2, pulled=True),
    Setting(3, pulled=True, caption=True, hyphens=True),
    Setting(4, size=8, hyphens=True),
]


def paragraphs(story: Story) -> list[str]:
    """The paragraphs of a story, its quotes among them; lists left out."""
    return [words for kind, words in story.parts if kind in {"p", "q"}]


def _broken(words: str, every: int = 7) -> str:
    """Words that a setter may break at a hyphen."""
    soft = "\u00ad"
    return " ".join(
        f"{word[: len(word) // 2]}{soft}{word[len(word) // 2 :]}"
        if len(word) > every and word.isalpha()
        else word
        for word in words.split(" ")
    )


def made(setting: Setting) -> bytes:
    """The document: the stories one after the other in columns, furniture on every page."""
    file = io.BytesIO()
    width, height = A4
    inner = width - 2 * _MARGIN
    column = (inner - (setting.columns - 1) * _GAP) / setting.columns
    frames = [
        Frame(_MARGIN + n * (column + _GAP), 70, column, height - 170, 0, 0, 0, 0)
        for n in range(setting.columns)
    ]

    def furniture(canvas, document) -> None:  # type: ignore[no-untyped-def]
        canvas.setFont("Helvetica", 8)
        canvas.drawString(_MARGIN, height - 36, "The Vikby Courier, Friday edition")
        canvas.drawRightString(width - _MARGIN, 28, f"Page {document.page}")

    document = BaseDocTemplate(file, pagesize=A4, title="untitled", author="user")
    document.addPageTemplates(PageTemplate(frames=frames, onPage=furniture))
    document.build(_flow(setting))
    return file.getvalue()


def _flow(setting: Setting) -> list[Flowable]:
    size = setting.size
    body = ParagraphStyle(
        "body",
        fontName="Times-Roman",
        fontSize=size,
        leading=size * 1.2,
        alignment=4 if setting.justified else 0,
        firstLineIndent=size if setting.indented else 0,
        spaceAfter=0 if setting.indented else size * 0.8,
    )
    head = ParagraphStyle(
        "head",
        fontName="Times-Bold",
        fontSize=size * 1.6,
        leading=size * 1.9,
        spaceBefore=10,
        spaceAfter=6,
    )
    pull = ParagraphStyle(
        "pull",
        fontName="Times-Italic",
        fontSize=size * 1.5,
        leading=size * 1.8,
        spaceBefore=8,
        spaceAfter=8,
    )
    small = ParagraphStyle(
        "small",
        fontName="Helvetica",
        fontSize=size * 0.75,
        leading=size,
        spaceBefore=6,
        spaceAfter=6,
    )
    flow: list[Flowable] = []
    for number, story in enumerate(STORIES[: setting.stories]):
        flow.append(Paragraph(story.title, head))
        for place, words in enumerate(paragraphs(story)):
            flow.append(Paragraph(_broken(words) if setting.hyphens else words, body))
            if place == 2 and number == 0 and setting.pulled:
                flow.append(Paragraph(PULLED, pull))
            if place == 1 and number == 1 and setting.caption:
                flow.append(Paragraph(CAPTION, small))
    return flow


def front_page() -> bytes:
    """One newspaper page of three articles.

    A headline goes over three columns; below them stand an article in two columns with a
    headline over both, and beside it one in a single column.
    """
    file = io.BytesIO()
    width, height = A4
    canvas = Canvas(file, pagesize=A4)
    canvas.setFont("Helvetica", 8)
    canvas.drawString(_MARGIN, height - 30, "The Vikby Courier")
    column = (width - 2 * _MARGIN - 2 * _GAP) / 3
    left = [_MARGIN + n * (column + _GAP) for n in range(3)]
    top, middle = height - 60, height / 2 - 10
    plain = ParagraphStyle(
        "body", fontName="Times-Roman", fontSize=8, leading=9.6, alignment=4, firstLineIndent=8
    )
    large = ParagraphStyle("large", fontName="Times-Bold", fontSize=24, leading=27)
    head = ParagraphStyle("head", fontName="Times-Bold", fontSize=14, leading=16)

    def put(flow: list[Flowable], frames: list[tuple[float, float, float, float]]) -> None:
        for x, y, w, h in frames:
            Frame(x, y, w, h, 0, 0, 0, 0).addFromList(flow, canvas)

    def text(story: Story) -> list[Flowable]:
        return [Paragraph(words, plain) for words in paragraphs(story)]

    first, second, third = STORIES[:3]
    put([Paragraph(first.title, large)], [(left[0], top - 40, width - 2 * _MARGIN, 40)])
    high = 130
    put(text(first), [(x, top - 50 - high, column, high) for x in left])
    put([Paragraph(second.title, head)], [(left[0], middle, 2 * column + _GAP, 40)])
    put(text(second), [(x, middle - 160, column, 150) for x in left[:2]])
    put([Paragraph(third.title, head), *text(third)], [(left[2], middle - 400, column, 440)])
    canvas.save()
    return file.getvalue()


def lines(words: list[str], *, password: str | None = None) -> bytes:
    """A page with these lines, the last of them with a short one below."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, encrypt=password)
    for number, line in enumerate(words):
        canvas.setFont("Times-Roman", 10)
        canvas.drawString(60, 700 - number * 12, line)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def picture(pages: int = 2) -> bytes:
    """Pages without a letter on them."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    for _ in range(pages):
        canvas.rect(50, 50, 400, 600, fill=1)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def long_document(pages: int) -> bytes:
    """A document of many pages in two columns."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    words = " ".join(words for story in STORIES for words in paragraphs(story)).split(" ")
    for number in range(pages):
        canvas.setFont("Times-Roman", 9)
        canvas.drawString(60, 810, f"The long report, part {number // 20}")
        for column in range(2):
            for line in range(60):
                at = (number * 7 + column * 60 + line) * 8 % (len(words) - 8)
                canvas.drawString(
                    60 + column * 250, 780 - line * 12, " ".join(words[at : at + 8])[:52]
                )
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def row_by_row(*, gutter: float = 10, size: float = 9) -> bytes:
    """An article in three columns, written line by line across all of them.

    Its first letter is large; words are broken at line ends by hand.
    """
    file = io.BytesIO()
    width, height = A4
    canvas = Canvas(file, pagesize=A4)
    story = STORIES[0]
    canvas.setFont("Times-Bold", 2.5 * size)
    canvas.drawString(_MARGIN, height - 80, story.title)
    column = (width - 2 * _MARGIN - 2 * gutter) / 3
    set_lines = [line for words in paragraphs(story) for line in _set(words, column, size)]
    each = -(-len(set_lines) // 3)
    top = height - 110
    for row in range(each):
        for number in range(3):
            place = number * each + row
            if place < len(set_lines):
                indent, words = set_lines[place]
                x, y = _MARGIN + number * (column + gutter), top - row * 1.2 * size
                if place == 0:
                    canvas.setFont("Times-Bold", 2.4 * size)
                    canvas.drawString(x, y - 1.2 * size, words[0])
                    x, words = x + 1.7 * size, words[1:]
                elif place == 1:
                    x += 1.7 * size
                canvas.setFont("Times-Roman", size)
                canvas.drawString(x + indent, y, words)
    canvas.save()
    return file.getvalue()


def _set(words: str, column: float, size: float) -> list[tuple[float, str]]:
    """The lines of a paragraph with their indents, long words broken where they do not fit."""
    made: list[tuple[float, str]] = []
    line = ""
    room = column - 2.6 * size
    for word in words.split(" "):
        longer = f"{line} {word}".strip()
        if stringWidth(longer, "Times-Roman", size) <= room:
            line = longer
            continue
        half = len(word) // 2
        if len(word) > 6 and word.isalpha() and word.islower():
            made.append((0, f"{line} {word[:half]}-"))
            line = word[half:]
        else:
            made.append((0, line))
            line = word
    made.append((0, line))
    return [(size if number == 0 else 0, text) for number, (_, text) in enumerate(made)]


def nameless_letters(named: tuple[str, ...] = ()) -> bytes:
    """A page whose font (of type 3) draws letters and does not say which they are.

    The lines in `named` stand below, in a font that says what its letters are.
    """
    shape = b"1000 0 0 0 750 750 d1 0 0 750 750 re f"
    shown = b"BT /F 12 Tf 60 700 Td <" + bytes(range(1, 27)).hex().encode() * 6 + b"> Tj ET"
    for number, line in enumerate(named):
        place = b"60 %d Td" % (660 - 14 * number)
        shown += b" BT /H 12 Tf " + place + b" (" + line.encode("ascii") + b") Tj ET"
    names = b" ".join(b"/g%d" % n for n in range(1, 27))
    drawn = b" ".join(b"/g%d 6 0 R" % n for n in range(1, 27))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R/H<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(shown), shown),
        b"<</Type/Font/Subtype/Type3/FontBBox[0 0 750 750]/FontMatrix[0.001 0 0 0.001 0 0]"
        b"/FirstChar 1/LastChar 26/Widths[" + b"1000 " * 26 + b"]/CharProcs<<" + drawn + b">>"
        b"/Encoding<</Type/Encoding/Differences[1 " + names + b"]>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(shape), shape),
    ]
    made = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj%s endobj\n" % (number, body)
    start = len(made)
    made += b"xref\n0 7\n0000000000 65535 f \n"
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    made += b"trailer<</Size 7/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % start
    return bytes(made)


_NEWS = ParagraphStyle(
    "news",
    fontName="Times-Roman",
    fontSize=9,
    leading=11,
    alignment=4,
    firstLineIndent=9,
    allowOrphans=1,
)


def _in_columns(
    canvas: Canvas, flow: list[Flowable], boxes: list[tuple[float, float, float]]
) -> None:
    """Set a text into columns 110 points wide: left, top and height of each."""
    for left, top, height in boxes:
        Frame(left, top - height, 110, height, 0, 0, 0, 0).addFromList(flow, canvas)
    assert not flow


def _lines_of(words: str, width: float, size: float) -> list[str]:
    """A paragraph in lines of a width; the first is set in by the size."""
    made: list[str] = []
    line, room = "", width - size
    for word in words.split(" "):
        longer = f"{line} {word}".strip()
        if line and stringWidth(longer, "Times-Roman", size) > room:
            made.append(line)
            line, room = word, width
        else:
            line = longer
    return [*made, line]


def short_last_column() -> bytes:
    """A story in columns, of which the last has the last line and no more."""
    file = io.BytesIO()
    rows = [
        (line, 9 * (number == 0))
        for words in paragraphs(STORIES[0])
        for number, line in enumerate(_lines_of(words, 110, 9))
    ]
    column = -(-(len(rows) - 1) // 3)
    canvas = Canvas(file, pagesize=(520, 800))
    canvas.setFont("Times-Bold", 20)
    canvas.drawString(20, 735, STORIES[0].title)
    canvas.setFont("Times-Roman", 9)
    for place, (line, indent) in enumerate(rows):
        at = min(place // column, 3) if place < len(rows) - 1 else 3
        row = place - at * column if at < 3 else 0
        canvas.drawString(20 + 122 * at + indent, 710 - 11 * row, line)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def picture_in_columns() -> bytes:
    """A story in four columns, the last two below a picture with a caption over both."""
    file = io.BytesIO()
    words = [*paragraphs(STORIES[0]), *paragraphs(STORIES[1])]
    canvas = Canvas(file, pagesize=(520, 800))
    canvas.setFont("Times-Bold", 22)
    canvas.drawString(20, 770, "Nineteen days without a boat on the outer islands")
    canvas.rect(264, 560, 232, 190, fill=1)
    canvas.setFont("Helvetica-Bold", 8)
    canvas.drawString(264, 548, "Crews leave the fish market after the count of the votes")
    flow: list[Flowable] = [Paragraph(line, _NEWS) for line in words]
    boxes = [(20.0, 750.0, 352.0), (142.0, 750, 352), (264.0, 540, 142), (386.0, 540, 400)]
    _in_columns(canvas, flow, boxes)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def emphasised() -> bytes:
    """A column with words in italics and bold, and a heading that only its weight tells."""
    body = ParagraphStyle("body", fontName="Times-Roman", fontSize=10, leading=12)
    lines = (
        "The <i>Alden Post</i> wrote that the lock had been closed <b>only once</b> in all its "
        "years, and that nobody had asked why.",
        "<b>What comes next</b>",
        "The lock opens in June, when the rains are over and the engineers have been paid for the "
        "work of two winters.",
    )
    file = io.BytesIO()
    document = BaseDocTemplate(file, pagesize=A4)
    document.addPageTemplates(PageTemplate(frames=[Frame(50, 70, 300, 600)]))
    document.build([Paragraph(line, body) for line in lines])
    return file.getvalue()
