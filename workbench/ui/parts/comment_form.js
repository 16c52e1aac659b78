// A few words to the others about this claim. What is typed waits with its claim while the reader walks on.

import { button, h, key, set } from "./dom.js";
import { desk } from "./state.js";
import { comment } from "./acts.js";

export function buildComment() {
  const view = { claim: null, open: false };
  view.text = h("textarea", {
    rows: "2",
    maxlength: "20000",
    "aria-label": "Comment",
    placeholder: "What the others should know. @name calls somebody",
    oninput: () => {
      desk.remarks.set(view.claim, view.text.value);
      paintCalls(view);
    },
    onkeydown: (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send(view);
    },
  });
  view.calls = h("p", { class: "calls", role: "group", "aria-label": "People to call" });
  view.root = h(
    "form",
    {
      class: "remark",
      "aria-label": "Comment on the claim",
      hidden: true,
      onsubmit: (event) => {
        event.preventDefault();
        send(view);
      },
    },
    view.text,
    view.calls,
    h(
      "div",
      { class: "go" },
      h("button", { type: "submit", class: "b small" }, "Send comment"),
      button({ class: "b bare", onclick: () => show(view, false) }, "Cancel"),
      h("span", { class: "quiet small end" }, key("Ctrl"), " ", key("↵"), " sends it"),
    ),
  );
  desk.writeComment = () => show(view, true);
  return { root: view.root, paint: (claim) => paint(view, claim) };
}

function show(view, open) {
  view.open = open;
  paint(view, desk.byId.get(desk.current));
  if (open) view.text.focus();
}

function send(view) {
  if (!view.text.value.trim()) return view.text.focus();
  comment(view.claim, view.text.value);
  desk.remarks.delete(view.claim);
  show(view, false);
}

function paint(view, claim) {
  if (!claim) return;
  if (view.claim !== claim.id) view.open = desk.remarks.has(claim.id);
  view.claim = claim.id;
  const text = desk.remarks.get(claim.id) ?? "";
  if (view.text.value !== text) view.text.value = text;
  set(view.root, "hidden", !view.open);
  paintCalls(view);
}

// Whose name begins with what stands after the last @; one press puts the handle in.
function paintCalls(view) {
  const before = view.text.value.slice(0, view.text.selectionStart ?? view.text.value.length);
  const typed = /(?:^|\s)@([\w.-]*)$/.exec(before)?.[1]?.toLowerCase();
  const fits = typed === undefined ? [] : desk.people.filter(({ handle, name }) => match(typed, handle, name));
  view.calls.replaceChildren(
    ...fits.slice(0, 6).map(({ handle, name }) =>
      button(
        {
          class: "b small",
          onclick: () => {
            const rest = view.text.value.slice(before.length);
            view.text.value = `${before.slice(0, before.length - typed.length)}${handle} ${rest}`;
            desk.remarks.set(view.claim, view.text.value);
            view.text.focus();
            paintCalls(view);
          },
        },
        h("bdi", {}, name),
      ),
    ),
  );
}

const match = (typed, handle, name) =>
  handle.toLowerCase().startsWith(typed) ||
  name
    .toLowerCase()
    .split(/\s+/)
    .some((word) => word.startsWith(typed));
