"""Whether what stands behind a comma is a proposition of its own or part of what stands before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..language import Word
from ..language.phrases import markers, opens_with
from ..language.tables import rules
from .corrections import corrects
from .headers import is_header

Words = Sequence[Word]
_OPENERS = "pst"

LONGEST = 60
"""Words beyond which a comma always cuts: no proposition is longer, and a pasted list must not cost minutes."""


def belongs(left: Words, right: Words) -> bool:
    """Whether `right` is no proposition of its own but part of `left`."""
    if len(left) > LONGEST:
        return False
    shape = "".join(word.tag for word in right)
    main = has_predicate(left)
    if _is_lead(left):
        return True
    if is_header(left) and is_header([*left, *right]):
        return True
    if _is_next_step(right) and not opens_with(left, markers("starts", "plan")):
        return False
    if _lists_behind_colon(left, right) or corrects(left, right):
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


def examples(left: Words, right: Words) -> bool:
    """`opened 2/4 items, string cheese and lid`: the things behind a counted noun are its examples."""
    counted = any(word.tag == "q" for word in left) and any(
        word.lemma in ("item", "thing", "container", "choice", "material", "tool") for word in left
    )
    return counted and all(word.tag in "danc" for word in right)


def leads(left: Words, right: Words) -> bool:
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
