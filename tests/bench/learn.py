"""Learns the weights of the second reader (src/otassist/goaltext/data/second_reader.tsv) from every labelled goal.

python tests/bench/learn.py [--without li] [--to FILE]   (needs python-crfsuite; `make learn` says how to get it)

What is learnt from: evals/labels/goals.jsonl, the marked goals of tests/goaltext, and goals made of those by putting
other stretches in a part's place, theirs and those of evals/labels/phrases.txt (`made`). Deterministic.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from tests.goaltext.marked import marked  # noqa: E402

from otassist.bank import read_corpus, shipped_corpus  # noqa: E402
from otassist.domain import GOAL_PARTS  # noqa: E402
from otassist.goaltext.clues import every  # noqa: E402
from otassist.goaltext.labelling import LABELS, MARKS  # noqa: E402
from otassist.goaltext.parts import first_reading  # noqa: E402
from otassist.goaltext.pieces import Piece  # noqa: E402

WEIGHTS = ROOT / "src" / "otassist" / "goaltext" / "data" / "second_reader.tsv"
Run = list[tuple[str, str]]
"""A goal in stretches: the mark of a part (empty for none) and the words."""
UNSEEN = ("u2-", "u4-")
"""Goals that nothing may be learnt from: what is measured on them holds for others."""
PARTLY_MARKED = ("held_out", "strangers")
ROUNDS, LASSO, RIDGE, STEPS = 5, 0.6, 0.1, 80
SWAPPED, PHRASED, SPOILT, ADDED, DROPPED = 0.5, 0.5, 0.12, 0.1, 0.06
"""How often a stretch is swapped, from the phrases, spoilt, added to, dropped."""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--without", default="", help="leave out labelled goals whose id begins so")
    options.add_argument("--to", type=Path, default=WEIGHTS)
    chosen = options.parse_args()
    goals = [run for run in runs(chosen.without) if run]
    told = phrases()
    learnt([*goals, *made(goals, told), *short(told), *own()], chosen.to)


def runs(without: str) -> Iterator[Run]:
    yield from map(_labelled, labelled(without))
    files = (
        *sorted((ROOT / "tests" / "goaltext").glob("*.txt")),
        *(ROOT / "evals" / "labels" / f"{name}.txt" for name in ("flawed", "shapes")),
    )
    for path in files:
        for held in marked(str(path)) if path.stem not in PARTLY_MARKED else ():
            spans = sorted((*span, MARKS[part]) for part, found in held.parts.items() for span in found)
            yield _run(held.text, spans)


def labelled(without: str) -> Iterator[Mapping[str, object]]:
    """The labelled goals but those of UNSEEN authors and those whose id begins with `without`."""
    for name in ("goals", "fresh"):
        for line in (ROOT / "evals" / "labels" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            goal = json.loads(line)
            if not goal["id"].startswith(UNSEEN) and not (without and goal["id"].startswith(without)):
                yield goal


def own() -> Iterator[Run]:
    """The goals of our own bank, which pass every check, with the parts that the rules find in them."""
    for goal in read_corpus(shipped_corpus()).goals:
        found = first_reading(goal.text).parts
        yield _run(goal.text, sorted((span.start, span.end, MARKS[part]) for part, span in found.items() if span))


def _labelled(goal: Mapping[str, object]) -> Run:
    text, parts = str(goal["text"]), goal["parts"]
    spans = []
    for part in GOAL_PARTS:
        told = parts[part]  # type: ignore[index]
        if told is not None:
            start = text.find(told)
            spans.append((start, start + len(told), MARKS[part]))
    return _run(text, sorted(spans))


def _run(text: str, spans: Sequence[tuple[int, int, str]]) -> Run:
    found, place = [], 0
    for start, end, mark in spans:
        if start < place:
            return []
        found += [("", text[place:start])] if start > place else []
        found.append((mark, text[start:end]))
        place = end
    return [*found, ("", text[place:])] if place < len(text) else found


def phrases() -> Mapping[str, Sequence[str]]:
    """The stretches of phrases.txt by section."""
    found: dict[str, list[str]] = defaultdict(list)
    section = ""
    for line in (ROOT / "evals" / "labels" / "phrases.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            found[section].append(line)
    return found


def made(goals: Sequence[Run], told: Mapping[str, Sequence[str]]) -> Iterator[Run]:
    """Goals with other stretches in their parts' places."""
    chance = random.Random(0)
    bank: dict[str, list[str]] = defaultdict(list)
    for run in goals:
        for mark, words in run:
            bank[mark].append(words)
    own = {MARKS[part]: told[part] for part in GOAL_PARTS}
    for _ in range(ROUNDS):
        for run in goals:
            yield _made(run, bank, own, told, chance)


ALONE = ("independently", "alone", "by himself", "on her own", "without help")
LEADS: Sequence[Run] = (
    [("", "")],
    [("C", "independently"), ("", " ")],
    [("", "be able to ")],
    [("", "be able to "), ("C", "independently"), ("", " ")],
    [("", "correctly ")],
    [("", "consistently ")],
    [("", "demonstrate the ability to ")],
    [("", "show that he can ")],
)
FRAMES: Mapping[str, Sequence[tuple[str, str]]] = {
    "T": (("{}, Lee will ", "."), ("Lee will ", " {}."), ("Lee will ", ". {}.")),
    "C": (("{}, Lee will ", "."), ("Lee will ", " {}."), ("The student will ", " {}.")),
    "K": (("{}, Lee will ", "."), ("Lee will ", " {}."), ("Maya will ", ", {}."), ("The student will ", " {}.")),
    "M": (("Lee will ", ", {}."), ("Maya will ", "; {}."), ("The student will ", ". {}.")),
    "L": (("Lee will ", "; {}."), ("Maya will ", ". {}."), ("The student will ", " ({}).")),
}


