// Light, dark, or as on this computer. A cookie tells the server, so that the next page comes in the right colors.

const choice = document.getElementById("theme");

choice?.addEventListener("change", () => {
  document.documentElement.dataset.theme = choice.value;
  document.cookie = `theme=${choice.value}; path=/; max-age=31536000; SameSite=Strict`;
});
