"""An application that crashes in silence, follows the window's size and names the window."""

from __future__ import annotations

from textual.app import App
from textual.notifications import Notify, SeverityLevel


class SafeApp(App[None]):
    """Textual's application where its own behaviour would harm a reader.

    A crash says nothing by itself: neither the terminal nor a log may get words of the
    article, which a traceback with the values of variables would hold.
    """

    @property
    def crash(self) -> Exception | None:
        """The error that ended the application, if one did."""
        return self._exception

    def _handle_exception(self, error: Exception) -> None:
        """End because of an error; once the end has begun, what is being removed may fail."""
        if not self._exit:
            super()._handle_exception(error)

    def _fatal_error(self) -> None:
        self.panic()

    def panic(self, *renderables: object) -> None:
        """End at once and say nothing: the caller of `run` tells what happened."""
        del renderables
        self._return_code = 1
        super().panic()

    def on_resize(self) -> None:
        """Hand the new size on without waiting.

        Textual 8.2 waits for a timer of 8 ms. A busy machine may interrupt the start of that
        timer for longer; then it never rings, and no later change of size is seen.
        """
        self.call_later(self._check_resize)

    def set_window_title(self, title: str) -> None:
        """Name the window of the terminal; `title` must be harmless."""
        set_title = getattr(self._driver, "set_title", None)
        if set_title is not None:
            set_title(title)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Show a notice for `timeout` seconds, whatever happens to the clock."""
        from .steady_notice import SteadyNotice

        seconds = self.NOTIFICATION_TIMEOUT if timeout is None else timeout
        self.post_message(Notify(SteadyNotice(message, title, severity, seconds, markup)))
