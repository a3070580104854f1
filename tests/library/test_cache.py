"""The cache: what it keeps, what it refuses, what it survives."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from reader.analysis import Annotations, Problem
from reader.analysis.types import Entity, Form, Kind, Mention
from reader.library.cache import Cache, Entry, _pack
from tests.patience import seconds

ENTRY = Entry(Annotations(problems=(Problem(0, 5, "lost"),)), "model 1.0")
KEY = "a" * 40


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "analyses"


def only_file(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


def test_what_is_put_is_got(folder):
    cache = Cache(folder)
    assert cache.get(KEY) is None
    cache.put(KEY, ENTRY)
    assert Cache(folder).get(KEY) == ENTRY


def test_only_the_owner_can_read(folder):
    Cache(folder).put(KEY, ENTRY)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(only_file(folder).stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"",
        lambda content: content[:-1],
        lambda content: content[:20],
        lambda content: content + b"\0",
        lambda content: content[:-1] + bytes([content[-1] ^ 1]),
        lambda content: content.replace(b"analysis 2", b"analysis 3"),
        lambda content: b"\x80\x04N.",
        lambda content: b"\0" * len(content),
    ],
    ids=["empty", "short", "cut", "long", "flipped", "newer", "foreign", "zeros"],
)
def test_a_damaged_file_is_not_there_and_can_be_replaced(folder, damage):
    cache = Cache(folder)
    cache.put(KEY, ENTRY)
    path = only_file(folder)
    path.write_bytes(damage(path.read_bytes()))
    assert cache.get(KEY) is None
    cache.put(KEY, ENTRY)
    assert cache.get(KEY) == ENTRY


def test_what_was_used_longest_ago_goes_first(folder):
    cache = Cache(folder)
    cache.put("1", ENTRY)
    size = only_file(folder).stat().st_size
    for age, key in enumerate("234", 1):
        cache.put(key, ENTRY)
        os.utime(folder / f"{key}.analysis", (1_000 - age, 1_000 - age))
    os.utime(folder / "1.analysis", (500, 500))
    cache.get("4")
    cache = Cache(folder, size_limit=3 * size)
    cache.put("5", ENTRY)
    assert sorted(path.stem for path in folder.iterdir()) == ["2", "4", "5"]


def test_what_was_used_in_the_future_goes_first_and_what_was_just_put_stays(folder):
    cache = Cache(folder)
    cache.put("before", ENTRY)
    size = only_file(folder).stat().st_size
    now = (folder / "before.analysis").stat().st_mtime
    for hours, key in enumerate(("soon", "late"), 2):
        cache.put(key, ENTRY)
        os.utime(folder / f"{key}.analysis", (now, now + 3600 * hours))
    for limit, left in ((3, ["before", "put", "soon"]), (2, ["before", "put"]), (1, ["put"])):
        Cache(folder, size_limit=limit * size).put("put", ENTRY)
        assert sorted(path.stem for path in folder.iterdir()) == left


def test_what_is_larger_than_the_limit_is_not_kept(folder):
    cache = Cache(folder, size_limit=10)
    cache.put(KEY, ENTRY)
    assert cache.get(KEY) is None


def test_a_folder_that_cannot_be_made_is_an_error_of_put_alone(tmp_path):
    (tmp_path / "file").write_text("in the way")
    cache = Cache(tmp_path / "file" / "analyses")
    assert cache.get(KEY) is None
    with pytest.raises(OSError, match="Not a directory"):
        cache.put(KEY, ENTRY)


def test_a_full_disk_leaves_nothing_behind(folder, monkeypatch):
    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    cache = Cache(folder)
    cache.put("kept", ENTRY)
    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        cache.put(KEY, ENTRY)
    assert [path.name for path in folder.iterdir()] == ["kept.analysis"]


def test_abandoned_files_are_cleared_away_whatever_the_clock_says(folder):
    folder.mkdir()
    for name, age in (("old", -90_000), ("future", 90_000), ("fresh", 0)):
        path = folder / f"{name}.unfinished"
        path.write_bytes(b"half")
        now = path.stat().st_mtime
        os.utime(path, (now + age, now + age))
    Cache(folder).put(KEY, ENTRY)
    assert sorted(path.name for path in folder.iterdir()) == [
        f"{KEY}.analysis",
        "fresh.unfinished",
    ]


def test_two_readers_write_and_read_the_same_keys_at_once(folder):
    code = (
        "import sys; from pathlib import Path\n"
        "from reader.analysis import Annotations\n"
        "from reader.library.cache import Cache, Entry\n"
        "cache = Cache(Path(sys.argv[1]), size_limit=400)\n"
        "entry = Entry(Annotations(), 'model')\n"
        "for i in range(300):\n"
        "    cache.put(str(i % 7), entry)\n"
        "    assert cache.get(str((i + 3) % 7)) in (None, entry)\n"
    )
    readers = [subprocess.Popen([sys.executable, "-c", code, str(folder)]) for _ in range(2)]
    assert [reader.wait(timeout=seconds(60)) for reader in readers] == [0, 0]


def test_a_writer_killed_at_any_moment_leaves_whole_files_only(folder):
    code = (
        "import sys; from pathlib import Path\n"
        "from reader.analysis import Annotations, Problem\n"
        "from reader.library.cache import Cache, Entry\n"
        "cache = Cache(Path(sys.argv[1]))\n"
        "entry = Entry(Annotations(problems=(Problem(0, 1, 'x' * 9999),)), 'm')\n"
        "print('ready', flush=True)\n"
        "while True:\n"
        "    for i in range(50):\n"
        "        cache.put(str(i), entry)\n"
    )
    for pause in (0.0, 0.003, 0.01, 0.03):
        writer = subprocess.Popen([sys.executable, "-c", code, str(folder)], stdout=subprocess.PIPE)
        assert writer.stdout is not None
        writer.stdout.readline()
        with pytest.raises(subprocess.TimeoutExpired):
            writer.wait(timeout=pause)
        writer.kill()
        writer.wait()
        writer.stdout.close()
        cache = Cache(folder)
        kept = [path.stem for path in folder.glob("*.analysis")]
        assert all(cache.get(key) is not None for key in kept)


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
def test_nothing_is_read_from_or_put_into_a_folder_that_others_can_write(folder):
    cache = Cache(folder)
    cache.put("a", ENTRY)
    folder.chmod(0o777)
    assert cache.get("a") is None
    with pytest.raises(PermissionError, match="others can write"):
        cache.put("b", ENTRY)
    folder.chmod(0o700)
    assert cache.get("a") == ENTRY


def test_what_is_discarded_is_gone(folder):
    cache = Cache(folder)
    cache.put("a", ENTRY)
    cache.discard("a")
    cache.discard("never there")
    assert cache.get("a") is None


def test_files_are_not_looked_at_one_by_one_each_time(folder, monkeypatch):
    looks = []
    scandir = os.scandir
    monkeypatch.setattr("os.scandir", lambda path: looks.append(path) or scandir(path))
    cache = Cache(folder, size_limit=100_000_000)
    for key in range(50):
        cache.put(str(key), ENTRY)
    assert len(looks) == 1


def test_the_limit_holds_over_many_files_and_several_readers(folder):
    size = len(_pack(ENTRY))
    caches = [Cache(folder, size_limit=150 * size) for _ in range(3)]
    for key in range(600):
        caches[key % 3].put(str(key), ENTRY)
        assert key % 50 or len(list(folder.iterdir())) <= 152
    assert {str(key) for key in range(590, 600)} <= {path.stem for path in folder.iterdir()}


@pytest.mark.parametrize("damage", [b"", b"x", bytes(9), bytes(80_000)])
def test_a_damaged_ledger_means_a_look_at_all(folder, damage):
    size = len(_pack(ENTRY))
    cache = Cache(folder, size_limit=3 * size)
    for key in "12345":
        folder.with_name(f"{folder.name}.sizes").write_bytes(damage)
        cache.put(key, ENTRY)
    assert len(list(folder.iterdir())) == 3


def test_many_annotations_are_kept_as_columns(folder):
    mention = Mention(0, 1, Form.NAME, "a rule that is told again and again")
    many = Entity(id="E1", name="x", kind=Kind.PERSON, mentions=(mention,) * 6_000)
    entry = Entry(Annotations(entities=(many,)), "m 1")
    cache = Cache(folder)
    cache.put(KEY, entry)
    assert cache.get(KEY) == entry
    path = only_file(folder)
    assert path.stat().st_size < 170_000
    path.write_bytes(path.read_bytes()[:-100])
    assert cache.get(KEY) is None
