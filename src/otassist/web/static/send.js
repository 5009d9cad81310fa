// Sending what stands in the box: kept here until the server has it, sent again under the same name, never twice.
import { call, fragment, passing } from "./api.js";
import { announce } from "./announce.js";
import { context, jot, kind, put } from "./box.js";
import { flush, here, learned, newId } from "./conversation.js";
import { drop, keep, kept } from "./keep.js";
import { refill } from "./list.js";
import { shown, show, summary } from "./panel.js";
import { end, starting, watch } from "./running.js";
import { swap } from "./swap.js";
import { counted, make } from "./text.js";
import { over, tell } from "./trouble.js";

const messages = document.getElementById("messages");
const button = document.getElementById("send");
const told = document.getElementById("kept");
const replacing = document.getElementById("replacing");
let replaces = null;
let busy = false;
let retry = 0;
let patience = 0;

/** Sends the text, by default the box; `kind` as the chips have it. */
export async function send({ text = jot.value, as = kind(), from = replaces } = {}) {
  if (busy) return;
  if (!text.trim()) {
    jot.focus();
    return announce("Write or paste something first");
  }
  starting(as);
  await post({ id: newId(), text, kind: as, context: context(), draft: shown()?.dataset.draft ?? null, replaces: from });
}

async function post(message) {
  setBusy(true);
  patience = setTimeout(() => { told.textContent = "The server takes its time; what you wrote is kept"; }, 2500);
  optimistic(message.text);
  clearTimeout(retry);
  try {
    here.id ??= newId();
    keep(`sending:${here.id}`, message);
    await flush();
    await received(message, await call("POST", `/api/conversations/${here.id}/messages`, message, { timeout: 60000 }));
  } catch (problem) {
    failed(message, problem);
  } finally {
    setBusy(false);
  }
}

async function received(message, answer) {
  drop(`sending:${here.id}`);
  told.textContent = "Kept";
  over("send");
  over("box");
  learned(answer.conversation);
  document.querySelector('[name="kind"][value="auto"]').checked = true; // chosen for that message, not for the next
  if (jot.value === message.text) put("", { focus: document.activeElement === jot });
  leaveReplacing();
  setBusy(false);
  refill();
  if (answer.job) {
    refresh();
    return finish(await watch(answer.job.id, answer.job.kind));
  }
  await Promise.all([refresh(), answer.draft && show(answer.draft.id)]);
  announce(spoken(answer.reply));
}

/** The end of a job, after a reload as well. */
export async function finish(last) {
  if (!last) return;
  const id = last.drafts?.[0];
  await Promise.all([refresh(), id && show(id.id ?? id)]);
  const stopped = last.state === "stopped";
  end({ keepText: !id && stopped, said: "Stopped. What was written until then is kept." });
  const problem = last.error?.message ?? (last.name === "failed" ? "The draft could not be finished. Your jot is kept." : "");
  if (problem) return announce(problem);
  announce(stopped ? "Stopped. What was written until then is kept." : id && last.said === undefined ? summary() : spoken({ text: last.said, reply: last }));
}

function failed(message, problem) {
  const waiting = passing(problem);
  tell(problem, {
    about: "send",
    kept: waiting ? "What you wrote is kept, and is sent by itself when the server is back." : "What you wrote is still in the box.",
    onRetry: () => post(message),
  });
  if (!waiting) drop(`sending:${here.id}`);
  else retry = setTimeout(() => resend(), 5000);
  document.querySelector(".message.sending")?.remove();
}

/** What a crash or a lost server left unsent. */
export function resend() {
  const message = here.id ? kept(`sending:${here.id}`) : null;
  if (message && !busy) post(message);
}

export async function refresh() {
  try {
    swap(messages, await fragment(`/fragments/messages/${here.id}`));
    messages.scrollTop = messages.scrollHeight;
  } catch (problem) {
    tell(problem, { about: "send", onRetry: refresh });
  }
}

function optimistic(text) {
  document.querySelector(".message.sending")?.remove();
  document.getElementById("no-messages")?.remove();
  const list = messages.querySelector("ol") ?? messages.appendChild(make("ol", "", "said"));
  const item = make("li", "", "message therapist sending");
  item.append(make("h3", "You", "small quiet"), make("p", text, "text"));
  list.append(item);
  messages.scrollTop = messages.scrollHeight;
}

function spoken(reply) {
  const passages = reply?.reply?.passages ?? reply?.reply?.answer?.passages;
  if (passages?.length) return `Answered from the practice library, ${counted(passages.length, "passage")}`;
  return reply?.text || reply?.reply?.said || lastWords();
}

const lastWords = () => messages.querySelector("li:last-child .text, li:last-child p")?.textContent.slice(0, 200) || "Done";

function setBusy(now) {
  if (!now) clearTimeout(patience);
  busy = now;
  button.setAttribute("aria-disabled", String(now));
}

function leaveReplacing() {
  replaces = null;
  replacing.hidden = true;
}

function message(event, name) {
  return event.target.closest(name) && event.target.closest("[data-message]");
}

messages.addEventListener("click", (event) => {
  const changed = message(event, ".resend");
  const again = message(event, ".again");
  if (changed) {
    replaces = changed.dataset.message;
    replacing.hidden = false;
    put(changed.querySelector(".text").textContent);
  }
  if (again) send({ text: again.querySelector(".text").textContent, as: event.target.closest(".again").dataset.kind, from: again.dataset.message });
  if (event.target.closest("#use-example")) put(document.getElementById("example-jot").textContent);
  const option = event.target.closest(".option");
  if (option) {
    const about = option.closest(".question").dataset.about;
    put(jot.value.trim() ? `${jot.value.trimEnd()}\n${option.dataset.option}` : `${about ? `${about}: ` : ""}${option.dataset.option}`);
  }
});
document.getElementById("replacing-stop").addEventListener("click", () => { leaveReplacing(); jot.focus(); });
document.getElementById("box").addEventListener("submit", (event) => { event.preventDefault(); send(); });
jot.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); send(); }
});
