"""How near two spellings are."""

from __future__ import annotations


def is_slip(one: str, other: str) -> bool:
    """Whether two names differ by one letter: another, left out, or two exchanged."""
    if one == other or abs(len(one) - len(other)) > 1 or one[0] != other[0]:
        return False
    if [c for c in one if not c.isalpha()] != [c for c in other if not c.isalpha()]:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    if len(one) != len(other):
        longer, shorter = (one, other) if len(one) > len(other) else (other, one)
        return longer[start + 1 :] == shorter[start:]
    if one[start + 1 :] == other[start + 1 :]:
        return True
    return (
        one[start : start + 2] == other[start : start + 2][::-1]
        and one[start + 2 :] == other[start + 2 :]
    )
