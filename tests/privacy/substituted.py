"""Names put where a jot says `he`, `she` or `student`: how many are masked. `python -m privacy.substituted` in tests/.

The jots are those of `evals/cases/` that others wrote; half of the names stand in no list of ours.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from otassist.privacy import Roster, mask

CASES = Path(__file__).parents[2] / "evals" / "cases"
SOMEBODY = re.compile(r"\b(?:[Hh]e|[Ss]he|him|[Ss]tudent|[Pp]eer)\b(?![-'’/])")


def _words(text: str) -> list[str]:
    return text.split()


UNLISTED = _words("""Thandeka Caoilfhionn Ezinne Wrenleigh Bexley Jaxtyn Oaklynn Ravindra Tejashree Htet Kyaw Siddhi
Ngawang Dorji Losaline Kapono Ixchel Quetzalli Bhaskar Gbenga Chukwuemeka Nyokabi Lebohang Mpho Rutendo Ljubica Eszter
Balazs Ilmari Aino Maarten Sjoerd Gwenllian Tadhg Brynlee Paisleigh""")
COMMON = _words("""Liam Olivia Noah Emma James Sofia Mateo Camila Elijah Aaliyah Mohammed Fatima Priya Arjun Linh Jayden
Kevin Tyler Ashley Jordan Taylor Peter Tony Marisol""")
WORDS = _words("""Grace Will Mark Hope Rose Chase Hunter Angel Faith Max Joy May Art Summer""")


UNUSUAL_WORDS = _words("""Ginger Harmony Liberty Clover Wren Autumn Heath Drew Sunny Piper Patience Lark Penny Reed Dash
River""")
"""No rule was mended on these."""


def jots() -> list[str]:
    files = ("notes_fresh.jsonl", "notes_held_out.jsonl")
    return [json.loads(line)["jot"] for name in files for line in (CASES / name).read_text("utf-8").splitlines()]


def with_names(names: list[str], form: Callable[[str], str], seed: int = 11) -> Iterator[tuple[str, int, int]]:
    """A jot with one name in it, and where."""
    draw = random.Random(seed)
    for jot in jots():
        places = list(SOMEBODY.finditer(jot))
        if places:
            place, name = draw.choice(places), form(draw.choice(names))
            yield jot[: place.start()] + name + jot[place.end() :], place.start(), place.start() + len(name)


def share(names: list[str], form: Callable[[str], str], *, listed: bool = False) -> tuple[int, int]:
    """How many are masked whole, of how many; `listed` on a roster."""
    roster = Roster().with_names(*names) if listed else Roster()
    told = [_is_masked(*each, roster) for each in with_names(names, form)]
    return sum(told), len(told)


def _is_masked(text: str, start: int, end: int, roster: Roster) -> bool:
    return any(entity.start <= start and end <= entity.end for entity in mask(text, roster).entities)


def main() -> None:
    """Prints the shares."""
    for title, names in (("in no list", UNLISTED), ("common", COMMON), ("ordinary words, too", WORDS)):
        for form in (str.title, str.upper, str.lower):
            masked, of = share(names, form)
            print(f"{title}, {form(names[0])}: {masked} of {of}")
    for title, names in (("ordinary words", WORDS), ("others, never mended on", UNUSUAL_WORDS)):
        masked, of = share(names, str.lower, listed=True)
        print(f"on the roster, {title}, {names[0].lower()}: {masked} of {of}")


if __name__ == "__main__":
    main()
