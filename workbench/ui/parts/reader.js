// The left side of the review desk: headline, whether the story may run, the strip, the text, the keys.

import { button, h, number, plural, say, set } from "./dom.js";
import { allStandings, counts } from "./standing.js";
import { desk, takeStory, watch } from "./state.js";
import { go } from "./acts.js";
import { listen } from "./keys.js";
import { fallSilent, othersOn, speakFor, tell } from "./live.js";
import { buildKeys } from "./help.js";
import { buildStory, follow, paintMarks } from "./story.js";
import { buildSelecting } from "./selecting.js";
import { buildStrip, paintStrip } from "./strip.js";
import { SIGNS } from "./words.js";

const IN_THE_WAY = [
  ["open", "open"],
  ["provisional", "provisional"],
  ["contested", "contested"],
  ["second", "second check"],
  ["disputed", "disputed"],
];
const DONE = [
  ["verified", "verified"],
  ["sourced", "sourced"],
  ["dismissed", "dismissed"],
];

export function build({ parentElement, setTriggerValue }) {
  const view = skeleton();
  parentElement.append(view.root);
  const memory = { marks: new Map(), texts: new Map(), cells: new Map(), shown: null };
  const paint = () => paintAll(view, memory);
  const leave = watch(paint);
  listen();
  buildStrip(view.strip, desk.claims, () => {
    paint();
    view.strip.querySelector("[tabindex='0']")?.focus();
  });
  view.root.addEventListener("click", (event) => {
    const mark = event.target.closest("mark");
    if (mark) go(Number(mark.dataset.claimId));
  });
  const leaveSelecting = buildSelecting(view.root, view.story, view.title);
  const runAnew = () => setTriggerValue("fresh", Date.now());
  view.report.onclick = () => setTriggerValue("report", desk.article);
  desk.onDesk = true;
  return {
    take({ data }) {
      desk.goOn = () => setTriggerValue("onward", { leaving: data.article, at: Date.now() });
      if (memory.shown !== data.version) takeWhole(data, view, memory);
      speakFor(runAnew);
      paint();
    },
    end() {
      leave();
      leaveSelecting();
      fallSilent(runAnew);
      desk.goOn = desk.going = null;
      desk.onDesk = false;
    },
  };
}

function skeleton() {
  const view = {
    by: h("span"),
    others: h("span", { class: "others", role: "status" }),
    title: h("h1", { dir: "auto" }),
    says: h("p", { class: "say" }),
    done: h("p", { class: "done" }),
    strip: h("div", { class: "strip", role: "group", "aria-label": "Claims in story order" }),
    story: h("article", { class: "story", "aria-label": "Text of the story" }),
    report: button({ class: "b main small" }, "Make the report"),
  };
  view.run = h("div", { class: "run" }, view.says, h("div", { class: "map" }, view.strip, view.done));
  view.root = h(
    "section",
    { class: "fd reader", "aria-label": "Story" },
    h("p", { class: "by" }, view.by, view.others),
    view.title,
    view.run,
    view.story,
    ...buildKeys(),
  );
  return view;
}

function takeWhole(data, view, memory) {
  const fresh = memory.shown === null;
  memory.shown = data.version;
  takeStory(data, fresh || desk.article !== data.article ? data.asked : undefined);
  memory.marks.clear();
  memory.texts.clear();
  memory.cells.clear();
  memory.fresh = true;
  memory.others = null;
  say(view.by, data.by);
  buildStory(view.title, data.title, "span", memory.marks);
  buildStory(view.story, data.paragraphs, "p", memory.marks);
}

// Before the first word on how claims stand there is nothing to choose the first open one by.
function choose() {
  if (desk.current !== null || !desk.claims.length || !desk.states.size) return;
  const standings = allStandings();
  desk.current = (desk.claims.find((claim) => standings.get(claim.id).shown === "open") ?? desk.claims[0]).id;
  tell();
}

function paintAll(view, memory) {
  choose();
  const standings = allStandings();
  const claims = [...desk.byId.values()];
  desk.openLeft = !desk.states.size || claims.some(({ id }) => standings.get(id).shown === "open");
  paintMarks(memory.marks, claims, standings, desk.current, memory.texts);
  paintStrip(view.strip, claims, standings, desk.current, memory.cells);
  paintOthers(view, memory);
  paintRun(view, counts(standings), claims.length);
  if (desk.follow || (memory.fresh && desk.states.size)) follow(memory.marks.get(desk.current));
  if (desk.states.size) memory.fresh = false;
  desk.follow = false;
}

// Two people on one claim see each other: in words on top, and at the claim itself.
function paintOthers(view, memory) {
  const words = desk.others.map(({ name, claim }) => {
    const place = desk.byId.get(claim)?.place;
    return place === undefined ? `${name} is here` : `${name} is on ${number(place + 1)}`;
  });
  say(view.others, words.length ? `● ${words.join(", ")}` : "");
  const there = JSON.stringify(desk.others);
  if (memory.others === there) return;
  memory.others = there;
  for (const [id, marks] of memory.marks) for (const mark of marks) set(mark, "data-with", othersOn(id).join(", ") || null);
}

function paintRun(view, found, total) {
  const way = IN_THE_WAY.filter(([state]) => found[state]);
  const state = JSON.stringify([found, total, desk.states.size > 0, desk.me?.exports]);
  if (view.run.dataset.state === state) return;
  view.run.dataset.state = state;
  set(view.strip.parentElement, "hidden", !total);
  if (!total)
    return view.says.replaceChildren(
      h("b", {}, "No claims found in this story."),
      h("span", { class: "quiet" }, "There is nothing to judge. Read it once by eye."),
    );
  if (!desk.states.size)
    return view.says.replaceChildren(h("span", { class: "quiet" }, "Loading where each claim stands"));
  const ready = !way.length;
  view.says.replaceChildren(
    ready
      ? h("b", { class: "is-verified" }, `All ${number(total)} settled. This may run.`)
      : h("b", {}, "Not ready to run"),
    ...way.map(([name, word]) =>
      h(
        "span",
        { class: `is-${name}` },
        `${SIGNS[name]} ${name === "second" ? plural(found[name], word) : `${number(found[name])} ${word}`}`,
      ),
    ),
    ...(ready && desk.me?.exports ? [view.report] : []),
  );
  view.done.replaceChildren(
    ...DONE.filter(([name]) => found[name]).map(([name, word]) =>
      h("span", { class: `is-${name}` }, `${SIGNS[name]} ${number(found[name])} ${word}`),
    ),
  );
}
