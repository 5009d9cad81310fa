// The pages beside the workspace: forms and buttons that say in their data what they send, and where to go then.
import "./theme.js";
import { call, fragment } from "./api.js";
import { announce } from "./announce.js";
import { swap } from "./swap.js";

const trouble = document.getElementById("trouble");
const METHODS = ["post", "patch", "put", "delete"];

/** The fields of a form as JSON: an empty one is left out, a measure such as 3/5 brings its numbers. */
function fields(form) {
  const body = {};
  for (const field of form.elements) {
    if (!field.name || field.value === "") continue;
    body[field.name] = "number" in field.dataset ? Number(field.value) : field.value;
    const share = "measure" in field.dataset && /^\s*(\d+(?:\.\d+)?)\s*(?:\/\s*(\d+(?:\.\d+)?)\s*$|%?)/.exec(field.value);
    if (!share) continue;
    body.number = Number(share[1]);
    if (Number(share[2]) > 0) body.out_of = Number(share[2]);
    else if (share[0].includes("%")) body.out_of = 100;
  }
  return body;
}

async function send(element, body) {
  const method = METHODS.find((name) => name in element.dataset);
  try {
    await call(method.toUpperCase(), element.dataset[method], body);
    location.assign(element.dataset.go);
  } catch (problem) {
    if (!trouble) throw problem;
    trouble.textContent = `${problem.message} ${problem.remedy ?? ""}`;
    trouble.hidden = false;
  }
}

async function search(form, start = 0) {
  const values = { query: "", area: "", grade: "", ...fields(form), start };
  const place = document.getElementById(form.dataset.into);
  try {
    swap(place, await fragment(form.dataset.fragment, values));
    announce(place.querySelector("#count")?.textContent ?? "");
    place.querySelector(".card a")?.scrollIntoView({ block: "nearest" });
  } catch (problem) {
    announce(`${problem.message} ${problem.remedy ?? ""}`);
  }
}

/** Asks before what cannot be undone; the answer that changes nothing is the one at hand. */
function sure(button) {
  const dialog = document.getElementById("sure");
  document.getElementById("sure-text").textContent = button.dataset.sure;
  const yes = document.getElementById("sure-yes");
  yes.onclick = () => send(button);
  document.getElementById("sure-no").onclick = () => dialog.close();
  dialog.addEventListener("close", () => button.focus(), { once: true });
  dialog.showModal();
  document.getElementById("sure-no").focus();
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.fragment) search(form);
  else if (METHODS.some((name) => name in form.dataset)) send(form, fields(form));
  else return;
  event.preventDefault();
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.dataset.start !== undefined) search(document.querySelector("form[data-fragment]"), Number(button.dataset.start));
  else if (button.dataset.sure) sure(button);
  else if (METHODS.some((name) => name in button.dataset)) send(button, "post" in button.dataset ? {} : undefined);
});
