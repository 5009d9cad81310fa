// A sentence of the draft: where it comes from, and changing it in place with the checks as one types.
import { aborted, call } from "./api.js";
import { dropIf, keep, kept } from "./keep.js";
import { alter, shown, whenShown } from "./panel.js";
import { counted, make, marked } from "./text.js";

const place = document.getElementById("draft");
const why = {
  proposed: "A proposal: your jot does not say this. Please confirm or change it.",
  blank: "Your jot does not say this. It stays open until you fill it in.",
  therapist: "You wrote or confirmed this.",
  inferred: "Concluded from these words of your jot.",
};
const words = document.getElementById("main").dataset; // what blocker, warning and info are called
let chosen = null;

/** Opens where the sentence comes from, and lights its words in the jot above; a second time closes it. */
export function choose(clause) {
  const same = chosen === clause;
  leave();
  if (same || !clause) return;
  chosen = clause;
  clause.classList.add("chosen");
  clause.querySelector(".clause-text").setAttribute("aria-expanded", "true");
  clause.querySelector(".clause-foot").after(source(clause));
  lightMessage(spansOf(clause));
}

function leave() {
  document.querySelector(".source")?.remove();
  chosen?.classList.remove("chosen");
  chosen?.querySelector(".clause-text")?.setAttribute("aria-expanded", "false");
  chosen = null;
  lightMessage([]);
}

const spansOf = (clause) => clause.dataset.spans.split(" ").filter(Boolean).map((span) => {
  const [start, end] = span.split("-").map(Number);
  return { start, end, name: "chosen" };
});

function source(clause) {
  const made = make("div", "", "source stack");
  made.setAttribute("role", "group");
  made.setAttribute("aria-label", "Where this comes from");
  const spans = spansOf(clause);
  const jot = shown().dataset.jot;
  if (why[clause.dataset.origin]) made.append(make("p", why[clause.dataset.origin]));
  if (spans.length && jot) {
    const told = make("p", "", "jot-words");
    told.append(marked(jot, spans));
    made.append(make("p", "From your jot:", "quiet"), told);
  }
  made.append(clause.querySelector("template.passages").content.cloneNode(true));
  return made;
}

function lightMessage(spans) {
  for (const lit of document.querySelectorAll(".message .text.lit")) {
    lit.textContent = lit.textContent;
    lit.classList.remove("lit");
  }
  const jot = shown()?.dataset.jot;
  const message = spans.length && [...document.querySelectorAll(".message.therapist .text")].find((each) => each.textContent === jot);
  if (!message) return;
  message.replaceChildren(marked(jot, spans));
  message.classList.add("lit");
  const log = document.getElementById("messages");
  const by = message.getBoundingClientRect().top - log.getBoundingClientRect().top;
  if (by < 0 || by > log.clientHeight - 40) log.scrollTop += by - 20;
}

/** Puts a field in the place of the sentence, with `text` of an earlier try if there is one. */
export function edit(clause, text, { focus = true } = {}) {
  if (clause.querySelector(".editor")) return clause.querySelector(".editor textarea").focus();
  const was = clause.querySelector(".clause-text");
  const form = document.getElementById("editor").content.firstElementChild.cloneNode(true);
  const field = form.querySelector("textarea");
  field.value = text ?? was.textContent;
  field.setAttribute("aria-label", `Change: ${was.textContent.slice(0, 60)}`);
  was.hidden = true;
  was.after(form);
  if (focus) field.focus();
  field.addEventListener("input", () => typed(clause, field, form));
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { event.stopPropagation(); put(clause, form); }
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); form.requestSubmit(); }
  });
  form.addEventListener("submit", (event) => { event.preventDefault(); save(clause, field, form); });
  form.querySelector(".leave").addEventListener("click", () => put(clause, form));
  if (text !== undefined) typed(clause, field, form);
}

const name = (clause) => `clause:${shown().dataset.draft}:${clause.dataset.clause}`;

function put(clause, form) {
  dropIf(name(clause), form.querySelector("textarea").value);
  form.remove();
  clause.querySelector(".clause-text").hidden = false;
  clause.querySelector(".edit").focus();
}

async function save(clause, field, form) {
  const text = field.value.trim();
  if (text === clause.querySelector(".clause-text").textContent) return put(clause, form);
  const key = name(clause);
  const id = clause.dataset.clause;
  const body = { clauses: [{ id, text }] };
  await alter("PATCH", "", body, { focus: [`edit-${id}`, "draft-title"], said: "Changed and checked again", made: () => dropIf(key, field.value) });
}

const checking = { timer: 0, running: null };

function typed(clause, field, form) {
  keep(name(clause), field.value);
  clearTimeout(checking.timer);
  checking.timer = setTimeout(() => check(clause, field, form), 60);
}

async function check(clause, field, form) {
  checking.running?.abort();
  checking.running = new AbortController();
  const { draft } = shown().dataset;
  const clauses = [{ id: clause.dataset.clause, text: field.value }];
  try {
    const found = await call("POST", `/api/drafts/${draft}/check`, { clauses }, { signal: checking.running.signal });
    tell(form.querySelector(".checked"), found.content.findings.filter((each) => isOf(clause, each)));
  } catch (problem) {
    if (!aborted(problem)) form.querySelector(".checked").textContent = "Checking is not possible just now; what you write is kept.";
  }
}

/** A goal is checked as a whole: what is said of it is of this change unless it stood there before. */
function isOf(clause, finding) {
  if (finding.clause) return finding.clause === clause.dataset.clause;
  return ![...place.querySelectorAll(".finding:not(.checked *)")].some((each) => each.textContent.includes(finding.message));
}

function tell(list, findings) {
  list.replaceChildren(make("li", findings.length ? counted(findings.length, "point") : "Checked: nothing to mend", "quiet small"));
  for (const finding of findings) {
    const item = make("li", "", `finding ${finding.severity}`);
    const told = make("p", "", "small");
    told.append(make("strong", `${words[finding.severity]}: `), finding.message);
    item.append(told);
    if (finding.remedy) item.append(make("p", finding.remedy, "small"));
    list.append(item);
  }
}

place.addEventListener("click", (event) => {
  const clause = event.target.closest(".clause");
  if (event.target.closest(".clause-text")) choose(clause);
  if (event.target.closest(".edit")) edit(clause);
  if (event.target.closest(".mend")) {
    const id = event.target.closest("[data-finding]").dataset.clause;
    edit(document.getElementById(`clause-${id}`));
  }
});
place.addEventListener("dblclick", (event) => {
  if (event.target.closest(".clause-text") && event.target.closest(".clause").querySelector(".edit")) edit(event.target.closest(".clause"));
});

/** Sentences that were being changed when the page went away. */
whenShown((article) => {
  chosen = null;
  for (const clause of article?.querySelectorAll(".clause") ?? []) {
    const text = kept(name(clause));
    const focus = document.activeElement?.id === "draft-title"; // where the focus went when its field was swapped out
    if (text !== null && clause.querySelector(".edit") && !clause.querySelector(".editor")) edit(clause, text, { focus });
  }
});
