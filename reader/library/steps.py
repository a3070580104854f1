"""The log of what was done to an article, so that it can be undone another day.

The latest steps of each article are kept, no more.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from msgspec import Struct

from ..corrections.hand import Step, Way, decoded_step, encoded

DEEPEST = 200
"""Steps kept for each article."""


class Logged(Struct, frozen=True):
    """A step, and what happened to it."""

    step: Step
    way: Way = Way.DONE


class Log(Struct, frozen=True):
    """Steps that can be undone, the latest last, and redone, the next one last."""

    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()


def write_steps(connection: sqlite3.Connection, article: int, logged: Iterable[Logged]) -> None:
    """Put into the log what happened. A new step ends what could be done again."""
    for one in logged:
        if not one.step.id:
            continue
        if one.way is not Way.DONE:
            connection.execute(
                "UPDATE steps SET undone = ? WHERE id = ?", (one.way is Way.BACK, one.step.id)
            )
            continue
        connection.execute("DELETE FROM steps WHERE article = ? AND undone", (article,))
        connection.execute(
            "INSERT INTO steps (id, article, undone, body) VALUES (?, ?, 0, ?)",
            (one.step.id, article, encoded(one.step).decode()),
        )
        connection.execute(_FORGET, (article, article, DEEPEST))


def replace_steps(connection: sqlite3.Connection, steps: Iterable[Step]) -> None:
    """Replace steps that are in the log."""
    for step in steps:
        connection.execute(
            "UPDATE steps SET body = ? WHERE id = ?", (encoded(step).decode(), step.id)
        )


def read_steps(connection: sqlite3.Connection, article: int) -> Log:
    """The log of an article."""
    rows = connection.execute(
        "SELECT undone, body FROM steps WHERE article = ? ORDER BY number", (article,)
    )
    known = [(undone, step) for undone, body in rows if (step := decoded_step(body))]
    done = tuple(step for undone, step in known if not undone)
    return Log(done, tuple(step for undone, step in reversed(known) if undone))


_FORGET = """
    DELETE FROM steps WHERE article = ? AND number <= (
        SELECT number FROM steps WHERE article = ? ORDER BY number DESC LIMIT 1 OFFSET ?
    )
"""
