// Lists of stories: headline, where each stands as a bar and in signs, what it still needs.

import { h, button, plural } from "./dom.js";
import { stays } from "./addresses.js";
import { SIGNS } from "./words.js";
import { time } from "./times.js";

const ORDER = ["verified", "sourced", "disputed", "provisional", "second", "contested", "dismissed", "open"];
const WORDS = { second: "second check" };

export function build({ parentElement }) {
  const root = h("div", { class: "fd stories" });
  parentElement.append(root);
  return {
    take({ data, setTriggerValue }) {
      const own = data.heading !== "Examples";
      root.replaceChildren(
        ...[
          h("h2", {}, data.heading, own && h("span", { class: "quiet small num" }, data.count.toLocaleString("en"))),
          (!own || !data.stories.length) && h("p", { class: "quiet say" }, data.says),
          ...data.stories.map((story) => line(story, setTriggerValue)),
        ].filter(Boolean),
      );
    },
  };
}

function line(story, trigger) {
  const open = stays(() => trigger("opened", story.id));
  return h(
    "article",
    { class: "st", "data-article-id": story.id },
    h("h3", { dir: "auto" }, h("a", { href: `/review?article=${story.id}`, onclick: open }, story.title)),
    h(
      "p",
      { class: "quiet small" },
      story.by && h("span", { dir: "auto" }, `${story.by} · `),
      "handed in ",
      time(story.at),
    ),
    story.total > 0 && bar(story.counts),
    story.total > 0 && signs(story.counts),
    h("p", { class: "say" }, ...ready(story)),
    story.confirm && h("p", { class: "say is-second" }, `It came again with other fields: ${story.confirm}. `),
    h(
      "p",
      { class: "acts" },
      button(
        {
          class: "b bare",
          "aria-label": `Check the fields of ${story.title}`,
          onclick: () => trigger("fields", story.id),
        },
        "Check the fields",
      ),
    ),
  );
}

export function bar(counts) {
  const there = ORDER.filter((name) => counts[name]);
  const label = there.map((name) => `${counts[name]} ${WORDS[name] ?? name}`).join(", ");
  return h(
    "div",
    { class: "bar", role: "img", "aria-label": label },
    there.map((name) => h("i", { class: name, style: `flex:${counts[name]}` })),
  );
}

export const signs = (counts) =>
  h(
    "p",
    { class: "cs num", "aria-hidden": "true" },
    ORDER.filter((name) => counts[name]).map((name) =>
      h("span", { class: `is-${name}`, title: `${counts[name]} ${name}` }, `${SIGNS[name]} ${counts[name]}`),
    ),
  );

export function ready({ counts, total }) {
  if (!total) return [h("b", {}, "No claims found."), " Read it once by eye."];
  const way = ["open", "provisional", "contested", "second", "disputed"].filter((name) => counts[name]);
  if (!way.length) return [h("b", { class: "is-verified" }, "✓ Ready to run."), ` All ${total} settled`];
  return [
    h("b", {}, "Not ready."),
    ` ${way.map((name) => (name === "second" ? plural(counts[name], "second check") : `${counts[name]} ${name}`)).join(", ")}`,
  ];
}
