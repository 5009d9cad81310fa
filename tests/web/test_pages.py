"""The pages beside the workspace: what they show, and that nothing of a text becomes markup."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest

from otassist.store import Point
from otassist.store.transactions import utc_now
from otassist.web import eval_runs
from otassist.web.chart import HEIGHT, WIDTH, chart
from otassist.web.library import rendered

from .conftest import JOT, new_id
from .test_review import GOAL_JOT, accepted

PAGES = ["/", "/bank", "/practice", "/prompts", "/evals", "/students", "/settings", "/about", "/api/docs"]
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'{{7*7}}"


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_there_and_loads_nothing_from_elsewhere(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/html")
    assert not re.search(r"""(?:src|href|action)\s*=\s*["']?(?:https?:)?//""", answer.text)
    assert "<style" not in answer.text
    assert not re.search(r"<script(?![^>]*\bsrc=)", answer.text)
    assert not re.search(r"""\sstyle\s*=|\son\w+\s*=|javascript:""", answer.text)


def test_a_page_that_is_not_there_says_so_as_a_page(client):
    for path in ("/none", f"/c/{new_id()}", "/c/none", "/bank/none", "/practice/none", f"/students/{new_id()}",
                 "/prompts/none.v1", "/evals/20260101T000000Z"):  # fmt: skip
        answer = client.get(path)
        assert answer.status_code == 404, path
        assert "<h1>" in answer.text


def test_searching_the_bank_and_the_library_finds_and_narrows(client):
    goals = client.post("/fragments/bank", json={"query": "zips coat", "area": "self_care", "grade": "K-2"}).text
    assert "zip" in goals.lower()
    assert "self care" in goals
    listed = client.post("/fragments/bank", json={"area": "coping"}).text
    assert set(re.findall(r"quiet\">(\w[\w ]*) ·", listed)) == {"coping"}
    assert "Nothing fits" in client.post("/fragments/bank", json={"start": 1_000_000}).text
    assert "passage" not in client.post("/fragments/practice", json={"query": "seating"}).text.lower()[:20]
    assert client.post("/fragments/practice", json={"query": "seating"}).status_code == 200


def test_the_list_of_the_bank_can_be_gone_through_to_its_end(client):
    seen, start = [], 0
    while start is not None:
        page = client.post("/fragments/bank", json={"area": "handwriting", "start": start}).text
        seen += re.findall(r'href="(/bank/[^"]+)"', page)
        later = [int(found) for found in re.findall(r'data-start="(\d+)"', page) if int(found) > start]
        start = later[0] if later else None
    count = int(re.search(r"of (\d+)\.", client.post("/fragments/bank", json={"area": "handwriting"}).text)[1])
    assert len(seen) == len(set(seen)) == count
    assert client.get(seen[-1]).status_code == 200


def test_a_passage_is_read_with_its_strategies_and_sources(client):
    first = re.search(r'href="(/practice/[^"]+)"', client.get("/practice").text)[1]
    page = client.get(first).text
    assert "Try in class" in page
    assert "Sources:" in page


@pytest.mark.parametrize(
    "text",
    [HOSTILE, "[x](javascript:alert(1))", "![x](http://evil.example/x.png)", "[x]: http://evil.example\n\n[x]",
     "<svg onload=alert(1)>", "# a\n\n<b style='x'>", "<http://evil.example>"],
)  # fmt: skip
def test_a_passage_cannot_bring_markup_of_its_own(text):
    made = rendered(text)
    assert not re.search(r"<(?!/?(?:p|ul|ol|li|em|strong|h2|h3|blockquote|code|br)>)", made)


@pytest.mark.parametrize("path", ["", "{goal}"])
def test_what_a_therapist_types_is_shown_and_never_run(client, talk, path):
    student = client.post("/api/students", json={"label": HOSTILE}).json()
    talk.say(f"copied 3/5 sentences {HOSTILE}", "note")
    client.patch(f"/api/conversations/{talk.id}", json={"version": talk.whole()["conversation"]["version"],
                 "box": HOSTILE, "title": HOSTILE, "student": student["id"]})  # fmt: skip
    job = client.get(f"/api/conversations/{talk.id}").json()["job"]
    if job:
        client.get(f"/api/jobs/{job['id']}/events")
    draft = talk.whole()["drafts"][0]["id"]
    for path in (f"/c/{talk.id}", "/", "/students", f"/students/{student['id']}", f"/fragments/draft/{draft}",
                 f"/fragments/messages/{talk.id}", "/fragments/conversations"):  # fmt: skip
        text = client.get(path).text
        assert "<script>alert" not in text, path
        assert "<img src=x" not in text, path
        assert "49" not in re.findall(r"alert\(1\)&gt;&#34;&#39;(..)", text)


