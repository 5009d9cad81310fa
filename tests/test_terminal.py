"""What people see: whole lines to copy, nothing a terminal could be steered with, no frames in a pipe."""

from __future__ import annotations

import io
import json
import unicodedata
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import replace
from typing import Any

import pytest

from otassist import terminal
from otassist.bootstrap import build
from otassist.doctor import Diagnosis
from otassist.domain import CheckedNote, PromptUsed, SetAside

LONG = "copied 3/5 sentences w/ min vc for spacing, " * 4 + "20 min. said 'I like the slant board'"
FRAMES = set("─│┌┐└┘━┃┏┓┗┛┡┩╇═║╔╗╚╝╭╮╰╯")


class Screen(io.StringIO):
    """A terminal of 40 columns."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def seen(monkeypatch) -> Callable[[Callable[[Any], None], Any], str]:
    """What a view shows on such a terminal."""
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("TERM", "xterm")

    def shown(view: Callable[[Any], None], item: Any) -> str:
        with redirect_stdout(Screen()) as screen:
            view(item)
        return screen.getvalue()

    return shown


@pytest.mark.parametrize("columns", [None, "20", "40", "300"])
def test_a_piped_note_is_word_for_word_the_note_of_the_json(command, monkeypatch, columns):
    if columns:
        monkeypatch.setenv("COLUMNS", columns)
    note = json.loads(command("draft", "note", "--json", given=LONG).stdout)["drafts"][0]["text"]
    shown = command("draft", "note", given=LONG).stdout
    assert note in shown
    assert not FRAMES & set(shown)
    assert "\x1b" not in shown


@pytest.mark.parametrize("to", [("draft", "note"), ("draft", "consult"), ("facts",), ("check", "note"), ("doctor",)])
def test_nothing_piped_is_framed_or_coloured(command, to):
    shown = command(*to, given=LONG).stdout
    assert shown.strip()
    assert not FRAMES & set(shown)
    assert "\x1b" not in shown


def test_a_note_in_a_narrow_terminal_is_neither_wrapped_nor_ruled(seen):
    drafted = build().draft("note", LONG)
    shown = seen(terminal.drafting, drafted)
    lines = shown.splitlines()
    for line in drafted.notes[0].text.splitlines():
        assert line in lines or f"\x1b[1m{line}\x1b[0m" in lines
    assert not FRAMES & set(shown)


def test_facts_are_a_table_in_a_terminal_and_tabbed_columns_in_a_pipe(command, seen):
    assert FRAMES & set(seen(terminal.observation, build().read("copied 3/5 sentences")))
    rows = command("facts", given="copied 3/5 sentences").stdout.splitlines()
    assert rows[0].split("\t") == ["Id", "Statement", "Kind", "Who", "Facts"]
    assert rows[1].split("\t")[:3] == ["s1", "copied 3/5 sentences", "observation"]


@pytest.mark.parametrize("text", ["[bold]x[/bold]", "[/]", "[link=x]", ":smile:", "\\", "a\\[b]", "[red", "100%"])
@pytest.mark.parametrize("to", [("draft", "note"), ("facts",)])
def test_what_looks_like_markup_is_text(command, to, text):
    result = command(*to, "--student", text, given=f"wrote '{text}' 3/5 times")
    assert result.exit_code == 0
    assert text in result.stdout


@pytest.mark.parametrize("control", ["\x1b[31m", "\x1b]0;title\x07", "\x9b2J", "\x08", "\x7f", "\r"])
@pytest.mark.parametrize("to", [("draft", "note"), ("facts",), ("check", "note")])
def test_control_characters_never_reach_the_terminal(command, to, control):
    text = f"copied{control} 3/5 sentences '{control}'"
    shown = command(*to, given=text).stdout
    assert not any(unicodedata.category(char) == "Cc" for char in shown if char not in "\n\t")


def test_every_finding_and_question_is_shown_with_its_remedy_and_options(command):
    answer = json.loads(command("draft", "note", "--json", given="PT 3/5, min. need reading goal").stdout)
    shown = command("draft", "note", given="PT 3/5, min. need reading goal").stdout
    assert answer["questions"]
    assert answer["drafts"][0]["findings"]
    for question in answer["questions"]:
        assert "- question: " + question["text"] in shown
        assert " / ".join(question["options"]) in shown
    for finding in answer["drafts"][0]["findings"]:
        assert f"{finding['message']} {finding['remedy']}" in shown
    assert answer["out_of_scope"]["refer_to"] in shown


def test_with_several_students_each_note_and_finding_says_whose_it_is(command):
    shown = command("draft", "note", given="J.M.: copied 3/5 sentences\nK.T.: cut 2/4 lines, min A").stdout
    for label in ("J.M.", "K.T."):
        assert f"Session note, {label}\n" in shown
        assert f": {label}: " in shown


def test_a_note_with_nothing_to_change_is_said_to_be_so(seen):
    assert seen(terminal.checked, CheckedNote("text", ())) == "Nothing to change was found.\n"


def test_a_diagnosis_is_one_line_a_fact(seen):
    found = Diagnosis({"data_dir": "/long/" * 20, "drafter": "composer"}, ())
    assert seen(terminal.diagnosis, found) == f"data dir: {'/long/' * 20}\ndrafter: composer\n"


def test_who_drafted_is_said_and_what_was_not_used_stands_below(seen):
    drafted = build().draft("note", "copied 3/5")
    shown = seen(terminal.drafting, replace(drafted, model="tiny", prompt=PromptUsed("note.v1", "ab")))
    assert "Drafted by tiny with the prompt note.v1" in shown
    aside = (SetAside("It was cut off.", replace(drafted.notes[0], text="Objective\nThey copied")),)
    shown = seen(terminal.drafting, replace(drafted, set_aside=aside))
    assert shown.index("Written by the language model and not used") > shown.index(drafted.notes[0].clauses[0].text)
    assert "It was cut off: " in shown
    assert shown.endswith("Objective They copied\n")
    assert "Drafted by" not in shown
