"""Telling a lack of memory from a fault of the program."""

from __future__ import annotations

import errno

_SIGNS = (
    "can't start new thread",  # each needs room for its stack
    "failed to map segment",  # by the loader of libraries
    "cannot allocate memory",
    "without setting an exception",  # by Python, where it could not make the exception
    "error return without exception set",
)


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
