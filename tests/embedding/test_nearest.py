"""The nearest lines: as many as asked for, nearest first, the line itself before all."""

from __future__ import annotations

from otassist.embedding import MiniLM, Nearest

LINES = ("zipper max A", "cannot zip coat", "up out of seat all day", "eats alone at lunch")
NEAREST = Nearest(MiniLM(), LINES)


def test_a_line_is_nearest_to_itself_and_then_to_its_like() -> None:
    (hits,) = NEAREST(["cannot zip coat"], 3)
    assert [place for place, _ in hits][:2] == [1, 0]
    assert hits[0][1] > 0.99
    assert [cosine for _, cosine in hits] == sorted((cosine for _, cosine in hits), reverse=True)


def test_no_more_than_there_are_and_nothing_for_nothing() -> None:
    assert [len(hits) for hits in NEAREST(["coat", "lunch"], 9)] == [4, 4]
    assert NEAREST([], 3) == []
    assert Nearest(MiniLM(), ())(["coat"], 3) == [[]]
