"""The first and second persons that mean one speaker or one listener."""

from __future__ import annotations

FIRST = frozenset(("i", "me", "my", "mine", "myself"))
SECOND = frozenset(("you", "your", "yours", "yourself"))
