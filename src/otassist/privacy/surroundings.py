"""What stands beside a word: a title, a label, somebody who acts, is told or is quoted (data/naming.toml)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..language.lexicon import lexicon
from .letters import is_closed_word, is_past, is_plain, names_a_thing
from .people import is_finite
from .spans import Places
from .tokens import Token
from .vocabulary import is_family_word, is_first_name, is_ordinary, is_word_and_name, listed

_IN_A_ROW = re.compile(r"\s?[,&+/]\s?|,?\sand\s")
_BESIDE = re.compile(r"[ \t]{1,2}|\.[ \t]{1,2}")


@dataclass
class Surroundings:
    """The words of a text; `closed` are places where no name is looked for."""

    text: str
    tokens: list[Token]
    closed: Places

    def is_open(self, index: int) -> bool:
        token = self.tokens[index]
        return not (self.closed.holds(token.start) or self.closed.holds(token.end - 1))

    def beside(self, index: int, other: int) -> bool:
        """Whether two words stand side by side, with an initial's full stop between them at most."""
        if other >= len(self.tokens):
            return False
        first, second = self.tokens[index], self.tokens[other]
        between = self.text[first.end : second.start]
        if between.startswith(".") and len(first.text) > 2:
            return False
        return bool(_BESIDE.fullmatch(between))

    def before(self, index: int) -> Token | None:
        return self.tokens[index - 1] if index else None

    def after(self, index: int) -> Token | None:
        return self.tokens[index + 1] if index + 1 < len(self.tokens) else None

    def is_introduced(self, index: int) -> bool:
        """Behind a title (`Ms. Young`, `mr k`), or where a name is announced (`nickname bug`, `Student JD`)."""
        token, before = self.tokens[index], self.before(index)
        if before is None:
            return False
        between = self.text[before.end : token.start]
        if before.low in listed("titles") and re.fullmatch(r"\.?[ \t]*", between):
            return self._follows_title(before, token, index)
        if not re.fullmatch(r"[ \t]*[:=#-]?[ \t]*[\"“‘']?", between):
            return False
        if before.low in listed("labels", "named"):
            return self._is_announced(before, token)
        return before.low in listed("labels", "people") and self._are_initials(index)

    def _follows_title(self, title: Token, token: Token, index: int) -> bool:
        if title.is_capitals and len(title.text) > 1 and not token.shouts:
            return False  # MS is a middle school
        if title.low in listed("titles", "weak") and not (token.text[0].isupper() and not token.shouts):
            return False
        if token.text[0].isupper() and not token.shouts:
            return title.low not in listed("titles", "weak") or not is_plain(token) or len(token.text) == 1
        after = self.after(index)
        return not is_ordinary(token.low) or is_family_word(token.low) or (len(token.low) == 1 and after is not None)

    def _is_announced(self, label: Token, token: Token) -> bool:
        if label.low in ("nickname", "nicknamed", "aka", "a.k.a.") and len(token.text) > 1:
            return not is_closed_word(token.low)
        return (token.is_title or token.is_capitals) and len(token.text) > 1 and not is_plain(token)

    def _are_initials(self, index: int) -> bool:
        """One to three capitals behind a label that are no shorthand; `A` and `I` are mostly words."""
        token, after = self.tokens[index], self.after(index)
        if not token.is_capitals or len(token.text) > 3 or (token.shouts and len(token.text) > 1):
            return False
        if len(token.text) == 1:
            acts = token.owns or (after is not None and is_finite(after.low))
            return acts or (token.text not in "AI" and not re.match(r"\s?[x\d]", self.text[token.end :]))
        return not is_ordinary(token.text)

    def heads_a_line(self, token: Token) -> bool:
        """`Grace: 4/5`, `- Wilder 3/4`: whom a line is about."""
        if token.low in listed("headers") or not token.is_title:
            return False
        behind = self.text[token.end : token.end + 8]
        counted = re.match(r"\s\d+\s?/\s?\d", behind) and not any(e.tag in "bvz" for e in lexicon().lookup(token.low))
        return bool(re.match(r"\s?:(?!\d)", behind) or counted)

    def acts_or_is_told(self, index: int) -> bool:
        """Whether what stands beside a word makes it a person: `X copied`, `X's`, `told X`, `per X`, `X and Maria`."""
        token, after, before = self.tokens[index], self.after(index), self.before(index)
        if after is not None and self.beside(index, index + 1) and (token.is_title or token.opens or token.shouts):
            if after.low in listed("labels", "says") or (is_finite(after.low) and self._can_open(token)):
                return True
            if token.low not in listed("modals") and is_past(after.low) and token.opens:
                return True
        named = is_word_and_name(token.low) or not is_family_word(token.low)
        if token.owns and (token.is_title or token.shouts) and named:
            return token.low not in listed("calendar")
        if self._stands_with_a_name(index):
            return True
        if before is None or (token.opens and not token.shouts):
            return False
        told = before.low in listed("labels", "told") or before.low in listed("labels", "people")
        if re.search(r"(?:^|\s)w/\s?$", self.text[: token.start]):
            told = True
        plain = after is None or not self.beside(index, index + 1) or not names_a_thing(after)
        dated = token.low in listed("calendar") and before.low in listed("calendar", "behind")
        return told and plain and not dated

    def _stands_with_a_name(self, index: int) -> bool:
        """`Rose and Maria`, `Will & Jose`: beside a name that can be nothing else."""
        token = self.tokens[index]
        if index + 2 >= len(self.tokens) or not token.is_title:
            beyond = None
        elif self.tokens[index + 1].low == "and":
            beyond = self.tokens[index + 2]
        else:
            joined = re.fullmatch(r"\s?[&+/]\s?", self.text[token.end : self.tokens[index + 1].start])
            beyond = self.tokens[index + 1] if joined else None
        return beyond is not None and beyond.is_title and not is_ordinary(beyond.low)

    def stands_in_a_row(self, index: int) -> bool:
        """`Grace, Hope and Will`: words any of which could be a name, side by side; `Spring, Summer` are none."""
        return self._could_stand_in_one(index) and any(
            _IN_A_ROW.fullmatch(self.text[self.tokens[first].end : self.tokens[second].start])
            and self._could_stand_in_one(first if second == index else second)
            for first, second in [(index - 2, index), (index - 1, index), (index, index + 1), (index, index + 2)]
            if first >= 0 and second < len(self.tokens)
        )

    def _could_stand_in_one(self, index: int) -> bool:
        token = self.tokens[index]
        dated = token.low in listed("calendar") or token.low in listed("subjects")
        return token.is_title and is_first_name(token.low) and not dated and self.is_open(index)

    def is_spoken_to(self, index: int) -> bool:
        """Any word with a capital where only a person is told, asked or thanked: `told Comfort to wait`."""
        token, before, after = self.tokens[index], self.before(index), self.after(index)
        if before is None or token.opens or token.shouts or not self.beside(index - 1, index):
            return False
        person = any(entry.kind == "person" for entry in lexicon().lookup(token.low))
        person = person or is_closed_word(token.low) or token.low in listed("titles")
        alone = after is None or not (after.is_title or names_a_thing(after))
        return before.low in listed("labels", "persons") and not person and alone

    def _can_open(self, token: Token) -> bool:
        """`Speed improved` is about speed; inside a sentence a capital says more."""
        return is_word_and_name(token.low) or not token.opens or not is_ordinary(token.low)

    def acts_in_small_letters(self, index: int) -> bool:
        """`grace copied 3/5`, `told will`: an ordinary word where only somebody can stand."""
        token, before, after = self.tokens[index], self.before(index), self.after(index)
        if token.low in listed("headers") & listed("calendar"):
            return False
        if before is not None and self.beside(index - 1, index) and before.low in listed("labels", "persons"):
            return after is None or not (self.beside(index, index + 1) and names_a_thing(after))
        acts = after is not None and self.beside(index, index + 1) and is_finite(after.low)
        return token.opens and acts and after is not None and after.low not in listed("labels", "being")
