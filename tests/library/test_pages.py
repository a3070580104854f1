"""Fetched pages: kept privately, bounded, and gone when the user says so."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from reader.library.pages import KeptPage, Pages

NOW = datetime(2024, 5, 3, 12, tzinfo=UTC)


def page(size: int = 10) -> KeptPage:
    return KeptPage("https://news.example/b", "text/html", b"x" * size, NOW)


def test_a_page_is_found_by_the_address_that_was_asked_for(tmp_path: Path) -> None:
    pages = Pages(tmp_path / "pages")
    assert pages.get("https://news.example/a") is None
    pages.put("https://news.example/a", page())
    assert Pages(tmp_path / "pages").get("https://news.example/a") == page()
    assert pages.get("https://news.example/b") is None


def test_only_the_owner_can_read_pages_and_no_address_is_in_a_name(tmp_path: Path) -> None:
    Pages(tmp_path / "pages").put("https://news.example/a", page())
    (kept,) = (tmp_path / "pages").iterdir()
    assert kept.stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "pages").stat().st_mode & 0o777 == 0o700
    assert "news" not in kept.name


def test_what_is_damaged_counts_as_not_there(tmp_path: Path) -> None:
    pages = Pages(tmp_path)
    pages.put("a", page())
    (kept,) = tmp_path.iterdir()
    for content in (b"", b"reader page 1\n", kept.read_bytes()[:-3], b"else" + kept.read_bytes()):
        kept.write_bytes(content)
        assert pages.get("a") is None


def test_the_pages_used_longest_ago_go_first(tmp_path: Path) -> None:
    pages = Pages(tmp_path, size_limit=2_500)
    for second, name in enumerate("ab"):
        pages.put(name, page(1_000))
        (newest,) = (
            set(tmp_path.iterdir()) - {pages._path("a")} if name == "b" else tmp_path.iterdir()
        )
        os.utime(newest, (second, second))
    pages.get("a")  # used just now
    pages.put("c", page(1_000))
    assert [name for name in "abc" if pages.get(name)] == ["a", "c"]
    pages.put("d", page(5_000))
    assert pages.get("d") is None


def test_all_pages_can_be_deleted(tmp_path: Path) -> None:
    pages = Pages(tmp_path / "pages")
    assert pages.clear() == 0
    pages.put("a", page())
    pages.put("b", page())
    (tmp_path / "pages" / "else.txt").write_text("not ours")
    assert pages.clear() == 2
    assert [path.name for path in (tmp_path / "pages").iterdir()] == ["else.txt"]
