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


def test_the_new_log_is_kept_whatever_the_clock_says(tmp_path: Path):
    for day in range(10, 31):
        (tmp_path / f"2999-01-{day}T00-00-00.000000-1.log").write_text("from the future")
    log = write_log(ValueError(), tmp_path)
    kept = sorted(path.name for path in tmp_path.iterdir())
    assert kept[0] == log.name
    assert kept[1:] == [f"2999-01-{day}T00-00-00.000000-1.log" for day in range(12, 31)]
