"""`python -m reader`, and what the command `reader` runs."""

import os
import sys

_INTERRUPTED = 130

# ctrl+c ends the process without a traceback: while this import runs, then until `main` handles it.
try:
    import signal
except KeyboardInterrupt:
    os._exit(_INTERRUPTED)

_HANDLED = signal.getsignal(signal.SIGINT) is signal.default_int_handler  # and not ignored
if _HANDLED:
    signal.signal(signal.SIGINT, signal.SIG_DFL)

from reader.cli import main  # noqa: E402  its imports take long enough for a ctrl+c


def run() -> int:
    """Run the command; returns its exit code."""
    try:
        if _HANDLED:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        code = main()
        if _HANDLED:
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # while Python ends
    except KeyboardInterrupt:
        return _INTERRUPTED
    return code


if __name__ == "__main__":
    sys.exit(run())
