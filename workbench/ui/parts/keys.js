// The keys of the review desk. One listener a page, dead in text fields and dialogs.

import { inDialog } from "./connection.js";
import { desk } from "./state.js";
import { dismiss, nextAnywhere, openEvidence, rate, step, undo } from "./acts.js";

const ACTS = {
  v: () => rate("verified"),
  d: () => rate("disputed"),
  s: () => rate("sourced"),
  x: dismiss,
  u: undo,
  j: () => step(1),
  k: () => step(-1),
  n: nextAnywhere,
  e: () => openEvidence(),
  w: () => desk.writeReason?.(),
  c: () => desk.writeComment?.(),
  "?": () => desk.showKeys?.(),
};
// What a key needs; the others are for everybody who reads.
const NEEDS = { v: "rates", d: "rates", s: "rates", x: "dismisses", u: "rates", e: "cites", w: "rates", c: "comments" };
const WALKING = new Set(["j", "k"]);
const FIELDS =
  "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=''], [contenteditable=true], [role=textbox], [role=combobox]";

function pressed(event) {
  if (!desk.onDesk || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const target = event.composedPath()[0];
  if (target instanceof Element && target.closest(FIELDS)) {
    if (event.key === "Escape" && target.closest(".fd")) target.blur();
    return;
  }
  // What is typed waits with its claim, so nothing is lost by leaving.
  if (event.key === "Escape" && desk.openForm !== null && !inDialog()) return openEvidence(false);
  const letter = event.key.toLowerCase();
  if (!Object.hasOwn(ACTS, letter) || inDialog()) return;
  if (desk.me?.keys === false && letter !== "?") return;
  event.preventDefault();
  // Streamlit listens for letters of its own.
  event.stopImmediatePropagation();
  // A key held down is one judgement, not thirty.
  if (event.repeat && !WALKING.has(letter)) return;
  desk.note = "";
  // On the way to another story a key would still judge this one.
  if (desk.going) return;
  if (!NEEDS[letter] || desk.me?.[NEEDS[letter]]) ACTS[letter]();
}

export function listen() {
  if (desk.listening) return;
  desk.listening = true;
  addEventListener("keydown", pressed, true);
}
