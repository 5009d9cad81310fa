"""One statement -> candidate sentences, or the therapist's own words in quotation marks when no frame fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..domain import Statement
from ..language import Word
from ..language.shorthand import leftover
from ..language.tables import rules
from .chunks import Chunk, chunked, shape
from .frames import sentences
from .keeping import keeps_numbers, keeps_words
from .phrasing import STUDENT, Parts, phrase
from .places import placed
from .spelling import Voice, capital, plain, quoted, spelt


@dataclass(frozen=True, slots=True)
class Realised:
    """Sentences that say the same, best first, with `{S}` for the student; `verbatim` when they quote the jot."""

    candidates: tuple[str, ...]
    verbatim: bool = False


def realise(statement: Statement, words: Sequence[Word], voice: Voice) -> Realised:
    """The statement as sentences; `words` are those of the jot inside the statement."""
    body = _body(statement, words)
    said = _SAYERS.get(statement.role, _observed)(statement, body, voice)
    source = " ".join(word.source for word in body if not (word.entry and word.entry.shorthand))  # the 4 of `b4`
    clean = tuple(
        capital(text)
        for text in said
        if text and _readable(text) and keeps_numbers(text, source) and keeps_words(text, _to_keep(statement, body))
    )
    if clean:
        return Realised(clean)
    return Realised(_verbatim(statement, body, voice), verbatim=True)


def _to_keep(statement: Statement, body: Sequence[Word]) -> Sequence[Word]:
    """The words that must stand: all but what a plan or a report turns into its own opening."""
    if statement.role in ("plan", "advice"):
        return [word for word in body if word.tag in "nqACIQu" and word.source.lower() not in _OPENERS]
    if statement.role == "report":
        return _without_source(body, statement)
    return body


_OPENERS = {"plan", "next", "nxt", "rec", "recs", "todo", "nv", "time", "session", "visit"}


def _body(statement: Statement, words: Sequence[Word]) -> list[Word]:
    """The words to say: without label, withdrawn values, and loose signs at either end."""
    label = statement.label or (statement.start, statement.start)
    kept = [
        word
        for word in words
        if word.start >= label[1]
        and not any(start <= word.start < end for start, end in statement.replaced)
        and word.source.lower() not in rules("wording")["fillers"]["words"]
        and (word.tag != "~" or word.source.isascii())
    ]
    while kept and kept[0].tag in ",:;-+>*=/)cy!" and kept[0].source not in ("(",):
        kept.pop(0)
    while kept and kept[-1].tag in ",:;-+>*=/(c":
        kept.pop()
    return kept


def _readable(text: str) -> bool:
    """No shorthand or loose sign outside quotation marks."""
    return not leftover(text)


def _parts(body: Sequence[Word], statement: Statement, voice: Voice) -> Parts:
    """Opening phrases split off, up to the first comma or the main clause."""
    chunks = list(chunked(body))
    front: list[Chunk] = []
    while len(chunks) > 1 and chunks[0].tag in "PSu," and _can_front(chunks):
        front.append(chunks.pop(0))
    while front and chunks and chunks[0].tag == ",":
        chunks.pop(0)
    return Parts(tuple(front), tuple(chunks), statement.actor, voice)


def _led(body: Sequence[Word], statement: Statement, voice: Voice) -> list[str]:
    """`desk clean-out w/ checklist, 5/7 steps alone`: the activity introduces its result."""
    chunks = chunked(body)
    cut = next((index for index, chunk in enumerate(chunks) if chunk.tag == ","), 0)
    if not cut or chunks[0].tag != "n" or any(chunk.tag not in "nPZ" for chunk in chunks[:cut]):
        return []
    link = rules("wording")["led_by"].get(chunks[0].words[-1].kind, "")
    if chunks[0].words[-1].kind == "setting":
        return _led_by_setting(chunks, cut, statement, voice)
    said = sentences(Parts((), tuple(chunks[cut + 1 :]), statement.actor, voice)) if link else []
    lead = phrase(chunks[:cut], voice)
    return [f"{link} {lead}, {text}" for text in said]


def _can_front(chunks: Sequence[Chunk]) -> bool:
    if "".join(chunk.tag for chunk in chunks[1:]) in ("q", "u"):
        return False
    return any(chunk.tag in "nKovzbmxgaeAICq" for chunk in chunks[1:])


def _observed(statement: Statement, body: Sequence[Word], voice: Voice) -> list[str]:
    if not body:
        return []
    return (
        _led(body, statement, voice) or sentences(_parts(body, statement, voice)) or _sequence(statement, body, voice)
    )


def _led_by_setting(chunks: Sequence[Chunk], cut: int, statement: Statement, voice: Voice) -> list[str]:
    said = sentences(Parts((), tuple(chunks[cut + 1 :]), statement.actor, voice))
    rest = phrase(chunks[1:cut], voice)
    lead = " ".join(part for part in (placed(plain(chunks[0].words)), rest) if part)
    return [f"{lead}, {text}" for text in said]


def _sequence(statement: Statement, body: Sequence[Word], voice: Voice) -> list[str]:
    """`gave headphones -> back to work`: each side a sentence, in their order."""
    cut = next((index for index, word in enumerate(body) if word.tag == ">"), None)
    if not cut or cut + 1 >= len(body):
        return []
    left, right = _observed(statement, body[:cut], voice), _observed(statement, body[cut + 1 :], voice)
    return [f"{left[0]}, and then {right[0]}"] if left and right else []


def _reported(statement: Statement, body: Sequence[Word], voice: Voice) -> list[str]:
    """`mom says ...` stays a clause of its own; behind a label or `per teacher` the speaker is put in front."""
    speaker = _speaker(statement, voice)
    if not speaker:
        return _observed(statement, body, voice)
    rest = _without_source(body, statement)
    if statement.said_by == "student" and not any(word.tag == "Q" for word in rest):
        return _student_said(rest, statement, voice)
    if any(word.tag == "Q" for word in rest):
        return _quoting(statement, body, rest, speaker, voice)
    if len(rest) == len(body) or (rest and rest[0].tag in "vzx"):
        own = _observed(statement, body, voice)
        if own and not statement.label:
            return own
    told = any(word.tag in "vzmxbg" for word in rest)
    inner = sentences(_parts(rest, statement, voice)) if told else []
    return [f"{speaker} reported that {text}" for text in inner[:1]]


def _student_said(rest: Sequence[Word], statement: Statement, voice: Voice) -> list[str]:
    """`says they feel tired` stays a clause; `says embarrassed leaving early` keeps the therapist's words."""
    chunks = chunked(rest)
    if len(chunks) > 1 and chunks[0].tag in "no" and chunks[1].tag in "zvmxbrN":
        inner = sentences(_parts(rest, statement, voice))
        return [f"{STUDENT} said that {text}" for text in inner[:1]]
    return []


