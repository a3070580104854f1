"""Every format is read back with the library of those who read it."""

import csv
import io
import json
import zipfile
from datetime import date
from xml.etree import ElementTree

import conllu
import icalendar
import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from spacy.tokens import DocBin
from spacy.vocab import Vocab

from reader import Analyzer, Article
from reader.analysis import Analysis, Annotations, Colour, Entity, Form, Kind, Mention, Note
from reader.export.registry import FORMATS

TEXT = """\
Ferry strike ends after two weeks

By Ines Calloway

“We are glad,” Mara Voss, who leads the Harbour Union, said on Friday.

Mara Voss met Tomas Reed of Halden Lines on 4 March 2013.

=SUM(A1) is what Tomas Reed wrote to the Harbour Union, he said 😀 on Monday.
"""


@pytest.fixture(scope="module")
def made(analyzer: Analyzer):
    article = Article.from_text(TEXT, published=date(2013, 3, 22), source="ferry.txt")
    analysis, parse = analyzer.analyze_and_parse(article)
    note = Note(id="N1", start=20, end=36, colour=Colour.BLUE, text="who?", tags=("check",))
    return Analysis.of(article, analysis, (note,)), parse


def names(analysis):
    return {entity.name for entity in analysis.entities}


def test_json_lines_hold_one_annotation_a_line(made):
    analysis, _ = made
    document, *rows = map(json.loads, FORMATS["jsonl"].write(analysis).splitlines())
    assert document["type"] == "document"
    assert document["text"] == TEXT
    export = analysis.to_dict()
    assert [row["id"] for row in rows if row["type"] == "quote"] == [
        quote["id"] for quote in export["quotes"]
    ]
    assert [row["timex3"] for row in rows if row["type"] == "time"] == [
        time["type"] for time in export["times"]
    ]


