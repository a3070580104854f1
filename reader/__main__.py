"""`python -m reader`, and what the command `reader` runs."""

import signal
import sys

_HANDLED = signal.getsignal(signal.SIGINT) is signal.default_int_handler  # and not ignored

# Until `main` handles it, ctrl+c ends the process without a traceback.
if _HANDLED:
    signal.signal(signal.SIGINT, signal.SIG_DFL)

from reader.cli import main  # noqa: E402  its imports take long enough for a ctrl+c


def run() -> int:
    """Run the command; returns its exit code."""
    if _HANDLED:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    return main()


if __name__ == "__main__":
    sys.exit(run())