def _quoting(statement: Statement, body: Sequence[Word], rest: Sequence[Word], speaker: str, voice: Voice) -> list[str]:
    own = _observed(statement, body, voice) if len(rest) != len(body) or any(word.tag in "vz" for word in body) else []
    quotes = [word for word in rest if word.tag == "Q"]
    alone = len(quotes) == 1 and all(
        word.tag in "Q,:"
        or word.source.lower() in ("says", "said", "sez", "states", "stated", "reports", "reported", "told")
        for word in rest
    )
    if alone:
        return [f"{speaker} said, {quoted(quotes[0].source)}"]
    return own


def _speaker(statement: Statement, voice: Voice) -> str:
    said_by = statement.said_by
    if not said_by:
        return ""
    if said_by == "student":
        return STUDENT
    family = {row["long"] for row in _people() if row["role"] == "family"}
    return (
        f"the student's {said_by}"
        if said_by in family
        else said_by
        if said_by[:1].isupper() or said_by.startswith("the ")
        else f"the {said_by}"
    )


def _people() -> Sequence[dict[str, str]]:
    from ..language.tables import table

    return table("people")


def _without_source(body: Sequence[Word], statement: Statement) -> Sequence[Word]:
    """The words behind `per teacher` or `teacher says`."""
    verbs = rules("markers")["report_verbs"]["spoken"]
    if statement.said_by == "student" and body and body[0].source.lower() in verbs:
        rest = list(body[1:])
        while rest and (rest[0].tag in ",:" or rest[0].text.lower() == "that"):
            rest.pop(0)
        return rest
    verbs = rules("markers")["report_verbs"]["saying"]
    for index, word in enumerate(body):
        if word.text == statement.said_by:
            rest = list(body[index + 1 :])
            if index and body[index - 1].text == "per":
                return rest if index == 1 else _trimmed(body[: index - 1])
            while rest and (rest[0].source.lower() in verbs or rest[0].tag in ",:" or rest[0].text.lower() == "that"):
                rest.pop(0)
            return rest
    return body


def _planned(statement: Statement, body: Sequence[Word], voice: Voice) -> list[str]:
    """A step to come: `retry raised line` -> the plan is to retry; clauses with a subject stay as they are."""
    rest = _after_marker(
        body,
        {
            "plan",
            "plans",
            "p",
            "next",
            "nxt",
            "next time",
            "next session",
            "next visit",
            "nv",
            ":",
            "-",
            ",",
            "to do",
            "todo",
            "need to",
            "plan to",
            "to",
        },
    )
    if not rest:
        return []
    chunks = chunked(rest)
    first = chunks[0]
    if shape(chunks).startswith(("ntb", "nN")):
        return sentences(_parts(rest, statement, voice))
    if first.tag == "m" or first.words[0].text.lower() == "will":
        return sentences(_parts(rest, replace(statement, actor="therapist"), voice))
    if _can_be_done(chunks):
        infinitive = _to_do(rest, voice)
        return (
            [
                f"the plan is to {infinitive}",
                f"the therapist will {infinitive}",
                f"the next step is to {infinitive}",
            ]
            if infinitive
            else []
        )
    if first.tag == "g":
        return [f"the plan includes {text}" for text in _bare(chunks, voice)]
    own = sentences(_parts(rest, statement, voice))
    if any(chunk.tag in "zvmx" for chunk in chunks):
        return own
    if first.tag in "nK":
        return [f"the plan includes {text}" for text in _bare(chunks, voice)]
    return own


