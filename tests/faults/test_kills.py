"""What was written stays written, whenever the writer dies."""

from __future__ import annotations

from pathlib import Path

from .kills import kill_writers


def test_no_write_is_lost_or_half_done_when_its_writer_is_killed(tmp_path: Path) -> None:
    kill_writers(tmp_path, 12)
