"""The report: complete by itself, harmless whatever a jot holds, and readable without eyes or colours."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from otassist.evaluation.report import write

from .rundirs import line, lines, write_run

HOSTILE = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror='alert(1)'>",
    "</style><style>@import url(http://evil.example/x.css)</style>",
    "{{ 7 * 7 }} {% raw %}",
    "]]><!-- --><iframe src=//evil.example>",
    "javascript:alert(1) [x](javascript:alert(1)) ![y](http://evil.example/p.png)",
    "| a | b |\n# heading\nnul \x00 bell \x07 half \ud800 end",
]
VOID = {"meta", "br", "line", "rect"}


class Page(HTMLParser):
    """Tags with their attributes, in order; fails on a tag closed that is not open."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words = ""
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words += data

    def having(self, name: str) -> list[str]:
        return [value or "" for _, attributes in self.tags for key, value in attributes.items() if key == name]

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def drafted(jot: str, text: str, origin: str = "observed", facts: tuple[str, ...] = (), **scores: float):
    clause = {"id": "c1", "start": 0, "end": len(text), "text": text, "origin": origin, "facts": list(facts)}
    draft = {"evidence": [], "observation": {"facts": []}, "drafts": [{"text": text, "clauses": [clause]}]}
    return line("x", jot=jot, text=text, draft=draft, scores={"supported": 1.0, "invented": 0.0, **scores})


@pytest.fixture
def reported(tmp_path):
    """The four files of a comparison of two lists of results, or of one list."""

    def run(new, base=None) -> dict[str, str]:
        path = write_run(tmp_path / "new", new)
        old = write_run(tmp_path / "base", base) if base is not None else None
        return {found.name: found.read_text(encoding="utf-8") for found in write(path, old, tmp_path / "out")}

    return run


def worse(place, item):
    if place < 6:
        item["metrics"]["supported"]["value"] = 0.0
        item["text"] = "They copied 9/5 sentences."
    return item


def test_four_files_are_written_and_say_the_same(reported):
    files = reported(lines(40, worse), lines(40))
    assert set(files) == {"report.html", "report.md", "report.json", "junit.xml"}
    told = json.loads(files["report.json"])
    assert told["verdict"] == "BLOCK"
    assert told["sentence"] in " ".join(Page(files["report.html"]).words.split())
    assert files["report.md"].startswith("# BLOCK\n\nDo not ship this change")
    suite = ElementTree.fromstring(files["junit.xml"])
    assert suite.get("failures") == "1"
    assert len(suite.findall("testcase")) == int(suite.get("tests", "")) == 41


@pytest.mark.parametrize("alone", [True, False])
def test_the_page_asks_for_nothing_and_runs_nothing(reported, alone):
    page = Page(reported(lines(40, worse), None if alone else lines(40))["report.html"])
    assert not {tag for tag, _ in page.tags} & {"script", "link", "img", "iframe", "object", "embed", "form", "base"}
    assert all(target.startswith("#") for target in page.having("href"))
    assert page.having("src") == []
    assert [item["content"] for item in page.named("meta") if "http-equiv" in item] == [
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    ]


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("alone", [True, False])
def test_hostile_text_is_shown_and_does_nothing(reported, hostile, alone):
    def change(place, item):
        return item | {"jot": hostile, "text": hostile + str(place), "area": [hostile], "grade": hostile}

    def named(item):
        reason = {"value": 1.0, "reason": hostile, "kind": "safety"}
        return item | {"case": hostile + item["case"], "metrics": {**item["metrics"], hostile: reason, "kept": reason}}

    new = [named(change(place, item)) for place, item in enumerate(lines(3))]
    base = [item | {"text": hostile + " base"} for item in new]
    files = reported(new, None if alone else base)
    harmless = Page(reported(lines(3, worse), None if alone else lines(3))["report.html"])
    page = Page(files["report.html"])
    allowed = {tag for tag, _ in harmless.tags} | {"ins", "del", "mark", "a", "span", "article", "ul", "li", "h3", "h4"}
    assert {tag for tag, _ in page.tags} <= allowed
    assert not [name for _, attributes in page.tags for name in attributes if name.startswith("on")]
    shown = re.sub(r"[\x00\x07\ud800]", "\N{REPLACEMENT CHARACTER}", hostile)
    assert "".join(shown.split()) in "".join(page.words.split())
    assert "<script" not in files["report.md"]
    assert not re.search(r"(?<!\\)[<\[]", files["report.md"].replace("\\\\", ""))
    ElementTree.fromstring(files["junit.xml"])
    json.loads(files["report.json"])


