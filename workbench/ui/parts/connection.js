// Whether the desk answers. Streamlit says so on its root element; its own error box, about a command line that our
// readers never typed, would take the keyboard from them, so it is closed and the page says it in its own words.

import { changed } from "./state.js";

const STATE = "data-test-connection-state";
const BOX = "[data-testid=stDialog]:has([data-testid=stErrorCodeBlock])";

const root = () => document.querySelector(`[${STATE}]`);

export const isAway = () => (root()?.getAttribute(STATE) ?? "CONNECTED") !== "CONNECTED";

export const isOwnDialog = (dialog) => !dialog.closest(BOX);

function closeBox() {
  if (isAway()) document.querySelector(`${BOX} button[aria-label=Close]`)?.click();
}

export function watchConnection() {
  if (root()) new MutationObserver(changed).observe(root(), { attributes: true, attributeFilter: [STATE] });
  new MutationObserver(closeBox).observe(document.body, { childList: true });
}
