"""Puts the parts together: the only place that knows every stage."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache, cached_property, partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from . import __version__
from .assistant import ALONE, Assistant, NoteChecker
from .checks import check_draft, check_goal, check_text
from .conversation import Draft, Means, answered, reply
from .doctor import Diagnosis, diagnose
from .domain import Answer, BankGoal, Concern, Entity, Evidence, Following, Masked, Note, Observation, Reply
from .drafting import (
    Accommodator,
    Drafted,
    GoalComposer,
    Recogniser,
    compose,
    concerns,
    grade_of,
    student_band,
    with_strategies,
)
from .errors import FileProblem, OtassistError
from .reading import about_context, read

if TYPE_CHECKING:
    from .bank import Banks, Corpus
    from .bank.desk import BankDesk
    from .drafting.model import Abroad, Asker, Endpoint, ModelDrafter, Speaker
    from .drafting.prompts import PromptShelf
    from .embedding import Known, Likeness
    from .privacy import Cover, Roster
    from .retrieval import Searcher
    from .settings import Settings
    from .store import Store

Tell = Callable[[str], None]
Requests = tuple[tuple[str, str], ...]
"""The messages of one request."""
Watch = Callable[[Sequence[Sequence[str]]], Iterable[Sequence[str]]]
Search = Callable[..., tuple[Evidence, ...]]
Nearby = Callable[[Sequence[str], int], Sequence[Sequence[tuple[int, float]]]]
Around = Callable[[Search], Search]
Through = Callable[["Speaker"], "Speaker"]
Agrees = Callable[[str, Sequence[tuple[str, str]]], bool]
"""Shown where masked messages would go, and the messages; says whether they may."""


def nobody(where: str, asked: Sequence[tuple[str, str]]) -> bool:
    """Where nobody can be asked, nobody has agreed."""
    return False


def build(
    tell: Tell = lambda line: None,
    watch: Watch = lambda batches: batches,
    around: Around = lambda search: search,
    through: Through = lambda speaker: speaker,
    check: NoteChecker = check_draft,
    agrees: Agrees = nobody,
) -> Assistant:
    """An assistant that drafts with the composer, which needs no model, key or network, and with a model if one is set.

    `tell` hears one line about whatever is not as it should be; `watch` may show how a long job gets on; `around` wraps
    every search and `through` the speaker to the model, for whoever wants to know what was found and asked; `check`
    reads every drafted note. `agrees` is asked before masked text leaves this machine, unless the settings have agreed.
    """
    asker = _asker(tell, through, agrees)
    library = _Library(tell, watch, around, asker)
    return Assistant(
        reader=read,
        drafter=compose,
        note_checker=check,
        text_checker=check_text,
        context_questions=about_context,
        searcher=library.search,
        concerns=library.concerns,
        goal_drafter=library,
        goal_checker=check_goal,
        answerer=library.answer,
        converse=library.converse,
        writer=_writer(asker, check),
    )


def _writer(asker: Asker | None, check: NoteChecker) -> ModelDrafter | None:
    """The model drafter where a model is set."""
    if asker is None:
        return None
    from .drafting.model import ModelDrafter

    return ModelDrafter(asker.speaker, asker.prompts, check, asker.is_small, asker.context)


def _asker(tell: Tell, through: Through, agrees: Agrees) -> Asker | None:
    """The model and its prompts, where one is set; the environment is asked first, since settings take their time."""
    if not os.environ.get("OTASSIST_LLM_MODEL"):
        return None
    from .drafting.model import Asker, Memory, Speaker
    from .settings import read_settings

    settings = read_settings()
    endpoint = _endpoint(settings, tell)
    if endpoint is None:
        return None
    shelf = _shelf(settings, tell)
    speaker = Speaker(endpoint, Memory(settings.data_dir / "models.json"), abroad=_abroad(settings, shelf, agrees))
    return Asker(through(speaker), shelf, *_powers(settings, endpoint))


def _abroad(settings: Settings, shelf: PromptShelf, agrees: Agrees) -> Abroad:
    """How text leaves this machine: masked, with the district's roster, and agreed to."""
    from .drafting.model import Abroad

    def cover(known: Sequence[str], labels: Sequence[str]) -> Cover:
        from .privacy import Cover

        return Cover(known, labels, lambda: _lines_of(shelf), roster(settings.roster))

    return Abroad(cover, (lambda where, asked: True) if settings.remote_confirmed else agrees)


