"""Which entity a span means: asked by every step, and by the shared model of reading."""

from __future__ import annotations

from .mentions import Mentions, is_named, places

__all__ = ["Mentions", "is_named", "places"]