@pytest.mark.parametrize(("name", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_tables_come_back_and_run_no_formula(made, name, delimiter):
    analysis, _ = made
    files = FORMATS[name].files(analysis)
    tables = {
        file.partition(".")[0]: [
            *csv.DictReader(io.StringIO(content.decode(), newline=""), delimiter=delimiter)
        ]
        for file, content in files.items()
    }
    assert {row["name"] for row in tables["entities"]} == names(analysis)
    assert [row["id"] for row in tables["events"]] == [event.id for event in analysis.timeline]
    assert tables["notes"][0]["note"] == "who?"
    cells = [cell for table in tables.values() for row in table for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_tables_in_one_file_are_a_zip(made):
    archive = zipfile.ZipFile(io.BytesIO(FORMATS["csv"].write(made[0])))
    assert "quotes.csv" in archive.namelist()


def test_the_report_tells_who_said_what_and_escapes_the_rest(made):
    report = FORMATS["markdown"].write(made[0]).decode()
    assert report.startswith("# Ferry strike ends after two weeks\n")
    assert "### Mara Voss\n\n- “We are glad,” (¶ 1)" in report
    assert "## Highlights and notes" in report
    hostile = Analysis.of(Article.from_text("# <b>A *title*</b> | x\n\nWords."), Annotations())
    assert r"\<b\>A \*title\*\</b\> \| x" in FORMATS["markdown"].write(hostile).decode()


def test_the_timeline_has_its_dated_events(made):
    events = json.loads(FORMATS["timelinejs"].write(made[0]))["events"]
    assert {"year": 2013, "month": 3, "day": 4} in [event["start_date"] for event in events]


@pytest.mark.parametrize(
    ("first", "last", "stated"),
    [
        (date(2013, 1, 1), date(2013, 12, 31), {"year": 2013}),
        (date(2013, 2, 1), date(2013, 2, 28), {"year": 2013, "month": 2}),
        (date(9999, 12, 1), date.max, {"year": 9999, "month": 12}),
        (date(2013, 2, 1), date(2013, 3, 31), {"year": 2013, "month": 2, "day": 1}),
        (date(2013, 1, 1), date(2013, 1, 1), {"year": 2013, "month": 1, "day": 1}),
    ],
)
def test_a_whole_year_or_month_is_named_as_such(made, first, last, stated):
    event = replace(made[0].timeline[0], earliest=first, latest=last, minor=False)
    analysis = replace(made[0], timeline=(event,))
    (told,) = json.loads(FORMATS["timelinejs"].write(analysis))["events"]
    assert told["start_date"] == stated
    assert ("end_date" in told) == (len(stated) == 3 and first != last)


def test_the_calendar_is_read_back(made):
    calendar = icalendar.Calendar.from_ical(FORMATS["ics"].write(made[0]))
    days = {event["DTSTART"].dt for event in calendar.walk("VEVENT")}
    assert date(2013, 3, 4) in days
    assert all(len(line) <= 75 for line in FORMATS["ics"].write(made[0]).split(b"\r\n"))


@pytest.mark.parametrize(
    ("name", "read"), [("gexf", networkx.read_gexf), ("graphml", networkx.read_graphml)]
)
def test_the_graph_is_read_back(made, name, read):
    analysis, _ = made
    graph = read(io.BytesIO(FORMATS[name].write(analysis)))
    assert set(graph.nodes) == {entity.id for entity in analysis.entities}
    voss, reed = (
        next(entity.id for entity in analysis.entities if entity.name == person)
        for person in ("Mara Voss", "Tomas Reed")
    )
    assert graph.has_edge(voss, reed)


def test_conllu_has_tokens_and_coreference(made):
    analysis, parse = made
    sentences = conllu.parse(FORMATS["conllu"].write(analysis, parse).decode())
    assert [token["form"] for sentence in sentences for token in sentence] == list(parse.text)
    assert all(sum(token["head"] == 0 for token in sentence) == 1 for sentence in sentences)
    marks = "".join(
        (token["misc"] or {}).get("Entity", "") for sentence in sentences for token in sentence
    )
    assert marks.count("(") == marks.count(")")
    assert marks.count("(") == sum(len(entity.mentions) for entity in analysis.entities)


def test_a_docbin_has_the_annotations_as_spans(made):
    analysis, parse = made
    (doc,) = DocBin().from_bytes(FORMATS["docbin"].write(analysis, parse)).get_docs(Vocab())
    assert {span.id_ for span in doc.spans["entities"]} == {e.id for e in analysis.entities}
    first = doc.spans["entities"][0]
    start, end = (
        doc.user_data["offsets"][first.start][0],
        doc.user_data["offsets"][first.end - 1][1],
    )
    assert TEXT[start:end] == first.text


def test_brat_standoff_points_at_its_words(made):
    files = FORMATS["brat"].files(made[0])
    text = files["article.txt"].decode()
    for line in files["article.ann"].decode().splitlines():
        if line.startswith("T"):
            _, where, words = line.split("\t")
            pieces = where.partition(" ")[2].split(";")
            found = " ".join(text[slice(*map(int, piece.split()))] for piece in pieces)
            assert found.split() == words.split()


def test_webanno_counts_in_utf_16(made):
    analysis, parse = made
    units = TEXT.encode("utf-16-le")
    rows = [
        line.split("\t")
        for line in FORMATS["webanno"].write(analysis, parse).decode().splitlines()
        if line[:1].isdigit()
    ]
    assert len(rows) == len(parse)
    for _, where, word, *_ in rows:
        start, end = map(int, where.split("-"))
        assert units[2 * start : 2 * end].decode("utf-16-le") == word


def test_a_cas_is_read_back(made):
    cassis = pytest.importorskip("cassis")
    analysis, parse = made
    files = FORMATS["xmi"].files(analysis, parse)
    types = cassis.load_typesystem(io.BytesIO(files["TypeSystem.xml"]))
    cas = cassis.load_cas_from_xmi(io.BytesIO(files["article.xmi"]), typesystem=types)
    assert cas.sofa_string == TEXT
    found = cas.select("de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity")
    assert len(found) == sum(len(entity.mentions) for entity in analysis.entities)


@given(st.text(alphabet=st.characters(), max_size=60))
def test_any_text_can_be_written_and_read(words):
    text = f"{words} Mara Voss"
    place = len(text) - 9
    voss = Entity(
        id="E1",
        name=f"{words}Mara",
        kind=Kind.PERSON,
        mentions=(Mention(place, place + 9, Form.NAME),),
    )
    analysis = Analysis.of(Article(text), Annotations(entities=(voss,)))
    for form in FORMATS.values():
        if not form.needs_tokens:
            assert form.write(analysis)
    for name in ("gexf", "graphml"):
        ElementTree.fromstring(FORMATS[name].write(analysis))
    [json.loads(line) for line in FORMATS["jsonl"].write(analysis).splitlines()]


def test_a_format_that_needs_tokens_says_so(made):
    with pytest.raises(ValueError, match="needs the tokens"):
        FORMATS["conllu"].write(made[0])
