// The library of sources as a list, and what was taken from one of them.

import { button, h, plural } from "./dom.js";
import { at } from "./addresses.js";
import { linkSays, reach } from "./passages.js";
import { time } from "./times.js";

export function build({ parentElement }) {
  const root = h("div", { class: "fd sources" });
  parentElement.append(root);
  return {
    take({ data, setTriggerValue }) {
      const rows = data.sources
        ? data.sources.map((one) => source(one, data.current, setTriggerValue))
        : data.taken.map((one) => taken(one));
      root.replaceChildren(rows.length ? h("ul", {}, rows) : h("p", { class: "quiet" }, data.says));
    },
  };
}

function source(one, current, trigger) {
  return h(
    "li",
    { class: "st", "data-source-id": one.id },
    h(
      "h3",
      {},
      button(
        { class: "b bare open", "aria-current": one.id === current ? "true" : null, onclick: () => trigger("opened", one.id) },
        h("span", { dir: "auto" }, one.name),
      ),
    ),
    h(
      "p",
      { class: "quiet small f" },
      h("span", {}, one.tier),
      one.origin && h("span", { dir: "auto" }, `goes back to ${one.origin}`),
      h("span", {}, one.cited ? `cited ${plural(one.cited, "time")}` : "not cited now"),
      one.link && linkSays(one.link),
    ),
    one.url && h("p", { class: "quiet small url", dir: "auto" }, one.url),
    one.notes && h("p", { class: "say", dir: "auto" }, one.notes),
  );
}

function taken(one) {
  return h(
    "li",
    { class: "st" },
    h("blockquote", { dir: "auto", ...reach(one.words) }, one.words),
    h(
      "p",
      { class: "quiet small f" },
      h("span", {}, one.stance),
      h("a", { href: at(`review?article=${one.article}&claim=${one.claim}`).href, dir: "auto" }, one.label),
      h("span", { dir: "auto" }, one.title),
      one.locator && h("span", { dir: "auto" }, one.locator),
      one.page && h("a", { href: at(`kept?page=${one.page}&evidence=${one.id}`).href }, "kept page"),
      h("span", {}, "added ", time(one.at)),
    ),
  );
}
