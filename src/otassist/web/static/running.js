// A draft while it is written: text is appended as text, the stop button stops it, and what was written stays.
import { call } from "./api.js";
import { announce } from "./announce.js";
import { offer, withdraw } from "./outgoing.js";
import { follow } from "./stream.js";
import { counted, make } from "./text.js";
import { over, tell } from "./trouble.js";

const view = document.getElementById("streaming");
const title = document.getElementById("streaming-title");
const told = document.getElementById("streaming-told");
const text = document.getElementById("streaming-text");
const stop = document.getElementById("stop");
const draft = document.getElementById("draft");
const labels = {
  goal: "Drafting a goal", note: "Drafting a note", consult: "Drafting a consult note",
  ask: "Looking it up", edit: "Changing the draft",
};

/** An answer or a change is awaited beside the box, and the draft stays in view; a new draft takes its place. */
const beside = (kind) => kind === "ask" || kind === "edit" || (kind === "auto" && Boolean(draft.querySelector("article")));

let current = null;

/** Follows a job to its end; resolves with the data of `done` or `failed`, or null where another job took its place. */
export async function watch(job, kind) {
  current?.abort();
  const mine = (current = new AbortController());
  let last = null;
  begin(job, kind);
  await follow(job, {
    signal: mine.signal,
    heard: (name, data) => { last = ["done", "failed"].includes(name) ? { name, ...data } : last; take(job, name, data); },
    lost: (problem) => tell(problem, { about: "stream", kept: "What was drafted so far stays; it goes on when the server is back." }),
    back: () => over("stream"),
  });
  if (mine.signal.aborted) return null;
  current = null;
  return last;
}

function begin(job, kind) {
  title.textContent = labels[kind] ?? "Working on it";
  told.textContent = "";
  text.replaceChildren();
  stop.removeAttribute("aria-disabled");
  stop.hidden = false;
  stop.dataset.job = job;
  title.classList.add("waiting");
  view.hidden = false;
  view.dataset.kind = kind;
  if (beside(kind)) return document.getElementById("box").before(view);
  draft.before(view);
  draft.hidden = true;
  document.getElementById("finish").replaceChildren();
}

function take(job, name, data) {
  if (name === "outgoing") offer(job, data);
  else if (["answered", "done", "failed"].includes(name)) withdraw();
  append(name, data);
}

function append(name, data) {
  if (name === "again") text.replaceChildren();
  if (name === "reading") told.textContent = `${counted((data.observation ?? data).facts?.length ?? 0, "fact")} read from the jot`;
  if (name === "clause") paragraph(data).append(make("span", data.text, "streamed"), " ");
  if (name === "notice") told.textContent = data.text;
}

/** Where a clause goes: the paragraph of its section in its draft, made when its first clause comes. */
function paragraph({ draft: number = 0, section = "" }) {
  const id = `stream-${number}-${section}`;
  const found = document.getElementById(id);
  if (found) return found;
  const made = make("div", "", "streaming-section");
  if (section) made.append(make("h3", section[0].toUpperCase() + section.slice(1)));
  const words = make("p");
  words.id = id;
  made.append(words);
  text.append(made);
  return words;
}

/** Shows the draft again; `keepText` leaves what was written on the page, as after a stop without a draft. */
export function end({ keepText = false, said = "" } = {}) {
  const focused = view.contains(document.activeElement);
  if (beside(view.dataset.kind)) {
    view.hidden = true;
    if (focused) document.getElementById("jot").focus();
    return;
  }
  title.classList.remove("waiting");
  stop.hidden = true;
  view.hidden = !keepText;
  title.textContent = said || title.textContent;
  draft.hidden = keepText;
  if (focused) (keepText ? document.getElementById("panel") : document.getElementById("draft-title"))?.focus();
}

export const running = () => Boolean(current);

stop.addEventListener("click", async () => {
  if (stop.getAttribute("aria-disabled")) return;
  stop.setAttribute("aria-disabled", "true"); // and not disabled, which would take the focus away
  title.textContent = "Stopping";
  try {
    await call("POST", `/api/jobs/${stop.dataset.job}/stop`);
  } catch (problem) {
    stop.removeAttribute("aria-disabled");
    tell(problem, { about: "stream", onRetry: () => stop.click() });
  }
});

export const starting = (kind) => announce({ ask: "Looking it up", edit: "Changing the draft", auto: "Working on it" }[kind] ?? "Drafting");
