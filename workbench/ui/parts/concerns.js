// What concerns the reader: who wants what of them, on which claim of which story.

import { h } from "./dom.js";
import { stays } from "./addresses.js";
import { time } from "./times.js";
import { SIGNS } from "./words.js";

const SIGN = { called: "@", contested: SIGNS.contested, provisional: SIGNS.provisional };
const LOOK = { called: "is-sourced", contested: "is-contested", provisional: "is-provisional" };

export function build({ parentElement }) {
  const list = h("ol", { class: "concerns" });
  parentElement.append(h("div", { class: "fd" }, list));
  return {
    take({ data, setTriggerValue }) {
      list.replaceChildren(...data.concerns.map((one) => row(one, setTriggerValue)));
    },
  };
}

function row(one, trigger) {
  const open = stays(() => trigger("opened", { article: one.article, claim: one.claim }));
  return h(
    "li",
    { "data-claim-id": one.claim },
    h("b", { class: LOOK[one.kind], "aria-hidden": "true" }, SIGN[one.kind]),
    h(
      "div",
      {},
      h(
        "p",
        {},
        h("a", { href: `/review?article=${one.article}&claim=${one.claim}`, onclick: open, dir: "auto" }, one.label),
        h("span", { class: "quiet small", dir: "auto" }, one.title),
      ),
      h("p", {}, one.who && h("b", { dir: "auto" }, one.who), one.who && " ", one.did, one.words && ": ", h("span", { dir: "auto" }, one.words)),
    ),
    time(one.at),
  );
}
