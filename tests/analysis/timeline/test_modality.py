"""Whether the article says that something happened."""

from __future__ import annotations

import pytest

from reader import Analyzer
from reader.analysis.types import Modality

from .samples import only

MODALITIES = [
    ("Olsen promised to end the strike by 2015.", Modality.PLANNED),
    ("On Monday Olsen promised to end the strike.", Modality.ASSERTED),
    ("Olsen ordered the crew to leave by Friday.", Modality.PLANNED),
    ("The rules are supposed to be made public by June 3.", Modality.PLANNED),
    ("The primaries end in June.", Modality.PLANNED),
    ("Two firms invited Olsen to join them two weeks ago.", Modality.ASSERTED),
    ("If Olsen wins in May, the law will fall.", Modality.POSSIBLE),
    ("Did the minister resign on Monday?", Modality.POSSIBLE),
    ("It is doubtful that Olsen knew it in 2010.", Modality.POSSIBLE),
    ("The council decided against charging her in July.", Modality.DENIED),
    ("Olsen has called for the wage to be raised by 2020.", Modality.PLANNED),
    ("The court is likely to hear the case this week.", Modality.POSSIBLE),
    ("Low pay in 2012 is to blame.", Modality.ASSERTED),
    ("In 1990 Olsen would win the prize.", Modality.ASSERTED),
    ("Olsen is poised to win another round this week.", Modality.PLANNED),
]


@pytest.mark.parametrize(("text", "modality"), MODALITIES)
def test_how_sure_an_article_is(analyzer: Analyzer, text: str, modality: Modality) -> None:
    assert only(analyzer, text).modality is modality