def short(told: Mapping[str, Sequence[str]]) -> Iterator[Run]:
    """Each phrase in a goal that has nothing but it and an act."""
    chance = random.Random(1)
    acts = [act for act in told["behavior"] if len(act.split()) < 6]
    for mark, section in [(MARKS[part], part) for part in GOAL_PARTS if part != "behavior"]:
        for phrase in told[section]:
            before, behind = chance.choice(FRAMES[mark])
            yield [
                *_filled(before, mark, _fitted(phrase, "A") if before[0] == "{" else phrase),
                ("B", chance.choice(acts)),
                *_filled(behind, mark, phrase),
            ]
    for phrase in told["none behavior"]:
        yield [("", f"Lee will {phrase}.")]
        yield [("", f"Lee will {phrase} "), ("K", chance.choice(told["criterion"])), ("", ".")]
    for phrase in told["behavior"]:
        yield [("", "Lee will "), *chance.choice(LEADS), ("B", phrase), ("", ".")]
        yield [("", "Lee will "), ("B", phrase), ("", " "), ("C", chance.choice(ALONE)), ("", ".")]


def _filled(frame: str, mark: str, phrase: str) -> Run:
    before, held, behind = frame.partition("{}")
    return [("", before), (mark, phrase), ("", behind)] if held else [("", frame)]


def _made(
    run: Run,
    bank: Mapping[str, Sequence[str]],
    own: Mapping[str, Sequence[str]],
    told: Mapping[str, Sequence[str]],
    chance: random.Random,
) -> Run:
    found: Run = []
    for mark, words in run:
        before = found[-1][1].rstrip() if found else ""
        if mark and mark != "B" and chance.random() < DROPPED:
            if found and not found[-1][0]:
                found[-1] = ("", re.sub(r"[,;:(]?\s*$", "", found[-1][1]))
            continue
        if mark == "B" and before.lower().endswith((" will", " to", " shall")) and chance.random() < SPOILT:
            mark, words = "", _fitted(chance.choice(told["none behavior"]), words)
        elif mark == "C" and chance.random() < SPOILT / 2:
            mark, words = "", _fitted(chance.choice(told["none condition"]), words)
        elif mark and chance.random() < SWAPPED:
            words = _swapped(mark, words, own[mark] if chance.random() < PHRASED else bank[mark], chance)
            words = words.strip("()") if before.endswith("(") else words
        found.append((mark, words))
        if mark == "B" and chance.random() < ADDED * 0.7:
            found.append(("", " " + chance.choice(told["none reason"])))
    if chance.random() < ADDED and found:
        found.append(
            ("", (" " if found[-1][1].rstrip().endswith(".") else ". ") + chance.choice(told["none sentence"]))
        )
    if chance.random() < ADDED:
        found.insert(0, ("", chance.choice(told["none lead"]) + " "))
    return found


def _swapped(mark: str, words: str, pool: Sequence[str], chance: random.Random) -> str:
    """Another stretch that may stand where `words` stood: a verb in the same form, a sentence for a sentence."""
    for _ in range(12):
        other = chance.choice(pool)
        if mark == "B" and _form(words) != _form(other):
            continue
        if mark == "L" and other[0].isupper() != words[0].isupper() and chance.random() < 0.8:
            continue
        if mark in "TMC" and (" " in words) != (" " in other) and chance.random() < 0.6:
            continue
        return _fitted(other, words)
    return words


def _form(words: str) -> tuple[bool, bool]:
    first = words.split()[0].lower() if words.split() else ""
    return first.endswith("s") and not first.endswith("ss"), first.endswith("ing")


def _fitted(other: str, words: str) -> str:
    """With the capitals of what stood there."""
    if words.isupper() and len(words) > 8:
        return other.upper()
    if words[:1].isupper() and other[:1].islower():
        return other[0].upper() + other[1:]
    if words[:1].islower() and other[:1].isupper() and other[1:2].islower():
        return other[0].lower() + other[1:]
    return other


def learnt(goals: Sequence[Run], to: Path) -> None:
    """Trains and writes the table, weights to a hundredth."""
    import pycrfsuite

    trainer = pycrfsuite.Trainer(verbose=False)
    for run in goals:
        cut, rows = every("".join(words for _, words in run))
        if rows:
            trainer.append(pycrfsuite.ItemSequence(rows), labels(run, cut))
    trainer.set_params({"c1": LASSO, "c2": RIDGE, "max_iterations": STEPS, "feature.possible_transitions": True})
    with TemporaryDirectory() as folder:
        trainer.train(f"{folder}/model")
        tagger = pycrfsuite.Tagger()
        tagger.open(f"{folder}/model")
        info = tagger.info()
    table: dict[str, dict[str, float]] = defaultdict(dict)
    for (clue, label), weight in info.state_features.items():
        table[clue][label] = weight
    for (before, label), weight in info.transitions.items():
        table[f"=>{before}"][label] = weight
    lines = []
    for clue in sorted(table):
        told = [f"{name} {table[clue][name]:.2f}" for name in LABELS if abs(table[clue].get(name, 0)) >= 0.005]
        lines += ["\t".join([clue, *told])] if told else []
    to.write_text("\n".join(lines) + "\n", encoding="utf-8")


def labels(run: Run, cut: Sequence[Piece]) -> list[str]:
    """The label of each piece of a goal in stretches."""
    found, place = ["O"] * len(cut), 0
    for mark, words in run:
        start, place = place, place + len(words)
        inside = [i for i, piece in enumerate(cut) if piece.start < place and piece.end > start]
        for position, index in enumerate(inside if mark else ()):
            found[index] = ("I" if position else "B") + mark
    return found


if __name__ == "__main__":
    main()
