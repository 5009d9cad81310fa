// Words the server has not confirmed yet, kept in this browser and dropped as soon as it has them.

const PREFIX = "otassist:";

export function keep(name, value) {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
    return true;
  } catch {
    return false; // Full or forbidden: the words still stand in the box.
  }
}

export function kept(name) {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + name));
  } catch {
    return null;
  }
}

export function drop(name) {
  try {
    localStorage.removeItem(PREFIX + name);
  } catch {
    // Nothing was kept where nothing can be.
  }
}

/** Drops it only if it is still this: another tab may have kept newer words under the same name. */
export function dropIf(name, value) {
  if (JSON.stringify(kept(name)) === JSON.stringify(value)) drop(name);
}

/** Names that begin so. */
export function keptNames(beginning) {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX + beginning))
      .map((key) => key.slice(PREFIX.length));
  } catch {
    return [];
  }
}
