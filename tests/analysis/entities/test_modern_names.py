"""Names as modern news writes them, each kind of fault with a sentence of its own."""

from __future__ import annotations

import pytest

from reader.analysis.analyzer import Analyzer
from reader.article import Article

from .rows import names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Shoppers from Ostby, Velmouth and Harlec spoke of the flood on Monday.",
            {"Ostby", "Velmouth", "Harlec"},
        ),
        (
            "The blast killed the brothers Ravi and Suresh Menon, both farmers.",
            {"Ravi", "Suresh Menon"},
        ),
        ("Rep. Earl Denholm of Georgia left the room.", {"Earl Denholm", "Georgia"}),
        (
            "Among the dead were Asha Devi (31) and Mohd. Salman (22), police said.",
            {"Asha Devi", "Mohd. Salman"},
        ),
        ("The report praised Lib Dem Priya Nair and nobody else.", {"Priya Nair"}),
        (
            "She was cleared in the John R. Dunmore Federal Building on Friday.",
            {"John R. Dunmore Federal Building"},
        ),
        ("They saw the Denver Herons win twice.", {"Denver Herons"}),
        ("They paid N4.5m and later N30 million for an old Toyota Corolla.", {"Toyota Corolla"}),
        (
            "The Fairness and Anti-Fraud Commission (FAFC) met in Velm.",
            {"Fairness and Anti-Fraud Commission"},
        ),
        ("Conall Mac Breen's new play opened on Friday.", {"Conall Mac Breen"}),
        ("Striker Kovi Thomas-Roe scored twice for the side.", {"Kovi Thomas-Roe"}),
        ("Her memoir, A Boat in the Cellar, sold well.", {"A Boat in the Cellar"}),
        ("The Trinidad and Tobago Regiment sent 60 soldiers.", {"Trinidad and Tobago Regiment"}),
        ("She died of Parkinson's disease in May.", {"Parkinson's"}),
        ("He was led away by CSP Bola Adeyemi after the raid.", {"Bola Adeyemi"}),
    ],
)
def test_names_end_where_they_should(analyzer: Analyzer, text: str, expected: set[str]) -> None:
    found = names(analyzer, text)
    assert expected <= set(found)
    assert not any(" and S" in name or "N30" in name for name in found)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "The study was published in Polar Hydrology on Monday.",
            "Polar Hydrology",
            "organization",
        ),
        ("Analysts at Kestrel cut their target for the shares.", "Kestrel", "organization"),
        ("Norquil said it had lost the contract in May.", "Norquil", "organization"),
        ("He hid a boat named Quiet Penny on the lake.", "Quiet Penny", "product"),
        ("The quake began on the Wairoto fault at noon.", "Wairoto", "place"),
        ("Some 90 people from Save Ash Wood sang outside.", "Save Ash Wood", "organization"),
        ("They won with help from Sport Jamaica and others.", "Sport Jamaica", "organization"),
        ("She drove a Nissan Quorra to the coast.", "Nissan Quorra", "product"),
        ("Jake Lindell of Baird was less sure of it.", "Baird", "organization"),
        ("It lost money since a fire at its Velm plant.", "Velm", "place"),
        ("The crowd saw Nigeria beat Ghana as the Ghana bowler fell.", "Ghana", "organization"),
    ],
)
def test_what_a_name_names(analyzer: Analyzer, text: str, name: str, kind: str) -> None:
    assert names(analyzer, text)[name][0] == kind


def test_one_of_a_nation_is_the_person_it_fits(analyzer: Analyzer) -> None:
    text = (
        "Diego Luzardo scored twice on Saturday. The Uruguayan had not played since May.\n\n"
        'Coach Bo Ek, the Swedish veteran, saw it. "Nobody stops Diego," the Swede said.'
    )
    article = Article.from_text(text)
    said = {
        entity.name: [text[m.start : m.end] for m in entity.mentions]
        for entity in analyzer.analyze(article).entities
    }
    assert "The Uruguayan" in said["Diego Luzardo"]
    assert "the Swede" in said["Bo Ek"]
    assert not {"Uruguayan", "Swede"} & set(said)


def test_text_in_capitals_has_names(analyzer: Analyzer) -> None:
    text = (
        "MINISTER ANNA DENHOLM QUITS AFTER VELMOUTH FLOOD\n\n"
        "WELLINGTON - PRIME MINISTER JOHN HARTE SAID ON MONDAY THAT HE HAD SPOKEN TO DENHOLM.\n\n"
        "The flood came at night and nobody in Velmouth was warned."
    )
    found = names(analyzer, text)
    assert found["ANNA DENHOLM"] == ("person", ["ANNA DENHOLM", "DENHOLM"])
    assert found["JOHN HARTE"][0] == "person"
    assert found["WELLINGTON"][0] == "place"
    assert found["Velmouth"][1] == ["VELMOUTH", "Velmouth"]


def test_a_byline_in_capitals_names_everybody(analyzer: Analyzer) -> None:
    text = "Talks end without a deal\n\nBy LENA HALLOWELL and TOM McRAE\n\nNobody knows why."
    found = names(analyzer, text)
    assert found["LENA HALLOWELL"][0] == found["TOM McRAE"][0] == "person"


def test_small_letters_keep_the_length_of_a_passage(analyzer: Analyzer) -> None:
    text = "İSTANBUL MAYOR OPENS GROẞE BRIDGE ON MONDAY"
    parse = analyzer.parse(Article.from_text(text))
    assert parse.words(0, len(parse)) == text
    assert "mayor" in parse.text


def test_a_town_stands_for_its_team_where_it_plays(analyzer: Analyzer) -> None:
    text = "The Denver Pride lost 2-0 on Saturday. Denver coach Rob Hallam blamed the pitch."
    assert names(analyzer, text)["Denver Pride"] == ("organization", ["Denver Pride", "Denver"])
