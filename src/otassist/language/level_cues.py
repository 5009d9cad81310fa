"""How a note prints cues: `3 vc` -> `3 verbal cues`, `max 2 v/t cues` -> `at most 2 verbal/tactile cues`."""

from __future__ import annotations

import re

from .level_patterns import NUMBER_BEFORE, Level, grade_of, key, text_before
from .tables import rules


def cue(_: str, match: re.Match[str]) -> Level | None:
    if not (match["types"] or match["short"]) and not (match["count"] or match["grade"]):
        return None
    bound = _bound(match)
    if bound is None:
        return None
    count = re.sub(r"\s?(-|–)\s?", r"\1", match["count"]).replace("+", " or more") if match["count"] else ""
    words = [bound, count, grade_of(match) if match["grade"] else "", _cue_noun(match, count)]
    spoken = " ".join(word for word in words if word)
    return Level("cue", match.start(), match.end(), spoken, _normal_cue(spoken))


def _bound(match: re.Match[str]) -> str | None:
    """`max 2 vc` -> at most; None where `5 min 2 vc` or an arrow says otherwise."""
    form = key(match["bound"] or "").strip()
    if not form:
        return ""
    arrow = form[0] in "<>" and re.search(r"[-=<>\d%]\s?$", text_before(match))
    if arrow or (form == "min" and NUMBER_BEFORE.search(text_before(match))):
        return None
    signs = {"<": "less than", ">": "more than", "~": "approximately", "≤": "at most", "≥": "at least"}
    return {"<=": "at most", ">=": "at least"}.get(form) or signs.get(form[0]) or str(rules("levels")["bound"][form])


def _cue_noun(match: re.Match[str], count: str) -> str:
    data = rules("levels")
    if match["types"]:
        types = re.split(r"(\s?(?:/|&|\+|,|-)\s?|\s(?:and|or|then)\s)", match["types"])
        words = [data["cue_type"].get(key(part.strip(". ")), _joint(part)) for part in types]
        return "".join(words) + f" {data['cue_noun'][key(match['noun'])]}"
    if match["plain"]:
        return str(data["cue_noun"][key(match["plain"])])
    parts = re.split(r"(\s?(?:/|&|\+|,)\s?|\s(?:and|or|then)\s|(?<=[a-z])-(?=[a-z]))", match["short"], flags=re.I)
    if len(parts) == 1 and key(parts[0]) in data["cue"]:
        return _plural(data["cue"][key(parts[0])], count)
    whole = [data["cue"].get(key(match["short"]))]
    if whole[0]:
        return _plural(whole[0], count)
    nouns = [data["cue"].get(key(part), part) for part in parts[::2]]
    joints = [_joint(part) for part in parts[1::2]]
    kinds, noun = [name.rsplit(" ", 1)[0] for name in nouns], nouns[-1].rsplit(" ", 1)[1]
    joined = kinds[0] + "".join(joint + kind for joint, kind in zip(joints, kinds[1:], strict=False))
    return _plural(f"{joined} {noun}", count)


def _joint(part: str) -> str:
    mark = part.strip()
    return {"/": "/", ",": ", ", "-": "-", "and": " and ", "or": " or ", "then": " then "}.get(mark.lower(), " and ")


def _plural(noun: str, count: str) -> str:
    return noun if count in ("1", "one") else noun + "s"


def _normal_cue(spoken: str) -> str:
    return (
        re.sub(r"\b(cue|prompt|reminder|redirection)s\b", r"\1", spoken)
        .replace("cueing", "cue")
        .replace("prompting", "prompt")
    )
