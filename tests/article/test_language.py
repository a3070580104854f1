"""Whether an article is in English."""

from __future__ import annotations

import pytest

from reader import Article


@pytest.mark.parametrize(
    "text",
    [
        "The night boats to the islands will run again from Monday, the union and the company "
        "said on Friday. It is a fair deal, its leader said, and it came a month too late.",
        "Corvane shares rose 2 percent. Revenue fell 4 percent to 11 million pounds, Skerry Lines "
        "said. Operating profit was 3 million pounds, analysts having expected 2 million.",
        "Bateaux de nuit",
        "",
    ],
    ids=["news", "market report", "too short to tell", "nothing"],
)
def test_english_and_what_may_be(text: str) -> None:
    assert Article(text).is_english


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Nachtboote zu den Inseln fahren ab Montag wieder, sagte die Reederei in der Nacht.",
        "De nachtboten naar de eilanden varen vanaf maandag weer, zei de bond na het overleg.",
        "Les bateaux de nuit vers les îles repartiront lundi, a dit le syndicat dans la nuit.",
        "Паромы на острова снова пойдут с понедельника, сообщил вечером профсоюз моряков.",
    ],
)
def test_other_languages(sentence: str) -> None:
    assert not Article(sentence * 4).is_english
