// The row of keys under the story, and the list of all of a room's keys.

import { button, h, key, set } from "./dom.js";
import { desk, watch } from "./state.js";
import { KEYS } from "./words.js";

// The third word of a line is the right it needs.
const ROW = [
  [["J", "K"], "next, back"],
  [["N"], "next open"],
  [["V", "D", "S"], "rate", "rates"],
  [["E"], "evidence", "cites"],
  [["U"], "undo", "rates"],
];

export function keyList(keys) {
  const list = h(
    "dl",
    {},
    keys.flatMap(([letter, says]) => [
      h("dt", {}, key(letter), h("span", { class: "hide" }, letter)),
      h("dd", {}, says),
    ]),
  );
  const dialog = h(
    "dialog",
    { class: "keylist", "aria-label": "All keys" },
    h("h2", {}, "All keys"),
    list,
    h("p", { class: "quiet small" }, "Keys are dead while you write in a field or a dialog is open."),
    button({ class: "b", onclick: () => dialog.close() }, "Close"),
  );
  return dialog;
}

export function buildKeys() {
  const dialog = keyList(KEYS);
  desk.showKeys = () => dialog.showModal();
  const lines = ROW.map(([letters, says, right]) => [right, h("span", {}, letters.map(key), ` ${says}`)]);
  const off = h("span", { hidden: true }, "Your keys are off; the account page switches them on");
  watch(() => {
    const on = desk.me?.keys !== false;
    for (const [right, line] of lines) set(line, "hidden", !on || (right && !desk.me?.[right]));
    set(off, "hidden", on);
  });
  const row = h(
    "p",
    { class: "keys" },
    lines.map(([, line]) => line),
    off,
    button({ class: "b bare all", onclick: () => dialog.showModal() }, key("?"), "all keys"),
  );
  return [row, dialog];
}
