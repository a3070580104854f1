"""Every annotation of the sample articles is what it was.

A change that means to alter one renews them with `python -m tests.golden --renew`; the
difference is part of the change and is read like code.
"""

import json

import pytest

from reader import Analyzer

from . import KEPT, SAMPLES, found, sample


@pytest.fixture(scope="module")
def analyzer() -> Analyzer:
    return Analyzer()


@pytest.mark.parametrize("name", sorted(path.stem for path in SAMPLES.glob("*.txt")))
def test_every_annotation_is_what_it_was(name, analyzer):
    kept = json.loads((KEPT / f"{name}.json").read_text("utf-8"))
    assert found(analyzer.analyze(sample(name))) == kept
