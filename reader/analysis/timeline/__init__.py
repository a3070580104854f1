"""What happened when: dated clauses as events in order."""

from __future__ import annotations

from .build import build

__all__ = ["build"]
