"""Transcripts, interviews and chats in plain text; verse, menus and notes of a wire."""

from __future__ import annotations

import pytest

from reader import Article


def blocks(text: str) -> list[tuple[str, str]]:
    return [
        (block.kind.value, text[block.start : block.end])
        for block in Article.from_text(text).blocks
    ]


def kinds(text: str) -> list[str]:
    return [kind for kind, _ in blocks(text)]


def test_a_time_before_the_label_is_a_block_of_its_own() -> None:
    text = "[00:00:02] MS. VALE: Is the tide late?\n\n[00:00:07] PILOT: By an hour.\n"
    assert blocks(text) == [
        ("timestamp", "[00:00:02]"),
        ("turn", "MS. VALE: Is the tide late?"),
        ("timestamp", "[00:00:07]"),
        ("turn", "PILOT: By an hour."),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("Ada Vale  0:02", "Jon Pilot  0:07"),
        ("Ada Vale (0:02)", "Jon Pilot (0:07)"),
        ("Ada Vale — Today at 10:15", "Jon Pilot — Today at 10:16"),
        ("Ada Vale, 10:15 AM", "Jon Pilot, 10:16 AM"),
        ("0:02 Ada Vale", "0:07 Jon Pilot"),
    ],
)
def test_a_name_and_a_time_above_their_turn(lines: tuple[str, str]) -> None:
    text = f"{lines[0]}\nIs the tide late?\n\n{lines[1]}\nBy an hour.\n"
    found = blocks(text)
    assert ("speaker", "Ada Vale") in found
    assert ("speaker", "Jon Pilot") in found
    assert ("turn", "Is the tide late?") in found
    assert ("turn", "By an hour.") in found
    assert kinds(text).count("timestamp") == 2


def test_a_time_between_the_name_and_the_colon() -> None:
    text = "Ada Vale (0:02): Is the tide late?\n\nJon Pilot (0:07): By an hour.\n"
    assert kinds(text) == ["speaker", "timestamp", "turn"] * 2
    assert ("turn", "By an hour.") in blocks(text)


@pytest.mark.parametrize(
    "line",
    [
        "[12/03/2021, 10:15:32] {}: {}",
        "12/03/2021, 10:15 - {}: {}",
        "10:15 <{}> {}",
        "[10:15] <{}> {}",
    ],
)
def test_exports_of_chats(line: str) -> None:
    said = [("Ada", "is the tide late?"), ("Jon", "by an hour"), ("Ada", "as ever")]
    found = blocks("\n".join(line.format(*pair) for pair in said))
    assert [kind for kind, _ in found if kind in {"timestamp", "turn"}] == ["timestamp", "turn"] * 3
    assert all(any(words.endswith(told) for _, words in found) for _, told in said)


def test_a_turn_goes_on_without_a_label_but_an_aside_is_nobodys() -> None:
    text = (
        "HOST: Why so late?\n\nVALE: The tide.\n\n(LAUGHTER)\n\nIt waits for none.\n\nHOST: Thanks."
    )
    assert kinds(text) == ["turn", "turn", "paragraph", "turn", "turn"]


def test_questions_and_answers() -> None:
    text = (
        "Ada Vale pilots ships.\n\nQ. Why so late?\n\nA. The tide.\n\nIt waits.\n"
        "\nQ. Often?\n\nA. No."
    )
    assert kinds(text) == ["paragraph", "question", "answer", "answer", "question", "answer"]


@pytest.mark.parametrize(
    "text",
    [
        "Facts\n\nAge: 40\n\nHeight: 12 metres\n\nAge of keel: 90\n\nWeight: 3 tonnes",
        "The vote\n\nVALE: No comment.\n\nThe council met in the rain and voted late at night.\n\n"
        "The mayor went home early and would not say why the lamps had been out.\n\nMore to come.",
        "The latest\n\n6:05 p.m.\n\nThe crews have gone ashore.\n\n5:10 p.m.\n\nAda: none.",
        "At 10:15 the ship left.\n\nAt 11:30 it was back, with all hands and without the mail.",
    ],
)
def test_other_texts_have_no_speakers(text: str) -> None:
    assert not {"turn", "speaker", "question", "timestamp"} & set(kinds(text))


def test_verse_of_one_length_and_lists_in_broken_text_stay_apart() -> None:
    verse = (
        "The gulls have gone, the nets are dry,\nthe boats lie still upon the sand,\n"
        "and no one asks the reason why\nthe light burns on above the land."
    )
    assert kinds(f"The Light\n\n{verse}") == ["title", *["verse"] * 4]
    prose = (
        "The board asked the county for three things on Monday, and it asked for\n"
        "them in nearly the words it had used the last time, when none of these\n"
        "was granted by anybody, as the clerk of the county remembers very well:\n"
    )
    items = (
        "- a second lock for the ships of up to ninety metres that now wait out\n"
        "- a pump for the lower gate, as the old one has not run for two years\n"
    )
    assert kinds(f"What it wants\n\n{prose}\n{items}") == [
        "title",
        "paragraph",
        "list_item",
        "list_item",
    ]


