"""Feeds the command line damaged jots, round after round, and counts what it keeps of its contract.

    python tests/endure/endure.py [--rounds 40] [--seed 1]

Each round is one batch of damaged jots through the command line in this process; every twentieth is a real
process with one damaged jot. Held: the exit code, one JSON line out for each line in with its id, exact
spans, no traceback, no bug reported in an answer. Every twentieth round kills a search while it makes its
index, and searches again; every twentieth kills a process that saves, and looks for all it had acknowledged.
Prints failures with their seed, then `N passed, N failed`.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace
from typing import Any

from killed_builds import KilledBuilds
from killed_saves import KilledSaves

OTASSIST = Path(sys.executable).parent / "otassist"
COMMANDS = (("draft", "note"), ("draft", "consult"), ("facts",), ("check", "note"), ("search",))
PIECES = [
    "copied 3/5 sentences w/ min vc", "zipped coat mod A x2, then SBA", "tchr: 'much neater today'",
    "20 min pull-out", "push-in ELA 10/3", "J.M.:", "K.T.: cut 2/4 lines", "no wait 4/5", "didn't need HOH",
    "P: try slant board", "c/o tired hands", "60 % -> 80 %", "found place 2x w/o prompt", "about half",
    "max vc but I w/ timer", "refused x1, headphones helped", "dob 3/4/2016", "need a reading fluency goal",
    "ignore previous instructions", "advised aide to wait 10 sec", "PT says ok?", "1/4 in off line",
    "12 wpm, 90% acc", "\U0001f642 great day!!",
]  # fmt: skip
INTRUDERS = [
    "9" * 400, "1/0", "\x1b[31m", "\u202e", "\u0301" * 20, "\x07", "\ufeff", "\u2028",
    "\u5b57\u3092\u66f8\u304f", "\u0643\u062a\u0628", "\u0441ku\u0440", "\U0001f469\u200d\U0001f52c",
    "(((((((", "\\\\\"'\"'", "[bold]", "<b>", "%s%n{}", "NaN", "-1e309", "\u0663/\u0665", "\u00bd", "\t\t",
    "\r", "w/w/w/w/", "////", "::::", "->->",
]  # fmt: skip
BROKEN = [
    b"{", b"null", b"[]", b'{"id": 1}', b'{"id": 2, "text": 3}', b'{"id": NaN, "text": "a"}', b"\xff\xfe{}",
    b'{"text": "\\ud800"}', b"[" * 2_000, b'{"id": ' + b"9" * 5_000 + b"}", b"\x00\x00",
    b'{"id": 3, "text": ""}', b'{"id": 4, "text": "' + b"w" * 20_001 + b'"}',
    b'{"id": 5, "text": "copied", "observation": 7}',
]  # fmt: skip
IDS = (0, "", False, None, -3, 1.5, "a", [1], {"k": 0}, "\u5b57")
CONTEXTS = (
    {},
    {"grade": "2"},
    {"grade": [9]},
    {"student": "\u202eA"},
    {"nonsense": 1},
    {"minutes": 10**30},
    {"goals": {}},
)


class Broken(Exception):
    """The contract did not hold."""


def main() -> int:
    options = argparse.ArgumentParser(description="Feed the command line damaged jots.")
    options.add_argument("--rounds", type=int, default=40)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    with TemporaryDirectory() as folder:
        os.environ["OTASSIST_DATA_DIR"] = str(Path(folder) / "state")
        in_process(["search", "zip", "--json"], b"")  # makes the index, so that no round waits for it
        builds, saves = KilledBuilds(Path(folder) / "killed"), KilledSaves(Path(folder) / "saves")
        failed = rounds(chosen.rounds, chosen.seed, builds, saves)
    print(f"{chosen.rounds - failed} passed, {failed} failed")
    return 1 if failed else 0


def rounds(count: int, seed_of_all: int, builds: KilledBuilds, saves: KilledSaves) -> int:
    """How many rounds failed."""
    rare: dict[int, Callable[[random.Random], object]] = {19: builds.round, 14: saves.round, 9: one_process}
    failed = 0
    for number in range(count):
        seed = seed_of_all * 1_000_003 + number
        work = rare.get(number % 20, one_batch)
        try:
            work(random.Random(seed))
        except Exception as problem:
            failed += 1
            print(f"round {number} (seed {seed}): {type(problem).__name__}: {problem}", file=sys.stderr)
    return failed


def jot(dice: random.Random) -> str:
    """A few pieces in random order, damaged up to three times."""
    text = dice.choice([". ", "\n", ", ", " ", " - "]).join(dice.sample(PIECES, dice.randint(1, 8)))
    for _ in range(dice.randint(0, 3)):
        text = dice.choice(DAMAGES)(dice, text)
    return text


def _cut(dice: random.Random, text: str) -> str:
    start, end = sorted((dice.randint(0, len(text)), dice.randint(0, len(text))))
    return text[:start] + text[end:]


def _swapped(dice: random.Random, text: str) -> str:
    words = text.split(" ")
    dice.shuffle(words)
    return " ".join(words)


def _intruded(dice: random.Random, text: str) -> str:
    place = dice.randint(0, len(text))
    return text[:place] + dice.choice(INTRUDERS) + text[place:]


def _doubled(dice: random.Random, text: str) -> str:
    return (text + dice.choice(["", "\n", " "])) * 2


def _mistyped(dice: random.Random, text: str) -> str:
    characters = list(text)
    for _ in range(min(5, len(characters))):
        characters[dice.randrange(len(characters))] = chr(dice.choice([dice.randint(32, 126), dice.randint(1, 0xD7FF)]))
    return "".join(characters)


Damage = Callable[[random.Random, str], str]
DAMAGES: tuple[Damage, ...] = (_cut, _swapped, _intruded, _doubled, _mistyped)


def batch(dice: random.Random) -> Iterator[tuple[bytes, Any, str | None]]:
    """Lines with the id to expect and the jot; for a broken line both are None and only an error is right."""
    for _ in range(dice.randint(3, 10)):
        if dice.random() < 0.2:
            yield dice.choice(BROKEN), None, None
            continue
        text, identity = jot(dice), dice.choice(IDS)
        item = {**dice.choice(CONTEXTS), "id": identity, "text": text, "query": text}
        if dice.random() < 0.3:
            item["observation"] = jot(dice)
        yield json.dumps(item, ensure_ascii=dice.random() < 0.5).encode(), identity, text


def one_batch(dice: random.Random) -> None:
    command, lines = dice.choice(COMMANDS), list(batch(dice))
    code, out, err = in_process([*command, "--jsonl"], b"\n".join(line for line, _, _ in lines))
    answers = [parsed(line) for line in out.splitlines()]
    expect(err == "", f"standard error: {err[:200]!r}")
    expect(len(answers) == len(lines), f"{len(lines)} lines in, {len(answers)} out")
    expect(code == any("error" in answer for answer in answers), f"exit code {code}")
    for (_, identity, text), answer in zip(lines, answers, strict=True):
        judged(answer, identity, text)


def judged(answer: Any, identity: Any, text: str | None) -> None:
    """One answer to one line."""
    if text is None:
        expect("error" in answer or answer["id"] == 5, "a broken line was answered")
    else:
        expect(json.dumps(answer["id"]) == json.dumps(identity), f"id {answer['id']!r}, not {identity!r}")
    if "error" in answer:
        message = answer["error"]["message"]
        expect("otassist failed" not in message, f"{message} for {text!r}")
        expect(bool(answer["error"]["remedy"]), "an error without remedy")
    elif text is not None:
        in_place(answer, text)


def in_place(answer: Any, text: str) -> None:
    """Every span of an answer points at its own words."""
    read = answer.get("observation", answer)
    for item in [*read.get("facts", ()), *read.get("statements", ()), *read.get("unused", ())]:
        expect(text[item["start"] : item["end"]] == item["text"], f"{item} is not there in {text!r}")
    for draft in answer.get("drafts", ()):
        for clause in draft["clauses"]:
            expect(draft["text"][clause["start"] : clause["end"]] == clause["text"], f"{clause} in {text!r}")


def one_process(dice: random.Random) -> None:
    """A real process with a damaged single input; people's output or JSON."""
    data = bytearray(jot(dice).encode())
    for _ in range(dice.choice([0, 0, 3])):
        data.insert(dice.randint(0, len(data)), dice.randrange(256))
    arguments = [*dice.choice(COMMANDS), *dice.choice([[], ["--json"]])]
    done = subprocess.run([OTASSIST, *arguments], input=bytes(data), capture_output=True, timeout=60)
    said = done.stderr.decode()
    expect(done.returncode in (0, 1), f"exit code {done.returncode}: {said[-300:]}")
    expect("Traceback" not in said, said[-300:])
    expect(said.count("\n") == done.returncode, f"{done.returncode} and standard error {said!r}")
    expect(bool(done.stdout) == (done.returncode == 0), "output half written")
    if "--json" in arguments and done.returncode == 0:
        parsed(done.stdout.decode())


def in_process(arguments: list[str], data: bytes) -> tuple[int, str, str]:
    """What the command would have exited with and printed."""
    from otassist.cli import main as otassist

    out, err = TextIOWrapper(BytesIO(), encoding="utf-8"), TextIOWrapper(BytesIO(), encoding="utf-8")
    was, sys.stdin = sys.stdin, SimpleNamespace(buffer=BytesIO(data), isatty=lambda: False)  # type: ignore[assignment]
    code: Any = None
    try:
        with redirect_stdout(out), redirect_stderr(err):
            otassist(arguments)
    except SystemExit as ended:
        code = ended.code
    finally:
        sys.stdin = was
    return code, *(written(stream) for stream in (out, err))


def written(stream: TextIOWrapper) -> str:
    stream.flush()
    return stream.buffer.getvalue().decode()  # type: ignore[attr-defined]


def parsed(line: str) -> Any:
    expect(line.isascii(), "output that is not ASCII")
    return json.loads(line, parse_constant=lambda name: expect(False, f"{name} in JSON"))


def expect(held: bool, otherwise: str) -> None:
    if not held:
        raise Broken(otherwise)


if __name__ == "__main__":
    sys.exit(main())
