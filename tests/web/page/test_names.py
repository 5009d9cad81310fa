"""What a screen reader is told of the workspace: roles, names and states (ARIA snapshots)."""

from __future__ import annotations

from itertools import pairwise

from playwright.sync_api import expect

from .workspace import JOT


def test_the_empty_workspace(served, workspace):
    page = workspace(served).page
    expect(page.locator("body")).to_match_aria_snapshot("""
        - link "Skip to the jot"
        - banner:
          - link "otassist"
          - navigation "Pages":
            - list:
              - listitem:
                - link "Write"
          - button "Shortcuts"
          - combobox "Colors"
        - status
        - main:
          - heading "Write goals and notes" [level=1]
          - region "Students and conversations":
            - heading "Conversations" [level=2]
            - button "New conversation"
            - search
          - region "Conversation":
            - region "Messages":
              - heading "Paste what you saw, as you wrote it" [level=2]
              - paragraph:
                - button "Try this example"
            - form "Write":
              - group "What should come of it":
                - radio "As proposed" [checked]
                - radio "Goal"
                - radio "Note"
                - radio "Consult note"
                - radio "What do you think"
                - radio "Change the draft"
              - textbox "Your jot, a change to the draft, or a question"
              - button "Draft"
              - region "What was read"
          - region "Draft":
            - heading "The draft appears here" [level=2]
        """)


def test_a_note_in_review(served, workspace):
    use = workspace(served)
    use.drafted(JOT)
    use.clause("They copied 3/5").click()
    expect(use.draft).to_match_aria_snapshot("""
        - article "Session note":
          - heading "Session note" [level=2]
          - button "Accept"
          - button "Undo" [disabled]
          - button "Delete"
          - region "To fill in (1)":
            - heading "To fill in (1)" [level=3]
            - textbox "What does this mean for the student's participation in school?"
            - button "Fill in"
          - region "Subjective"
          - region "Objective":
            - list:
              - listitem:
                - button "The student was seen for a push-in session during writing for 30 minutes."
              - listitem:
                - button "They copied 3/5 sentences with minimal verbal cues for spacing." [expanded]
                - 'button "Change: They copied 3/5 sentences with minimal verbal cues for spacing."'
                - group "Where this comes from":
                  - paragraph:
                    - mark: copied 3/5 sentences w/ min vc for spacing
          - region "Assessment"
          - region "Plan"
          - region "Also"
        """)


def test_every_clause_is_described_by_where_it_comes_from(served, workspace):
    use = workspace(served)
    use.drafted(JOT)
    told = {clause.text_content(): clause for clause in use.draft.locator(".clause-text").all()}
    for text, clause in told.items():
        origin = "Blank, fill it in" if "____" in text else "From your jot"
        expect(clause).to_have_accessible_description(origin)


def test_levels_of_headings_are_not_skipped(served, workspace):
    use = workspace(served)
    use.drafted(JOT)
    headings = "[...document.querySelectorAll('main :is(h1, h2, h3, h4)')].filter((one) => one.checkVisibility())"
    levels = use.page.evaluate(f"{headings}.map((one) => +one.tagName[1])")
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
