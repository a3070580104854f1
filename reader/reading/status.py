"""How far an article and its analysis are."""

from __future__ import annotations

from msgspec import Struct


class Analysing(Struct, frozen=True):
    """The analysis runs; `done` of `total` code points are through, `total` 0 before it knows."""

    done: int = 0
    total: int = 0


class Loading(Struct, frozen=True):
    """The article is not here yet, or only its beginning."""


class Ready(Struct, frozen=True):
    """The analysis is complete. `note` tells what it could not do, or is empty."""

    note: str = ""


class Failed(Struct, frozen=True):
    """There is no complete analysis; `reason` says why in one sentence."""

    reason: str


Status = Loading | Analysing | Ready | Failed
