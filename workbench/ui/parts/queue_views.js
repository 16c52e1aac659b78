// The views as pills with their counts: the desk's own, then those that the reader keeps.

import { button, capped, h, set } from "./dom.js";

const OWN = [
  ["open", "All open"],
  ["mine", "Mine"],
  ["unassigned", "Unassigned"],
  ["second", "Second check"],
  ["contested", "Contested"],
  ["today", "Due today"],
];

const plainView = (query) => JSON.stringify(Object.entries({ ...query, after: "", view: query.view ?? "open" }).filter(([, value]) => value && value !== "").sort());

export function buildViews(room) {
  const root = h("div", { class: "views", role: "group", "aria-label": "Views" });
  let shown = "";
  root.paint = (data) => {
    const state = JSON.stringify([data.counts, data.saved, data.query]);
    if (state === shown) return;
    shown = state;
    const focused = [...root.children].indexOf(document.activeElement);
    const saved = data.saved.find((view) => plainView(view.query) === plainView(data.query));
    const narrowed = plainView(data.query) !== plainView({ view: data.query.view });
    root.replaceChildren(
      ...OWN.map(([view, word]) =>
        pill(word, data.counts[view] ?? 0, !saved && (data.query.view ?? "open") === view, data.most, () => room.only({ view })),
      ),
      ...data.saved.map((view) =>
        pill(`☆ ${view.name}`, view.count, saved === view, data.most, () => room.only(view.query)),
      ),
      ...(saved ? [button({ class: "save", onclick: () => room.dialogs.view(saved) }, "Change this view")] : []),
      ...(!saved && narrowed ? [button({ class: "save", onclick: () => room.dialogs.view(null) }, "Save this view")] : []),
    );
    root.children[focused]?.focus();
  };
  return root;
}

function pill(word, count, pressed, most, onclick) {
  const made = button({ onclick, dir: "auto" }, word, count === null ? null : [" ", h("span", { class: "n num" }, capped(count, most))]);
  set(made, "aria-pressed", String(pressed));
  return made;
}
