from pathlib import Path

from reader.tui.crash import write_log

SECRET = "the minister's unpublished words"


def fail(words: str) -> None:
    try:
        raise KeyError(words)
    except KeyError as error:
        raise ValueError(f"cannot use {words}") from error


def test_the_log_holds_the_way_to_the_fault_and_no_values(tmp_path: Path):
    try:
        fail(SECRET)
    except ValueError as error:
        log = write_log(error, tmp_path / "crashes")
    written = log.read_text()
    assert SECRET not in written
    assert written.index("builtins.KeyError") < written.index("builtins.ValueError")
    assert "in fail: raise KeyError(words)" in written
    assert log.stat().st_mode & 0o777 == 0o600
    assert log.parent.stat().st_mode & 0o777 == 0o700


def test_only_the_latest_logs_are_kept(tmp_path: Path):
    logs = [write_log(ValueError(), tmp_path) for _ in range(23)]
    assert sorted(tmp_path.iterdir()) == logs[-20:]
