"""The box: what is read is lit and listed as one types, a misreading is found by clicking, what is unclear is asked."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from .workspace import GOAL_JOT, JOT


def test_facts_are_lit_by_kind_and_stay_under_their_words_while_one_types(served, workspace):
    use = workspace(served)
    use.write("cut 3/5 w/ min A")
    lit = use.page.locator("#lights mark")
    expect(lit).to_have_text(["3/5", "min A"])
    assert [one.get_attribute("class") for one in lit.all()] == ["number", "level"]
    use.page.route("**/api/facts", lambda route: route.abort())
    use.box.press("Home")
    use.page.keyboard.type("He ")
    expect(lit).to_have_text(["3/5", "min A"])
    assert use.page.locator("#lights").text_content() == "He cut 3/5 w/ min A\n"


def test_lights_lie_exactly_under_the_words(served, workspace):
    use = workspace(served)
    use.write("\n".join([JOT] * 4))
    expect(use.page.locator("#lights mark.level")).to_have_count(4)
    same = use.page.evaluate(
        """(() => { const box = document.getElementById("jot"), lights = document.getElementById("lights");
        box.scrollTop = 60; box.dispatchEvent(new Event("scroll"));
        const of = (one) => { const s = getComputedStyle(one);
          return [one.clientWidth, s.font, s.padding, s.letterSpacing, s.whiteSpace, one.scrollTop].join("|"); };
        return [of(box), of(lights)]; })()"""
    )
    assert same[0] == same[1]


def test_a_fact_is_clicked_to_be_found_and_corrected(served, workspace):
    use = workspace(served)
    use.write("😀 copied 3/5 sentences w/ min vc")
    use.page.get_by_role("button", name="min vc = minimal verbal cue cue").click()
    assert use.page.evaluate("getSelection().toString()") == "min vc"
    use.page.keyboard.type("mod vc")
    expect(use.box).to_have_value("😀 copied 3/5 sentences w/ mod vc")
    expect(use.page.get_by_role("region", name="What was read")).to_contain_text("mod vc = moderate verbal cue")


def test_what_is_unclear_is_asked_and_the_answer_stands_in_the_jot(served, workspace):
    use = workspace(served)
    use.write("copied 3/5 w/ min vc. min for zipper")
    read = use.page.get_by_role("region", name="What was read")
    expect(read).to_contain_text("What does 'min' mean here?")
    read.get_by_role("button", name="minimal", exact=True).click()
    expect(use.box).to_have_value("copied 3/5 w/ min vc. minimal for zipper")
    expect(read.get_by_text("What does 'min' mean here?")).to_have_count(0)


def test_what_was_taken_back_and_what_is_not_used_is_told_in_words(served, workspace):
    use = workspace(served)
    use.write("copied 4/5 - no wait 3/5")
    expect(use.page.get_by_role("region", name="What was read")).to_contain_text(re.compile("4/5.*taken back.*3/5"))
    unused = '{"facts": [], "questions": [], "unused": [{"text": "blorp", "start": 0, "end": 5}], "proposed": "note"}'
    use.page.route("**/api/facts", lambda route: route.fulfill(body=unused))
    use.box.fill("blorp")
    expect(use.page.get_by_text("Not used: blorp")).to_be_visible()


def test_a_kind_is_proposed_and_may_be_chosen_and_both_are_kept(served, workspace):
    use = workspace(served)
    use.write(GOAL_JOT)
    expect(use.page.get_by_role("radio", name="As proposed: goal")).to_be_checked()
    use.choose("Consult note")
    use.page.get_by_text("Grade, plan and other details").click()
    use.page.get_by_label("Minutes").fill("30")
    use.page.get_by_label("Plan", exact=True).select_option("IEP")
    expect(use.page.locator("#kept")).to_have_text("Kept")
    use.settled()
    use.page.reload()
    expect(use.page.get_by_role("radio", name="Consult note")).to_be_checked()
    expect(use.page.locator("#context-told")).to_have_text("IEP, 30")


def test_a_kind_is_chosen_for_one_message_and_not_for_the_next(served, workspace):
    use = workspace(served)
    use.drafted(JOT, "Note")
    expect(use.page.get_by_role("radio", name="As proposed")).to_be_checked()
    use.send("make it 4/5")
    expect(use.draft).to_contain_text("They copied 4/5 sentences")


def test_nothing_is_sent_when_nothing_is_written(served, workspace):
    use = workspace(served)
    use.page.get_by_role("button", name="Draft", exact=True).click()
    assert use.focused().startswith("Your jot")
    assert use.announced() == ["Write or paste something first"]
    assert use.page.url == f"{served.url}/"


def test_an_earlier_message_is_changed_and_sent_again(served, workspace):
    use = workspace(served)
    use.drafted(JOT)
    use.page.get_by_role("button", name="Edit and send again").click()
    expect(use.box).to_have_value(JOT)
    use.drafted(JOT.replace("3/5", "4/5"))
    expect(use.draft).to_contain_text("They copied 4/5 sentences")
    expect(use.page.locator(".message.therapist").first).to_contain_text("changed below")


def test_students_are_added_assigned_and_found(served, workspace):
    use = workspace(served)
    use.drafted(JOT)
    page = use.page
    page.get_by_text("Grade, plan and other details").click()
    page.locator("#student").select_option("Add a student")
    page.get_by_role("dialog", name="Add a student").get_by_role("textbox").fill("E. M.")
    page.keyboard.press("Enter")
    expect(page.locator("#student option:checked")).to_have_text("E. M.")
    assert use.focused().startswith("Student")
    use.settled()
    for words, found in (("slant BOARD", 1), ("E. M.", 1), ("nobody", 0), ("100%", 0)):
        page.get_by_label("Search students and conversations").fill(words)
        expect(page.locator(".conversation")).to_have_count(found)
    expect(page.get_by_text("Nothing found.")).to_be_visible()
    assert use.visit.complaints == []
    assert not [url for url in use.visit.requests if "slant" in url or "E.%20M" in url]