def test_every_table_and_picture_is_told_in_words(reported):
    page = Page(reported(lines(40, worse), lines(40))["report.html"])
    tags = [tag for tag, _ in page.tags]
    assert tags.count("table") == tags.count("caption") > 5
    assert all("scope" in attributes for attributes in page.named("th"))
    (picture,) = page.named("svg")
    names = (picture["aria-labelledby"] or "").split()
    assert picture["role"] == "img"
    assert set(names) <= set(page.having("id"))
    assert "how well the words are supported by the jot: worse." in page.words
    levels = [int(tag[1]) for tag in tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert page.named("html")[0]["lang"] == "en"
    assert len(page.named("main")) == 1


def test_ids_are_there_once_and_every_link_has_its_target(reported):
    page = Page(reported([drafted("3/5 in 10 min, 3/5 again", "Did 3/5 in 10 minutes, then 3/5.")])["report.html"])
    ids = page.having("id")
    assert len(ids) == len(set(ids))
    assert {target.removeprefix("#") for target in page.having("href")} <= set(ids)


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    full = colour if len(colour) == 7 else "#" + "".join(char * 2 for char in colour[1:])
    parts = [int(full[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("ink", ["#1b1b1f", "#4a4a55", "#0b4a9e"])
@pytest.mark.parametrize("paper", ["#ffffff", "#f3f4f8"])
def test_text_stands_out(root, ink, paper):
    style = (root / "src/otassist/evaluation/report/page.css").read_text()
    assert ink in style
    assert (luminance(paper) + 0.05) / (luminance(ink) + 0.05) >= 4.5


@pytest.mark.parametrize("paper", ["#d9f2e0", "#fbdfe2", "#dbe7fb", "#fff0cf"])
def test_marked_text_stands_out(root, paper):
    assert paper in (root / "src/otassist/evaluation/report/page.css").read_text()
    assert (luminance(paper) + 0.05) / (luminance("#1b1b1f") + 0.05) >= 4.5


def test_it_prints(root):
    assert "@media print" in (root / "src/otassist/evaluation/report/page.css").read_text()


def test_words_that_changed_are_marked_in_both_drafts(reported):
    jot = "copied 3/5 sentences"
    page = reported(
        [drafted(jot, "They copied 4/5 sentences.", supported=0.5)], [drafted(jot, "The student copied 3/5 sentences.")]
    )["report.html"]
    body = page[page.index("<article") :]
    assert "<del>The student</del> copied" in body
    assert "<ins>They</ins> copied" in body
    assert '<del><a class="num jot" href="#c0-j0"' in body
    assert '<ins><span class="num missing"' in body


def test_the_same_drafts_are_not_shown(reported):
    page = reported(lines(40), lines(40))["report.html"]
    assert "<article" not in page
    assert "40 more cases are not shown here" in page


def test_texts_of_held_out_cases_are_shown_only_when_asked_for(command, tmp_path):
    """Reasons quote drafts, so they are withheld in every file; the scores are not."""
    secret = {"value": 2.0, "reason": "quotes the secret", "kind": "safety"}
    held = line("h", split="held_out", jot="a secret", text="Secret.")
    new = write_run(tmp_path / "new", [held | {"metrics": {**held["metrics"], "invented": secret}}, *lines(3)])
    base = write_run(tmp_path / "base", [held, *lines(3)])
    out = tmp_path / "out"
    for more, shown in (((), False), (("--held-out",), True)):
        for beside in ((), ("--base", str(base))):
            assert command("eval", "report", str(new), *beside, "--out", str(out), *more).exit_code == 0
            page = (out / "report.html").read_text()
            assert ("secret" in page.lower()) is shown
            assert ("This case is held out" in page) is not shown
    assert "secret" not in command("eval", "compare", str(base), str(new), "--json").stdout
    assert command("eval", "compare", str(base), str(new)).exit_code == 3


def test_a_broken_run_shows_what_is_wrong_and_no_score(reported):
    files = reported([*lines(2), line("bad", error={"message": "No model.", "remedy": "Start it."})], lines(3))
    page = Page(files["report.html"])
    assert "BROKEN" in page.words
    assert "No model." in page.words
    assert page.named("article") == page.named("svg") == []
    assert ElementTree.fromstring(files["junit.xml"]).get("errors") != "0"
    assert "Start it." in files["report.md"]


def test_the_retrieval_table_has_a_column_for_each_ranking(reported):
    scores = {"ndcg@10": 0.8, "ndcg@10 (words)": 0.7, "recall@5": 0.9}
    page = Page(reported([line("q", task="search", scores=scores)])["report.html"])
    assert "as shippedwords" in "".join(page.words.split("\n"))
    assert "0.8" in page.words
    assert "0.7" in page.words


def test_published_figures_are_context(reported):
    words = Page(reported(lines(3))["report.html"]).words
    assert "Context, not equivalence" in words
    assert "26-41 %" in words
    assert "Asgari et al. 2025" in words


def test_the_command_writes_where_it_is_told_and_names_the_files(command, tmp_path):
    run = write_run(tmp_path / "a", lines(3))
    told = command("eval", "report", str(run), "--out", str(tmp_path / "out"))
    assert told.exit_code == 0
    assert [Path(name).name for name in told.stdout.split()] == ["report.html", "report.md", "report.json", "junit.xml"]
    assert command("eval", "report", str(run), "--base", str(run)).exit_code == 0
    assert "You may ship this change" in (run / "report" / "report.html").read_text()


def test_a_folder_that_cannot_be_written_is_named(command, tmp_path):
    run = write_run(tmp_path / "a", lines(3))
    (tmp_path / "file").write_text("")
    told = command("eval", "report", str(run), "--out", str(tmp_path / "file"))
    assert told.exit_code == 1
    assert "cannot be written" in told.stderr
