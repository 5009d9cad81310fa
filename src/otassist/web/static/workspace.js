// The workspace: its parts are loaded in the order in which one works, then what was interrupted goes on.
import "./theme.js";
import { here } from "./conversation.js";
import "./box.js";
import "./facts.js";
import "./clauses.js";
import "./history.js";
import "./finish.js";
import "./list.js";
import "./shortcuts.js";
import { finish, resend, send } from "./send.js";
import { shown, started } from "./panel.js";
import { watch } from "./running.js";
import { tell } from "./trouble.js";

const { job, jobKind } = document.getElementById("main").dataset;

document.addEventListener("click", (event) => {
  const say = event.target.closest(".say");
  if (say) send({ text: say.dataset.say, as: "edit", from: null });
});

async function goOn() {
  if (shown()) started();
  if (here.id) resend();
  if (!job) return;
  try {
    await finish(await watch(job, jobKind));
  } catch (problem) {
    tell(problem, { about: "stream", kept: "Your jot is kept.", onRetry: () => location.reload() });
  }
}

goOn();
