"""Every module says what its one job is, so that the list of modules is right."""

from __future__ import annotations

from pathlib import Path

import pytest

from .modules import ROOT, job

MODULES = sorted((ROOT / "reader").rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_says_what_its_job_is(path: Path) -> None:
    assert job(path).endswith((".", ":", "?"))
