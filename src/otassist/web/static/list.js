// The list on the left: search, a new conversation, students, and deleting with a way back.
import { call, fragment } from "./api.js";
import { announce } from "./announce.js";
import { change, here } from "./conversation.js";
import { keep, kept, drop } from "./keep.js";
import { swap } from "./swap.js";
import { make } from "./text.js";
import { tell } from "./trouble.js";

const place = document.getElementById("conversations");
const query = document.getElementById("query");
const filter = document.getElementById("student-filter");
const student = document.getElementById("student");
const dialog = document.getElementById("student-dialog");
const undo = document.getElementById("undo");
const fold = document.getElementById("list-fold");
let timer = 0;
let deleted = null;

/** The list as the search and the filter want it. What is searched for may name a student: it goes in a body, not an address. */
export async function refill() {
  try {
    const asked = { query: query.value.trim(), student: filter.value || null };
    swap(place, await fragment("/fragments/conversations", asked));
    place.querySelector(`[data-conversation="${here.id}"] a`)?.setAttribute("aria-current", "page");
  } catch (problem) {
    tell(problem, { about: "list", onRetry: refill });
  }
}

async function remove(item) {
  const { conversation: id, version } = item.dataset;
  try {
    await call("DELETE", `/api/conversations/${id}?version=${id === here.id ? here.version : version}`);
  } catch (problem) {
    return tell(problem, { about: "list", kept: "The conversation is still there.", onRetry: () => remove(item) });
  }
  if (id === here.id) {
    keep("deleted", id);
    return location.assign("/");
  }
  await refill();
  offer(id);
}

function offer(id) {
  deleted = id;
  document.getElementById("undo-text").textContent = "Conversation deleted.";
  undo.hidden = false;
  document.getElementById("undo-delete").focus();
  announce("Conversation deleted. Undo is offered");
}

async function restore() {
  try {
    await call("POST", `/api/conversations/${deleted}/restore`);
    undo.hidden = true;
    await refill();
    (place.querySelector(`[data-conversation="${deleted}"] a`) ?? query).focus();
    announce("Conversation restored");
  } catch (problem) {
    tell(problem, { about: "list", onRetry: restore });
  }
}

async function add(label) {
  const made = await call("POST", "/api/students", { label });
  const found = made.student ?? made;
  for (const select of [student, filter]) {
    const option = make("option", found.label);
    option.value = found.id;
    select.insertBefore(option, select.querySelector('[value="new"]'));
  }
  assign(found.id);
}

function assign(id) {
  here.student = id || null;
  student.value = id;
  change({ student: id || null });
}

query.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(refill, 200); });
filter.addEventListener("change", refill);
document.getElementById("search").addEventListener("submit", (event) => { event.preventDefault(); refill(); });
document.getElementById("new-conversation").addEventListener("click", () => location.assign("/"));
document.getElementById("undo-delete").addEventListener("click", restore);
place.addEventListener("click", (event) => {
  if (event.target.closest(".delete")) remove(event.target.closest(".conversation"));
});
fold.addEventListener("click", () => {
  const open = fold.getAttribute("aria-expanded") !== "true";
  fold.setAttribute("aria-expanded", String(open));
  fold.textContent = open ? "Hide" : "Show";
});
student.addEventListener("change", () => {
  if (student.value !== "new") return assign(student.value);
  student.value = here.student ?? "";
  document.getElementById("student-trouble").hidden = true;
  dialog.showModal();
});
document.getElementById("student-form").addEventListener("submit", async (event) => {
  event.preventDefault();
  try {
    await add(event.target.elements.label.value.trim());
    event.target.reset();
    dialog.close();
    student.focus();
  } catch (problem) {
    const told = document.getElementById("student-trouble");
    told.textContent = `${problem.message} ${problem.remedy}`;
    told.hidden = false;
  }
});
if (kept("deleted")) {
  offer(kept("deleted"));
  drop("deleted");
}
