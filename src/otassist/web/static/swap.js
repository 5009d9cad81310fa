// Puts a server-rendered fragment in its place. Where the reader is stays: focus, what is open, what is half typed.

export function swap(place, html, { focus } = {}) {
  const active = document.activeElement;
  const inside = place.contains(active) ? active : null;
  const open = [...place.querySelectorAll("details[open][id]")].map((each) => each.id);
  const typed = [...place.querySelectorAll("input[id], textarea[id]")].filter((each) => each.value !== each.defaultValue);
  const made = document.createElement("template");
  made.innerHTML = html; // Rendered and escaped by our own templates; nothing from a model comes this way.
  place.replaceChildren(made.content);
  for (const id of open) again(place, id, (each) => { each.open = true; });
  for (const was of typed) again(place, was.id, (each) => { each.value = was.value; });
  const wanted = focus ?? (inside ? [inside.id] : []);
  const found = wanted.map((each) => each && document.getElementById(each)).find((each) => each && !each.disabled);
  if (found) found.focus({ preventScroll: focus === undefined });
  else if (inside || focus) place.querySelector("h2[tabindex]")?.focus();
}

function again(place, id, what) {
  const found = document.getElementById(id);
  if (found && place.contains(found)) what(found);
}
