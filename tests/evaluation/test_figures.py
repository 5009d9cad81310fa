"""The README tells how good the composer is; the figures are those of the blessed run."""

from __future__ import annotations

from pathlib import Path

from .figures import END, START, figures, renewed


def test_the_readme_has_the_figures_of_the_blessed_run(root: Path) -> None:
    """`make figures` renews them."""
    readme = (root / "README.md").read_text(encoding="utf-8")
    assert readme.count(START) == readme.count(END) == 1
    assert renewed(readme, figures(root / "evals" / "baseline")) == readme


def test_the_note_beside_them(root: Path) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    assert "otassist eval run --split held_out" in readme
    assert "Goals adapted from a bank whose goals all pass the same checks flatter" in readme


def test_only_the_table_is_renewed() -> None:
    assert renewed(f"a\n{START}old\n{END}\nb", "new\n") == f"a\n{START}new\n{END}\nb"
