import re
from datetime import date

import pytest

from reader.tui.screens.date import parse_date


@pytest.mark.parametrize(
    "written",
    ["2013-03-22", "22 March 2013", "March 22, 2013", "Mar. 22, 2013", "Friday, 22 March 2013"],
)
def test_dates_as_people_write_them(written):
    assert parse_date(written) == date(2013, 3, 22)


@pytest.mark.parametrize(
    "written",
    ["", "yesterday", "2013-02-30", "22/03", "0", "2013-03-22x", "0001-01-01", "9999-12-31"],
)
def test_all_else_is_refused(written):
    with pytest.raises(ValueError, match=f"^{re.escape(written)}$"):
        parse_date(written)
