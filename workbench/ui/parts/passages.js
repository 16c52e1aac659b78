// The evidence of a claim: each passage with its source, its figure held against the claim's, its kept page and its link.

import { button, h, plural, set } from "./dom.js";
import { at } from "./addresses.js";
import { keepPage, lookAt } from "./acts.js";
import { desk } from "./state.js";
import { tell } from "./live.js";
import { buildActs } from "./passage_acts.js";
import { time } from "./times.js";

const STANCES = {
  supports: ["+ supports", "verified"],
  refutes: ["− refutes", "disputed"],
  context: ["· gives context", "open"],
};
const FIGURES = {
  agrees: ["✓", "is-verified"],
  allows: ["≈", "is-open"],
  differs: ["▲", "is-disputed"],
  "other unit": ["▲", "is-disputed"],
  "other date": ["▲", "is-disputed"],
  "no figure": ["·", "is-open"],
};
const AGAIN = 700;
const LONG = 350;

export function buildPassages() {
  return { root: h("div"), shown: new Map(), timer: null };
}

// A passage that did not change keeps its element, so that what is typed in it stays and focus does not jump.
export function paintPassages(view, evidence, more) {
  const before = view.shown;
  view.shown = new Map();
  for (const one of evidence) {
    const told = JSON.stringify(one);
    const entry = before.get(one.id) ?? { root: h("div"), acts: buildActs(one.id) };
    if (entry.told !== told) {
      entry.told = told;
      entry.acts.take(one, outside(one).filter(Boolean));
      set(entry.root, "class", `ev ${STANCES[one.stance][1]}`);
      entry.root.replaceChildren(...passage(one), entry.acts.root);
    }
    view.shown.set(one.id, entry);
  }
  const roots = [...view.shown.values()].map((entry) => entry.root);
  if (roots.length !== view.root.children.length || roots.some((root, place) => view.root.children[place] !== root))
    view.root.replaceChildren(...roots);
  clearTimeout(view.timer);
  // Something is under way at the desk: ask again until it is done.
  if (more || evidence.some((one) => one.waits)) view.timer = setTimeout(again, AGAIN);
}

// Whose role allows it is offered what can be done with a passage; who that is may be known after the passages are.
export function offerActs(view) {
  for (const { acts } of view.shown.values()) set(acts.root, "hidden", !desk.me?.cites);
}

function again() {
  desk.cardOld = true;
  tell();
}

export function endPassages(view) {
  clearTimeout(view.timer);
}

export function counted(evidence, origins) {
  return evidence.length ? `${plural(evidence.length, "source")}, ${plural(origins, "origin")}` : "none yet";
}

function passage(one) {
  const [words, look] = STANCES[one.stance];
  const [before, figure, after] = one.words;
  return [
    h(
      "p",
      { class: "h" },
      h("b", { class: `is-${look}` }, words),
      h("a", { class: "source", dir: "auto", href: at(`sources?source=${one.source_id}`).href, target: "_blank", rel: "noopener" }, one.source),
      h("span", { class: "quiet", dir: "auto" }, one.origin ? `${one.tier} · goes back to ${one.origin}` : one.tier),
    ),
    h("blockquote", { dir: "auto", ...reach(one.words.join("")) }, before, figure && h("b", { class: "held" }, figure), after),
    h(
      "p",
      { class: "f" },
      one.figure && figureSays(one.figure),
      one.locator && h("span", { dir: "auto" }, one.locator),
      one.page && kept(one),
      one.missing && h("span", { class: "is-disputed" }, "▲ its words are not in the kept page"),
      one.link && linkSays(one.link),
      one.serves > 1 && h("span", {}, `also for ${plural(one.serves - 1, "claim")}`),
      h("span", {}, "added ", time(one.at), ` by ${one.by}`),
    ),
    one.trouble && !closed.has(`${one.id} ${one.trouble}`) && notice(one),
  ];
}

// What a page or link could not be done for is said until it is read and closed, or until it was done after all.
const closed = (globalThis.__factDeskTroublesClosed ??= new Set());

function notice(one) {
  const close = () => {
    closed.add(`${one.id} ${one.trouble}`);
    note.remove();
  };
  const note = h("p", { class: "note", role: "alert" }, h("span", {}, one.trouble), " ", button({ class: "b bare", onclick: close }, "Close notice"));
  return note;
}

// What asks another machine, and only when pressed.
const outside = (one) => [
  one.url && !one.page && wait(one.keeping, "Keep the page", "Keeping the page…", () => afresh(one, () => keepPage(one.claim, one.id))),
  one.url &&
    wait(one.looking, "Does the link still answer?", "Looking at the link…", () => afresh(one, () => lookAt(one.claim, [one.source_id]))),
];

// A second try may fail for the same reason, and that is news again.
function afresh(one, act) {
  closed.delete(`${one.id} ${one.trouble}`);
  act();
}

// A passage too long for its place is scrolled, by keyboard too.
export const reach = (words) =>
  words.length > LONG || words.split("\n").length > 6 ? { tabindex: "0", role: "group", "aria-label": "The passage" } : {};

function wait(under, name, meanwhile, act) {
  return under
    ? h("span", { class: "tag wait", role: "status" }, meanwhile)
    : button({ class: "b bare link", onclick: act }, name);
}

function figureSays({ outcome, says }) {
  const [mark, look] = FIGURES[outcome];
  return h("span", { class: look, dir: "auto" }, `${mark} ${says}`);
}

function kept({ id, page }) {
  const address = at(`kept?page=${page.id}&evidence=${id}`);
  return [
    h("span", {}, h("a", { href: address.href, target: "_blank", rel: "noopener" }, "kept ", time(page.at))),
    h("span", { class: "hash", title: `SHA-256 ${page.sha256}` }, `sha-256 ${page.sha256.slice(0, 4)}…${page.sha256.slice(-4)}`),
  ];
}

export function linkSays({ alive, says, since }) {
  return alive
    ? h("span", {}, "link answered ", time(since), says === "200" ? "" : `: ${says}`)
    : h("span", { class: "is-disputed" }, "▲ link dead since ", time(since), `: ${says}`);
}
