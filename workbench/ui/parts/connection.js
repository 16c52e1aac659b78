// Whether the desk answers. Streamlit says so on its root element; its own error box, about a command line that our
// readers never typed, would take the keyboard from them, so it is closed and the page says it in its own words.

import { h } from "./dom.js";
import { notice } from "./ended.js";
import { changed } from "./state.js";

const STATE = "data-test-connection-state";
const ASK = 2000;
const DIALOGS = "dialog[open], [role=dialog], [role=alertdialog]";

// Dialogs that opened while the desk answered. What opens while it is away is Streamlit's box, whatever it holds by then.
const own = new WeakSet();

const root = () => document.querySelector(`[${STATE}]`);
const dialogs = () => [...document.querySelectorAll(DIALOGS)];

export const isAway = () => (root()?.getAttribute(STATE) ?? "CONNECTED") !== "CONNECTED";

const isOwn = (dialog) => own.has(dialog) || dialog.matches("dialog");

export const inDialog = () => dialogs().some((dialog) => !isAway() || isOwn(dialog));

function look() {
  const open = dialogs();
  if (!open.length) return;
  if (!isAway()) open.forEach((dialog) => own.add(dialog));
  else
    open
      .filter((dialog) => !isOwn(dialog))
      .forEach((dialog) => dialog.querySelector("button[aria-label=Close]")?.click());
}

let banner = null;

// A socket that is refused looks like a server that is away; only asking tells which.
async function askWhetherSignedIn() {
  let out = false;
  try {
    out = isAway() && (await fetch("/sign-in/state", { cache: "no-store" })).status === 401;
  } catch {
    // The server is away indeed; its silence is said elsewhere.
  }
  if (out && !banner) {
    banner = h("div", { class: "fd fd-ended" }, notice());
    document.body.append(banner);
  } else if (!out) {
    banner?.remove();
    banner = null;
  }
}

export function watchConnection() {
  setInterval(() => (isAway() || banner) && askWhetherSignedIn(), ASK);
  if (root()) new MutationObserver(changed).observe(root(), { attributes: true, attributeFilter: [STATE] });
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
}
