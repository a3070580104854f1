"""Stand-ins for the process that analyses, each misbehaving in one way."""

import sys

_SPEAK = (
    "import sys, time, os, signal\n"
    "from reader.worker.channel import receive, send\n"
    "from reader.worker.protocol import *\n"
    "from reader.analysis.types import Annotations\n"
    "def ask():\n"
    "    pieces = []\n"
    "    while isinstance(asked := receive(sys.stdin.buffer, read_request), Piece):\n"
    "        pieces.append(asked.text)\n"
    "    return asked.with_text(pieces) if isinstance(asked, Analyse) else asked\n"
    "asked = ask()\n"
    "def say(message): send(sys.stdout.buffer, message)\n"
)


def child(code: str) -> list[str]:
    """The command of a process that takes one request as `asked` and then runs `code`.

    It can answer with `say(message)`.
    """
    return [sys.executable, "-c", _SPEAK + code]


ANSWERS_EVERY_REQUEST = child(
    "while asked:\n"
    "    dating = asked.article.dating if isinstance(asked, Analyse) else asked.dating\n"
    "    say(Finished(Annotations(), dating.published, 'model 1'))\n"
    "    asked = ask()\n"
)
HANGS = child("say(Progress(1, 10)); time.sleep(60)")
IS_KILLED = child("say(Progress(1, 10)); os.kill(os.getpid(), signal.SIGKILL)")
CRASHES = child("raise ImportError('no module of that name')")
TALKS_NONSENSE = child(
    "sys.stdout.buffer.write(b'\\0\\0\\0\\1x'); sys.stdout.flush(); time.sleep(60)"
)
