// One bar says what went wrong, what was kept and what to do. It stays until it is over or closed.
import { announce } from "./announce.js";

const bar = document.getElementById("trouble");
const words = document.getElementById("trouble-text");
const retry = document.getElementById("trouble-retry");
let again = null;
let whose = "";

/** `kept` says what is safe; `onRetry` is what the button does; `about` lets the same part clear it later. */
export function tell(problem, { kept = "", onRetry = null, label = "Try again", about = "" } = {}) {
  const remedy = problem.remedy || (problem.kind === "expired" ? "Reload the page to go on." : "");
  const text = [problem.message, kept, remedy].filter(Boolean).join(" ");
  again = onRetry ?? (problem.kind === "expired" ? () => location.reload() : null);
  retry.textContent = problem.kind === "expired" ? "Reload" : label;
  retry.hidden = !again;
  whose = about;
  if (bar.hidden || words.textContent !== text) announce(text);
  words.textContent = text;
  bar.hidden = false;
}

export function over(about = "") {
  if (bar.hidden || (about && about !== whose)) return;
  leave();
}

function leave() {
  const focused = bar.contains(document.activeElement);
  bar.hidden = true;
  again = null;
  if (focused) document.getElementById("jot").focus();
}

retry.addEventListener("click", () => {
  const todo = again;
  leave();
  todo?.();
});
document.getElementById("trouble-close").addEventListener("click", leave);