def test_the_pages_of_a_student_show_goals_notes_and_data(client, talk):
    student = client.post("/api/students", json={"label": "AB"}).json()["id"]
    client.patch(f"/api/conversations/{talk.id}", json={"version": 1, "student": student})
    goal = accepted(client, talk.drafts(GOAL_JOT, "goal")[0]).json()
    accepted(client, talk.drafts(JOT)[0])
    for day, said in (("2026-10-01", 2), ("2026-10-15", 3), ("2026-11-01", 4)):
        body = {"measured_on": day, "text": f"{said}/5", "number": said, "out_of": 5, "document": goal["id"]}
        assert client.post(f"/api/students/{student}/points", json=body).status_code == 201
    page = client.get(f"/students/{student}").text
    assert "3 measures from 2026-10-01 (2/5) to 2026-11-01 (4/5)" in page
    assert page.count("<circle") == 3
    assert "Session note" in page
    assert "Annual goal" in page
    assert "2 accepted" in client.get("/students").text


def point(day: int, number: float | None, out_of: float | None = None) -> Point:
    return Point(new_id(), new_id(), None, date(2026, 10, day), str(number), number, out_of, "", 1, utc_now(), None)


def test_a_chart_stays_in_its_frame_and_has_no_line_for_one_point():
    assert chart([]) is None
    assert chart([point(1, 3)]) is None
    assert chart([point(1, None), point(2, 3)]) is None
    for points in ([point(1, 0), point(1, 0)], [point(1, 700), point(9, 3)], [point(2, 5, 5), point(1, 1, 5)],
                   [point(1, 7, 5), point(2, 1, 5)]):  # fmt: skip
        made = chart(points)
        assert made is not None
        assert all(0 <= dot.x <= WIDTH and 0 <= dot.y <= HEIGHT for dot in made.dots)
        assert [dot.on for dot in made.dots] == sorted(item.measured_on for item in points)
    shares = chart([point(1, 1, 2), point(2, 3, 4)])
    assert shares is not None
    assert [value for _, value in shares.steps] == ["0%", "25%", "50%", "75%", "100%"]


def test_settings_show_which_variables_are_set_and_no_value(client):
    page = client.get("/settings").text
    assert "OPENAI_API_KEY" in page
    saved = client.put("/api/preferences", json={"profile": "default", "author": "K. Lee, OTR/L"})
    assert saved.json() == {"profile": "default", "author": "K. Lee, OTR/L"}
    assert "K. Lee, OTR/L" in client.get("/settings").text
    assert client.put("/api/preferences", json={"profile": "none"}).status_code == 422


def test_prompts_are_shown_as_their_files_have_them(client):
    assert "note.v1" in client.get("/prompts").text
    assert "jot" in client.get("/prompts/note.v1").text
    assert client.get("/prompts/note.v1/diff/shipped").status_code == 200


def test_an_eval_run_is_followed_by_its_folder(client, tmp_path):
    folder = tmp_path / "evals"
    for name in ("20260101T000000Z", "20260102T000000Z", "20260103T000000Z"):
        (folder / name).mkdir(parents=True)
    (folder / "20260101T000000Z" / "failed").write_text("The model cannot be reached.")
    (folder / "20260102T000000Z" / "started").write_text("999999999")
    (folder / "20260103T000000Z" / "report").mkdir()
    (folder / "20260103T000000Z" / "report" / "report.html").write_text("<p>ok")
    verdict = {"verdict": "PASS", "exit": 0, "metrics": {"invented": {"base": 0.0, "new": 0.0}}}
    (folder / "20260103T000000Z" / "verdict.json").write_text(json.dumps(verdict))
    assert [run.state for run in eval_runs.every(folder)] == ["done", "stopped", "failed"]
    assert "The model cannot be reached." in client.get("/evals/20260101T000000Z").text
    assert "PASS" in client.get("/evals").text
    report = client.get("/evals/20260103T000000Z/report.html")
    assert report.headers["content-disposition"].startswith("attachment")


def test_what_a_therapist_has_set_is_there_where_it_is_used(client, talk):
    profile = client.get("/api/profiles").json()["profiles"][-1]["id"]
    client.put("/api/preferences", json={"profile": profile, "author": "K. Lee, OTR/L"})
    assert 'value="K. Lee, OTR/L"' in client.get(f"/c/{talk.id}").text
    document = accepted(client, talk.drafts(JOT)[0]).json()["id"]
    assert (
        client.get(f"/fragments/document/{document}").text
        == client.get(f"/fragments/document/{document}?profile={profile}").text
    )
