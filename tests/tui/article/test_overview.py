"""Marks on the scroll bar."""

from rich.color import Color

from reader.reading import EntityFocus
from reader.tui.article.overview import Trace, colours
from tests.tui.article.test_pane import opened
from tests.tui.readings import crowd

RED, BLUE = Color.parse("red"), Color.parse("blue")


def test_a_stretch_has_the_colour_of_the_last_trace_in_it() -> None:
    shown = [Trace([0, 12, 13, 29], RED), Trace([20], BLUE)]
    assert colours(shown, [0, 10, 20, 25, 30, 40]) == [RED, RED, BLUE, RED, None]


async def test_the_scroll_bar_shows_where_the_focus_is() -> None:
    reading = crowd(300)
    async with opened(reading, size=(60, 20)) as (pane, pilot):
        bar = pane.vertical_scrollbar

        def marked() -> list[int]:
            lines = [bar.render_line(y).text for y in range(pane.height)]
            return [y for y, line in enumerate(lines) if "─" in line]

        assert not marked()
        entity = reading.annotations.entities[150]
        reading.focus_on(EntityFocus(entity.id))
        await pilot.pause()
        length = len(reading.article.text)
        assert {20 * mention.start // length for mention in entity.mentions} <= {
            y + off for y in marked() for off in (-1, 0, 1)
        }
        assert marked()
        reading.back()
        await pilot.pause()
        assert not marked()
