"""Colours: three themes of our own, and what our variables mean under any other theme."""

from __future__ import annotations

from textual.app import App
from textual.color import Color
from textual.driver import Driver
from textual.theme import Theme

from ..analysis import Kind

_DARK_KINDS = {
    Kind.PERSON: "#e0af68",
    Kind.ORGANIZATION: "#bb9af7",
    Kind.PLACE: "#7dcfff",
    Kind.GROUP: "#ff9e64",
    Kind.EVENT: "#73daca",
    Kind.WORK: "#f2a7d6",
    Kind.PRODUCT: "#c8d37a",
    Kind.LAW: "#b4bcd8",
    Kind.FACILITY: "#8fb4f5",
    Kind.LANGUAGE: "#d2b48c",
    Kind.OTHER: "#9ec1b4",
    Kind.UNKNOWN: "#a3a9c4",
}
_LIGHT_KINDS = {
    Kind.PERSON: "#865700",
    Kind.ORGANIZATION: "#6d3fb5",
    Kind.PLACE: "#00618f",
    Kind.GROUP: "#a3461a",
    Kind.EVENT: "#00695c",
    Kind.WORK: "#a3286e",
    Kind.PRODUCT: "#5a6700",
    Kind.LAW: "#565a6e",
    Kind.FACILITY: "#2f5aa8",
    Kind.LANGUAGE: "#75543a",
    Kind.OTHER: "#3d6357",
    Kind.UNKNOWN: "#555b73",
}
# Textual's own themes name few colours: kinds share them and differ by glyph.
_TOKENS = {
    Kind.PERSON: "warning",
    Kind.ORGANIZATION: "secondary",
    Kind.PLACE: "primary",
    Kind.GROUP: "accent",
    Kind.EVENT: "accent",
    Kind.WORK: "accent",
    Kind.PRODUCT: "secondary",
    Kind.LAW: "secondary",
    Kind.FACILITY: "primary",
    Kind.LANGUAGE: "accent",
    Kind.OTHER: "secondary",
    Kind.UNKNOWN: "primary",
}


def _kinds(colours: dict[Kind, str]) -> dict[str, str]:
    return {f"kind-{kind}": colour for kind, colour in colours.items()}


def _marks(**colours: str) -> dict[str, str]:
    """The colours of highlights."""
    return {f"mark-{name}": colour for name, colour in colours.items()}


READER_DARK = Theme(
    name="reader-dark",
    dark=True,
    primary="#7aa2f7",
    secondary="#bb9af7",
    accent="#e0af68",
    warning="#e0af68",
    error="#f7869a",
    success="#a9dc9f",
    foreground="#c0caf5",
    background="#16161e",
    surface="#1a1b26",
    panel="#262b3f",
    variables={
        **_kinds(_DARK_KINDS),
        **_marks(yellow="#e0c96a", green="#9ece6a", blue="#7aa2f7", red="#f7869a"),
        "quote": "#a9dc9f",
        "quote-indirect": "#8fb39b",
        "time": "#f7869a",
        "rail": "#a9dc9f",
        "dim": "#8a92bc",
        "block-cursor-background": "#262b3f",
        "block-cursor-foreground": "#e6ebff",
        "footer-background": "#16161e",
        "footer-key-foreground": "#7aa2f7",
        "footer-description-foreground": "#8a92bc",
        "input-selection-background": "#7aa2f7 35%",
        "scrollbar": "#333a56",
        "scrollbar-hover": "#4a5377",
        "scrollbar-background": "#16161e",
    },
)

READER_LIGHT = Theme(
    name="reader-light",
    dark=False,
    primary="#2f5fc4",
    secondary="#6d3fb5",
    accent="#865700",
    warning="#865700",
    error="#b3243f",
    success="#2b6a2b",
    foreground="#33353f",
    background="#f0eee8",
    surface="#faf9f5",
    panel="#e0e1e9",
    variables={
        **_kinds(_LIGHT_KINDS),
        **_marks(yellow="#7a6200", green="#2b6a2b", blue="#2f5fc4", red="#b3243f"),
        "quote": "#2b6a2b",
        "quote-indirect": "#4a6650",
        "time": "#b3243f",
        "rail": "#2b6a2b",
        "dim": "#5b5f6c",
        "block-cursor-background": "#e0e1e9",
        "block-cursor-foreground": "#15161c",
        "footer-background": "#f0eee8",
        "footer-key-foreground": "#2f5fc4",
        "footer-description-foreground": "#5b5f6c",
        "input-selection-background": "#2f5fc4 25%",
        "scrollbar": "#c9c8c4",
        "scrollbar-hover": "#a9a8a6",
        "scrollbar-background": "#f0eee8",
    },
)