def _can_be_done(chunks: Sequence[Chunk]) -> bool:
    """A base verb, or a noun that is one too and has no verb behind it: `review 10/3`, `change in nurse's office`."""
    word = chunks[0].words[0]
    object_follows = (
        len(chunks) > 1 and chunks[1].tag in "nKoqu" and not any(chunk.tag in "zvmx" for chunk in chunks[1:])
    )
    verbal = any(entry.tag == "b" for entry in word.entries)
    return chunks[0].tag == "b" or (object_follows and word.tag in "nr" and verbal)


def _to_do(words: Sequence[Word], voice: Voice) -> str:
    """`retry raised line` as it stands behind `to`."""
    verb = replace(words[0], tag="b")
    if len(words) == 2 and words[1].quantity is not None and words[1].quantity.kind == "duration":
        return f"{_base(verb)} in {words[1].text}"  # `recheck 3 wks`
    anybody = replace(voice, consulting=False)
    return _infinitive(sentences(Parts((), (Chunk("b", (verb,)), *chunked(words[1:])), "student", anybody)), verb)


def _infinitive(tail: Sequence[str], verb: Word) -> str:
    """The sentence the frames made of a base verb, turned back: `{S} retries ...` -> `retry ...`."""
    if not tail:
        return ""
    text = tail[0].removeprefix(STUDENT + " ").removeprefix("the therapist ")
    _, _, rest = text.partition(" ")
    return f"{_base(verb)} {rest}".strip()


def _base(verb: Word) -> str:
    return next((entry.lemma for entry in verb.entries if entry.tag == "b"), verb.lemma)


def _bare(chunks: Sequence[Chunk], voice: Voice) -> list[str]:
    if any(chunk.tag in "zvmxb>?" for chunk in chunks):
        return []
    return [phrase(chunks, voice, opening="x")]


def _after_marker(body: Sequence[Word], marks: set[str]) -> list[Word]:
    rest = list(body)
    while rest and (rest[0].source.lower() in marks or rest[0].text.lower() in marks):
        rest.pop(0)
    return rest


def _advised(statement: Statement, body: Sequence[Word], voice: Voice) -> list[str]:
    """`rec slant board`, `suggested seat up front`: a recommendation that was given."""
    rest = _after_marker(
        body,
        {
            "rec",
            "recs",
            "rec'd",
            "recommended",
            "recommend",
            "suggested",
            "suggest",
            "advised",
            "advise",
            "recommendation",
            ":",
            "-",
            ",",
        },
    )
    if not rest:
        return []
    chunks = chunked(rest)
    if _can_be_done(chunks):
        text = _to_do(rest, voice)
        return [f"the recommendation was to {text}", f"the therapist also recommended to {text}"] if text else []
    if any(chunk.tag in "zvmx" for chunk in chunks):
        return sentences(_parts(rest, replace(statement, actor="therapist"), voice))
    bare = _bare(chunks, voice)
    return [f"the therapist recommended {text}" for text in bare] + [
        f"another recommendation was {text}" for text in bare
    ]


def _trimmed(words: Sequence[Word]) -> list[Word]:
    kept = list(words)
    while kept and kept[-1].tag in ",:-":
        kept.pop()
    return kept


def _asked(statement: Statement, body: Sequence[Word], voice: Voice) -> list[str]:
    """An open question is always the therapist's own words."""
    return []


_SAYERS = {
    "observation": _observed,
    "judgement": _observed,
    "background": _observed,
    "report": _reported,
    "plan": _planned,
    "advice": _advised,
    "question": _asked,
}


def _verbatim(statement: Statement, body: Sequence[Word], voice: Voice) -> tuple[str, ...]:
    """The jot's own words, whole and in quotation marks, without the label or speaker named in front."""
    told = (_without_source(body, statement) if statement.role == "report" else body) or body
    start = (
        told[0].start - statement.start if told and told[0].start > statement.start and not statement.replaced else 0
    )
    if statement.label:
        start = max(start, statement.label[1] - statement.start)
    text = quoted(statement.text[start:].strip(" :,-"))
    by = _speaker(statement, voice) or "the therapist"
    kind = "hearsay" if statement.role == "report" and not statement.said_by else statement.role
    templates = rules("wording")["verbatim"].get(kind) or rules("wording")["verbatim"]["observation"]
    return tuple(
        template.replace("{by_mid}", by).replace("{by}", capital(by)).replace("{text}", text).removesuffix(".")
        for template in templates
    )


__all__ = ["Realised", "plain", "realise", "spelt"]
