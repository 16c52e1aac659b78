// The queue's room: search, views and filters on top, stories beside, claims in the order in which to check them.

import { button, capped, h, key, number, say, set } from "./dom.js";
import { buildDialogs } from "./queue_dialogs.js";
import { buildFilters } from "./queue_filters.js";
import { buildViews } from "./queue_views.js";
import { claimRow, heads, storyLine } from "./queue_rows.js";
import { buildHere } from "./queue_here.js";
import { inDialog } from "./connection.js";
import { keyList } from "./help.js";
import { QUEUE_KEYS } from "./words.js";

const FIELDS =
  "input, textarea, select, [contenteditable=''], [contenteditable=true], [role=textbox], [role=combobox]";
const PAGE = 50;

// Where each page began that was turned in this view, so that one can turn back. Lost with a reload, as is no harm.
const turned = (globalThis.__factDeskTurned ??= { view: "", starts: [] });

export function build({ parentElement }) {
  const room = { data: null, at: null, rows: new Map(), shown: {} };
  skeleton(room);
  parentElement.append(room.root);
  const pressed = (event) => onKey(room, event);
  addEventListener("keydown", pressed, true);
  const here = buildHere(room, (claim) => repaint(room, claim));
  return {
    take({ data, setTriggerValue }) {
      room.trigger = setTriggerValue;
      room.data = data;
      paint(room);
      here.take(data.head);
    },
    end() {
      here.end();
      removeEventListener("keydown", pressed, true);
    },
  };
}

function skeleton(room) {
  room.ask = (fields) => room.trigger("ask", { ...room.data.query, after: "", ...fields });
  room.only = (query) => room.trigger("ask", query);
  room.act = (act) => room.trigger("act", { ...act, key: `${performance.now()}` });
  room.choose = (id) => choose(room, id);
  room.open = (where) => room.trigger("opened", where);
  room.search = h("input", {
    type: "search",
    "aria-label": "Search claims, stories, people",
    placeholder: "Search claims, stories, people",
    maxlength: "200",
    enterkeyhint: "search",
  });
  room.search.addEventListener("search", () => !room.search.value && room.data.query.q && room.ask({ q: "" }));
  const form = h("form", { class: "find", role: "search" }, room.search, key("/"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    room.ask({ q: room.search.value.trim() });
  });
  room.note = h("p", { class: "said", role: "status" });
  room.views = buildViews(room);
  room.filters = buildFilters(room);
  room.stories = h("div", { class: "sts" });
  room.storyCount = h("span", { class: "quiet small num" });
  room.count = h("span", { class: "quiet small num" });
  room.first = button({ class: "b main small", onclick: () => openFirst(room) }, key("↵"), "Check the first");
  room.list = h("ol", {});
  room.none = h("div", { class: "none" });
  room.pager = h("span", { class: "pg num" });
  room.dialogs = buildDialogs(room);
  room.keys = keyList(QUEUE_KEYS);
  room.root = h(
    "div",
    { class: "fd queue" },
    h("h1", { class: "hide" }, "Queue"),
    h(
      "div",
      { class: "head" },
      form,
      button({ class: "b in", onclick: () => room.open({ inbox: true }) }, "Hand in a story"),
    ),
    room.views,
    room.filters,
    room.note,
    h(
      "div",
      { class: "two" },
      h(
        "section",
        { class: "stories", "aria-label": "Stories" },
        h("h2", {}, "Stories", room.storyCount, h("span", { class: "end quiet small" }, "soonest first")),
        room.stories,
      ),
      h(
        "section",
        { class: "claims", "aria-label": "Claims" },
        h("h2", {}, "Claims", room.count, h("span", { class: "end" }, room.first)),
        (room.heads = heads()),
        room.list,
        room.none,
        h(
          "p",
          { class: "foot" },
          [
            [["J", "K"], "move"],
            [["↵"], "open"],
            [["A"], "assign"],
            [["/"], "search"],
          ].map(([keys, says]) => h("span", { class: "key" }, keys.map(key), ` ${says}`)),
          button({ class: "b bare key", onclick: () => room.keys.showModal() }, key("?"), "all keys"),
          room.pager,
        ),
      ),
    ),
    ...room.dialogs.elements,
    room.keys,
  );
}

// Only what differs is drawn anew: an untouched list keeps its focus and its place on the screen.
function differs(room, name, value) {
  const state = JSON.stringify(value);
  if (room.shown[name] === state) return false;
  room.shown[name] = state;
  return true;
}

function paint(room) {
  const { data } = room;
  if (differs(room, "q", data.query.q ?? "") && document.activeElement !== room.search)
    room.search.value = data.query.q ?? "";
  say(room.note, data.note);
  set(room.note, "hidden", !data.note);
  set(room.note, "class", data.note.startsWith("Not done") ? "said is-disputed" : "said quiet");
  room.views.paint(data);
  room.filters.paint(data);
  room.dialogs.paint();
  if (differs(room, "stories", data.stories)) {
    say(room.storyCount, number(data.stories.length));
    room.stories.replaceChildren(
      ...(data.stories.length
        ? data.stories.map((story) => storyLine(room, story))
        : [h("p", { class: "quiet say" }, "No story has a time set or anything left to check.")]),
    );
  }
  if (differs(room, "claims", [data.claims, data.query])) paintClaims(room);
  paintCount(room);
  // Says to whoever waits for it which question is answered here.
  set(room.root, "data-asked", JSON.stringify(data.query));
}

