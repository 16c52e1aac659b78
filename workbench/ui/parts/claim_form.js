// Puts a claim's fields and stretch right, or adds one that the machine missed. One form for both.

import { button, h, set } from "./dom.js";
import { changed, desk } from "./state.js";
import { addClaim, correct } from "./acts.js";
import { BOUNDS, KIND_NAMES } from "./words.js";

const TEXTS = [
  ["amount", "Amount", "13600000000"],
  ["amount_high", "To", "for a range"],
  ["unit", "Unit", "USD, %, week, leader"],
  ["date", "Date", "2022-03-15, 2022-03, 2022-W11"],
  ["speaker", "Speaker", "who says it"],
  ["person", "Person", "name in full"],
  ["role", "Role", "title or description"],
  ["about", "About", "words, parted by commas"],
];
const OF = {
  money: ["amount", "amount_high", "unit", "bound"],
  count: ["amount", "amount_high", "unit", "bound"],
  percent: ["amount", "amount_high", "unit", "bound"],
  measure: ["amount", "amount_high", "unit", "bound"],
  rank: [],
  date: ["date"],
  quote: ["speaker"],
  attributed: ["speaker"],
  identity: ["person", "role"],
  statement: [],
};

export function buildClaimForm() {
  const view = { inputs: {}, rows: {}, shown: null };
  const choice = (choices) => h("select", {}, choices.map(([value, word]) => h("option", { value }, word)));
  const field = (name, label, input) => {
    view.inputs[name] = input;
    input.addEventListener("input", () => note(view, name, input.value));
    return (view.rows[name] = h("label", { class: "field" }, h("span", {}, label), input));
  };
  view.about = h("h4", { tabindex: "-1" });
  view.words = h("p", { class: "sent", dir: "auto" });
  view.move = button({ class: "b small", onclick: () => takeSelection(view) }, "Use the selected words");
  view.why = h("input", { type: "text", maxlength: "500", autocomplete: "off", placeholder: "for the record" });
  view.why.addEventListener("input", () => note(view, "why", view.why.value));
  view.root = h(
    "form",
    { class: "evidence", hidden: true, onsubmit: (event) => submit(event, view) },
    view.about,
    view.words,
    view.move,
    field("label", "Label", h("input", { type: "text", required: true, maxlength: "500", autocomplete: "off" })),
    h("div", { class: "pair" }, field("kind", "Kind", choice(KIND_NAMES)), field("bound", "Bound", choice(BOUNDS))),
    h(
      "div",
      { class: "pair" },
      TEXTS.map(([name, label, hint]) =>
        field(name, label, h("input", { type: "text", maxlength: "500", autocomplete: "off", placeholder: hint })),
      ),
    ),
    (view.reason = h("label", { class: "field" }, h("span", {}, "Why"), view.why)),
    h(
      "div",
      { class: "go" },
      (view.keep = h("button", { type: "submit", class: "b main" }, "Keep")),
      button({ class: "b", onclick: () => cancel() }, "Cancel"),
    ),
  );
  view.inputs.kind.addEventListener("input", () => paintRows(view));
  view.root.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  return { root: view.root, paint: (claim) => paint(view, claim) };
}

export function openClaimForm(place = null) {
  desk.claimForm = place ? { place } : { claim: desk.current };
  desk.reachForm = true;
  changed();
}

function close() {
  desk.claimForm = null;
  changed();
}

function cancel() {
  desk.corrections.delete(desk.claimForm?.claim);
  close();
}

// What was typed into a correction waits with its claim until it is kept or cancelled.
function note(view, name, value) {
  const { claim } = desk.claimForm ?? {};
  if (claim) desk.corrections.set(claim, { ...desk.corrections.get(claim), [name]: value });
}

function paint(view, claim) {
  const form = desk.claimForm;
  if (form?.claim && form.claim !== claim?.id) desk.claimForm = null;
  set(view.root, "hidden", !desk.claimForm);
  if (!desk.claimForm) return (view.shown = null);
  if (view.shown === desk.claimForm) return;
  view.shown = desk.claimForm;
  const adds = !!form.place;
  view.place = form.place ?? null;
  view.start = adds ? { label: form.place.words.slice(0, 120), kind: "statement" } : { ...claim.raw };
  const typed = { ...view.start, ...(adds ? {} : desk.corrections.get(claim.id)) };
  for (const [name, input] of Object.entries(view.inputs)) input.value = typed[name] ?? "";
  view.why.value = typed.why ?? "";
  view.about.textContent = adds ? "A claim that was missed" : `Correct “${claim.label}”`;
  set(view.root, "aria-label", adds ? "Add a claim" : "Correct the claim");
  set(view.move, "hidden", adds);
  set(view.reason, "hidden", adds);
  view.keep.textContent = adds ? "Add the claim" : "Keep the correction";
  view.words.replaceChildren(h("b", {}, adds ? form.place.words : claim.sentence[1]));
  paintRows(view);
  if (desk.reachForm) view.inputs.label.focus();
  desk.reachForm = false;
}

function paintRows(view) {
  const kind = view.inputs.kind.value;
  const has = new Set([...(OF[kind] ?? []), "label", "kind", "about"]);
  for (const [name, row] of Object.entries(view.rows)) set(row, "hidden", !has.has(name));
}

function takeSelection(view) {
  if (!desk.selection) return;
  view.place = desk.selection;
  view.words.replaceChildren(h("b", {}, desk.selection.words));
}

function submit(event, view) {
  event.preventDefault();
  const fields = Object.fromEntries(
    Object.entries(view.inputs)
      .filter(([name]) => !view.rows[name].hidden)
      .map(([name, input]) => [name, input.value.trim()])
      .filter(([name, value]) => (desk.claimForm.place ? value !== "" : value !== (view.start[name] ?? ""))),
  );
  if (desk.claimForm.place) {
    const { inside, start, end } = desk.claimForm.place;
    addClaim({ inside, start, end }, fields);
  } else {
    if (view.place) Object.assign(fields, { start: view.place.start, end: view.place.end });
    if (Object.keys(fields).length) correct(desk.claimForm.claim, fields, view.why.value.trim());
  }
  cancel();
}
