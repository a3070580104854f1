<<<<<<< HEAD
"""What all tests share."""

from __future__ import annotations

import pytest

from reader.analysis.analyzer import Analyzer
=======
"""What every test may use."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader import Analyzer
>>>>>>> b0ca3eb (Test loading, settings, models, the command line and the export through their faces)


@pytest.fixture(scope="session")
def analyzer() -> Analyzer:
<<<<<<< HEAD
    """One loaded analyzer for the whole run: loading takes about a second."""
    return Analyzer()
=======
    """The default pipeline, loaded once."""
    return Analyzer()


@pytest.fixture(autouse=True)
def _own_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Keep the user's settings and cache out of the tests, and the tests out of them."""
    for variable in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / variable.lower()))
    return None
>>>>>>> b0ca3eb (Test loading, settings, models, the command line and the export through their faces)
