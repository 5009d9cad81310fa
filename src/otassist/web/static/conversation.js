// The conversation of this page: made at the first word, saved one change after another, never over another tab's words.
import { call, passing } from "./api.js";

const main = document.getElementById("main");
const waits = [1000, 2000, 4000, 8000, 15000];

export const here = {
  id: main.dataset.conversation || null,
  made: Boolean(main.dataset.conversation),
  version: Number(main.dataset.version),
  student: main.dataset.student || null,
};

const hears = { saved: [], lost: [], conflict: [] };
export const on = (name, what) => hears[name].push(what);
const say = (name, ...told) => hears[name].forEach((what) => what(...told));

let pending = {};
let saving = null;
let failed = 0;
let timer = 0;

export function newId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Changes to be saved: box, context, title, student. Several are sent as one. */
export function change(fields, delay = 0) {
  here.id ??= newId();
  Object.assign(pending, fields);
  clearTimeout(timer);
  timer = setTimeout(() => flush().catch(() => {}), delay); // what went wrong is told to `lost`
}

/** Sends what waits; resolves when the server has it, rejects with the Trouble that stopped it. */
export function flush() {
  clearTimeout(timer);
  saving ??= run().finally(() => { saving = null; });
  return saving;
}

async function run() {
  while (!here.made || Object.keys(pending).length) {
    const sent = pending;
    pending = {};
    try {
      take(await save(sent));
      failed = 0;
      say("saved", sent);
    } catch (problem) {
      pending = { ...sent, ...pending };
      if (problem.kind === "changed" && problem.current) {
        if (settle(problem.current, sent)) continue;
      }
      timer = passing(problem) ? setTimeout(() => flush().catch(() => {}), waits[Math.min(failed++, 4)]) : 0;
      say("lost", problem);
      throw problem;
    }
  }
}

async function save(fields) {
  if (here.made) return call("PATCH", `/api/conversations/${here.id}`, { version: here.version, ...fields });
  here.id ??= newId();
  const first = { id: here.id, student: fields.student ?? here.student, box: fields.box ?? "", context: fields.context ?? {} };
  const made = await call("POST", "/api/conversations", first);
  take(made);
  here.made = true;
  history.replaceState(null, "", `/c/${here.id}`);
  return made.version <= 2 && made.box === first.box ? made : save(fields); // else it was made by an earlier try
}

/** Another tab saved in between: its version is taken, and its words are offered, not overwritten unseen. */
function settle(current, sent) {
  const mine = here.box ?? "";
  here.version = current.version;
  if ("box" in sent && current.box !== mine && current.box !== sent.box && current.box) say("conflict", current.box);
  return true;
}

function take(record) {
  if (!record) return;
  const found = record.conversation ?? record;
  if (typeof found.version === "number") here.version = found.version;
  if (typeof found.box === "string") here.box = found.box;
}

/** What the server answered elsewhere about this conversation. */
export const learned = take;
