// Shortcuts of a single key, outside of fields only, and not at all where they are switched off (WCAG 2.1, 2.1.4).
import { choose, edit } from "./clauses.js";
import { drop, keep, kept } from "./keep.js";

const dialog = document.getElementById("shortcuts-dialog");
const on = document.getElementById("shortcuts-on");
const id = (name) => document.getElementById(name);

const keys = {
  "/": () => id("jot").focus(),
  n: () => id("new-conversation").click(),
  s: () => id("query").focus(),
  j: () => step(1),
  k: () => step(-1),
  e: () => { const clause = document.activeElement.closest(".clause") ?? document.querySelector(".clause.chosen"); if (clause?.querySelector(".edit")) edit(clause); },
  b: () => document.querySelector("form.blank input")?.focus(),
  u: () => id("undo-draft")?.click(),
  a: () => id("accept")?.click(),
  "?": () => dialog.showModal(),
};

function step(by) {
  const all = [...document.querySelectorAll(".clause")];
  const at = all.indexOf(document.activeElement.closest(".clause") ?? document.querySelector(".clause.chosen"));
  const next = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))];
  if (!next) return;
  next.querySelector(".clause-text").focus();
  if (!next.classList.contains("chosen")) choose(next);
}

document.addEventListener("keydown", (event) => {
  if (!on.checked || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (event.target.closest("input, textarea, select, dialog")) return;
  const what = keys[event.key];
  if (!what) return;
  event.preventDefault();
  what();
});

on.checked = kept("shortcuts-off") !== true;
on.addEventListener("change", () => { if (on.checked) drop("shortcuts-off"); else keep("shortcuts-off", true); });
id("open-shortcuts").addEventListener("click", () => dialog.showModal());

// A dialog gives the focus back to what opened it by itself; here only its buttons and a click beside it are needed.
for (const each of document.querySelectorAll("dialog")) {
  each.querySelector(".close")?.addEventListener("click", () => each.close());
}