def test_a_menu_above_the_headline_is_no_title() -> None:
    text = (
        "Skip to content\nHome\nNews\nHarbour Life\nSport\n\nLock opens at last\n"
        "\nThe lock opened on Monday, the county said in a note to the papers.\n"
        "\nIt is the second one."
    )
    assert blocks(text)[4:6] == [("navigation", "Sport"), ("title", "Lock opens at last")]


def test_notes_of_a_wire_and_of_a_press_office() -> None:
    text = (
        "BC-Lock,1st Ld-Writethru\nEds: Adds quotes.\n\nLock opens at last\n\nALDEN "
        "(AP) — The lock opened on Monday, the county said in a note to the papers.\n"
        "\n(MORE)\n\nBC-Lock, 1st add\n\nIt is the second."
    )
    assert kinds(text) == ["slug", "slug", "title", "paragraph", "slug", "slug", "paragraph"]
    text = (
        "FOR IMMEDIATE RELEASE\n\nMedia contact: Ada Vale, 555-0100\n\nPort Opens "
        "Its Second Lock\n\nALDEN, May 4, 2018 — The port opened its second lock "
        "today, ahead of its plan.\n\nIt took years."
    )
    assert kinds(text)[:3] == ["slug", "metadata", "title"]


def test_a_menu_on_one_line_and_the_number_of_a_page() -> None:
    prose = "The lock opened on Monday, the county said in a note to the papers of the valley."
    text = (
        f"Home | News | Sport\n\nLock opens at last\n\n{prose}\n\nPage 2 of 3\n\n{prose}\n\n- 3 -"
    )
    assert kinds(text) == [
        "navigation",
        "title",
        "paragraph",
        "furniture",
        "paragraph",
        "furniture",
    ]


def test_whom_to_ask_is_no_part_of_the_story() -> None:
    prose = "The lock opened on Monday, the county said in a note to the papers of the valley."
    top = "Media contact:\nAda Vale\n+1 555 0100 22\nada@example.org"
    text = f"{top}\n\nLock opens at last\n\n{prose}\n\n{prose}"
    assert kinds(text) == [*["metadata"] * 4, "title", "paragraph", "paragraph"]


UPDATES = "18:40 — The count is over.\n\n17:05 — The doors are shut.\n\n16:30 — It rains.\n"


def test_the_clocks_of_a_live_report_are_blocks_of_their_own() -> None:
    assert blocks(UPDATES) == [
        ("timestamp", "18:40"),
        ("paragraph", "The count is over."),
        ("timestamp", "17:05"),
        ("paragraph", "The doors are shut."),
        ("timestamp", "16:30"),
        ("paragraph", "It rains."),
    ]


def test_two_times_in_a_report_stay_in_their_sentences() -> None:
    text = "6:30 — a time nobody likes.\n\n7:15 — The time of the boat.\n"
    assert "timestamp" not in kinds(text)


@pytest.mark.parametrize("word", ["Transcript", "Minutes", "Participants", "Date"])
def test_what_stands_above_a_record_of_speech_is_no_speaker(word: str) -> None:
    text = (
        f"{word}: the port committee in May\n\nMS. VALE: Is the tide late?\n\n"
        "PILOT: By an hour.\n\nMS. VALE: Who says so?\n\nPILOT: The moon.\n"
    )
    assert kinds(text)[0] != "turn"
    assert kinds(text)[1:] == ["turn"] * 4


INTRODUCTION = "The shop owner Berit Aas has seen nineteen days without flour. {} her kitchen."
ASKED = (
    "**What ran out first?**\n\nFlour, and then my patience.\n\n**Did you think of closing?**\n\n"
    "Every evening. I did not.\n\n**And now?**\n\nI wait for the boat.\n"
)


def test_bold_questions_of_an_interview_and_their_answers() -> None:
    text = f"{INTRODUCTION.format('We spoke with her in')}\n\n{ASKED}"
    assert kinds(text) == ["paragraph", *["question", "answer"] * 3]


def test_an_explainer_answers_its_own_questions() -> None:
    text = f"{INTRODUCTION.format('Nobody had reckoned with')}\n\n{ASKED}"
    assert "question" not in kinds(text)
    told = ASKED.replace("my ", "its ").replace("I ", "It ")
    text = f"{INTRODUCTION.format('We spoke with her in')}\n\n{told}"
    assert "question" not in kinds(text)
