"""Cuts a jot's words into pieces, one proposition each.

Sentence ends, new lines and bullets always cut. A comma cuts only where both sides can stand alone: a level, a
count, a list item or a phrase belongs to what it follows, a condition to what it introduces.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..language import Word, settle_again
from ..language.phrases import find, markers, opens_with
from ..language.tables import rules
from .headers import is_header, is_heading

Words = Sequence[Word]

_ENDS = ".;!?¶|•"
_PREDICATES = "vzbmxAIC"
_OPENERS = "pst"


@dataclass(frozen=True, slots=True)
class Piece:
    """The words of one proposition; `asked` when a question mark closes it."""

    words: tuple[Word, ...]
    asked: bool = False
    sentence: int = 0

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end


def pieces(words: Words, jot: str) -> list[Piece]:
    """The propositions of the jot in order; closing punctuation is left out of them."""
    found: list[Piece] = []
    for number, (segment, asked) in enumerate(_segments(words, jot)):
        parts = _joined(_parts(segment, jot))
        found += [
            Piece(tuple(part) if is_header(part) else settle_again(part), asked and part is parts[-1], number)
            for part in parts
            if _has_content(part)
        ]
    return found


def _has_content(words: Words) -> bool:
    return any(re.search(r"\w", word.source) for word in words)


def _segments(words: Words, jot: str) -> list[tuple[list[Word], bool]]:
    """Between hard ends; a dash or slash with space on both sides is one, a dash inside a word is not."""
    segments: list[tuple[list[Word], bool]] = []
    current: list[Word] = []
    closing = 0
    for index, word in enumerate(words):
        if word.tag == "(":
            closing = _closing(words, index)
        if index < closing:
            current.append(word)
            continue
        if word.source in _SOAP and _is_section_mark(words[index + 1 : index + 2], jot):
            if current:
                segments.append((current, False))
            current = []
        if word.tag == "=" and len(current) == 1 and current[0].source.lower() in rules("markers")["labels"]:
            word = replace(word, tag=":")
        if word.tag == "/" and len(current) == 1 and current[0].source in _SOAP and _is_section_mark([word], jot):
            word = replace(word, tag=":")
        if _is_label_dash(current, word):
            current.append(replace(word, tag=":"))
        elif word.tag in _ENDS or (_is_bullet(word, jot) and not _corrects(current, words[index + 1 : index + 5])):
            if word.tag == "?" and [other.start for other in words[index + 1 : index + 2] if other.tag == "?"] == [
                word.end
            ]:
                continue  # `vision??` asks once
            if _answers_itself(word, words[index + 1 : index + 2]):
                current.append(replace(word, tag="~"))
                continue
            if word.tag == "." and index and _is_shortened(words[index - 1], word, words[index + 1 : index + 2]):
                continue
            if word.tag == "." and words[index + 1 : index + 2] and words[index + 1].tag in "+&":
                continue  # `deod. + hair`
            if word.tag == "?" and not current:
                current = [word]
            elif current:
                asked = word.tag == "?"
                segments.append((current, asked))
                current = []
            elif word.tag == "?" and segments:
                segments[-1] = (segments[-1][0], True)
        else:
            current.append(word)
            if _closes_sentence(word, words[index + 1 : index + 2]):
                segments.append((current, False))
                current = []
    if current:
        segments.append((current, False))
    return segments


def _answers_itself(word: Word, after: Words) -> bool:
    """`burnt finger? NO just steam`, `gloves?? one of em did`: what goes on in the line belongs to the question."""
    goes_on = bool(after) and after[0].tag not in "¶?!" and not after[0].source[:1].isupper()
    answers = ("no", "yes", "nope", "yep", "yup", "not", "none")
    return word.tag == "?" and bool(after) and (goes_on or after[0].source.lower() in answers)


def _is_shortened(word: Word, point: Word, after: Words) -> bool:
    """`Ms. homeroom`, `ch. 4`, `lat. quad grasp`: the point belongs to the word."""
    if word.end != point.start:
        return False
    describes = word.tag == "a" and word.entry is not None and word.entry.shorthand and 2 < len(word.source) < 6
    goes_on = bool(after) and after[0].source[:1].islower() and after[0].tag in "na"
    return word.source.lower() in rules("grammar")["shortened"] or (describes and goes_on)


def _closes_sentence(word: Word, after: Words) -> bool:
    """`"it has to go." regular chair ...`: the point inside a quotation ends the sentence around it."""
    closing = word.tag == "Q" and re.search(r"[.?!]\W?$", word.source) is not None
    said = bool(after) and after[0].source.lower() in rules("markers")["report_verbs"]["forms"]
    return closing and bool(after) and after[0].tag not in ",:;)(o" and not said


def _closing(words: Words, opening: int) -> int:
    """The index of the parenthesis that closes this one on the same line; 0 when none does."""
    for index in range(opening + 1, len(words)):
        if words[index].tag == ")":
            return index
        if words[index].tag in "¶(":
            return 0
    return 0


_SOAP = ("S", "O", "A", "P")


def _is_section_mark(after: Words, jot: str) -> bool:
    """`S:` or `S/ ` opens a section."""
    return bool(after) and (
        after[0].tag == ":" or (after[0].tag == "/" and jot[after[0].end : after[0].end + 1] == " ")
    )


def _is_label_dash(current: Words, word: Word) -> bool:
    """`P - retry`: the dash behind a lone label is its colon."""
    return word.tag == "-" and len(current) == 1 and current[0].source.lower() in rules("markers")["labels"]


def _is_bullet(word: Word, jot: str) -> bool:
    """A dash, slash or asterisk standing free in the text."""
    if word.source not in ("-", "–", "—", "/", "*", "•", "·", "|", "--", "//", ">", ">>", "○", "…", "..", "..."):
        return False
    if word.source == "/" and re.match(r"\s*\d+\s?(?:s|sec|m|min|hr)", jot[word.end :]):
        return False  # `31 stuffed / 20 min` is a rate
    if word.source in (">", ">>") and jot[: word.start].rsplit("\n", 1)[-1].strip(" >"):
        return False
    before = word.start == 0 or jot[word.start - 1].isspace() or jot[word.start - 1] in "-/>."
    after = word.end >= len(jot) or jot[word.end].isspace() or jot[word.end] in "-/>."
    return (before and after) or (before and (word.start == 0 or jot[word.start - 1] == "\n"))


def _parts(segment: Words, jot: str) -> list[list[Word]]:
    """Cut at commas, at a free `+` before a new clause, and before a pronoun that starts a new clause."""
    parts: list[list[Word]] = [[]]
    depth = 0
    for index, word in enumerate(segment):
        depth += (word.tag == "(") - (word.tag == ")")
        if (word.tag == "," and depth <= 0) or (word.tag == ":" and is_heading(parts[-1])):
            parts.append([])
            continue
        if depth <= 0 and (_starts_clause(segment, index) or _is_behind_grade(segment, index, jot)):
            parts.append([])
        parts[-1].append(word)
    return [part for part in parts if part]


def _is_behind_grade(segment: Words, index: int, jot: str) -> bool:
    """`Gr 5 multistep craft`: a jot opens with the grade; `gr 5 tchr asks` and `5th grade math class` name somebody."""
    if index != 1 or jot[: segment[0].start].strip() or is_header(segment):
        return False
    first, after = segment[0], segment[1]
    graded = first.quantity is not None and first.quantity.kind == "grade" and "grader" not in first.text
    named = after.kind in ("person", "setting", "subject") or after.tag in _ENDS + ",:-/&+pc"
    return (graded or first.text in ("kindergarten", "PreK")) and not named and after.lemma not in _OF_GRADE


_OF_GRADE = frozenset(
    ["team", "class", "room", "level", "group", "pair", "student", "consult", "consultation", "boy", "girl"]
)
_JOINTS = {"but", "then", "yet", "and then"}


def _starts_clause(segment: Words, index: int) -> bool:
    """`... 4/5 words he needed ...`: a subject pronoun or a `but` behind a finished clause begins another."""
    if index < 2:
        return False
    word, before, after = segment[index], segment[index - 1], segment[index + 1 : index + 3]
    finished = any(other.tag in _PREDICATES + "qu" for other in segment[max(0, index - _LONGEST) : index])
    if word.tag == "c" and word.text in _JOINTS:
        return finished and bool(after) and any(other.tag in _PREDICATES for other in after)
    if word.tag == "o" and word.text.lower() in ("he", "she", "they"):
        subject = bool(after) and after[0].tag in "vzbmxrN"
        return (
            finished
            and subject
            and before.tag not in "spwcxvzb"
            and before.text.lower() not in ("that", "what", "which", "how")
        )
    return False


_LONGEST = 60
"""Words beyond which a comma always cuts: no proposition is longer, and a pasted list must not cost minutes."""


def _joined(parts: list[list[Word]]) -> list[list[Word]]:
    """Commas that do not cut are put back."""
    result: list[list[Word]] = []
    for part in parts:
        if (len(result) == 1 and _leads(result[-1], part) and not is_header(result[-1])) or (
            result and (_belongs(result[-1], part) or _examples(result[-1], part))
        ):
            result[-1] = [*result[-1], *part]
        else:
            result.append(list(part))
    return result


def _belongs(left: Words, right: Words) -> bool:
    """Whether `right` is no proposition of its own but part of `left`."""
    if len(left) > _LONGEST:
        return False
    shape = "".join(word.tag for word in right)
    main = has_predicate(left)
    if _is_lead(left):
        return True
    if is_header(left) and is_header([*left, *right]):
        return True
    if _is_next_step(right) and not opens_with(left, markers("starts", "plan")):
        return False
    if _lists_behind_colon(left, right) or _corrects(left, right):
        return True
    if right[0].tag == "N" and main and not any(word.tag in "vzbmx" for word in right):
        return True
    if right[0].tag == "c":
        return right[0].text in ("and", "or", "&") and not _own_clause(right[1:])
    if _is_comparison(right) and main and any(word.tag in "qA" for word in left):
        return True
    if re.fullmatch(r"r?[AIC](?:[pt].*)?", shape):
        return main and not any(word.tag in "AIC" for word in left)
    if right[0].tag == "t" or _goes_on_listing(left, right):
        return True
    if shape in ("u", "r") or _is_result(left, right):
        return True
    if re.fullmatch(r"q?u", shape) or re.fullmatch(r"q(?:p.*|I)", shape):
        return any(word.tag in "qAIC" for word in left)
    if re.fullmatch(r"q[an]{0,2}n?|qC|C", shape) and _is_try(right) and any(word.tag == "q" for word in left):
        return True
    if shape == "q" and right[0].quantity is not None and right[0].quantity.kind == "duration" and main:
        return not is_header(left)
    if shape == "q":
        return not any(word.tag in "q" for word in left)
    if right[0].text == "per" and len(right) <= 4:
        return True
    if shape[0] in "ps":
        return main and not _own_clause(right)
    if re.fullmatch(r"n{1,3}(?:cn{1,3})?", shape):
        return _continues_list(left, right)
    return False


def _is_next_step(right: Words) -> bool:
    """`gave teacher ideas, recheck jan`: what comes next is no part of what was done."""
    verbal = any(entry.tag == "b" for entry in right[0].entries)
    return verbal and len(right) > 1 and opens_with(right, markers("starts", "plan")) > 0


_TRIES = frozenset(rules("grammar")["tries"])


def _goes_on_listing(left: Words, right: Words) -> bool:
    """`words like down, across, top`: the examples go on."""
    like = any(word.text in ("like", "such as", "e.g.", "including") and word.tag in "pgr" for word in left)
    return like and len(right) <= 2 and not any(word.tag in "vzbmxqAIC" for word in right)


def _is_result(left: Words, right: Words) -> bool:
    """`tied shoes, 2/3 tries`: the result of what was just done."""
    first = right[0].quantity
    counted = first is not None and first.kind in ("ratio", "percent") and all(word.tag in "qan" for word in right)
    return counted and any(word.tag in "vz" for word in left) and not any(word.tag == "q" for word in left)


def _is_try(right: Words) -> bool:
    """`4/6 alone, 1 rep, 1 model`: how the rest of the count was done."""
    return right[-1].tag == "C" or right[-1].lemma in _TRIES


def _examples(left: Words, right: Words) -> bool:
    """`opened 2/4 items, string cheese and lid`: the things behind a counted noun are its examples."""
    counted = any(word.tag == "q" for word in left) and any(
        word.lemma in ("item", "thing", "container", "choice", "material", "tool") for word in left
    )
    return counted and all(word.tag in "danc" for word in right)


def _leads(left: Words, right: Words) -> bool:
    """A bare activity or tool opening the sentence, with its result behind the comma."""
    kinds = rules("wording")["led_by"]
    bare = not has_predicate(left) and left[0].tag in "an" and not any(word.tag in "cor:" for word in left)
    heads = [word for word in left if word.tag == "n"]
    undone = right[0].lemma in rules("wording")["undone"]["verbs"]
    result = right[0].tag in "qIACvz" or any(word.tag in "vzmx" for word in right)
    if is_header(right) or undone:
        return False
    return bare and bool(heads) and _lead_head(left).kind in kinds and result


def _lead_head(left: Words) -> Word:
    """The noun before the first preposition."""
    head = left[0]
    for word in left:
        if word.tag == "p":
            break
        head = word if word.tag == "n" else head
    return head


def _lists_behind_colon(left: Words, right: Words) -> bool:
    """`showed: ladder, wait 10 sec`, `set up: shelf, hooks`: the list goes on."""
    colon = next((index for index, word in enumerate(left) if word.tag == ":"), None)
    if colon is None:
        advised = opens_with(left, markers("starts", "advice"))
        return bool(advised) and not any(word.tag in "vzmxo" for word in right)
    if colon and left[colon - 1].source.lower() in rules("markers")["labels"]:
        return False
    told = left[colon - 1].tag == "v" if colon else False
    to_do = right[0].tag == "b" and not any(word.tag in "AIC" for word in right)
    return told or to_do or not (has_predicate(right) or has_predicate(left))


def _corrects(left: Words, right: Words) -> bool:
    """`wrote 4 lines, no wait 5`: a marker with a value right behind it, and a value to take back."""
    size = opens_with(right, markers("correction", "forms"))
    ending = find(left, markers("correction", "forms"))
    if size == len(right) or (ending and ending[1] == len(left)):
        return any(word.tag in "quA" for word in left)
    return (
        bool(size)
        and any(word.tag in "quA" for word in right[size : size + 1])
        and any(word.tag in "quA" for word in left)
    )


def has_predicate(words: Words) -> bool:
    """A finite verb, a level or a measure: something is said, not only named."""
    return any(word.tag in "vzbmxAICq" for word in words)


def _is_lead(left: Words) -> bool:
    """Only an opening phrase so far: `when given a choice`, `after break`, `in ELA`."""
    if left[0].tag not in _OPENERS or left[0].tag == "t":
        return False
    if left[0].tag == "s":
        return True
    return not any(word.tag in "vzbmxAICqu" for word in left)


def _own_clause(right: Words) -> bool:
    """A phrase with a predicate of its own behind its noun: `w/ slant board 4/5`, `during math left seat`."""
    if not right:
        return False  # a jot may end in `, and`
    return (any(word.tag in "vzbmx" for word in right[1:]) and right[0].tag != "s") or bool(
        right[0].tag == "p" and any(word.tag == "q" for word in right[2:])
    )


def _is_comparison(right: Words) -> bool:
    opening = " ".join(word.source.lower() for word in right[:3])
    text = " ".join(word.text.lower() for word in right[:3])
    starts = rules("markers")["comparison"]["starts"]
    named = any(opening == start or opening.startswith(start + " ") or text.startswith(start + " ") for start in starts)
    return named and any(word.tag in "quAI" for word in right) and len(right) <= 6


def _continues_list(left: Words, right: Words) -> bool:
    """`help with coat, shoes`: a bare noun after a noun that stands behind a verb or preposition."""
    if left[-1].tag != "n" or right[-1].kind == "person":
        return False
    return any(word.tag in "pvzbgmx" for word in left) and not any(word.tag in "AIC" for word in left)
