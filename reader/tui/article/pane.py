"""The article pane: a caret, motions, a selection, and the focus of the reading."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.timer import Timer

from ...article import Link
from ...reading import (
    EntityFocus,
    EventFocus,
    Focus,
    Passage,
    Reading,
)
from ...reading.outline import link_at
from ..commands.command import CORRECT, RIGHT_BUTTON
from . import motions
from .caret import CaretPage
from .following import is_last_target, next_target, targets

_PAGE_OVERLAP = 2
_DRAG_SCROLL_SECONDS = 0.05
_VERTICAL = {"up", "down", "page_up", "page_down", "half_up", "half_down"}


def _moves(name: str, keys: str, description: str, *selecting: str) -> list[BindingType]:
    """The bindings of one motion: its keys, and those that select on the way."""
    label = name.replace("_", "-")
    bound: list[BindingType] = [
        Binding(keys, f"move('{name}')", description, show=False, id=f"article.{label}")
    ]
    if selecting:
        bound.append(
            Binding(
                ",".join(selecting),
                f"select('{name}')",
                f"select: {description}",
                show=False,
                id=f"article.select-{label}",
            )
        )
    return bound


class ArticlePane(CaretPage):
    """Shows the article of a reading and lets its reader move, select and focus.

    `measure` is the longest row, in cells.
    """

    class LinkChosen(Message):
        """The reader wants to know where a link leads."""

        def __init__(self, link: Link) -> None:
            super().__init__()
            self.link = link

    HELP = """
    The article. Move the caret, `v` then motions select; `enter` focuses what is under the
    caret: again for the next thing there, and for where a link leads.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *_moves("left", "left,h", "left", "shift+left"),
        *_moves("down", "down,j", "down", "shift+down"),
        *_moves("up", "up,k", "up", "shift+up"),
        *_moves("right", "right,l", "right", "shift+right"),
        *_moves("next_word", "w,ctrl+right", "next word", "ctrl+shift+right"),
        *_moves("previous_word", "W,ctrl+left", "word back", "ctrl+shift+left"),
        *_moves("row_start", "home,0", "start of row", "shift+home"),
        *_moves("row_end", "end,dollar_sign", "end of row", "shift+end"),
        *_moves("page_down", "space,pagedown,ctrl+f", "page down", "shift+pagedown"),
        *_moves("page_up", "b,pageup,ctrl+b", "page up", "shift+pageup"),
        *_moves("half_down", "ctrl+d", "half a page down"),
        *_moves("half_up", "ctrl+u", "half a page up"),
        *_moves("next_paragraph", "right_curly_bracket", "next paragraph", "ctrl+shift+down"),
        *_moves("previous_paragraph", "left_curly_bracket", "paragraph back", "ctrl+shift+up"),
        *_moves("start", "g,ctrl+home", "start of article", "ctrl+shift+home"),
        *_moves("end", "G,ctrl+end", "end of article", "ctrl+shift+end"),
        Binding("ctrl+e", "scroll(1)", "scroll a line down", show=False, id="article.line-down"),
        Binding("ctrl+y", "scroll(-1)", "scroll a line up", show=False, id="article.line-up"),
        Binding("right_square_bracket", "move('next_stop')", "next", id="article.next-annotation"),
        Binding(
            "left_square_bracket",
            "move('previous_stop')",
            "previous annotation",
            show=False,
            id="article.previous-annotation",
        ),
        Binding("enter", "focus_here", "focus", id="article.focus"),
        Binding("v", "toggle_selecting", "select", id="article.select"),
        Binding("escape", "end_selecting", "end selecting", id="article.end-select"),
        Binding("ctrl+a", "select_all", "select all", show=False, id="article.select-all"),
        Binding("y", "copy", "copy", show=False, id="article.copy"),
        Binding(
            "ctrl+c,super+c", "copy_selection", "copy", show=False, id="article.copy-selection"
        ),
    ]

    def __init__(self, reading: Reading, measure: int = 72) -> None:
        super().__init__(reading, measure)
        self._pressed: tuple[int, int] | None = None
        self._dragged = False
        self._clicked_row = 0
        self._times = 1
        self._pointer = (0, 0)
        self._drag_scroll: Timer | None = None
        self._offered: tuple[int, Focus] | None = None

    @property
    def is_dragging(self) -> bool:
        """Whether the mouse is selecting."""
        return self._pressed is not None

    # Motions

    def action_move(self, motion: str) -> None:
        """Move the caret; select on the way in select mode."""
        if self.selecting:
            self.action_select(motion)
        else:
            self._anchor = None
            self._go(motion)

    def action_select(self, motion: str) -> None:
        """Move the caret and select what lies between."""
        if self._anchor is None:
            self._anchor = self._opposite_edge()
        self._go(motion)
        self._select(self._anchor, self.reading.caret)

    def _go(self, motion: str) -> None:
        if not self.is_set:
            return
        self._have(self.reading.caret)
        rows, caret = self.rows, self.reading.caret
        if motion in _VERTICAL:
            if self._column is None:
                row = rows.row(rows.number(caret))
                self._column = row.column(caret)
            self._go_vertically(motion)
            return
        self._column = None
        offset = self._horizontal(motion)
        self._have(offset)
        self._step_to(motions.snap(self.rows, offset))

    def _step_to(self, offset: int) -> None:
        """Move the caret and show some rows more in the direction it goes."""
        before, after = self.rows.number(self.reading.caret), self.rows.number(offset)
        self._put_caret(offset)
        above, below = 3 * (after < before), 3 * (after > before)
        self.reveal(offset, above=above, below=below, creeps=self._times > 1)

    def repeat(self, action: str, parameters: tuple[object, ...], times: int) -> bool:
        """Move or select by rows or pages so many times, with one picture at the end."""
        motion = str(parameters[0]) if parameters else ""
        if action not in ("move", "select") or motion not in _VERTICAL or not self.is_set:
            return False
        self._times = times
        try:
            if action == "move":
                self.action_move(motion)
            else:
                self.action_select(motion)
        finally:
            self._times = 1
        return True

    def _horizontal(self, motion: str) -> int:
        caret = self.reading.caret
        if motion in motions.MOTIONS:
            return motions.MOTIONS[motion](self.rows, self.blocks, caret)
        stop = self.reading.next_stop(forward=motion == "next_stop")
        return caret if stop is None else stop

    def _go_vertically(self, motion: str) -> None:
        caret = self.reading.caret
        if motion in ("up", "down"):
            step = self._times if motion == "down" else -self._times
            self._step_to(motions.vertical(self.rows, caret, self._column or 0, step))
            return
        page = max(1, self.height - _PAGE_OVERLAP)
        step = page if motion.startswith("page") else max(1, page // 2)
        self._page((step if motion.endswith("down") else -step) * self._times)

    def _page(self, step: int) -> None:
        """Scroll by `step` rows; the caret keeps its place on the screen."""
        self.reveal(self.reading.caret, above=0, below=0)
        number, top = self.rows.number(self.reading.caret), self.top
        self.scroll_rows(step)
        moved = self.top - top
        if self.rows.covers(self.reading.caret):
            target = self.rows.number(self.reading.caret) + step
        else:
            target = number + moved
        self._put_caret(self._place_in(target, 1 if step > 0 else -1))
        self.reveal(self.reading.caret, above=0, below=0)

    def action_scroll(self, step: int) -> None:
        """Scroll by rows; the caret goes along only where it would leave the screen."""
        if self.is_set:
            self.scroll_rows(step)
            self.scrolled_by_hand()

    def go_to_label(self, place: int, goal: Focus | Link) -> None:
        """Go to what a label stands on and look at it; None leaves the focus as it is."""
        self._end_selecting()
        if isinstance(goal, Link):
            self.reading.jump(place)
            self.post_message(self.LinkChosen(goal))
        elif goal is None or goal == self.reading.focus:
            self.reading.jump(place)
        else:
            before = self.reading.here
            self._put_caret(place)
            self.reading.focus_on(goal, left=before)

    # Focusing and selecting by key

    def action_focus_here(self) -> None:
        """Focus what is under the caret; again, the next thing there, and its link last."""
        reading = self.reading
        fold = self._fold_at(reading.caret)
        if fold is not None:
            self.unfold(fold)
            return
        focus = next_target(reading)
        link = link_at(reading.article, reading.caret)
        offer = (reading.caret, reading.focus)
        due = is_last_target(reading) and (self._offered != offer or focus == reading.focus)
        if link is not None and due:
            self._offered = offer
            self.post_message(self.LinkChosen(link))
        elif focus is not None:
            self._end_selecting()
            reading.focus_on(focus)

    def action_toggle_selecting(self) -> None:
        """Begin or end the select mode, in which motions select."""
        self.selecting = not self.selecting
        self._anchor = self.reading.caret if self.selecting else None

    def action_end_selecting(self) -> None:
        """End the select mode; what is selected stays so."""
        self._end_selecting()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a select mode can be ended."""
        if action == "end_selecting":
            return self.selecting
        return super().check_action(action, parameters)

    def action_select_all(self) -> None:
        """Select the whole article."""
        if self.is_set:
            self._end_selecting()
            self._select(self.blocks[0].start, self.blocks[-1].end)

    # Copying

    def action_copy(self) -> None:
        """Copy what is selected or in focus, else the paragraph."""
        from ..copying import copied, copy_words, words_to_copy

        words = words_to_copy(self.reading)
        if not words and self.is_set:
            block = self.blocks[motions.block_at(self.blocks, self.reading.caret)]
            words = copied(self._text, self.blocks, block.start, block.end)
        copy_words(self.app, words)

    def action_copy_selection(self) -> None:
        """Copy the selection; without one the key is somebody else's."""
        if not isinstance(self.reading.focus, Passage):
            raise SkipAction
        self.action_copy()

    # The mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Put the caret there and be ready for a drag."""
        if event.button == RIGHT_BUTTON and self.is_set:
            self._ask_about(self._cell(event)[0])
        if event.button != 1 or not self.is_set:
            return
        self._end_selecting()
        self._dragged = False
        self._pressed = self._cell(event)
        self._column = None
        if event.shift:
            self._anchor = self._opposite_edge()
            self._put_caret(self._pressed[0])
            self._select(self._anchor, self.reading.caret)
            self._pressed = None
            return
        self._put_caret(self._pressed[0])
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select from where the button went down to here."""
        if self._pressed is None:
            return
        self._pointer = self._at(event)
        self._drag()
        outside = not 0 <= self._pointer[1] < self.height
        if outside and self._drag_scroll is None:
            self._drag_scroll = self.set_interval(_DRAG_SCROLL_SECONDS, self._scroll_and_drag)
        elif not outside:
            self._stop_drag_scroll()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """The drag is over."""
        del event
        self.release_mouse()
        self._stop_drag_scroll()
        self._pressed = None

    def on_click(self, event: events.Click) -> None:
        """Once: focus a mention or date; twice: select the word; three times: the paragraph."""
        if self._dragged or not self.is_set or event.button != 1 or event.shift:
            return
        caret = self.reading.caret
        self._clicked_row = self._at(event)[1]
        if event.chain == 2:
            self._select_word()
        elif event.chain > 2:
            block = self.blocks[motions.block_at(self.blocks, caret)]
            self._select(block.start, block.end)
        else:
            self._focus_clicked()

    def _ask_about(self, place: int) -> None:
        """Offer what can be corrected about a place, or about the selection around it."""
        focus = self.reading.focus
        if not (isinstance(focus, Passage) and focus.start <= place < focus.end):
            if isinstance(focus, Passage):
                self.reading.focus_on(None)
            self._put_caret(place)
        self.call_later(self.app.run_action, CORRECT)

    def _select_word(self) -> None:
        """Select the word that was clicked; beside all words nothing is selected."""
        start, end = motions.word_around(self._text, self.reading.caret)
        on_text = not self.rows.is_blank(min(self.top + self._clicked_row, self.rows.last - 1))
        if on_text and any(sign.isalnum() for sign in self._text[start:end]):
            self._select(start, end)

    def _focus_clicked(self) -> None:
        found = targets(self.reading)
        if found and isinstance(found[0], EntityFocus):
            self.reading.focus_on(found[0])
        elif self.reading.index.time_places.at(self.reading.caret) and found:
            event = next((focus for focus in found if isinstance(focus, EventFocus)), None)
            self.reading.focus_on(event or found[0])
        elif isinstance(self.reading.focus, Passage):
            self.reading.focus_on(None)

    def _at(self, event: events.MouseEvent) -> tuple[int, int]:
        offset = event.get_content_offset_capture(self)
        return offset.x, offset.y

    def _cell(self, event: events.MouseEvent) -> tuple[int, int]:
        """The grapheme under the pointer: its offset and the one after it."""
        return self._grapheme(*self._at(event))

    def _grapheme(self, x: int, y: int) -> tuple[int, int]:
        number = min(max(self.rows.first, self.top + y), self.rows.last - 1)
        if self.rows.is_blank(number):
            number = motions.beside(self.rows, number, -1)
            x = self.size.width
        row = self.rows.row(number)
        start = min(row.offset(max(0, x - self.column)), motions.last_place(self.rows, number))
        fold = self._fold_at(start)
        if fold is not None:
            return fold.start, fold.end
        place = row.place(start)
        return start, row.borders[min(place + 1, len(row.pieces))]

    def _drag(self) -> None:
        """Select from the grapheme first pressed to the one under the pointer."""
        if self._pressed is None:
            return
        x, y = self._pointer
        here = self._grapheme(x, min(max(0, y), self.height - 1))
        if here == self._pressed and not self._dragged:
            return
        self._dragged = True
        forward = here >= self._pressed
        self._put_caret(here[1] if forward else here[0])
        self._select(min(here[0], self._pressed[0]), max(here[1], self._pressed[1]))

    def _scroll_and_drag(self) -> None:
        y = self._pointer[1]
        self.scroll_rows(y if y < 0 else y - self.height + 1)
        self._drag()

    def _stop_drag_scroll(self) -> None:
        if self._drag_scroll is not None:
            self._drag_scroll.stop()
            self._drag_scroll = None
