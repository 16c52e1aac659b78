// A link that leaves the page for one of the desk's own plain pages, in the same tab.

import { h } from "./dom.js";

export function build({ parentElement }) {
  const frame = h("p", { class: "fd" });
  parentElement.append(frame);
  return {
    take({ data }) {
      frame.replaceChildren(h("a", { class: "b", href: data.href }, data.words));
    },
  };
}
