"""The linear mode: the same reading as numbered lines of text with a prompt.

For screen readers, for terminals that cannot place text, and for pipes: nothing is painted, nothing
moves, and no control sequence is written.
"""
