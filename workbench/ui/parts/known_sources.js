// Sources of the library that fit what is typed, under the field: a press fills the whole source in.

import { button, h, set } from "./dom.js";
import { ask } from "./addresses.js";

const PAUSE = 150;

export function buildKnownSources(input, choose) {
  const view = { timer: null, asked: "", root: h("ul", { class: "offers", "aria-label": "From the library", hidden: true }) };
  view.status = h("span", { class: "hide", role: "status" });
  input.addEventListener("input", () => later(view, input.value, choose, input));
  input.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" || view.root.hidden) return;
    event.preventDefault();
    view.root.querySelector("button").focus();
  });
  view.root.addEventListener("keydown", (event) => walk(view, event, input));
  return { parts: [view.root, view.status], clear: () => offer(view, [], choose, input) };
}

function later(view, words, choose, input) {
  clearTimeout(view.timer);
  view.asked = words.trim();
  if (!view.asked) return offer(view, [], choose, input);
  view.timer = setTimeout(async () => {
    const found = await ask(`evidence/sources?words=${encodeURIComponent(view.asked)}`);
    if (view.asked === words.trim()) offer(view, Array.isArray(found) ? found : [], choose, input);
  }, PAUSE);
}

function offer(view, found, choose, input) {
  view.root.replaceChildren(
    ...found.map((one) =>
      h(
        "li",
        {},
        button(
          {
            class: "b bare",
            onclick: () => {
              clearTimeout(view.timer);
              view.asked = "";
              offer(view, [], choose, input);
              choose(one);
            },
          },
          h("b", { dir: "auto" }, one.source),
          h("span", { class: "quiet", dir: "auto" }, described(one)),
        ),
      ),
    ),
  );
  set(view.root, "hidden", !found.length);
  view.status.textContent = found.length ? `${found.length} in the library; arrow down goes to them` : "";
}

const described = ({ tier, origin, url, cited }) =>
  [tier, origin && `goes back to ${origin}`, url.replace(/^https?:\/\//, "").slice(0, 60), `cited ${cited}×`]
    .filter(Boolean)
    .join(" · ");

function walk(view, event, input) {
  const all = [...view.root.querySelectorAll("button")];
  const place = all.indexOf(document.activeElement);
  const to = { ArrowDown: all[place + 1], ArrowUp: all[place - 1] ?? input, Escape: input }[event.key];
  if (!to) return;
  event.preventDefault();
  event.stopPropagation();
  to.focus();
}
