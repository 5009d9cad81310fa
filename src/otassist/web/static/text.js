// Places in text. The server counts code points, the browser UTF-16 units; here they meet.

/** The UTF-16 place of a code point. */
export function unit(text, point) {
  let units = 0;
  for (const letter of text) {
    if (point-- <= 0) break;
    units += letter.length;
  }
  return units;
}

/** Text with marks: spans are {start, end, name} in code points; of two that overlap the shorter is seen, and `other` under any. */
export function marked(text, spans) {
  const letters = Array.from(text);
  const painted = new Array(letters.length).fill("");
  const weight = (span) => (span.name.startsWith("other") ? Infinity : span.end - span.start);
  for (const span of [...spans].sort((a, b) => weight(b) - weight(a))) {
    painted.fill(span.name, Math.max(0, span.start), Math.min(letters.length, span.end));
  }
  const out = document.createDocumentFragment();
  for (let at = 0; at < letters.length; ) {
    let end = at + 1;
    while (end < letters.length && painted[end] === painted[at]) end += 1;
    out.append(piece(letters.slice(at, end).join(""), painted[at]));
    at = end;
  }
  return out;
}

function piece(text, name) {
  if (!name) return document.createTextNode(text);
  return make("mark", text, name);
}

/** An element with text in it, never markup. */
export function make(tag, text = "", name = "") {
  const made = document.createElement(tag);
  if (text) made.textContent = text;
  if (name) made.className = name;
  return made;
}

export function button(text, name = "small") {
  const made = make("button", text, name);
  made.type = "button";
  return made;
}

/** Spans after an edit: those the edit touched are dropped, those behind it move. */
export function moved(spans, before, after) {
  const old = Array.from(before);
  const now = Array.from(after);
  let same = 0;
  while (same < old.length && same < now.length && old[same] === now[same]) same += 1;
  let tail = 0;
  while (tail < old.length - same && tail < now.length - same && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  const by = now.length - old.length;
  return spans
    .filter((span) => span.end <= same || span.start >= old.length - tail)
    .map((span) => (span.end <= same ? span : { ...span, start: span.start + by, end: span.end + by }));
}

export const counted = (number, one, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;
