"""Inputs made to break things: targets for a coverage-guided fuzzer and for hypothesis."""
