// Accepting a draft, and what can be done with it then: copy whole or box by box, download, print, add with a date.
import { call, fragment } from "./api.js";
import { announce } from "./announce.js";
import { shown, show, whenShown } from "./panel.js";
import { swap } from "./swap.js";
import { make } from "./text.js";
import { tell } from "./trouble.js";

const dialog = document.getElementById("accept-dialog");
const form = document.getElementById("accept-form");
const open = document.getElementById("accept-open");
const trouble = document.getElementById("accept-trouble");
const place = document.getElementById("finish");
let accepting = false;

function ask() {
  const blockers = [...shown().querySelectorAll(".finding.blocker")];
  const blanks = shown().querySelectorAll("form.blank").length;
  trouble.hidden = true;
  open.replaceChildren();
  if (blanks) open.append(make("p", `${blanks === 1 ? "One blank is" : `${blanks} blanks are`} not filled in and will be printed as ____.`, "notice care"));
  if (blockers.length) open.append(make("p", "These must change. If you accept all the same, they stay printed with the text:"));
  blockers.forEach((finding) => {
    const label = make("label", "", "row");
    const box = make("input");
    box.type = "checkbox";
    box.required = true;
    box.name = "acknowledged";
    box.value = finding.dataset.finding;
    label.append(box, make("span", finding.querySelector("p").textContent.trim()));
    open.append(label);
  });
  dialog.showModal();
}

async function accept() {
  const { draft, version } = shown().dataset;
  const acknowledged = [...form.querySelectorAll("[name=acknowledged]:checked")].map((box) => box.value);
  const body = { version: Number(version), author: form.elements.author.value.trim() || null, acknowledged };
  try {
    await call("POST", `/api/drafts/${draft}/accept`, body);
  } catch (problem) {
    trouble.textContent = `${problem.message} ${problem.remedy} The draft is kept as it is.`;
    trouble.hidden = false;
    if (problem.kind === "changed") await show(draft);
    return;
  }
  dialog.close();
  accepting = true;
  await show(draft);
  accepting = false;
  announce("Accepted. It can be copied, downloaded and printed now");
}

async function load(document_, { profile = "", focus } = {}) {
  try {
    swap(place, await fragment(`/fragments/document/${document_}${profile ? `?profile=${encodeURIComponent(profile)}` : ""}`), { focus });
  } catch (problem) {
    tell(problem, { about: "finish", kept: "The accepted text is kept.", onRetry: () => load(document_, { profile, focus }) });
  }
}

async function copy(text, label, field) {
  try {
    await navigator.clipboard.writeText(text);
    said(`${label} copied`);
  } catch {
    field?.focus();
    field?.select?.();
    said("The browser does not allow copying. The text is selected: press Ctrl and C");
  }
}

function said(text) {
  document.getElementById("copied").textContent = text;
  announce(text);
}

place.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button?.id === "copy-whole") copy(document.getElementById("whole").textContent, "The whole text", selected("whole"));
  if (button?.id === "print") print();
  if (button?.classList.contains("copy")) {
    const field = document.getElementById(button.dataset.field);
    copy(field.value, place.querySelector(`label[for="${field.id}"]`).textContent, field);
  }
});

const selected = (id) => ({
  focus: () => getSelection().selectAllChildren(document.getElementById(id)),
});

place.addEventListener("change", (event) => {
  if (event.target.id === "profile") load(place.querySelector("#document").dataset.document, { profile: event.target.value, focus: ["profile"] });
});
place.addEventListener("submit", async (event) => {
  event.preventDefault();
  const id = place.querySelector("#document").dataset.document;
  try {
    await call("POST", `/api/documents/${id}/addenda`, { text: event.target.elements.text.value.trim() });
    event.target.reset();
    await load(id, { focus: ["addendum-text"] });
    announce("Added with today's date");
  } catch (problem) {
    tell(problem, { about: "finish", kept: "What you wrote is still in its field." });
  }
});
form.addEventListener("submit", (event) => { event.preventDefault(); accept(); });
document.getElementById("draft").addEventListener("click", (event) => { if (event.target.closest("#accept")) ask(); });
whenShown((article) => {
  if (article?.dataset.accepted) load(article.dataset.accepted, { focus: accepting ? ["finish-title"] : undefined });
});
