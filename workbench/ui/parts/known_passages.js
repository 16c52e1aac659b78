// Passages that are here already and may serve the claim as well: offered, never added by themselves.

import { button, h, plural, set } from "./dom.js";
import { ask } from "./addresses.js";

export function buildKnownPassages(use) {
  const view = { claim: null, list: h("ul", { class: "offers" }), head: h("summary", {}) };
  view.root = h("details", { class: "here", hidden: true }, view.head, view.list);
  return {
    root: view.root,
    async load(claim) {
      if (view.claim === claim) return;
      view.claim = claim;
      set(view.root, "hidden", true);
      view.root.open = false;
      const found = await ask(`evidence/passages?claim=${claim}`);
      if (view.claim !== claim || !Array.isArray(found)) return;
      view.head.textContent = `${plural(found.length, "passage")} here may serve it too`;
      view.list.replaceChildren(...found.map((one) => row(one, use)));
      set(view.root, "hidden", !found.length);
    },
    forget: () => (view.claim = null),
  };
}

const row = (one, use) =>
  h(
    "li",
    {},
    h("p", { dir: "auto" }, h("b", {}, one.source), ` ${one.words}`),
    h("p", { class: "quiet small", dir: "auto" }, `evidence for “${one.claim}”`),
    button({ class: "b small", "aria-label": `Use “${one.words.slice(0, 80)}”`, onclick: () => use(one) }, "Use it"),
  );
