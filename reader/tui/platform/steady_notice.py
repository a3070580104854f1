"""A notice that stays for its time, whatever happens to the clock on the wall."""

from __future__ import annotations

from dataclasses import dataclass, field
from time import monotonic

from textual.notifications import Notification


@dataclass
class SteadyNotice(Notification):
    """A notification of Textual, which in 8.2 reads the time of day.

    A clock that is set while it is shown would keep it for hours, or take it away unread.
    """

    raised_at: float = field(default_factory=monotonic)

    @property
    def time_left(self) -> float:
        """Seconds until it goes."""
        return self.raised_at + self.timeout - monotonic()
