// What would leave this computer is shown first, word for word, and goes only after a yes. Leaving the dialog is a no.
import { call } from "./api.js";
import { make } from "./text.js";

const dialog = document.getElementById("outgoing-dialog");
const text = document.getElementById("outgoing-text");
const system = document.getElementById("outgoing-system");
const trouble = document.getElementById("outgoing-trouble");
let job = null;

/** Shows what a job would send, and where to. */
export function offer(asking, { where, messages }) {
  job = asking;
  trouble.hidden = true;
  for (const place of dialog.querySelectorAll(".outgoing-where")) place.textContent = where;
  const [instructions, words] = [messages.filter(isSystem), messages.filter((each) => !isSystem(each))];
  text.replaceChildren(...words.map((each) => make("p", each.text, "text")));
  system.replaceChildren(...instructions.map((each) => make("p", each.text, "text small")));
  dialog.querySelector("details").hidden = !instructions.length;
  if (!dialog.open) dialog.showModal();
}

/** It was answered, here or in another tab, or the job is over. */
export function withdraw() {
  job = null;
  if (dialog.open) dialog.close();
}

const isSystem = (message) => message.role === "system" || message.role === "developer";

async function answer(yes) {
  const asked = job;
  if (!asked) return withdraw();
  try {
    await call("POST", `/api/jobs/${asked}/answer`, { yes });
    if (job === asked) withdraw();
  } catch (problem) {
    trouble.textContent = `${problem.message} ${problem.remedy} Nothing was sent.`;
    trouble.hidden = false;
  }
}

document.getElementById("outgoing-form").addEventListener("submit", (event) => {
  event.preventDefault();
  answer(event.submitter?.value === "yes");
});
dialog.addEventListener("cancel", (event) => {
  event.preventDefault();
  answer(false);
});
