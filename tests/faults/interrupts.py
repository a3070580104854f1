"""Interrupts the command at moments of its first milliseconds and counts what it says.

`python -m tests.faults.interrupts [TIMES]` prints how many runs ended in silence, how many with a
traceback of our own modules, and how many with one of Python, which has not come to our first line.
"""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections import Counter

_WITHIN = 0.04
_OURS = b"/reader/"
# What the script does that an installer writes for the command.
COMMAND = [sys.executable, "-c", "import sys; from reader.__main__ import run; sys.exit(run())"]


def interrupted(command: list[str], after: float) -> str:
    """How a command ends that is interrupted so many seconds after it was started."""
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    time.sleep(after)
    process.send_signal(signal.SIGINT)
    said = b"".join(process.communicate())
    if b"Traceback" in said:
        return f"traceback of {'our own' if _OURS in said else 'the start of Python'}"
    if said:
        return "other words"
    return "silence" if process.returncode in {-signal.SIGINT, 130} else str(process.returncode)


def main() -> None:
    """Interrupt so many times."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    moments = [_WITHIN * number / times for number in range(times)]
    endings = {after: interrupted([*COMMAND, "missing.txt"], after) for after in moments}
    for ending, count in Counter(endings.values()).most_common():
        latest = max(after for after, its in endings.items() if its == ending)
        print(f"{count:5} {ending}, the latest after {1000 * latest:.1f} ms")


if __name__ == "__main__":
    main()
