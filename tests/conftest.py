"""What all tests share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from reader.analysis.analyzer import Analyzer
from reader.worker import host

from .patience import slowness

# A slow machine is no failure; what must be quick is measured in the benchmarks.
settings.register_profile(
    "any machine", settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
)
settings.load_profile("any machine")


def pytest_configure() -> None:
    """Measure once how slow the machine is, before processes that run tests make it slower."""
    slowness()


@pytest.fixture(scope="session")
def analyzer() -> Analyzer:
    """One loaded analyzer for the whole run: loading takes about a second."""
    return Analyzer()


@pytest.fixture(scope="session", autouse=True)
def _one_host() -> Iterator[None]:
    """End the process that copies for all tests were made of."""
    yield
    host.end()


@pytest.fixture(autouse=True)
def _home_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Keep the user's settings and cache out of the tests, and the tests out of them."""
    monkeypatch.setenv("HOME", str(tmp_path))
    for folder in ("CONFIG_HOME", "CACHE_HOME", "STATE_HOME", "DATA_HOME"):
        monkeypatch.setenv(f"XDG_{folder}", str(tmp_path / f"XDG_{folder}"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))  # where no process stays ready