function paintClaims(room) {
  const { data } = room;
  const focused = room.list.contains(document.activeElement);
  room.rows = new Map(data.claims.map((claim) => [claim.id, claimRow(room, claim)]));
  room.list.replaceChildren(...room.rows.values());
  const wanted = [room.at, data.at].find((id) => room.rows.has(id));
  choose(room, wanted ?? data.claims[0]?.id ?? null, focused);
  for (const part of [room.first, room.heads]) set(part, "hidden", !data.claims.length);
  room.none.replaceChildren(...(data.claims.length ? [] : nothing(room)));
}

// One row as it stands now, where somebody did something to its claim; what has the focus keeps it.
function repaint(room, claim) {
  const old = room.rows.get(claim.id);
  if (!old) return;
  const held = old.contains(document.activeElement) ? (document.activeElement.matches("a") ? "a" : "button") : null;
  const row = claimRow(room, claim);
  set(row, "aria-current", old.getAttribute("aria-current"));
  old.replaceWith(row);
  room.rows.set(claim.id, row);
  room.data.claims = room.data.claims.map((one) => (one.id === claim.id ? claim : one));
  // The next page from the server is compared with what is on screen.
  room.shown.claims = JSON.stringify([room.data.claims, room.data.query]);
  if (held) (row.querySelector(held) ?? row.querySelector("a")).focus({ preventScroll: true });
}

const NOTHING = {
  open: "Nothing open. Every claim has been judged.",
  mine: "Nothing is yours at the moment. Take a claim with A, or look at All open.",
  unassigned: "Everything open is with somebody.",
  second: "Nothing needs a second check.",
  contested: "Nothing contested.",
  today: "Nothing runs today that is still open.",
};

function nothing(room) {
  const { q, view = "open", ...rest } = room.data.query;
  const narrowed = ["kind", "status", "story", "person", "due", "day"].some((name) => rest[name]);
  if (q)
    return [
      h("p", {}, view === "all" ? "No claim has “" : "No open claim has “", h("b", { dir: "auto" }, q), "” in it."),
      view !== "all" || narrowed
        ? button({ class: "b", onclick: () => room.only({ view: "all", q }) }, "Search settled ones too")
        : button({ class: "b", onclick: () => room.only({}) }, "Show all open"),
    ];
  if (narrowed)
    return [
      h("p", {}, "No claim fits these filters."),
      button({ class: "b", onclick: () => room.only({ view }) }, "Take the filters away"),
    ];
  return [h("p", {}, NOTHING[view] ?? "No claim is on the desk yet. Hand a story in at the inbox.")];
}

function paintCount(room) {
  const { data } = room;
  const view = JSON.stringify({ ...data.query, after: "" });
  if (turned.view !== view) Object.assign(turned, { view, starts: [] });
  if (!data.query.after) turned.starts = [];
  const many = capped(data.total, data.most);
  say(room.count, data.total === 1 ? "1 claim" : `${many} claims`);
  const known = !data.query.after || turned.starts.at(-1) === data.query.after;
  const first = turned.starts.length * PAGE + 1;
  const back = () => {
    turned.starts.pop();
    room.ask({ after: known ? (turned.starts.at(-1) ?? "") : "" });
  };
  const on = () => {
    turned.starts.push(data.after);
    room.ask({ after: data.after });
  };
  room.pager.replaceChildren(
    ...(data.claims.length && known ? [`${number(first)}–${number(first + data.claims.length - 1)} of ${many}`] : []),
    ...(data.query.after || data.after
      ? [
          button({ class: "b small", disabled: !data.query.after, onclick: back }, known ? "Back" : "To the first"),
          button({ class: "b small", disabled: !data.after, onclick: on }, "Next page"),
        ]
      : []),
  );
}

function choose(room, id, focus = false) {
  for (const [key, row] of room.rows) set(row, "aria-current", key === id ? "true" : null);
  room.at = id;
  const row = room.rows.get(id);
  if (!row || !focus) return;
  row.querySelector("a").focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

function step(room, by) {
  const ids = [...room.rows.keys()];
  if (!ids.length) return;
  // The first key goes to where the frame is; only the next one moves it.
  const there = room.list.contains(document.activeElement) ? by : 0;
  const at = Math.min(Math.max(ids.indexOf(room.at) + there, 0), ids.length - 1);
  choose(room, ids[at], true);
}

const current = (room) => room.data.claims.find((claim) => claim.id === room.at);

function openFirst(room) {
  const claim = room.data.claims.find((one) => !one.done) ?? room.data.claims[0];
  if (claim) room.open({ article: claim.article, claim: claim.id });
}

function onKey(room, event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !room.data) return;
  const target = event.composedPath()[0];
  if (target instanceof Element && target.closest(FIELDS)) {
    if (event.key !== "Escape" || !target.closest(".fd.queue .head, .fd.queue .filt")) return;
    // A search field would throw its words away.
    event.preventDefault();
    target.blur();
    return;
  }
  if (inDialog() || (room.data.me.keys === false && event.key !== "?")) return;
  const acts = {
    j: () => step(room, 1),
    k: () => step(room, -1),
    "/": () => room.search.focus(),
    a: () => room.dialogs.assign(current(room)),
    enter: () => openCurrent(room, target),
    "?": () => room.keys.showModal(),
  };
  const act = acts[event.key.toLowerCase()];
  if (!act || act() === false) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

// Enter belongs to a button or link that has the focus; from anywhere else it opens what the frame is on.
function openCurrent(room, target) {
  const claim = current(room);
  if (!claim || (target instanceof Element && target.closest("a, button, summary, [role=button], [role=menuitem]"))) return false;
  room.open({ article: claim.article, claim: claim.id });
  return true;
}
