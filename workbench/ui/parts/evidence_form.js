// The form for one evidence. What is typed belongs to the claim it was typed for and waits there while the reader walks on.

import { button, h, set } from "./dom.js";
import { desk, changed } from "./state.js";
import { addEvidence } from "./acts.js";

const EMPTY = { source: "", stance: "supports", words: "", locator: "", tier: "secondary", origin: "", url: "" };
const STANCES = [
  ["supports", "supports it"],
  ["refutes", "refutes it"],
  ["context", "gives context"],
];
const TIERS = [
  ["primary", "primary: the thing itself"],
  ["secondary", "secondary: reports on it"],
  ["tertiary", "tertiary: sums up reports"],
];

let made = 0;

export function buildForm() {
  const view = { inputs: {}, claim: null, names: null };
  const suggestions = `fd-sources-${++made}`;
  const text = (name, label, attributes = {}) =>
    field(view, name, label, h("input", { type: "text", autocomplete: "off", ...attributes }));
  view.names = h("datalist", { id: suggestions });
  view.problem = h("p", { class: "note", role: "alert", hidden: true });
  view.about = h("h4", { tabindex: "-1" });
  view.root = h(
    "form",
    { class: "evidence", "aria-label": "New evidence", hidden: true, onsubmit: (event) => submit(event, view) },
    view.about,
    view.names,
    text("source", "Source", { list: suggestions, maxlength: "500", placeholder: "Outlet, body, data set or person" }),
    h(
      "div",
      { class: "pair" },
      field(view, "stance", "Stance", options(STANCES)),
      field(view, "tier", "Tier", options(TIERS)),
    ),
    field(
      view,
      "words",
      "Exact words",
      h("textarea", { rows: "3", maxlength: "20000", placeholder: "As the source says it" }),
    ),
    h(
      "div",
      { class: "pair" },
      text("locator", "Where in it", { maxlength: "500", placeholder: "page, paragraph, time" }),
      text("origin", "Goes back to", { maxlength: "500", placeholder: "who it has it from" }),
    ),
    text("url", "Address", { maxlength: "2000", placeholder: "https://" }),
    view.problem,
    h(
      "div",
      { class: "go" },
      h("button", { type: "submit", class: "b main" }, "Keep evidence"),
      button({ class: "b", onclick: () => close(view) }, "Cancel"),
    ),
  );
  return { root: view.root, paint: (claim, sources) => paint(view, claim, sources) };
}

function field(view, name, label, input) {
  view.inputs[name] = input;
  input.addEventListener("input", () => {
    desk.forms.set(view.claim, { ...(desk.forms.get(view.claim) ?? EMPTY), [name]: input.value });
  });
  return h("label", { class: "field" }, h("span", {}, label), input);
}

const options = (choices) =>
  h(
    "select",
    {},
    choices.map(([value, label]) => h("option", { value }, label)),
  );

function paint(view, claim, sources) {
  const open = desk.openForm === claim.id;
  set(view.root, "hidden", !open);
  if (!open) return;
  const typed = desk.forms.get(claim.id) ?? EMPTY;
  for (const [name, input] of Object.entries(view.inputs)) if (input.value !== typed[name]) input.value = typed[name];
  if (view.claim !== claim.id) set(view.problem, "hidden", true);
  view.claim = claim.id;
  view.about.textContent = `New evidence for “${claim.label}”`;
  if (view.sources !== sources) view.names.replaceChildren(...sources.map((name) => h("option", { value: name })));
  view.sources = sources;
  // Reached by its heading, not by a field: a key typed right after must not end up as text.
  if (desk.reachForm) view.about.focus({ preventScroll: false });
  desk.reachForm = false;
}

function submit(event, view) {
  event.preventDefault();
  const typed = desk.forms.get(view.claim) ?? EMPTY;
  const fields = Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, value.trim()]));
  const missing = [!fields.source && "the source", !fields.words && "its exact words"].filter(Boolean);
  view.problem.textContent = missing.length ? `Evidence needs ${missing.join(" and ")}.` : "";
  set(view.problem, "hidden", !missing.length);
  if (missing.length) return view.inputs[fields.source ? "words" : "source"].focus();
  addEvidence(view.claim, fields);
  close(view);
}

function close(view) {
  desk.forms.delete(view.claim);
  desk.openForm = null;
  changed();
}
