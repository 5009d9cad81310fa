// The box: every keystroke is kept in this browser at once and on the server a moment later.
import { change, flush, here, newId, on } from "./conversation.js";
import { drop, keep, kept, keptNames } from "./keep.js";
import { over, tell } from "./trouble.js";

const form = document.getElementById("box");
export const jot = document.getElementById("jot");
const told = document.getElementById("kept");
const details = document.getElementById("context-told");
const fields = ["grade", "plan", "delivery", "date", "minutes", "review_date"];
const name = () => `box:${here.id}`;

export const kind = () => form.elements.kind.value;

/** The context keys of the contract that were given. */
export function context() {
  return Object.fromEntries(fields.map((key) => [key, form.elements[key].value.trim()]).filter(([, value]) => value));
}

/** Puts text in the box as if it had been typed. */
export function put(text, { focus = true } = {}) {
  jot.value = text;
  jot.dispatchEvent(new Event("input", { bubbles: true }));
  if (focus) jot.focus();
}

function changed(delay = 400) {
  here.id ??= newId();
  const all = { box: jot.value, context: { ...context(), kind: kind() } };
  keep(name(), { ...all, made: here.made });
  change(all, delay);
  told.textContent = "Keeping";
  summarize();
}

function summarize() {
  details.textContent = Object.values(context()).join(", ");
}

function saved(sent) {
  if (!("box" in sent)) return;
  if (sent.box === jot.value && kept(name())?.box === sent.box) drop(name());
  told.textContent = "Kept";
  over("box");
}

function lost(problem) {
  told.textContent = "Kept in this browser";
  tell(problem, {
    about: "box",
    kept: "What you wrote is kept in this browser and is sent as soon as it can be.",
    onRetry: () => flush().catch(() => {}),
  });
}

function conflict(other) {
  keep(`other:${here.id}`, other);
  tell({ message: "This box was changed in another tab too." }, {
    about: "conflict",
    kept: "Your words stay here; those of the other tab are kept.",
    label: "Add the other words",
    onRetry: () => put(`${jot.value}\n${kept(`other:${here.id}`) ?? other}`),
  });
}

/** After a crash or a server that was gone: the words of this browser are put back, then saved. */
function restore() {
  here.box = jot.value;
  const found = here.id ? kept(name()) : unmade();
  if (!found || typeof found.box !== "string") return;
  if (found.box !== jot.value) put(found.box, { focus: false });
  for (const key of fields) if (found.context?.[key]) form.elements[key].value = found.context[key];
  changed(0);
}

function unmade() {
  const last = keptNames("box:").find((each) => kept(each)?.made === false && kept(each).box);
  if (last) here.id = last.slice("box:".length);
  return last ? kept(last) : null;
}

on("saved", saved);
on("lost", lost);
on("conflict", conflict);
jot.addEventListener("input", () => changed());
form.addEventListener("change", (event) => {
  if (event.target !== jot && event.target.id !== "student") changed();
});
restore();
summarize();
