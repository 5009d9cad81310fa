// Every version of a draft: what changed word by word, going back to one, and undoing the last change.
import { call } from "./api.js";
import { alter, shown, whenShown } from "./panel.js";
import { button, make } from "./text.js";
import { tell } from "./trouble.js";

const place = document.getElementById("draft");
const when = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeStyle: "short" });
let back = null; // the version an undo goes to next; undoing adds versions, so it is counted down here

async function list() {
  const article = shown();
  const box = article.querySelector("#revisions");
  try {
    const found = await call("GET", `/api/drafts/${article.dataset.draft}/revisions`);
    const versions = found.revisions ?? found;
    const made = make("ul", "", "stack");
    for (const each of [...versions].sort((a, b) => b.number - a.number)) made.append(item(each, versions.length));
    box.replaceChildren(made);
  } catch (problem) {
    tell(problem, { about: "panel", kept: "The draft is kept.", onRetry: list });
  }
}

function item(revision, newest) {
  const made = make("li");
  const told = `Version ${revision.number}${revision.why ? `, ${revision.why}` : ""}`;
  made.append(make("p", told), make("p", when.format(new Date(revision.created)), "small quiet"));
  const row = make("p", "", "row");
  if (revision.number > 1) {
    const changed = button("What changed");
    changed.setAttribute("aria-label", `What changed in version ${revision.number}`);
    changed.setAttribute("aria-expanded", "false");
    changed.addEventListener("click", () => compare(revision.number, made, changed));
    row.append(changed);
  }
  if (revision.number < newest) {
    const restore = button("Go back to this");
    restore.setAttribute("aria-label", `Go back to version ${revision.number}`);
    restore.addEventListener("click", () => alter("POST", "/restore", { number: revision.number }, { focus: ["draft-title"], said: `Version ${revision.number} is back` }));
    row.append(restore);
  }
  made.append(row);
  return made;
}

async function compare(number, where, opener) {
  const open = where.querySelector(".diff");
  opener.setAttribute("aria-expanded", String(!open));
  if (open) return open.remove();
  try {
    const found = await call("GET", `/api/drafts/${shown().dataset.draft}/diff?from=${number - 1}&to=${number}`);
    where.append(drawn(found.pieces));
  } catch (problem) {
    tell(problem, { about: "panel", onRetry: () => compare(number, where, opener) });
  }
}

/** Words taken out and put in, said in words for those who do not see the marks. */
function drawn(pieces) {
  const made = make("p", "", "diff text");
  for (const { op, text } of pieces) {
    if (op === "same") { made.append(text); continue; }
    const mark = make(op === "in" ? "ins" : "del");
    mark.append(make("span", op === "in" ? "added: " : "taken out: ", "seen-by-readers"), text);
    made.append(mark);
  }
  return made;
}

async function undo() {
  const version = Number(shown().dataset.version);
  const target = (back ?? version) - 1;
  if (target < 1) return;
  const done = await alter("POST", "/restore", { number: target }, { focus: ["undo-draft", "draft-title"], said: `Undone. As in version ${target}` });
  if (!done) return;
  back = target;
  const button = document.getElementById("undo-draft");
  if (button && target < 2) button.disabled = true;
}

place.addEventListener("click", (event) => {
  if (event.target.closest("#undo-draft")) undo();
  else if (event.target.closest("button")) back = null;
});
place.addEventListener("submit", () => { back = null; });
place.addEventListener("toggle", (event) => {
  if (event.target.id === "history" && event.target.open) list();
}, true);
whenShown((article) => { if (article?.querySelector("#history[open]")) list(); });
