// The one place that talks to the server. What goes wrong becomes a Trouble with a kind, a message and a remedy.

export class Trouble extends Error {
  constructor(kind, message, remedy = "", current = null) {
    super(message);
    this.kind = kind; // gone, slow, busy, changed, expired, missing, refused, broken
    this.remedy = remedy;
    this.current = current;
  }
}

const KINDS = { 401: "expired", 403: "expired", 404: "missing", 409: "changed", 429: "busy", 503: "busy" };

const TOLD = {
  gone: "The server does not answer.",
  slow: "The server takes unusually long.",
  busy: "The server is busy.",
  changed: "This was changed in another tab meanwhile.",
  expired: "This page is out of date.",
  missing: "This is no longer there.",
  refused: "The server did not take this.",
  broken: "Something went wrong on the server.",
};

/** JSON from the API, or null for an empty answer. Throws Trouble. */
export async function call(method, path, body, options = {}) {
  const answer = await ask(method, path, body, options);
  const text = await answer.text();
  return text ? JSON.parse(text) : null;
}

/** HTML the server rendered, for `swap`. Throws Trouble. */
export async function fragment(path, body, options = {}) {
  return (await ask(body === undefined ? "GET" : "POST", path, body, options)).text();
}

/** The answer itself, read by nobody yet. */
export async function ask(method, path, body, { signal, timeout = 20000, headers = {} } = {}) {
  const limit = timeout ? AbortSignal.timeout(timeout) : null;
  const signals = [signal, limit].filter(Boolean);
  const request = { method, headers: { ...headers }, cache: "no-store", credentials: "same-origin" };
  if (signals.length) request.signal = AbortSignal.any(signals);
  if (body !== undefined) {
    request.headers["Content-Type"] = "application/json";
    request.body = JSON.stringify(body);
  }
  let answer;
  try {
    answer = await fetch(path, request);
  } catch (problem) {
    if (signal?.aborted) throw problem;
    throw new Trouble(limit?.aborted ? "slow" : "gone", TOLD[limit?.aborted ? "slow" : "gone"]);
  }
  if (!answer.ok) throw await refusal(answer);
  return answer;
}

async function refusal(answer) {
  const kind = KINDS[answer.status] ?? (answer.status >= 500 ? "broken" : "refused");
  let told = {};
  try {
    told = await answer.json();
  } catch {
    // Not one of our own answers: a proxy's page, perhaps.
  }
  return new Trouble(kind, told.error?.message || TOLD[kind], told.error?.remedy || "", told.current ?? null);
}

/** Aborted on purpose, because something newer was asked. */
export const aborted = (problem) => problem?.name === "AbortError";

/** Whether asking again later may help. */
export const passing = (problem) => ["gone", "slow", "busy", "broken"].includes(problem?.kind);
