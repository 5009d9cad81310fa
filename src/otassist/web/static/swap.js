// Puts a server-rendered fragment in its place without losing where the reader is: focus and scrolling stay.

export function swap(place, html, { focus } = {}) {
  const active = document.activeElement;
  const inside = place.contains(active) ? active : null;
  const id = inside?.id;
  const made = document.createElement("template");
  made.innerHTML = html; // Rendered and escaped by our own templates; nothing from a model comes this way.
  const open = new Set([...place.querySelectorAll("details[open][id]")].map((each) => each.id));
  place.replaceChildren(made.content);
  for (const each of place.querySelectorAll("details[id]")) if (open.has(each.id)) each.open = true;
  const wanted = focus ?? (inside ? [id] : []);
  const found = wanted.map((each) => each && document.getElementById(each)).find((each) => each && !each.disabled);
  if (found) found.focus({ preventScroll: focus === undefined });
  else if (inside || focus) place.querySelector("h2[tabindex]")?.focus();
}
