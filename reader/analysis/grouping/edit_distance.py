"""How near two spellings are."""

from __future__ import annotations


def is_slip(one: str, other: str) -> bool:
    """Whether two names differ by one letter: another, left out, or two exchanged."""
    if one == other or abs(len(one) - len(other)) > 1 or one[0] != other[0]:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    if len(one) != len(other):
        longer, shorter = (one, other) if len(one) > len(other) else (other, one)
        return longer[start + 1 :] == shorter[start:] and longer[start].isalpha()
    slipped = one[start : start + 2] + other[start : start + 2]
    if one[start + 1 :] == other[start + 1 :]:
        return one[start].isalpha() and other[start].isalpha()
    turned = slipped[:2] == slipped[:1:-1] and slipped.isalpha()
    return turned and one[start + 2 :] == other[start + 2 :]
