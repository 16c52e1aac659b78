// The browsers that are signed in, and the plain forms that sign out: they work as posts of this page, with its secret.

import { button, h, plural } from "./dom.js";
import { desk } from "./state.js";
import { time } from "./times.js";

function form(secret, words, everywhere) {
  // What is kept comes back with this tab when the same person signs in again.
  const leave = () => (desk.leaving = true);
  return h(
    "form",
    { method: "post", action: "/sign-out", onsubmit: leave },
    h("input", { type: "hidden", name: "form", value: secret }),
    everywhere && h("input", { type: "hidden", name: "everywhere", value: "yes" }),
    button({ type: "submit", class: everywhere ? "b" : "b main" }, words),
  );
}

const row = (one) =>
  h(
    "li",
    {},
    h("b", {}, one.here ? "This browser" : "Another browser"),
    h("span", { class: "quiet small" }, "since ", time(one.at, true), `, by ${one.how}; until `, time(one.until)),
  );

export function build({ parentElement }) {
  const list = h("ul", { class: "sessions" });
  const out = h("div", { class: "outs" });
  parentElement.append(h("div", { class: "fd" }, list, out));
  return {
    take({ data }) {
      list.setAttribute("aria-label", plural(data.sessions.length, "session"));
      list.replaceChildren(...data.sessions.map(row));
      out.replaceChildren(form(data.form, "Sign out"), form(data.form, "Sign out everywhere", true));
    },
  };
}
