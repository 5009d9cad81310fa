"""The review over HTTP: clauses, blanks, remedies, revisions, acceptance and export."""

from __future__ import annotations

import pytest

from .conftest import JOT, new_id

GOAL_JOT = "needs goal. push-in ELA. copied 3/5 sentences w/ min vc"


@pytest.fixture
def goal(talk):
    return talk.drafts(GOAL_JOT, "goal")[0]


@pytest.fixture
def note(talk):
    return talk.drafts(JOT)[0]


def clause(draft, role):
    return next(item for item in draft["content"]["clauses"] if item["role"] == role)


def test_a_clause_is_edited_checked_again_and_the_edit_is_the_therapists(client, goal):
    target = clause(goal, "criterion")
    body = {"version": 1, "clauses": [{"id": target["id"], "text": "in 9 of 10 sentences"}]}
    after = client.patch(f"/api/drafts/{goal['id']}", json=body).json()
    assert clause(after, "criterion")["text"] == "in 9 of 10 sentences"
    assert clause(after, "criterion")["origin"] == "therapist"
    assert after["version"] == 2
    assert after["content"]["area"] == goal["content"]["area"]


def test_an_edit_from_an_old_version_changes_nothing_and_shows_the_current_one(client, goal):
    target = clause(goal, "criterion")["id"]
    client.patch(f"/api/drafts/{goal['id']}", json={"version": 1, "clauses": [{"id": target, "text": "in 4/5"}]})
    stale = client.patch(
        f"/api/drafts/{goal['id']}", json={"version": 1, "clauses": [{"id": target, "text": "in 2/5"}]}
    )
    assert stale.status_code == 409
    assert "in 4/5" in stale.json()["current"]["content"]["text"]


def test_a_live_check_saves_nothing(client, goal):
    target = clause(goal, "criterion")["id"]
    answer = client.post(
        f"/api/drafts/{goal['id']}/check", json={"clauses": [{"id": target, "text": "in 7 of 5 sentences"}]}
    ).json()
    before = {item["check"] for item in goal["content"]["findings"]}
    assert {item["check"] for item in answer["content"]["findings"]} - before
    assert client.get(f"/api/drafts/{goal['id']}").json()["content"] == goal["content"]


def test_a_blank_is_filled_and_a_remedy_taken(client, goal):
    time = clause(goal, "timeframe")
    body = {"version": 1, "clause": time["id"], "text": "5/12/2027", "blank": 0}
    after = client.post(f"/api/drafts/{goal['id']}/fill", json=body).json()
    assert clause(after, "timeframe")["text"].lower() == "by 5/12/2027"
    assert "no_timeframe" not in {item["check"] for item in after["content"]["findings"]}
    assert client.post(f"/api/drafts/{goal['id']}/fill", json=body | {"version": 2}).status_code == 422


def test_the_question_of_a_note_gives_way_to_the_answer(client, note):
    asked = clause(note, "plan")
    body = {"version": 1, "clause": asked["id"], "text": "try grid paper in math"}
    after = client.post(f"/api/drafts/{note['id']}/fill", json=body).json()
    assert "try grid paper in math." in after["content"]["text"]
    invented = [item for item in after["content"]["findings"] if item["severity"] == "blocker"]
    assert invented == []


def test_a_stretch_and_back_to_the_first(client, goal):
    if "more_support" not in goal["content"]["variants"]:
        pytest.skip("this goal has no version with more support")
    after = client.post(f"/api/drafts/{goal['id']}/variant", json={"version": 1, "name": "more_support"}).json()
    assert after["content"]["text"] != goal["content"]["text"]
    back = client.post(f"/api/drafts/{goal['id']}/variant", json={"version": 2, "name": "standard"}).json()
    assert back["content"]["text"] == goal["content"]["text"]


def test_revisions_are_kept_compared_and_restored(client, goal):
    target = clause(goal, "criterion")["id"]
    client.patch(f"/api/drafts/{goal['id']}", json={"version": 1, "clauses": [{"id": target, "text": "in 9/10 words"}]})
    pieces = client.get(f"/api/drafts/{goal['id']}/diff?from=1&to=2").json()["pieces"]
    new = "".join(item["text"] for item in pieces if item["op"] != "out")
    assert "".join(item["text"] for item in pieces if item["op"] != "in") == goal["content"]["text"]
    assert "in 9/10 words" in new
    back = client.post(f"/api/drafts/{goal['id']}/restore", json={"version": 2, "number": 1}).json()
    assert back["content"]["text"] == goal["content"]["text"]
    kept = client.get(f"/api/drafts/{goal['id']}/revisions").json()["revisions"]
    assert [item["number"] for item in kept] == [1, 2, 3]


def test_a_deleted_draft_comes_back(client, talk, note):
    assert client.delete(f"/api/drafts/{note['id']}?version=1").status_code == 204
    assert talk.whole()["drafts"] == []
    client.post(f"/api/drafts/{note['id']}/undelete")
    assert [item["id"] for item in talk.whole()["drafts"]] == [note["id"]]


def accepted(client, draft, **more):
    return client.post(f"/api/drafts/{draft['id']}/accept", json={"version": draft["version"], **more})


