"""What a shell needs to complete `reader`, `reader analyze` and `reader ask`."""

from __future__ import annotations

import argparse
from argparse import ArgumentParser

import shtab

from ..arguments import make_parser
from . import analyze, ask

SHELLS = ("bash", "zsh", "fish")
_MADE = (analyze.make_parser, ask.make_parser)
_FILES_TOO = "_shtab_reader_pos_0_COMPGEN=_shtab_compgen_files"
"""What offers files where bash would offer only the names of commands; fish does so by itself."""
_ZSH_TAIL = "typeset -A opt_args"
_ZSH = """\
_reader() {{
  if (( CURRENT > 2 )) && [[ $words[2] == ({names}) ]]; then
    local command=$words[2]
    shift words
    (( CURRENT -= 1 ))
    _shtab_reader_$command
    return
  fi
  local -a commands=({described})
  (( CURRENT == 2 )) && _describe command commands
  _shtab_reader
}}

typeset -A opt_args

if [[ $zsh_eval_context[-1] == eval ]]; then
  # eval/source/. command, register function for later
  compdef _reader -N reader
else
  # autoload from fpath, call function directly
  _reader "$@"
fi
"""


def script(shell: str) -> str:
    """The completions for a shell of `SHELLS`: options, choices and files of each command."""
    if shell == "zsh":
        return _zsh()
    preamble = _FILES_TOO if shell == "bash" else ""
    return str(shtab.complete(_with_commands(), shell, preamble=preamble))


def _with_commands() -> ArgumentParser:
    """The parser of `reader` with the other commands as its first argument.

    It is for completions only: what is read may be named like a command.
    """
    parser = make_parser()
    articles = next(action for action in parser._actions if action.dest == "articles")
    parser._actions.remove(articles)
    commands = parser.add_subparsers(parser_class=argparse.ArgumentParser)
    for make in _MADE:
        made = make()
        name = made.prog.rpartition(" ")[2]
        commands.add_parser(
            name, help=_told(made), description=_told(made), parents=[made], add_help=False
        )
    parser._actions.append(articles)
    return parser


def _zsh() -> str:
    """Three scripts in one: zsh takes either files or commands as the first argument."""
    parsers = [make() for make in _MADE]
    names = [parser.prog.rpartition(" ")[2] for parser in parsers]
    whole, _, _ = shtab.complete(make_parser(), "zsh").partition(_ZSH_TAIL)
    parts = [whole]
    for parser, name in zip(parsers, names, strict=True):
        parser.prog = f"reader-{name}"  # the script has it in patterns, where a blank breaks it
        made = shtab.complete(parser, "zsh", root_prefix=f"reader_{name}")
        body, _, _ = made.partition(_ZSH_TAIL)
        parts.append(body[body.index("_shtab_") :])
    described = " ".join(
        f"'{name}:{_told(parser)}'" for parser, name in zip(parsers, names, strict=True)
    )
    return "".join(parts) + _ZSH.format(names="|".join(names), described=described)


def _told(parser: ArgumentParser) -> str:
    """The first sentence about a command, without its full stop."""
    return (parser.description or "").strip().split("\n")[0].partition(".")[0]
