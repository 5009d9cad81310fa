"""Whatever is pasted, typed, named or said by a model stays text: no dialog, no request to anybody else, no markup."""

from __future__ import annotations

import json
from itertools import product
from urllib.request import Request, urlopen
from uuid import uuid4

from playwright.sync_api import expect

from .workspace import JOT

AWAY = "http://nobody.invalid/x"
_FORMS = (
    "<script>alert({n})</script>",
    "<script src={away}></script>",
    "<img src=x onerror=alert({n})>",
    "<img src={away}>",
    "<svg onload=alert({n})><image href={away} /></svg>",
    "<svg><use href='{away}#a'/></svg>",
    "<style>body{{background:url({away})}}</style>",
    "<link rel=stylesheet href={away}>",
    "<iframe src={away}></iframe>",
    "<object data={away}></object>",
    "<video src={away} autoplay onerror=alert({n})></video>",
    "<a href=javascript:alert({n})>Accept</a>",
    "<form action={away}><button>Accept</button></form>",
    "<base href={away}>",
    "<meta http-equiv=refresh content='0;url={away}'>",
    "<details open ontoggle=alert({n})>",
    "<math><mtext><img src={away}></mtext></math>",
    "![picture]({away})",
    "[link](javascript:alert({n}))",
    "[reference][r{n}]\n\n[r{n}]: {away}",
    "<{away}>",
    "{{{{ 7*7 }}}}{{% include 'x' %}}${{alert({n})}}",
)
_WRAPS = (
    "{}",
    'copied 3/5 w/ min vc. said "{}"',
    "\"'>{}",
    "</textarea></p></pre></template>{}",
    "--><!--{}",
    "</title></script>{}",
    "&lt;{}&gt;",
    "\u202e{}",
    "`{}`",
    "]]>{}",
)
HOSTILE = [wrap.format(form.format(n=n, away=AWAY)) for n, (wrap, form) in enumerate(product(_WRAPS, _FORMS))]


def _send(url: str, body: object) -> dict:
    request = Request(url, json.dumps(body).encode(), {"Content-Type": "application/json"})
    with urlopen(request, timeout=60) as answer:
        return dict(json.load(answer))


def test_there_are_enough_of_them():
    assert len(set(HOSTILE)) >= 200


def test_as_model_text_message_draft_clause_document_label_and_title(serve, paced, workspace):
    paced.clauses = [{"draft": 0, "section": text, "text": text, "origin": text} for text in HOSTILE]
    paced.free.set()
    served = serve(paced)
    use = workspace(served)
    page = use.page
    jot = f"{JOT}\n" + "\n".join(HOSTILE[22:44])
    use.send(jot, "Note")
    expect(use.draft).to_contain_text("They copied 3/5 sentences")
    use.settled()
    assert page.locator(".message .text").first.text_content() == jot
    for clause in use.draft.locator(".clause-text").all()[:12]:
        clause.click()
    use.draft.locator(".edit").first.click()
    page.locator(".editor textarea").fill(" ".join(HOSTILE[:22]).replace("\n", " "))
    expect(page.locator(".editor .checked li")).not_to_have_count(0)
    page.locator(".editor textarea").press("Control+Enter")
    use.version(2)
    use.draft.locator("#history summary").click()
    page.get_by_role("button", name="What changed in version 2").click()
    expect(page.locator(".diff")).to_be_visible()
    page.get_by_role("button", name="Accept", exact=True).click()
    for seen in page.locator("#accept-open input").all():
        seen.check()
    page.get_by_role("dialog").get_by_label("Your name").fill(HOSTILE[2])
    page.get_by_role("dialog").get_by_role("button", name="Accept", exact=True).click()
    expect(page.locator("#whole")).to_contain_text("<img src=x onerror=")
    _unharmed(use, served)


def test_in_the_box_the_list_the_chat_and_while_it_is_streamed(serve, paced, workspace):
    paced.clauses = [{"draft": 0, "section": "plan", "text": text, "origin": "observed"} for text in HOSTILE]
    served = serve(paced)
    use = workspace(served)
    for start in range(0, len(HOSTILE), 44):
        use.write("\n".join(HOSTILE[start : start + 44]))
    use.send(JOT, "Note")
    paced.let(len(HOSTILE))
    expect(use.streamed).to_have_count(len(HOSTILE))
    assert use.streamed.all_text_contents() == HOSTILE
    paced.free.set()
    expect(use.draft).to_be_visible()
    here = use.page.url.rsplit("/", 1)[1]
    for text in HOSTILE:
        _send(f"{served.url}/api/conversations", {"title": text[:200], "box": text})
        _send(f"{served.url}/api/students", {"label": text[:200]})
    for text in HOSTILE[:22:2]:
        _send(f"{served.url}/api/conversations/{here}/messages", {"id": uuid4().hex, "text": text, "kind": "ask"})
    use.page.reload()
    assert use.page.locator(".message.therapist .text").all_text_contents()[1:] == HOSTILE[:22:2]
    expect(use.page.locator(".conversation")).not_to_have_count(0)
    use.page.get_by_label("Search students and conversations").fill(HOSTILE[2])
    use.settled()
    _unharmed(use, served)


def _unharmed(use, served) -> None:
    assert use.visit.dialogs == []
    assert use.visit.elsewhere(served.url) == []
    assert use.visit.complaints == []
    assert (
        use.page.locator("main img, main svg, main iframe, main object, main video, main script, main style").count()
        == 0
    )
    addresses = use.page.evaluate(
        "[...document.querySelectorAll('[href], [src], [action]')].map((one) => one.outerHTML)"
    )
    assert [
        one for one in addresses if "nobody.invalid" in one.split(">")[0] or "javascript:" in one.split(">")[0]
    ] == []