def _lines_of(shelf: PromptShelf) -> frozenset[str]:
    """Every line of the prompts in use: their own words, and their examples of invented students."""
    texts = [text for prompt in shelf.all() for text in prompt.own_texts]
    return frozenset(line for text in texts for line in text.split("\n"))


def roster(file: Path | None) -> Roster:
    """The people of a roster file, none without one. Raises FileProblem."""
    from .privacy import Roster, roster_of

    if file is None:
        return Roster()
    try:
        return roster_of(file.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        remedy = "Check its name, permissions and that it is UTF-8 text."
        raise FileProblem(f"The roster {str(file)!r} cannot be read.", remedy) from None


def outgoing(tell: Tell = lambda line: None) -> tuple[Assistant, list[Requests]]:
    """An assistant that sends nothing, and the list of what a model elsewhere would be asked, masked, as it drafts."""
    from .drafting.model import Endpoint, Memory, ModelDrafter, Speaker
    from .drafting.model.failures import failure
    from .settings import read_settings

    settings = read_settings()
    set_one = _endpoint(settings, tell)
    shelf, asked = _shelf(settings, tell), list[Requests]()

    def shown(where: str, messages: Sequence[tuple[str, str]]) -> bool:
        asked.append(tuple(messages))
        raise failure("only_shown")

    abroad = _abroad(settings.model_copy(update={"remote_confirmed": False}), shelf, shown)
    elsewhere = Endpoint(set_one.model if set_one else "a model", "https://elsewhere.invalid/v1", agreement="shown")
    drafter = ModelDrafter(Speaker(elsewhere, Memory(None), abroad=abroad), shelf, check_draft)
    return replace(build(tell), writer=drafter), asked


def masker(listed: str | None) -> Callable[[str], Masked]:
    """What masks a text, with the people of a roster's text or of the settings' file. Raises FileProblem."""
    from .privacy import mask, roster_of

    if listed is not None:
        known = roster_of(listed)
    elif os.environ.get("OTASSIST_ROSTER"):
        from .settings import read_settings  # they take their time

        known = roster(read_settings().roster)
    else:
        known = roster(None)
    return lambda text: mask(text, known)


def unmasked(text: str, entities: Sequence[Entity]) -> tuple[str, list[str]]:
    """The text with its originals, and the placeholders in it that nobody issued."""
    from .privacy import restored_text

    return restored_text(text, entities)


def _powers(settings: Settings, endpoint: Endpoint) -> tuple[Callable[[], bool], Callable[[], int | None]]:
    """Whether the model is small, and its context; a server of this machine is asked, once and not before a draft.

    Whoever sets the size to large has it asked for whole drafts, whatever its server tells.
    """
    from .drafting.model import model_at

    if settings.llm_size == "large":
        return lambda: False, lambda: None
    known = cache(partial(model_at, endpoint))
    return lambda: settings.llm_size == "small" or known().is_small, lambda: known().context


def judge(invented: bool = False, tell: Tell = lambda line: None) -> tuple[Speaker, PromptShelf] | None:
    """The model that judges drafts, and the prompts it is asked with; none where no model is set.

    `invented` says that no text is about a real student, so that none has to be masked.
    """
    from .drafting.model import Memory, Speaker
    from .settings import read_settings

    settings = read_settings()
    own = {"llm_model": settings.judge_model or settings.llm_model}
    own["llm_base_url"] = settings.judge_base_url or settings.llm_base_url
    endpoint = _endpoint(settings.model_copy(update=own), tell)
    if endpoint is None:
        return None
    return Speaker(endpoint, Memory(settings.data_dir / "models.json"), invented), _shelf(settings, tell)


def _endpoint(settings: Settings, tell: Tell) -> Endpoint | None:
    """Where the model of the settings answers; none when none is set."""
    from .drafting.model import Endpoint, Limits

    if not settings.llm_model:
        return None
    limits = Limits(
        first=settings.llm_first_timeout,
        total=settings.llm_timeout,
        prompt_tokens=settings.llm_prompt_tokens,
        answer_tokens=settings.llm_answer_tokens,
        concurrency=settings.llm_concurrency,
    )
    price = tuple(map(float, settings.llm_price.split("/"))) if settings.llm_price else None
    return Endpoint(
        model=settings.llm_model,
        base_url=settings.llm_base_url,
        key=_key(settings, tell),
        agreement=settings.remote_agreement,
        limits=limits,
        price=(price[0], price[1]) if price else None,
    )


def _key(settings: Settings, tell: Tell) -> str | None:
    """The key from the environment, or else from its file."""
    if settings.openai_api_key is not None:
        return settings.openai_api_key.get_secret_value()
    if settings.llm_key_file is None:
        return None
    try:
        return settings.llm_key_file.read_text(encoding="utf-8").strip() or None
    except (OSError, UnicodeDecodeError):
        tell(f"The key file {str(settings.llm_key_file)!r} cannot be read. Check OTASSIST_LLM_KEY_FILE.")
        return None


class _Library:
    """Corpus and index, opened by the first search or goal, so that a note waits for no index, model or setting."""

    def __init__(self, tell: Tell, watch: Watch, around: Around, asker: Asker | None = None) -> None:
        self._tell, self._watch, self._around, self._opening = tell, watch, around, Lock()
        self._asker = asker

    def search(self, query: str, **narrowing: Any) -> tuple[Evidence, ...]:
        with self._opening:
            search = self._search
        return search(query, **narrowing)

    def evidence(self, concern: Concern, observation: Observation) -> tuple[Evidence, ...]:
        """Goals on the concern for whatever age, goals of the student's own grade, and practice material."""
        grade = student_band(observation)
        found = [
            *self.search(concern.query, k=_ANYWHERE, kind="goal"),
            *self.search(concern.query, k=_OF_GRADE, kind="goal", grade=grade),
            *self.search(concern.query, k=_PRACTICE, kind="practice", area=concern.area, grade=grade),
            *self.search(concern.query, k=_PRACTICE, kind="practice", grade=grade),
        ]
        return tuple({item.passage.id: item for item in reversed(found)}.values())[::-1]

    def strategies(self, note: Note, observation: Observation) -> tuple[Note, tuple[Evidence, ...]]:
        """A consultation note with strategies of the practice library on its main concern."""
        main = next(iter(concerns(observation)), None)
        if main is None:
            return note, ()
        grade = grade_of(observation)
        found = self.search(main.query, k=_PRACTICE, kind="practice", area=main.area, grade=grade)
        return with_strategies(note, found, self._corpus.practice_by_id)

    def answer(self, asked: Observation, found: Sequence[Evidence], follow: Following = ALONE) -> Answer:
        """What the library answers with, in a model's words as well where one is set."""
        own = answered(asked, found, self._corpus.practice_by_id, self._alike)
        if self._asker is None:
            return own
        from .drafting.model import ModelAnswerer

        return ModelAnswerer(self._asker).answer(own, self._corpus.practice_by_id, follow)

    def converse(
        self,
        message: str,
        draft: Draft | None,
        recheck: Callable[[Draft], Draft],
        history: Sequence[Draft],
        said_before: int,
        seen: Observation | None = None,
        follow: Following = ALONE,
    ) -> Reply:
        """A reply to a message; bank, library and model are opened only for what needs them."""
        return reply(message, draft, self._means(recheck, seen, follow), history, said_before)

    def _means(self, recheck: Callable[[Draft], Draft], seen: Observation | None, follow: Following) -> Means:
        ask = partial(self._ask, follow=follow)
        if self._asker is None:
            return Means(read, recheck, check_goal, self._bank_goal, ask)
        from .drafting.model import ModelEditor

        return Means(read, recheck, check_goal, self._bank_goal, ask, ModelEditor(self._asker, seen, follow))

    def _bank_goal(self, identity: str) -> BankGoal | None:
        return self._corpus.goal_by_id.get(identity)

    def _ask(self, question: str, follow: Following) -> Answer:
        found = self.search(question, k=_PRACTICE, kind="practice")
        return self.answer(read(question, None, kind="goal"), found, follow)

    def scoped(self, observation: Observation) -> Observation:
        return self._composer.scoped(observation)

    def concerns(self, observation: Observation) -> tuple[Concern, ...]:
        return self._composer.concerns(observation)

    def compose(
        self, observation: Observation, found: Mapping[str, Sequence[Evidence]], concerns: Sequence[Concern]
    ) -> Drafted:
        """Goals with all they cite: one may be recognised by its likeness to a jotted need, and found by no search."""
        drafted = self._composer.compose(observation, found, concerns)
        known = {item.passage.id for item in drafted.evidence}
        cited = {identity for goal in drafted.goals for clause in goal.clauses for identity in clause.evidence}
        more = [Evidence(item, 0.0) for item in self._corpus.passages if item.id in cited - known]
        return replace(drafted, evidence=(*drafted.evidence, *more))

    @cached_property
    def _settings(self) -> Settings:
        from .settings import read_settings

        return read_settings()

    @cached_property
    def _corpus(self) -> Corpus:
        return corpus(self._settings)

    @cached_property
    def _composer(self) -> GoalComposer:
        lines = self._corpus.jotted
        recognise = Recogniser(lines, self._nearest([line.text for line in lines]))
        accommodator = Accommodator(self._corpus.accommodations, self._nearest, self._alike)
        goals, practice = self._corpus.goal_by_id, self._corpus.practice_by_id
        return GoalComposer(goals, practice, self._alike, recognise, accommodator, names_acts=True)

    def _nearest(self, lines: Sequence[str]) -> Nearby:
        """A search over lines that finds nothing where the model of meaning cannot be used."""
        from .embedding import Nearest

        held: list[Nearest] = []

        def search(texts: Sequence[str], count: int) -> Sequence[Sequence[tuple[int, float]]]:
            try:
                held[:] = held or [Nearest(self._model, lines)]
                return held[0](texts, count)
            except FileProblem:  # the search has told what is wrong with the model
                return [[] for _ in texts]

        return search

    def _alike(self, query: str, texts: Sequence[str]) -> Sequence[float]:
        try:
            return self._likeness(query, texts)
        except FileProblem:  # the search has told what is wrong with the model
            return [0.0] * len(texts)

    @cached_property
    def _likeness(self) -> Likeness:
        from .embedding import Likeness

        return Likeness(self._model)

    @cached_property
    def _model(self) -> Known:
        from .bank import shipped_corpus
        from .embedding import VECTORS, Known, MiniLM

        return Known(MiniLM(), shipped_corpus() / VECTORS)

    @cached_property
    def _search(self) -> Search:
        return self._around(self._searcher.search)

    @cached_property
    def _searcher(self) -> Searcher:
        from .retrieval import open_searcher

        return open_searcher(self._corpus.passages, _index(self._settings), self._model, self._tell, self._watch)


def open_database() -> Store:
    """The web app's store: at OTASSIST_DATABASE_URL, else a SQLite file in the data directory. Raises StoreProblem."""
    from .settings import read_settings
    from .store import file_url, open_store

    settings = read_settings()
    own = settings.database_url
    return open_store(own.get_secret_value() if own else file_url(settings.data_dir / "otassist.db"))


_ANYWHERE, _OF_GRADE, _PRACTICE = 24, 40, 6
"""Passages fetched for a concern; the composer picks one goal and cites one passage."""


def corpus(settings: Settings) -> Corpus:
    """The goals and practice passages of the district, or the sample that is shipped. Raises FileProblem."""
    from .bank import read_corpus, shipped_corpus

    return replace(read_corpus(settings.corpus_dir or shipped_corpus()), banks=_banks(settings).all())


def own_corpus() -> Corpus:
    """The corpus that the settings name. Raises FileProblem."""
    from .settings import read_settings

    return corpus(read_settings())


def _banks(settings: Settings) -> Banks:
    from .bank import Banks

    return Banks(settings.data_dir / "banks")


def bank_desk(tell: Tell) -> BankDesk:
    """What imports a district's files into banks of their own, and shows, exports and removes these."""
    from .bank.desk import BankDesk
    from .settings import read_settings

    settings = read_settings()
    return BankDesk(_banks(settings), lambda: corpus(settings).goal_by_id, _cosines(tell))


def _cosines(tell: Tell) -> Callable[[str, Sequence[str]], Sequence[float]]:
    """How near a text is to others; nothing is near where the model of meaning cannot be used, which is told once."""
    held: list[Likeness | None] = []

    def cosines(text: str, others: Sequence[str]) -> Sequence[float]:
        from .bank import shipped_corpus
        from .embedding import VECTORS, Known, Likeness, MiniLM

        if not held:
            held.append(Likeness(Known(MiniLM(), shipped_corpus() / VECTORS)))
        try:
            return held[0](text, others) if held[0] else [0.0] * len(others)
        except FileProblem as problem:
            tell(f"{problem} Until then goals that mean nearly the same are not shown.")
            held[0] = None
            return [0.0] * len(others)

    return cosines


def eval_folder() -> Path:
    """Where eval runs that are started from the web app are kept."""
    from .settings import read_settings

    return read_settings().data_dir / "evals"


def settings_known() -> tuple[tuple[str, bool, str], ...]:
    """Each setting: its variable, whether it is set, and what it means; its value may be a key."""
    from .settings import Settings, read_settings

    given = read_settings().model_fields_set
    return tuple(
        (str(field.validation_alias or f"OTASSIST_{name.upper()}"), name in given, field.description or "")
        for name, field in Settings.model_fields.items()
    )


def prompt_shelf(tell: Tell = lambda line: None) -> PromptShelf:
    """The prompts in use: a district's own over the shipped ones."""
    from .settings import read_settings

    return _shelf(read_settings(), tell)


def _shelf(settings: Settings, tell: Tell) -> PromptShelf:
    from .drafting.prompts import PromptShelf

    return PromptShelf(settings.prompts_dir, settings.data_dir / "prompts", tell)


def _index(settings: Settings) -> Path:
    return settings.data_dir / "index"


def doctor() -> Diagnosis:
    """What is configured, whether it works, and which drafter will be used and why."""
    from .doctor_models import model_facts  # brings the parts that talk to a model
    from .settings import read_settings  # pydantic takes a tenth of a second, and drafting needs no setting

    settings = read_settings()
    told: list[str] = []
    endpoint = _endpoint(settings, told.append)
    elsewhere = endpoint is not None and not endpoint.is_local
    if elsewhere:
        told += _roster_problem(settings)
    model = model_facts(endpoint, settings.llm_base_url, settings.llm_size, _ports(settings), told)
    if elsewhere:
        model |= {"student_text": _SENT if settings.remote_confirmed else _ASKED}
    return diagnose(__version__, settings.data_dir, _search_facts(settings), model)


_SENT = "masked before it is sent, unasked, since OTASSIST_REMOTE_CONFIRMED is set"
_ASKED = "masked, shown and asked about before it is sent; where nobody can be asked it stays here"


def _roster_problem(settings: Settings) -> list[str]:
    try:
        roster(settings.roster)
    except OtassistError as problem:
        return [str(problem)]
    return []


def _ports(settings: Settings) -> Sequence[int]:
    """Ports of this machine where doctor looks for model servers."""
    from .drafting.model import usual_ports

    if settings.llm_local_ports is None:
        return usual_ports()
    return [int(port) for port in settings.llm_local_ports.split(",") if port != "none"]


def _search_facts(settings: Settings) -> dict[str, str]:
    """How the search stands, or what is wrong with it under `search_problem`."""
    from .embedding import MiniLM
    from .retrieval import index_state

    facts = {"index": str(_index(settings))}
    try:
        passages, model = corpus(settings).passages, MiniLM().name
    except OtassistError as problem:
        return {**facts, "search_problem": str(problem)}
    state = index_state(passages, _index(settings), model)
    return {**facts, "passages": str(len(passages)), "embedding_model": model, "index_state": state}
