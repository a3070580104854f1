"""Two readers of one article: each sees what the other does, and neither overwrites it."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from reader.article import Article
from reader.corrections import Change, Hand, Remark, Step, Way, anchor_of
from reader.library.database import LibraryError
from reader.library.keeper import Changed, Keeper, Kept, Opened, Unkept, identity_of
from reader.library.library import Library
from reader.library.sidecar import read_sidecar, sidecar_of, write_sidecar
from reader.library.steps import DEEPEST, Logged

ARTICLE = Article.from_text("The ferry came back to the harbour on Friday.", source="ferry.txt")
PLACE = anchor_of(ARTICLE.text, 4, 9)
PATIENCE = 20.0


def note(ident: str, text: str = "Which boat?") -> Remark:
    return Remark(id=ident, place=PLACE, text=text)


class Window:
    """A hand and its keeper, as one open reader has them."""

    def __init__(self, library: Library | None, place: str = "", *, beside: bool = False) -> None:
        self._news: SimpleQueue[object] = SimpleQueue()
        self.keeper = Keeper(library, ARTICLE, place, self._news.put, beside=beside)
        self.opened = self.until(Opened)
        self.hand = Hand()
        self.hand.load(self.opened.items, self.opened.log.done, self.opened.log.undone)

    def until(self, sort: type):
        """The next news of a sort; what others changed is taken on the way."""
        end = time.monotonic() + PATIENCE
        while True:
            news = self._news.get(timeout=max(0.1, end - time.monotonic()))
            if isinstance(news, Changed):
                self.hand.follow(news.changes, news.moved)
            if isinstance(news, sort):
                return news
            assert not isinstance(news, Unkept), news

    def put(self, before: Remark | None, after: Remark | None) -> None:
        step = Step("noted", (Change(before, after),), f"step-{os.urandom(4).hex()}")
        self.hand.do(step)
        self.keeper.keep(step)
        self.until(Kept)

    def walk(self, way: Way) -> Step | None:
        step = self.hand.undo() if way is Way.BACK else self.hand.redo()
        if step is not None:
            self.keeper.keep(step, way)
            self.until(Kept)
        return step

    @property
    def texts(self) -> list[str]:
        return sorted(item.text for item in self.hand.remarks)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "library.sqlite"


@pytest.fixture
def window(path: Path) -> Iterator[Callable[..., Window]]:
    opened: list[Window] = []

    def open_window(*, library: bool = True, **options) -> Window:
        opened.append(Window(Library(path) if library else None, **options))
        return opened[-1]

    yield open_window
    for one in opened:
        one.keeper.close()


def test_what_one_window_does_is_seen_in_the_other(window):
    one, other = window(), window()
    one.put(None, note("n1"))
    assert other.until(Changed).changes == (Change(None, note("n1")),)
    other.put(note("n1"), note("n1", "The old one."))
    one.until(Changed)
    assert one.texts == other.texts == ["The old one."]
    one.put(note("n1", "The old one."), None)
    other.until(Changed)
    assert one.texts == other.texts == []


def test_a_note_that_both_change_at_once_is_kept_twice(window, path):
    one = window()
    one.put(None, note("n1"))
    other = window()
    first, second = note("n1", "The red one."), note("n1", "The blue one.")
    one.put(note("n1"), first)
    other.put(note("n1"), second)
    one.until(Changed)
    assert one.texts == other.texts == ["The blue one.", "The red one."]
    assert other.walk(Way.BACK) is not None
    assert other.texts == ["The red one."]
    assert [item.text for item in Library(path).find(identity_of(ARTICLE, "")).items] == [
        "The red one."
    ]


def test_what_one_changes_the_other_cannot_delete_unseen(window):
    one = window()
    one.put(None, note("n1"))
    other = window()
    one.put(note("n1"), note("n1", "Look this up."))
    other.put(note("n1"), None)
    other.until(Changed)
    assert other.texts == ["Look this up."]


def test_a_step_that_another_window_has_overtaken_is_passed_over(window):
    one = window()
    one.put(None, note("n1"))
    one.put(None, note("n2", "Earlier."))
    other = window()
    other.put(note("n2", "Earlier."), note("n2", "Later."))
    one.until(Changed)
    assert one.walk(Way.BACK).changes == (Change(note("n1"), None),)
    assert one.texts == ["Later."]


def test_steps_are_taken_back_and_done_again_in_another_run(window):
    one = window()
    for number in range(3):
        one.put(None, note(f"n{number}", str(number)))
    one.walk(Way.BACK)
    assert one.keeper.close() == ""
    second = window()
    assert second.texts == ["0", "1"]
    second.walk(Way.AGAIN)
    assert second.texts == ["0", "1", "2"]
    for _ in range(3):
        second.walk(Way.BACK)
    assert second.walk(Way.BACK) is None
    assert second.keeper.close() == ""
    third = window()
    assert third.texts == []
    third.walk(Way.AGAIN)
    assert third.texts == ["0"]
    third.put(None, note("new", "new"))
    assert third.walk(Way.AGAIN) is None


def test_the_log_does_not_grow_for_ever(path):
    library, identity = Library(path), identity_of(ARTICLE, "")
    steps = [Step("", (Change(None, note(f"n{n}")),), f"s{n}") for n in range(DEEPEST + 30)]
    library.put(identity, None, [Logged(step) for step in steps])
    assert library.find(identity, with_log=True).log.done == tuple(steps[-DEEPEST:])


ACTS = st.lists(st.sampled_from(["note", "edit", "drop", "back", "again", "open"]), max_size=14)


@settings(max_examples=25, deadline=None)
@given(ACTS)
def test_the_log_leads_where_the_hand_that_was_never_closed_goes(tmp_path_factory, acts):
    library, identity = (
        Library(tmp_path_factory.mktemp("log") / "library.sqlite"),
        identity_of(ARTICLE, ""),
    )
    whole, parted, article = Hand(), Hand(), None
    for number, act in enumerate(acts):
        known = whole.remarks[-1] if whole.remarks else None
        if act == "open":
            found = library.find(identity, with_log=True)
            parted = Hand()
            if found is not None:
                parted.load(found.items, found.log.done, found.log.undone)
            continue
        if act in ("back", "again"):
            step = whole.undo() if act == "back" else whole.redo()
            assert (parted.undo() if act == "back" else parted.redo()) == step
        else:
            new = note(f"n{number}", str(number))
            changed = replace(known, text=f"{number}") if known else None
            change = {"note": (None, new), "edit": (known, changed), "drop": (known, None)}[act]
            if change == (None, None):
                continue
            step = Step(act, (Change(*change),), f"s{number}")
            whole.do(step)
            parted.do(step)
        if step is not None:
            way = {"back": Way.BACK, "again": Way.AGAIN}.get(act, Way.DONE)
            article = library.put(identity, article, [Logged(step, way)]).article
    assert parted.remarks == whole.remarks
    library.close()


def test_windows_without_a_library_share_the_file_beside_the_article(window, tmp_path):
    place = tmp_path / "ferry.txt"
    place.write_text(ARTICLE.text)
    one = window(library=False, place=str(place), beside=True)
    other = window(library=False, place=str(place), beside=True)
    one.put(None, note("n1", "one"))
    other.put(None, note("n2", "two"))
    one.until(Changed)
    assert one.texts == other.texts == ["one", "two"]
    assert {item.id for item in read_sidecar(sidecar_of(place)).items} == {"n1", "n2"}


@pytest.mark.skipif(sys.platform == "win32", reason="no such permissions")
@pytest.mark.parametrize("mode", [0o600, 0o644])
def test_the_file_beside_is_as_private_as_the_article(tmp_path, mode):
    place = tmp_path / "ferry.txt"
    place.write_text(ARTICLE.text)
    place.chmod(mode)
    before = os.umask(0o022)
    try:
        write_sidecar(sidecar_of(place), [note("n1")])
        assert sidecar_of(place).stat().st_mode & 0o777 == mode
        sidecar_of(place).chmod(0o640)
        write_sidecar(sidecar_of(place), [note("n2")])
        assert sidecar_of(place).stat().st_mode & 0o777 == 0o640
    finally:
        os.umask(before)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of a megabyte."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m,mode=0700", "tmpfs", str(folder)]
    try:
        made = subprocess.run(mount, capture_output=True, check=False)
    except OSError:
        pytest.skip("there is no mount here")
    if made.returncode:
        pytest.skip("only the superuser can mount a small disk")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(path: Path) -> None:
    """Write until there is no room."""
    with suppress(OSError), path.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(4096))


def test_on_a_full_disk_nothing_is_lost_and_all_is_kept_once_there_is_room(small_disk):
    path = small_disk / "library.sqlite"
    filler = small_disk / "filler"
    one = Window(Library(path))
    one.put(None, note("n0", "before"))
    fill(filler)
    large = note("n1", "word " * 5_000)
    step = Step("noted", (Change(None, large),), "full")
    one.hand.do(step)
    one.keeper.keep(step)
    assert "disk is full: free some space" in one.until(Unkept).sentence
    with pytest.raises(LibraryError, match="disk is full"):
        Library(path).keep(identity_of(ARTICLE, ""), None, [Change(None, replace(large, id="n9"))])
    kept = Library(path).find(identity_of(ARTICLE, ""))
    assert [item.id for item in kept.items] == ["n0"]
    filler.unlink()
    one.put(None, note("n2", "after"))
    assert one.keeper.close() == ""
    kept = Library(path).find(identity_of(ARTICLE, ""), with_log=True)
    assert [item.id for item in kept.items] == ["n0", "n1", "n2"]
    assert len(kept.log.done) == 3
