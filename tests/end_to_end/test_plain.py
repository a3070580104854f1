"""The linear mode in a real pseudo-terminal."""

from __future__ import annotations


def test_an_article_is_read_and_its_lists_are_asked_for(start, article):
    with start("--plain", article, size=(100, 40)) as terminal:
        terminal.wait_for("Enter reads on")
        terminal.press("enter")
        terminal.wait_for("\nTitle: Ferry returns")
        terminal.press("entities", "enter")
        terminal.wait_for("1. Mara Olsen, person, mentioned 4 times")
        terminal.press("1", "enter")
        terminal.wait_for("Chosen: Mara Olsen")
        terminal.press("quit", "enter")
        assert terminal.wait_for_exit() == 0
        assert "\x1b" not in terminal.output
        assert terminal.left_on() == []


def test_a_piped_article_is_asked_about_from_the_terminal(start):
    with start("--plain", "-", piped=b"Boats are back\n\nThe boats sail again.\n") as terminal:
        terminal.wait_for("Enter reads on")
        terminal.press("1", "enter")
        terminal.wait_for("1. The boats sail again.")
        terminal.press("q", "enter")
        assert terminal.wait_for_exit() == 0
        assert "\x1b" not in terminal.output


def test_an_interrupt_ends_it(start, article):
    with start("--plain", article) as terminal:
        terminal.wait_for("Enter reads on")
        terminal.press("ctrl+c")
        assert terminal.wait_for_exit() == 130
