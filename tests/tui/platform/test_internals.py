"""The private names of Textual and asyncio: where they are used, and that they are still there."""

from __future__ import annotations

import tomllib
from importlib import import_module
from pathlib import Path

import pytest

from .private_names import modules, private_names, private_names_of

PLATFORM = "platform"
INTERNALS: dict[str, dict[str, str]] = tomllib.loads(
    Path(__file__).with_name("internals.toml").read_text("utf-8")
)
LISTED = {name for names in INTERNALS.values() for name in names if name.startswith("_")}
MODULES_LISTED = {owner.partition(":")[0] for owner in INTERNALS}


@pytest.mark.parametrize("module", sorted(modules()), ids=lambda module: module.stem)
def test_private_names_are_used_in_one_folder_and_listed(module: Path) -> None:
    used = private_names(module)
    if module.parent.name == PLATFORM:
        assert used <= LISTED | MODULES_LISTED, "add it to internals.toml with what breaks"
    else:
        assert not used, "private names of other packages belong into reader/tui/platform/"


def test_no_name_is_listed_that_nobody_uses() -> None:
    used = set().union(*map(private_names, modules()))
    assert used >= LISTED


@pytest.mark.parametrize(
    ("owner", "name"), [(owner, name) for owner, names in INTERNALS.items() for name in names]
)
def test_the_private_name_is_still_there(owner: str, name: str) -> None:
    module, _, kind = owner.partition(":")
    found = getattr(import_module(module), kind)
    known = private_names_of(found, public=True) | {*dir(found)}
    assert name in known, f"{owner}.{name} is gone: {INTERNALS[owner][name]}"
