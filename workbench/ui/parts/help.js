// The row of keys under the story, and the list of all of them.

import { button, h, key } from "./dom.js";
import { desk } from "./state.js";
import { KEYS } from "./words.js";

const ROW = [
  [["J", "K"], "next, back"],
  [["N"], "next open"],
  [["V", "D", "S"], "rate"],
  [["E"], "evidence"],
  [["U"], "undo"],
];

export function buildKeys() {
  const list = h(
    "dl",
    {},
    KEYS.flatMap(([letter, says]) => [
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
  desk.showKeys = () => dialog.showModal();
  const row = h(
    "p",
    { class: "keys" },
    ROW.map(([letters, says]) => h("span", {}, letters.map(key), ` ${says}`)),
    button({ class: "b bare all", onclick: () => dialog.showModal() }, key("?"), "all keys"),
  );
  return [row, dialog];
}
