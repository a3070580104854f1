import pytest
from textual.app import ComposeResult
from textual.color import Color
from textual.theme import BUILTIN_THEMES
from textual.widgets import Static

from reader.analysis import Colour, Kind
from reader.tui.theme import THEMES, ThemedApp, reader_variables

OURS = [
    *(f"kind-{kind}" for kind in Kind),
    *(f"mark-{colour}" for colour in Colour),
    *("quote", "quote-indirect", "time", "rail", "dim"),
]


def luminance(colour: Color) -> float:
    def linear(value: int) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b)


def contrast(one: str, other: str) -> float:
    """WCAG 2's contrast ratio."""
    light, dark = sorted((luminance(Color.parse(one)), luminance(Color.parse(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_colour_of_text_can_be_read_on_every_ground(theme):
    grounds = [theme.background, theme.surface, theme.panel]
    colours = {name: theme.variables[name] for name in OURS}
    colours |= {"foreground": theme.foreground, "primary": theme.primary, "error": theme.error}
    poor = {
        (name, ground): contrast(colour, ground)
        for name, colour in colours.items()
        for ground in grounds
        if contrast(colour, ground) < (7 if theme.name == "reader-contrast" else 4.5)
    }
    assert poor == {}


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_kinds_differ_in_colour(theme):
    colours = {theme.variables[f"kind-{kind}"] for kind in Kind}
    assert len(colours) == len(Kind)


@pytest.mark.parametrize("name", BUILTIN_THEMES)
def test_other_themes_get_our_variables_as_plain_colours(name):
    made = reader_variables(BUILTIN_THEMES[name])
    assert set(made) == set(OURS)
    for value in made.values():
        assert isinstance(Color.parse(value), Color)


class Swatches(ThemedApp):
    CSS = "Static { color: $kind-person; background: $quote; }"

    def compose(self) -> ComposeResult:
        yield Static("x")


@pytest.mark.parametrize("name", ["reader-dark", "reader-light", "nord", "ansi-dark"])
async def test_our_variables_stand_in_style_sheets(name):
    app = Swatches(name)
    async with app.run_test():
        person = app.theme_variables["kind-person"]
        assert app.query_one(Static).styles.color == Color.parse(person)


async def test_an_unknown_theme_is_replaced():
    app = Swatches("no-such-theme")
    async with app.run_test():
        assert app.theme == "reader-dark"
