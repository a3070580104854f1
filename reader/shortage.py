"""Telling a lack of memory from a fault of the program."""

from __future__ import annotations

import errno

ANALYSIS = 330_000_000
"""Bytes of address space that loading the small pipeline and analysing an article take."""
INTERFACE = 120_000_000
"""Bytes of address space that the interface takes, with the stacks of its threads."""
_SIGNS = (
    "can't start new thread",  # each needs room for its stack
    "failed to map segment",  # by the loader of libraries
    "cannot allocate memory",
    "without setting an exception",  # by Python, where it could not make the exception
    "error return without exception set",
)


class ShortageError(MemoryError):
    """There is too little memory to begin; the message says what to do."""


def make_sure_of(room: int) -> None:
    """Raise ShortageError unless so many bytes of address space can be had.

    Libraries in C end the process where they get none, or fail with words that mislead.
    """
    from mmap import mmap

    try:
        mmap(-1, room).close()
    except (OSError, ValueError, OverflowError) as error:
        raise ShortageError(
            f"There is not enough memory: {room // 1_000_000} MB more are needed; close other "
            "programs, or raise the limit of this shell (ulimit -v)."
        ) from error


def is_lack_of_memory(error: BaseException) -> bool:
    """Whether an error, or one that led to it, says that the system gives no more memory."""
    seen: list[BaseException] = []
    following: BaseException | None = error
    while following is not None and following not in seen:
        seen.append(following)
        following = following.__cause__ or following.__context__
    return any(map(_says_so, seen))


def _says_so(error: BaseException) -> bool:
    match error:
        case MemoryError() | OSError(errno=errno.ENOMEM):
            return True
        case RuntimeError() | ImportError() | SystemError():
            return any(sign in str(error).lower() for sign in _SIGNS)
        case _:
            return False
