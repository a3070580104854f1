"""The command line."""

from __future__ import annotations


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    del arguments
    return 0
