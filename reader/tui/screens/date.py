"""The dialog that sets the publication date."""

from __future__ import annotations

from ...article import Article, DateSource
from ...article.written_dates import HOW_TO_WRITE, parse_date
from ..harmless import one_line
from .dialog import LineDialog

_LONGEST = 60
_FROM = {
    DateSource.OPTION: "It was set by you.",
    DateSource.METADATA: "It comes from the article's metadata.",
    DateSource.FILE: "It comes from the file name.",
}


class DateDialog(LineDialog[Article]):
    """Shows the publication date and where it comes from, and closes with the article redated."""

    TITLE_LINE = "Publication date"

    def __init__(self, article: Article) -> None:
        self._article = article
        self._is_own = article.dating == article.as_stated().dating
        day = article.published or article.guessed
        published = day.isoformat() if day else ""
        empty = "clears it" if self._is_own else "removes the date you set"
        how = f"Write it as 2013-03-22 or 22 March 2013; an empty line {empty}."
        keys = "enter sets it · esc closes"
        super().__init__(published, f"{_origin(article)} {how}\n{keys}")

    def answer(self, value: str) -> None:
        """Close with the article dated so, if that is a date.

        An empty line removes what the reader set; what the article states it clears.
        """
        if not value.strip() and not self._is_own:
            self.dismiss(self._article.as_stated())
            return
        try:
            dated = parse_date(value) if value.strip() else None
            self.dismiss(self._article.with_date(dated))
        except ValueError:
            shown = one_line(value[:_LONGEST])
            self.complain(f"“{shown}” is not a date: {HOW_TO_WRITE}.")


def _origin(article: Article) -> str:
    if article.published is None and article.as_stated().published is not None:
        return "You said that it is unknown."
    if article.published is None and article.guessed is not None:
        return "The article states none; this one is a guess, used only if you confirm it."
    if article.published is None:
        return "The article states none, so relative dates stay relative."
    if article.date_source is DateSource.TEXT and article.date_span:
        start, end = article.date_span
        words = one_line(article.text[start : min(end, start + _LONGEST)])
        return f"The article states it: “{words}”."
    return _FROM.get(article.date_source, "The article states it.")
