"""What there is to do, by name."""

from __future__ import annotations

from textual.command import CommandPalette


class Commands(CommandPalette):
    """Textual's command palette in the look of the reading room."""

    CSS = """
    Commands {
        background: $background 50%;

        & > #--container, & > Vertical {
            width: 68; max-width: 100%; margin-top: 3; background: $panel;
        }
        SearchIcon { display: none; }
        #--input { border: none; height: 3; background: $panel; }
        #--input.--list-visible { border: none; }
        #--results { border: none; }
        CommandInput, CommandInput:focus { border: none; margin: 1 2 0 2; }
        CommandList { border: none; max-height: 60vh; background: $panel; }
    }
    """