_CONTRAST_KINDS = {
    Kind.PERSON: "#ffd75f",
    Kind.ORGANIZATION: "#d7afff",
    Kind.PLACE: "#87d7ff",
    Kind.GROUP: "#ffaf87",
    Kind.EVENT: "#5fffd7",
    Kind.WORK: "#ffafff",
    Kind.PRODUCT: "#d7ff5f",
    Kind.LAW: "#d7d7ff",
    Kind.FACILITY: "#afd7ff",
    Kind.LANGUAGE: "#ffd7af",
    Kind.OTHER: "#afffd7",
    Kind.UNKNOWN: "#dadada",
}

READER_CONTRAST = Theme(
    name="reader-contrast",
    dark=True,
    primary="#87d7ff",
    secondary="#d7afff",
    accent="#ffd75f",
    warning="#ffd75f",
    error="#ffafaf",
    success="#87ff87",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#262626",
    variables={
        **_kinds(_CONTRAST_KINDS),
        **_marks(yellow="#ffff5f", green="#87ff87", blue="#87d7ff", red="#ffafaf"),
        "quote": "#87ff87",
        "quote-indirect": "#afffaf",
        "time": "#ffafaf",
        "rail": "#87ff87",
        "dim": "#d0d0d0",
        "block-cursor-background": "#262626",
        "block-cursor-foreground": "#ffffff",
        "footer-background": "#000000",
        "footer-key-foreground": "#87d7ff",
        "footer-description-foreground": "#ffffff",
        "input-selection-background": "#87d7ff 50%",
        "scrollbar": "#dadada",
        "scrollbar-hover": "#ffffff",
        "scrollbar-background": "#000000",
    },
)
"""Every colour of text has a contrast of 7:1 on every ground (WCAG 2 AAA)."""

THEMES = (READER_DARK, READER_LIGHT, READER_CONTRAST)


def reader_variables(theme: Theme) -> dict[str, str]:
    """Our variables made of the tokens of a theme that does not define them.

    Every value is one plain colour, so it can be used in style sheets and parsed in code.
    """
    tokens = theme.to_color_system().generate()
    made = _ansi_variables(tokens) if theme.ansi else _blended_variables(tokens)
    kinds = {f"kind-{kind}": made[token] for kind, token in _TOKENS.items()}
    return {
        **kinds,
        "quote": made["success"],
        "quote-indirect": made["indirect"],
        "time": made["error"],
        "rail": made["success"],
        "dim": made["dim"],
        **_marks(
            yellow=made["warning"],
            green=made["success"],
            blue=made["primary"],
            red=made["error"],
        ),
    }


def _blended_variables(tokens: dict[str, str]) -> dict[str, str]:
    foreground, background = Color.parse(tokens["foreground"]), Color.parse(tokens["background"])
    named = ("warning", "secondary", "primary", "accent", "success", "error")
    made = {name: tokens[f"text-{name}"] for name in named}
    made["indirect"] = foreground.blend(Color.parse(made["success"]), 0.5).hex
    made["dim"] = foreground.blend(background, 0.3).hex
    return made


def _ansi_variables(tokens: dict[str, str]) -> dict[str, str]:
    """For the sixteen colours of the terminal's own palette, which cannot be blended."""
    quiet = "ansi_bright_black"
    return {**tokens, "indirect": tokens["success"], "dim": quiet}


class ThemedApp(App[None]):
    """An app in our colours, on which any widget of ours can stand."""

    def __init__(
        self, theme: str = READER_DARK.name, driver_class: type[Driver] | None = None
    ) -> None:
        """An unknown `theme` is replaced by the dark one of ours."""
        # Chosen before anything asks for colours: a later change has every style sheet
        # parsed once more.
        self.set_reactive(App.theme, theme)
        super().__init__(driver_class)
        for own in THEMES:
            self.register_theme(own)
        if theme not in self.available_themes:
            self.theme = READER_DARK.name

    def get_theme(self, theme_name: str) -> Theme | None:
        """A theme by its name; ours are there before any is registered."""
        own = (theme for theme in THEMES if theme.name == theme_name)
        return next(own, None) or super().get_theme(theme_name)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our variables for the present theme, unless it brings its own."""
        theme = self.current_theme
        return {} if theme in THEMES else reader_variables(theme)
