// A kept page or file, read without the network: its text as text, with the passages that are evidence marked in it.

import { button, h } from "./dom.js";
import { at } from "./addresses.js";
import { buildStory } from "./story.js";
import { time } from "./times.js";

export function build({ parentElement }) {
  const root = h("div", { class: "fd kept" });
  parentElement.append(root);
  let shown = null;
  return {
    take({ data }) {
      const told = JSON.stringify([data.id, data.current, data.passages]);
      if (told === shown) return;
      shown = told;
      paint(root, data);
    },
  };
}

function paint(root, data) {
  const marks = new Map();
  const text = h("div", { class: "story" });
  buildStory(text, data.paragraphs, "p", marks);
  const file = at(`evidence/files/${data.id}`).href;
  root.replaceChildren(
    h("h1", { dir: "auto" }, data.title || data.name),
    facts(data, file),
    h("ul", { class: "cites", "aria-label": "Evidence taken from it" }, data.passages.map((one) => cite(one, marks))),
    data.picture ? h("img", { src: file, alt: `The kept picture ${data.name}` }) : "",
    data.paragraphs.length
      ? text
      : h("p", { class: "quiet" }, data.picture ? "" : "No text could be read from it. Save the file to look at it."),
  );
  const first = marks.get(data.current) ?? [...marks.values()][0];
  for (const mark of marks.get(data.current) ?? []) mark.setAttribute("aria-current", "true");
  first?.[0].scrollIntoView({ block: "center" });
}

const fact = (name, ...value) => h("div", {}, h("dt", {}, name), h("dd", { dir: "auto" }, value));

function facts(data, file) {
  return h(
    "dl",
    { class: "facts" },
    data.url && fact("From", data.url),
    fact("Kept", time(data.at, true), ` by ${data.by}`),
    fact("File", `${data.name}, ${data.media_type}, ${data.size.toLocaleString("en")} bytes`),
    fact("SHA-256", h("span", { class: "hash" }, data.sha256)),
    fact("", h("a", { href: file, download: data.name }, "Save the original file")),
  );
}

function cite(one, marks) {
  const go = () => marks.get(one.id)?.[0].scrollIntoView({ block: "center" });
  return h(
    "li",
    {},
    h("span", { dir: "auto" }, `Evidence for “${one.label}”`),
    one.found
      ? button({ class: "b small", "aria-label": `Show the passage for ${one.label}`, onclick: go }, "Show it")
      : one.found === false && h("span", { class: "is-disputed" }, "▲ its words are not in the text that was read"),
  );
}
