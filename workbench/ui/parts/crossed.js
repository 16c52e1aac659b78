// Judgements of mine that met what I had not seen: what happened, and the way back. On whatever page I am by now.

import { button, h } from "./dom.js";
import { desk, changed } from "./state.js";
import { go, takeBack } from "./acts.js";

export function buildCrossed() {
  const root = h("div", { class: "crossings" });
  let shown = [];
  return {
    root,
    paint() {
      if (shown === desk.crossed) return;
      shown = desk.crossed;
      root.replaceChildren(...shown.map(notice));
    },
  };
}

function notice(one) {
  const close = () => {
    desk.crossed = desk.crossed.filter((other) => other !== one);
    changed();
  };
  const back = () => {
    takeBack(one.claim, one.article);
    close();
  };
  const look = () => {
    go(one.claim);
    changed();
  };
  return h(
    "div",
    { class: "crossed", role: "alert" },
    h("p", { dir: "auto" }, one.says),
    h(
      "p",
      { class: "acts" },
      desk.onDesk && desk.byId.has(one.claim)
        ? button({ class: "b bare", onclick: look }, "Look at it")
        : h("a", { class: "b bare", href: `/review?article=${one.article}&claim=${one.claim}` }, "Look at it"),
      button({ class: "b bare", onclick: back }, "Take mine back"),
      button({ class: "b bare", onclick: close }, "Close notice"),
    ),
  );
}
