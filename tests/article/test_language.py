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


@pytest.mark.parametrize(
    "text",
    [
        "Der Rat hat am Montag beschlossen, dass die Fähre wieder fährt.",
        "Le conseil a décidé que les bateaux sont dans le port.",
        "El consejo ha decidido que los barcos no salen por la noche.",
        "Het schip vaart niet meer op maandag.",
    ],
)
def test_a_few_words_of_another_language(text: str) -> None:
    assert not Article(text).is_english


@pytest.mark.parametrize(
    "text",
    [
        "Ferry returns to Port Almar after two years",
        "Storm hits coast",
        "Los Angeles in de la Cruz trial",
        "The man from El Paso said no to the Las Vegas offer",
        "Die Hard is on again",
        "Van der Berg und Sons to close",
    ],
)
def test_a_few_words_of_english_with_foreign_names(text: str) -> None:
    assert Article(text).is_english
