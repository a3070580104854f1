"""What all tests share."""

from __future__ import annotations

import pytest

from reader.analysis.analyzer import Analyzer


@pytest.fixture(scope="session")
def analyzer() -> Analyzer:
    """One loaded analyzer for the whole run: loading takes about a second."""
    return Analyzer()
