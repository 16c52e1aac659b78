// The small dialogs of the queue: who shall check, when a story runs, what a view is called.

import { button, h, say, set } from "./dom.js";

const FOR = [
  ["", "as usual: 2 hours, or until it runs"],
  ["30", "30 minutes"],
  ["60", "1 hour"],
  ["240", "4 hours"],
  ["1440", "a day"],
];

export function buildDialogs(room) {
  const parts = [assigning(room), scheduling(room), naming(room)];
  const [assign, schedule, view] = parts;
  return {
    elements: parts.map((part) => part.dialog),
    assign: (claim) => claim && !claim.done && room.data.me.takes && assign.open(claim),
    schedule: schedule.open,
    view: view.open,
    paint: assign.paint,
  };
}

function frame(title, ...children) {
  const heading = h("h2", { tabindex: "-1" }, title);
  const dialog = h("dialog", { class: "small", "aria-label": title }, heading, ...children);
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  return { dialog, heading };
}

function assigning(room) {
  let claim = null;
  const what = h("p", { class: "what", dir: "auto" });
  const one = h("input", { type: "radio", name: "fd-assign-what", checked: true });
  const all = h("input", { type: "radio", name: "fd-assign-what" });
  const of = h("span", { dir: "auto" });
  const people = h("select", { "aria-label": "Person" });
  const until = h("select", { "aria-label": "For how long" }, FOR.map(([key, says]) => h("option", { value: key }, says)));
  const subject = () => (all.checked ? { article: claim.article } : { claim: claim.id });
  const give = (to) => () => {
    room.act({ do: "give", to, minutes: until.value ? Number(until.value) : null, ...subject() });
    dialog.close();
  };
  const back = button(
    {
      class: "b",
      onclick: () => {
        room.act({ do: "back", ...subject() });
        dialog.close();
      },
    },
    "Hand it back",
  );
  const others = h(
    "div",
    { class: "line" },
    h("label", {}, h("span", { class: "hide" }, "Somebody by name"), people),
    button({ class: "b", onclick: () => people.value && give(Number(people.value))() }, "Give it to them"),
  );
  const free = button({ class: "b", onclick: give("free") }, "Whoever is free");
  const me = button({ class: "b main", onclick: give("me") }, "Take it myself");
  const { dialog } = frame(
    "Assign",
    what,
    h("div", { class: "line", role: "radiogroup", "aria-label": "What" }, h("label", {}, one, "This claim"), h("label", {}, all, h("span", {}, "The whole story ", of))),
    h("label", { class: "line" }, h("span", { class: "quiet" }, "Until"), until),
    h("div", { class: "line" }, me, free),
    others,
    h("div", { class: "line foot" }, back, button({ class: "b bare", onclick: () => dialog.close() }, "Cancel")),
  );
  const paint = () => {
    const state = JSON.stringify(room.data.people);
    if (people.dataset.state === state) return;
    people.dataset.state = state;
    people.replaceChildren(...room.data.people.map(([id, name]) => h("option", { value: id }, name)));
  };
  const open = (chosen) => {
    claim = chosen;
    one.checked = true;
    until.value = "";
    say(what, `${claim.label}${claim.mine ? " (yours)" : claim.with ? ` (with ${claim.with})` : ""}`);
    say(of, `“${claim.title.slice(0, 80)}”`);
    set(free, "hidden", !room.data.me.assigns);
    set(others, "hidden", !room.data.me.assigns || !room.data.people.length);
    set(back, "hidden", !(claim.mine || (claim.with && room.data.me.assigns)));
    set(me, "hidden", claim.mine);
    dialog.showModal();
    (claim.mine ? back : me).focus();
  };
  return { dialog, open, paint };
}

function scheduling(room) {
  let story = null;
  const what = h("p", { class: "what", dir: "auto" });
  const at = h("input", { type: "datetime-local", "aria-label": "Runs at" });
  const keep = (when) => {
    room.act({ do: "schedule", article: story.id, at: when });
    dialog.close();
  };
  const away = button({ class: "b", onclick: () => keep(null) }, "No time");
  const form = h(
    "form",
    {},
    what,
    h("label", { class: "line" }, h("span", { class: "quiet" }, "Runs at"), at),
    h(
      "div",
      { class: "line foot" },
      h("button", { type: "submit", class: "b main" }, "Set the time"),
      away,
      button({ class: "b bare", onclick: () => dialog.close() }, "Cancel"),
    ),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    // What is typed is the reader's own time; the server is told the moment.
    if (at.value) keep(new Date(at.value).toISOString());
  });
  const { dialog } = frame("When it runs", form);
  const open = (chosen) => {
    story = chosen;
    say(what, story.title);
    at.value = local(story.runs ? new Date(story.runs) : new Date(Date.now() + 2 * 3600e3));
    set(away, "hidden", !story.runs);
    dialog.showModal();
    at.focus();
  };
  return { dialog, open };
}

const local = (moment) => new Date(moment.getTime() - moment.getTimezoneOffset() * 60e3).toISOString().slice(0, 16);

function naming(room) {
  let view = null;
  const name = h("input", { type: "text", maxlength: "100", required: true, "aria-label": "Name of the view" });
  const away = button(
    {
      class: "b",
      onclick: () => {
        room.act({ do: "throw", view: view.id });
        dialog.close();
      },
    },
    "Throw it away",
  );
  const form = h(
    "form",
    {},
    h("label", { class: "line" }, h("span", { class: "quiet" }, "Name"), name),
    h(
      "div",
      { class: "line foot" },
      h("button", { type: "submit", class: "b main" }, "Keep the view"),
      away,
      button({ class: "b bare", onclick: () => dialog.close() }, "Cancel"),
    ),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const called = name.value.trim();
    if (!called) return;
    room.act(view ? { do: "rename", view: view.id, name: called } : { do: "save", name: called, query: room.data.query });
    dialog.close();
  });
  const { dialog } = frame("A view of your own", form);
  const open = (chosen) => {
    view = chosen;
    name.value = view?.name ?? "";
    set(away, "hidden", !view);
    dialog.showModal();
    name.focus();
  };
  return { dialog, open };
}
