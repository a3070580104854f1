"""The first and second persons that mean one speaker, the body that speaks, or one listener."""

from __future__ import annotations

FIRST = frozenset(("i", "me", "my", "mine", "myself"))
WE = frozenset(("we", "us", "our", "ours", "ourselves"))
SECOND = frozenset(("you", "your", "yours", "yourself"))
