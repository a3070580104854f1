"""What a reading asks of the other articles that are read with it."""

from __future__ import annotations

from typing import Any, Protocol


class Beside(Protocol):
    """The other articles of a desk, as far as a reading asks for them."""

    def strip(self, entity: str) -> list[int]:
        """How often an entity is mentioned in each article; empty where nobody knows."""
        ...

    def position(self) -> tuple[int, int]:
        """Which article this is, counted from 1, and of how many."""
        ...

    def goes_on(self) -> None:
        """Know that the reader makes a new step in the present article."""
        ...

    def list_pane(self) -> Any:
        """What lists them beside the article, as the interface wants it."""
        ...

    def side_panes(self) -> dict[str, Any]:
        """What tells of all of them in the places of the side panes, by their names; or nothing."""
        ...

    def go_on(self, entity: str, *, forward: bool) -> bool:
        """Go to the next or previous article with this entity; False where there is none."""
        ...
