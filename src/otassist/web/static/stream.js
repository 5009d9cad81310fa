// The events of a drafting job, read as they come; a broken connection or a reload goes on where it was.
import { aborted, ask } from "./api.js";

const WAITS = [500, 1000, 2000, 4000, 8000];
const SILENCE = 40000; // milliseconds without a byte: the server says something every 15 seconds
const LAST = new Set(["done", "failed"]);

/** Calls `heard(name, data, number)` for each event in turn, until the last one. `lost` and `back` tell of the connection. */
export async function follow(job, { after = 0, signal, heard, lost = () => {}, back = () => {} }) {
  let tries = 0;
  for (;;) {
    try {
      for await (const event of events(job, after, signal)) {
        if (tries) back();
        tries = 0;
        if (event.number <= after) continue;
        after = event.number;
        heard(event.name, event.data, event.number);
        if (LAST.has(event.name)) return;
      }
    } catch (problem) {
      if (signal?.aborted || aborted(problem) && signal?.aborted) return;
      if (["missing", "expired", "refused"].includes(problem.kind)) throw problem;
      if (tries) lost(problem);
    }
    await pause(WAITS[Math.min(tries, WAITS.length - 1)], signal);
    if (signal?.aborted) return;
    tries += 1;
  }
}

async function* events(job, after, signal) {
  const silence = new AbortController();
  const either = signal ? AbortSignal.any([signal, silence.signal]) : silence.signal;
  const headers = { Accept: "text/event-stream", ...(after ? { "Last-Event-ID": String(after) } : {}) };
  const answer = await ask("GET", `/api/jobs/${job}/events?after=${after}`, undefined, { signal: either, timeout: 0, headers });
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const timer = setTimeout(() => silence.abort(), SILENCE);
    const { value, done } = await reader.read().finally(() => clearTimeout(timer));
    if (done) return;
    const blocks = (rest + value.replaceAll("\r", "")).split("\n\n");
    rest = blocks.pop();
    for (const block of blocks) {
      const event = parsed(block);
      if (event) yield event;
    }
  }
}

/** One block of the stream, or null for a comment that only keeps the connection open. */
function parsed(block) {
  const event = { name: "message", number: 0, data: "" };
  for (const line of block.split("\n")) {
    const [, key, value] = line.match(/^(\w+): ?(.*)$/) ?? [];
    if (key === "id") event.number = Number(value);
    else if (key === "event") event.name = value;
    else if (key === "data") event.data += value;
  }
  return event.data ? { ...event, data: JSON.parse(event.data) } : null;
}

const pause = (wait, signal) => new Promise((go) => {
  const timer = setTimeout(go, wait);
  signal?.addEventListener("abort", () => { clearTimeout(timer); go(); }, { once: true });
});