def test_what_was_accepted_is_a_document_and_stays(client, talk, note):
    document = accepted(client, note, author="K. Lee, OTR/L").json()
    assert (document["title"], document["author"]) == ("Session note", "K. Lee, OTR/L")
    target = note["content"]["clauses"][0]["id"]
    change = client.patch(f"/api/drafts/{note['id']}", json={"version": 2, "clauses": [{"id": target, "text": "x"}]})
    assert change.status_code in (409, 422)
    assert client.get(f"/api/documents/{document['id']}").json()["content"] == note["content"]
    talk.say("drop the last sentence", draft=note["id"])
    assert client.get(f"/api/documents/{document['id']}").json()["content"] == note["content"]


def test_an_open_blocker_has_to_be_seen_and_is_printed(client, goal):
    target = clause(goal, "criterion")["id"]
    edit = {"version": 1, "clauses": [{"id": target, "text": "in 7 of 5 sentences"}]}
    bad = client.patch(f"/api/drafts/{goal['id']}", json=edit).json()
    blockers = [item for item in bad["content"]["findings"] if item["severity"] == "blocker"]
    assert blockers
    refused = accepted(client, bad)
    assert refused.status_code == 422
    assert blockers[0]["message"] in refused.json()["error"]["message"]
    document = accepted(client, bad, acknowledged=[item["id"] for item in blockers]).json()
    printed = client.get(f"/api/documents/{document['id']}/export/txt").text
    assert blockers[0]["message"] in printed


@pytest.mark.parametrize("form", ["txt", "md", "csv", "docx", "pdf"])
def test_a_document_leaves_in_every_form_under_a_name_that_tells_nothing(client, note, form):
    document = accepted(client, note).json()
    answer = client.get(f"/api/documents/{document['id']}/export/{form}")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"] == f'attachment; filename="document.{form}"'
    assert len(answer.content) > 100
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("form", ["csv", "docx", "pdf"])
def test_an_accepted_goal_brings_a_sheet_to_collect_data_on(client, goal, note, form):
    sheet = client.get(f"/api/documents/{accepted(client, goal).json()['id']}/sheet/{form}")
    assert sheet.status_code == 200
    assert sheet.headers["content-disposition"] == f'attachment; filename="data-sheet.{form}"'
    assert client.get(f"/api/documents/{accepted(client, note).json()['id']}/sheet/{form}").status_code == 422


def test_a_draft_that_was_not_accepted_does_not_leave(client, note):
    assert client.get(f"/api/documents/{note['id']}/export/txt").status_code == 404


def test_fields_are_counted_and_their_words_are_the_documents(client, note):
    document = accepted(client, note).json()
    for profile in client.get("/api/profiles").json()["profiles"]:
        fields = client.get(f"/api/documents/{document['id']}/fields?profile={profile['id']}").json()["fields"]
        assert fields
        assert all(item["length"] == len(item["text"]) for item in fields)
        assert any("3/5 sentences" in item["text"] for item in fields)
    assert client.get(f"/api/documents/{document['id']}/fields?profile=nobody").status_code == 422


def test_an_addendum_is_dated_and_printed_and_the_document_stays(client, note):
    document = accepted(client, note).json()
    client.post(f"/api/documents/{document['id']}/addenda", json={"text": "Parent called 11/25."})
    after = client.get(f"/api/documents/{document['id']}").json()
    assert after["content"] == document["content"]
    assert after["addenda"][0]["text"] == "Parent called 11/25."
    assert "Parent called 11/25." in client.get(f"/api/documents/{document['id']}/export/txt").text


def test_data_points_of_a_student_are_kept_changed_and_given_back(client):
    student = client.post("/api/students", json={"label": "AB"}).json()["id"]
    body = {"measured_on": "2026-11-20", "text": "3/5", "number": 3, "out_of": 5}
    point = client.post(f"/api/students/{student}/points", json=body).json()
    changed = client.patch(f"/api/points/{point['id']}", json={**body, "text": "4/5", "number": 4, "version": 1}).json()
    assert (changed["text"], changed["number"], changed["version"]) == ("4/5", 4, 2)
    assert client.delete(f"/api/points/{point['id']}?version=2").status_code == 204
    assert client.get(f"/api/students/{student}/points").json()["points"] == []
    client.post(f"/api/points/{point['id']}/restore")
    assert len(client.get(f"/api/students/{student}/points").json()["points"]) == 1


@pytest.mark.parametrize(
    "wrong", [{"measured_on": "2026-13-01"}, {"number": "NaN"}, {"out_of": 0}, {"text": "x" * 201}, {"extra": 1}]
)
def test_a_measure_that_is_none_is_refused(client, wrong):
    student = client.post("/api/students", json={"label": "AB"}).json()["id"]
    body = {"measured_on": "2026-11-20", "text": "3/5", "number": 3, "out_of": 5} | wrong
    assert client.post(f"/api/students/{student}/points", json=body).status_code == 422


def test_a_student_is_renamed_once_and_erased_for_good(client):
    student = client.post("/api/students", json={"label": " AB ", "id": new_id()}).json()
    assert student["label"] == "AB"
    url = f"/api/students/{student['id']}"
    assert client.patch(url, json={"version": 1, "label": "AC"}).json()["label"] == "AC"
    assert client.patch(url, json={"version": 1, "label": "AD"}).status_code == 409
    assert client.delete(f"{url}?forever=true").status_code == 204
    assert client.get(url).status_code == 404
