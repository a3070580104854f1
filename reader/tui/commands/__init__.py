"""The commands of the application, a module for each feature.

A new feature adds a module with its `COMMANDS` and names it here. The modules are imported before
the first picture: they hold small functions that import what they need when they run.
"""

from __future__ import annotations

from . import copying, desk, export, going, hand, outside, overview, reading, structure
from .command import Command

COMMANDS: dict[str, Command] = {
    command.id: command
    for module in (reading, copying, going, structure, desk, hand, overview, export, outside)
    for command in module.COMMANDS
}
"""All commands by id, in the order of help."""

__all__ = ["COMMANDS", "Command"]
