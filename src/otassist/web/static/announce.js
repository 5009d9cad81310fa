// What a screen reader is told. A reply is announced twice and no more: that it is being worked on, and that it is there.

const live = document.getElementById("live");

export function announce(text) {
  // The same words twice would not be read again: a no-break space makes them differ.
  live.textContent = live.textContent === text ? `${text}\u00a0` : text;
}
