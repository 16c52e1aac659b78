// What narrows a view down: one choice of each, as native lists, so that they work by keyboard everywhere.

import { h, set } from "./dom.js";
import { KIND_NAMES } from "./words.js";

const STATUS = [
  ["open", "open"],
  ["reopened", "reopened"],
  ["in_review", "in review"],
  ["provisional", "provisional"],
  ["second", "second check"],
  ["contested", "contested"],
  ["settled", "settled"],
  ["dismissed", "dismissed"],
];
const DUE = [
  ["late", "late"],
  ["today", "today"],
  ["tomorrow", "tomorrow"],
  ["none", "no time set"],
];
const ORDER = [
  ["", "risk, then worth"],
  ["due", "due, then risk"],
  ["newest", "newest first"],
  ["story", "story by story"],
];

export function buildFilters(room) {
  const choices = {
    kind: choice(room, "kind", "Kind", "any"),
    status: choice(room, "status", "Status", "any"),
    story: choice(room, "story", "Story", "any"),
    person: choice(room, "person", "Person", "anyone"),
    due: choice(room, "due", "Due", "any"),
    order: choice(room, "order", "Order", null),
  };
  const day = h("input", { type: "date", "aria-label": "Published on", onchange: () => room.ask({ day: day.value }) });
  const root = h(
    "div",
    { class: "filt", role: "group", "aria-label": "Filters" },
    ...Object.entries(choices).map(([name, one]) => (name === "order" ? null : one.label)).filter(Boolean),
    h("label", {}, h("span", {}, "Published"), day),
    choices.order.label,
  );
  root.paint = ({ query, titles, people }) => {
    choices.kind.fill(KIND_NAMES, query.kind);
    choices.status.fill(STATUS, query.status);
    choices.story.fill(titles, query.story);
    choices.person.fill([["me", "me"], ["nobody", "nobody"], ["somebody", "somebody"], ...people], query.person);
    choices.due.fill(DUE, query.due);
    choices.order.fill(ORDER, query.order);
    if (day.value !== (query.day ?? "") && document.activeElement !== day) day.value = query.day ?? "";
    set(day.parentElement, "data-on", query.day ? "1" : null);
  };
  return root;
}

function choice(room, name, word, any) {
  const select = h("select", { "aria-label": word, onchange: () => room.ask({ [name]: select.value }) });
  const label = h("label", {}, h("span", {}, word), select);
  let shown = "";
  const fill = (options, value = "") => {
    const whole = any === null ? options : [["", any], ...options];
    const state = JSON.stringify(whole);
    if (state !== shown) {
      shown = state;
      select.replaceChildren(...whole.map(([key, says]) => h("option", { value: key }, short(says))));
    }
    if (select.value !== String(value)) select.value = String(value);
    set(label, "data-on", value ? "1" : null);
  };
  return { label, fill };
}

const short = (text) => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
