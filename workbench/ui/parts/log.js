// The audit log: newest first, each act with its number, person, what it was about and why, and its hash.

import { h } from "./dom.js";
import { time } from "./times.js";

export function build({ parentElement }) {
  const body = h("tbody");
  const table = h(
    "table",
    { class: "events" },
    h("caption", { class: "hide" }, "Acts, newest first"),
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        ["No.", "When", "Who", "Did", "About", "SHA-256"].map((name) => h("th", { scope: "col" }, name)),
      ),
    ),
    body,
  );
  parentElement.append(h("div", { class: "fd audit" }, table));
  return {
    take({ data }) {
      body.replaceChildren(...data.events.map(row));
    },
  };
}

function row(event) {
  return h(
    "tr",
    { "data-event": event.number },
    h("td", { class: "num" }, event.number.toLocaleString("en")),
    h("td", {}, time(event.at, true)),
    h("td", { dir: "auto" }, event.who),
    h("td", {}, event.did),
    h(
      "td",
      { class: "about" },
      h("p", { dir: "auto" }, event.href ? h("a", { href: event.href }, event.about) : event.about),
      event.reason && h("p", { class: "quiet", dir: "auto" }, `“${event.reason}”`),
    ),
    h("td", { class: "hash", title: event.sha256 }, `${event.sha256.slice(0, 4)}…${event.sha256.slice(-4)}`),
  );
}
