// What is read from the jot, lit behind the words as they are typed and listed below for everybody.
import { aborted, call } from "./api.js";
import { context, jot, kind, put } from "./box.js";
import { button, make, marked, moved, unit } from "./text.js";

const lights = document.getElementById("lights");
const list = document.getElementById("read-facts");
const asked = document.getElementById("read-questions");
const unused = document.getElementById("read-unused");
const empty = document.getElementById("read-empty");
const taught = empty.textContent;
const proposed = document.getElementById("proposed");
const send = document.getElementById("send");
const PAUSE = 100; // milliseconds
const names = {
  measure: "number", count: "number", duration: "number", clock_time: "number", distance: "number", date: "number", age: "number",
  assist: "level", cue: "level", quote: "quote", plan: "plan", question: "plan",
};
const asWritten = new Set(["duration", "quote", "plan"]); // their normal form tells a reader nothing more
const kinds = { goal: "goal", note: "note", consult: "consult note", ask: "answer", edit: "change of the draft" };

let spans = [];
let before = "";
let timer = 0;
let running = null;

function typed() {
  spans = moved(spans, before, jot.value);
  before = jot.value;
  light();
  clearTimeout(timer);
  timer = setTimeout(read, PAUSE);
}

function light() {
  lights.replaceChildren(marked(jot.value, spans), document.createTextNode("\n"));
  lights.scrollTop = jot.scrollTop;
}

async function read() {
  running?.abort();
  running = new AbortController();
  const text = jot.value;
  if (!text.trim()) return show({ facts: [], questions: [], unused: [] }, text);
  const draft = document.querySelector("article.draft")?.dataset.draft ?? null;
  try {
    const found = await call("POST", "/api/facts", { text, context: context(), draft }, { signal: running.signal });
    if (text === jot.value) show(found, text);
  } catch (problem) {
    if (!aborted(problem)) empty.textContent = "Reading your jot is not possible just now; you can write on.";
  }
}

function show(found, text) {
  const told = found.facts.filter((fact) => fact.kind !== "behavior" || fact.negated);
  spans = told.map((fact) => ({ start: fact.start, end: fact.end, name: nameOf(fact) }));
  light();
  empty.textContent = taught;
  empty.hidden = told.length > 0;
  list.replaceChildren(...told.map((fact) => item(fact, text)));
  asked.replaceChildren(...found.questions.map((each) => question(each, found.facts)));
  unused.hidden = !found.unused.length;
  unused.textContent = `Not used: ${found.unused.map((each) => each.text).join(", ")}`;
  proposed.textContent = "";
  if (found.proposed) proposed.textContent = `: ${kinds[found.proposed] ?? found.proposed}`;
  label(found.proposed);
}

const nameOf = (fact) => (names[fact.kind] ?? "other") + (fact.replaced_by ? " withdrawn" : "");

function item(fact, text) {
  const made = make("li", "", fact.replaced_by ? "withdrawn" : "");
  const chip = button("", "");
  const meant = fact.value && fact.value !== fact.text && !asWritten.has(fact.kind) ? `${fact.text} = ${fact.value}` : fact.text;
  chip.append(make("span", meant, "value"), make("span", ` ${fact.kind.replace("_", " ")}`, "kind"));
  if (fact.negated) chip.append(make("span", ", not", "kind"));
  if (fact.replaced_by) chip.append(make("span", ", taken back", "kind"));
  chip.title = "Find it in the jot";
  chip.addEventListener("click", () => select(fact, text));
  made.append(chip);
  return made;
}

function select(place, text) {
  if (jot.value !== text) return;
  jot.focus();
  jot.setSelectionRange(unit(text, place.start), unit(text, place.end));
}

function question(each, facts) {
  const made = make("div", "", "question");
  made.append(make("p", each.text, "small"));
  const row = make("p", "", "row");
  for (const option of each.options) {
    const choice = button(option);
    choice.addEventListener("click", () => answer(each, option, facts));
    row.append(choice);
  }
  if (each.options.length) made.append(row);
  return made;
}

/** The answer takes the place of the word that was unclear, or a detail's field, or a line of its own. */
export function answer(each, option, facts = []) {
  const field = document.getElementById(`context-${each.about}`);
  if (field) {
    field.value = option;
    field.dispatchEvent(new Event("change", { bubbles: true }));
    return typed();
  }
  const letters = Array.from(jot.value);
  const word = Array.from(each.about || "");
  const at = letters.findIndex((_, start) => word.length && stands(letters, word, start) && !facts.some((fact) => fact.start <= start && start < fact.end));
  if (at < 0) return put(`${jot.value.trimEnd()}\n${each.about ? `${each.about}: ` : ""}${option}`);
  put([...letters.slice(0, at), option, ...letters.slice(at + word.length)].join(""));
}

function stands(letters, word, start) {
  const letter = (at) => /[\p{L}\p{N}]/u.test(letters[at] ?? "");
  return word.every((each, step) => letters[start + step]?.toLowerCase() === each.toLowerCase()) && !letter(start - 1) && !letter(start + word.length);
}

function label(guess) {
  const meant = kind() === "auto" ? guess : kind();
  send.textContent = meant === "ask" ? "Ask" : meant === "edit" ? "Change" : "Draft";
}

jot.addEventListener("input", typed);
jot.addEventListener("scroll", () => { lights.scrollTop = jot.scrollTop; });
document.getElementById("box").addEventListener("change", (event) => { if (event.target !== jot) { label(); read(); } });
if (jot.value) typed();
