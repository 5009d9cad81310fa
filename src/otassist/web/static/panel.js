// The review panel: shows a draft, and every change to it goes to the server and comes back checked.
import { call, fragment } from "./api.js";
import { announce } from "./announce.js";
import { swap } from "./swap.js";
import { counted } from "./text.js";
import { tell } from "./trouble.js";

const place = document.getElementById("draft");
const finish = document.getElementById("finish");
const after = [];

/** The article of the draft that is shown, or null. */
export const shown = () => place.querySelector("article.draft");

/** Called with the article whenever one was put in place. */
export const whenShown = (what) => after.push(what);

/** Tells the parts of the article that came with the page. */
export const started = () => after.forEach((what) => what(shown()));

/** Puts a draft's article in place. `focus` names elements by id, the first that is there is focused. */
export async function show(id, { focus } = {}) {
  try {
    swap(place, await fragment(`/fragments/draft/${id}`), { focus });
  } catch (problem) {
    return tell(problem, { about: "panel", kept: "The draft is kept.", onRetry: () => show(id, { focus }) });
  }
  place.hidden = false;
  if (!shown()?.dataset.accepted) finish.replaceChildren();
  started();
}

/** One change of the draft shown; true where it was made. The version says which text it was meant for. */
export async function alter(method, path, body, { focus, said, made = () => {} } = {}) {
  const article = shown();
  const { draft, version } = article.dataset;
  article.setAttribute("aria-busy", "true");
  try {
    await call(method, `/api/drafts/${draft}${path}`, { version: Number(version), ...body });
  } catch (problem) {
    article.removeAttribute("aria-busy");
    if (problem.kind === "changed") await show(draft);
    tell(problem, {
      about: "panel",
      kept: problem.kind === "changed" ? "The newest version is shown; your change was not made." : "The draft is as it was.",
      onRetry: () => alter(method, path, body, { focus, said, made }),
    });
    return false;
  }
  made();
  await show(draft, { focus });
  if (said) announce(said);
  return true;
}

/** "Session note: 1 blank to fill in, 2 points to look at." */
export function summary() {
  const article = shown();
  if (!article) return "Done";
  const blanks = article.querySelectorAll("form.blank").length;
  const findings = article.querySelectorAll(".finding.blocker, .finding.warning").length;
  const told = [
    blanks && `${counted(blanks, "blank")} to fill in`,
    findings && `${counted(findings, "point")} to look at`,
  ].filter(Boolean);
  return `${article.querySelector("#draft-title").textContent.trim()} ready${told.length ? `: ${told.join(", ")}` : ""}`;
}

place.addEventListener("submit", (event) => {
  const blank = event.target.closest("form.blank");
  if (!blank) return;
  event.preventDefault();
  const { clause, blank: number } = blank.dataset;
  const all = [...place.querySelectorAll("form.blank input")];
  const next = all[all.indexOf(blank.elements.text) + 1]?.id;
  const body = { clause, blank: Number(number), text: blank.elements.text.value.trim() };
  alter("POST", "/fill", body, { focus: [blank.elements.text.id, next, `select-${clause}`], said: "Filled in", made: () => { blank.elements.text.value = ""; } });
});

const pressed = {
  "show-draft": (button) => show(button.dataset.draft, { focus: ["draft-title"] }),
  remedy: (button) => {
    const { finding, clause } = button.closest("[data-finding]").dataset;
    alter("POST", "/remedy", { finding }, { focus: [clause && `select-${clause}`, "draft-title"], said: "Changed and checked again" });
  },
  answer: (button) => {
    const { clause } = button.closest("[data-finding]").dataset;
    const blanks = [...document.querySelectorAll("form.blank")];
    const blank = blanks.find((each) => each.dataset.clause === clause) ?? blanks[0];
    (blank?.elements.text ?? document.getElementById("jot")).focus();
  },
  variant: (button) => alter("POST", "/variant", { name: button.dataset.variant }, { focus: ["draft-title"], said: "The alternative is in place" }),
  "undo-delete-draft": (button) => undelete(button.dataset.draft),
};

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  for (const [name, what] of Object.entries(pressed)) if (button.classList.contains(name)) what(button);
  if (button.id === "delete-draft") remove();
});

async function remove() {
  const { draft, version } = shown().dataset;
  try {
    await call("DELETE", `/api/drafts/${draft}?version=${version}`);
  } catch (problem) {
    return tell(problem, { about: "panel", kept: "The draft is still there.", onRetry: remove });
  }
  const gone = document.getElementById("deleted-draft").content.cloneNode(true);
  gone.querySelector("button").dataset.draft = draft;
  place.replaceChildren(gone);
  place.querySelector("button").focus();
  announce("Draft deleted");
}

async function undelete(draft) {
  try {
    await call("POST", `/api/drafts/${draft}/undelete`);
    await show(draft, { focus: ["draft-title"] });
  } catch (problem) {
    tell(problem, { about: "panel", onRetry: () => undelete(draft) });
  }
}
