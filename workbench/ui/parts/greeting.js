// The sample on the first-start screen, drawn like the real thing.

import { h } from "./dom.js";
import { RATINGS, SIGNS } from "./words.js";

const SAMPLE = [
  "The alliance’s ",
  ["count", "verified", "30 leaders"],
  " meet ",
  ["date", "open", "next week"],
  ". The bill gives ",
  ["money", "disputed", "$13.9 billion"],
  ", and “",
  ["quote", "sourced", "we must stand together"],
  ",” he said.",
];

export function build({ parentElement }) {
  const text = h(
    "p",
    { class: "story" },
    SAMPLE.map((piece) =>
      typeof piece === "string"
        ? piece
        : h(
            "mark",
            { "data-kind": piece[0], "data-rating": piece[1], "data-first": true, "data-last": true },
            piece[2],
          ),
    ),
  );
  const legend = [["open", "Open", "", "still to check"], ...RATINGS];
  parentElement.append(
    h(
      "div",
      { class: "fd shown", role: "group", "aria-label": "What it looks like" },
      text,
      h(
        "dl",
        {},
        legend.map(([name, word, , says]) => [
          h("dt", { class: `is-${name}` }, `${SIGNS[name]} ${word}`),
          h("dd", {}, says),
        ]),
      ),
    ),
  );
  return { take() {} };
}
