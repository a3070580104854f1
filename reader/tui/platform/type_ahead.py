"""What is typed, clicked and pasted, in its order and each where it belongs."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from itertools import takewhile
from typing import Any

from textual.app import App
from textual.events import Event, InputEvent, Key, MouseMove, Paste
from textual.message_pump import MessagePump

_ESCAPE = "escape"
_LONGEST_LINE = 2_000
"""Characters to which a paste fills a line; what is typed has no limit."""
_HELD_DOWN = ("button", "shift", "meta", "ctrl")


class TypeAhead:
    """Holds input until everything that the input before it set off has been done.

    Textual 8.2 sends a key to the widget that has the keyboard when the key arrives. But a key
    takes effect through the queues of several widgets. So the keyboard may move too late for the
    next key: of `/quay` typed at once, letters would be keys of the article. Input that arrives
    in a quiet moment is passed on at once. Later input waits until no widget has anything to do,
    the panes are laid out and the present dialog has no work under way. Escape, and what was
    typed before it, does not wait for such work: it is the way out of work that never ends.
    """

    def __init__(
        self,
        app: App[Any],
        hand_on: Callable[[Event], Awaitable[None]],
        repeat: Callable[[Key, int], bool] = lambda *_: False,
    ) -> None:
        """`hand_on` does with an event what `app` does where nothing has to wait.

        `repeat` does at once what a key does so many times; False where it cannot.
        """
        self._app = app
        self._repeat = repeat
        self._hand_on = hand_on
        self._held: deque[Event] = deque()
        self._settling: asyncio.Task[None] | None = None
        self._woken = asyncio.Event()

    def begin(self) -> None:
        """From now on input waits until the app has come to rest."""
        self._settling = asyncio.create_task(self._settle())

    def end(self) -> None:
        """Wait for nothing any more."""
        if self._settling is not None:
            self._settling.cancel()

    def holds(self, event: Event) -> bool:
        """Whether an event is kept, to be handed on later; it must not be handled now then.

        Once the app ends nothing is handed on: the screens may be gone.
        """
        if not isinstance(event, InputEvent | Paste):
            return False
        if self._app._exit:
            return True
        if event.is_forwarded:
            return False
        if self._settling is None:
            self.begin()
            self._bound(event)
            return False
        if self._held and _same_drag(self._held[-1], event):
            self._held.pop()
        self._held.append(event)
        if _is_escape(event):
            self._wake()
        return True

    async def _settle(self) -> None:
        """Hand on what is held, one at a time, each when the app is at rest."""
        await self._rest()
        while self._held:
            event = self._held.popleft()
            count = self._count_same(event)
            if isinstance(event, Key) and count and self._repeat(event, count + 1):
                for _ in range(count):
                    self._held.popleft()
            else:
                self._bound(event)
                self._app.call_later(self._hand_on, event)
            await self._rest()
        self._settling = None

    def _bound(self, event: Event) -> None:
        """Cut what is pasted into a line: nobody looks for a book, and the line answers at once."""
        if not isinstance(event, Paste):
            return
        line = self._app.focused
        written = getattr(line, "value", None)
        if isinstance(written, str):
            event.text = event.text[: max(0, _LONGEST_LINE - len(written))]

    def _count_same(self, event: Event) -> int:
        """How many times the same key follows at once."""
        if not isinstance(event, Key):
            return 0
        same = (isinstance(held, Key) and held.key == event.key for held in self._held)
        return sum(1 for _ in takewhile(bool, same))

    async def _rest(self) -> None:
        while self._asks_to_be_woken():
            await self._woken.wait()

    def _asks_to_be_woken(self) -> bool:
        """Have somebody who is not through with their work wake us; False where nobody is."""
        self._woken.clear()
        for pump in (self._app, *self._app._registry):
            if _is_busy(pump):
                pump.call_later(self._wake)
                self._wake_after(pump._task)  # one that closes answers no call
                return True
        screen = self._app.screen
        if screen._layout_required:
            screen.call_after_refresh(self._wake)
            self._wake_after(screen._task)
            return True
        work = self._work_of_the_dialog()
        self._wake_after(work)
        return work is not None

    def _wake_after(self, task: asyncio.Task[Any] | None) -> None:
        if task is not None:
            task.remove_done_callback(self._wake)
            task.add_done_callback(self._wake)

    def _work_of_the_dialog(self) -> asyncio.Task[object] | None:
        if any(map(_is_escape, self._held)):
            return None
        here = self._app.screen
        running = (work._task for work in self._app.workers if work.node is here)
        return next((task for task in running if task is not None and not task.done()), None)

    def _wake(self, _: object = None) -> None:
        self._woken.set()


def _is_busy(pump: MessagePump) -> bool:
    """Whether a pump has messages or is in the midst of one: then it does not wait for more."""
    if pump._task is None and not isinstance(pump, App):
        return False  # not begun, or ended
    return pump.message_queue_size > 0 or not pump._message_queue.ready_event._waiters


def _is_escape(event: Event) -> bool:
    return isinstance(event, Key) and event.key == _ESCAPE


def _same_drag(before: Event, event: Event) -> bool:
    """Whether of two events the later says all: where the mouse is, the buttons as they were."""
    if not (isinstance(before, MouseMove) and isinstance(event, MouseMove)):
        return False
    return all(getattr(before, held) == getattr(event, held) for held in _HELD_DOWN)
