// The form for one evidence. What is typed belongs to the claim it was typed for and waits there while the reader walks on.

import { button, h, key, set } from "./dom.js";
import { ask } from "./addresses.js";
import { desk, changed } from "./state.js";
import { addEvidence, useEvidence } from "./acts.js";
import { buildKnownPassages } from "./known_passages.js";
import { buildKnownSources } from "./known_sources.js";
import { STANCE_NAMES } from "./words.js";

const EMPTY = { source: "", stance: "supports", words: "", locator: "", tier: "secondary", origin: "", url: "" };
const FILES = ".pdf,.docx,.html,.htm,.txt,.md,.csv,.xlsx,.png,.jpg,.jpeg,.gif,.webp";
const TIERS = [
  ["primary", "primary: the thing itself"],
  ["secondary", "secondary: reports on it"],
  ["tertiary", "tertiary: sums up reports"],
];

export function buildForm() {
  const view = { inputs: {}, claim: null };
  const text = (name, label, attributes = {}) =>
    field(view, name, label, h("input", { type: "text", autocomplete: "off", ...attributes }));
  view.problem = h("p", { class: "note", role: "alert", hidden: true });
  view.about = h("h4", { tabindex: "-1" });
  const source = text("source", "Source", { maxlength: "500", placeholder: "Outlet, body, data set or person" });
  view.known = buildKnownSources(view.inputs.source, (one) => fill(view, one));
  view.here = buildKnownPassages((one) => {
    useEvidence(view.claim, one.evidence, one.stance);
    close(view);
  });
  view.save = h("button", { type: "submit", class: "b main" }, "Keep evidence");
  view.root = h(
    "form",
    {
      class: "evidence",
      "aria-label": "New evidence",
      hidden: true,
      onsubmit: (event) => submit(event, view),
      // What was missing is said until something is changed, no longer.
      oninput: () => problem(view, ""),
      onkeydown: (event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) view.root.requestSubmit();
      },
    },
    view.about,
    view.here.root,
    h("div", { class: "over" }, source, view.known.parts),
    h(
      "div",
      { class: "pair" },
      field(view, "stance", "Stance", options(STANCE_NAMES)),
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
    snapshot(view),
    others(view),
    view.problem,
    h(
      "div",
      { class: "go" },
      view.save,
      button({ class: "b", onclick: () => close(view) }, "Cancel"),
      h("span", { class: "quiet small end" }, key("Ctrl"), " ", key("↵"), " keeps it"),
    ),
  );
  return { root: view.root, paint: (claim) => paint(view, claim) };
}

// The page or the file as it is now: kept on this machine, readable when the link has died.
function snapshot(view) {
  view.keep = h("input", { type: "checkbox" });
  view.file = h("input", { type: "file", accept: FILES });
  return h(
    "div",
    { class: "pair" },
    h("label", { class: "tick" }, view.keep, h("span", {}, "Keep the page at this address as it is now")),
    h("label", { class: "field" }, h("span", {}, "Or keep a file"), view.file),
  );
}

function others(view) {
  view.also = h("div", { class: "ticks" });
  view.more = h("details", { class: "here" }, h("summary", {}, "Also evidence for other claims"), view.also);
  return view.more;
}

function field(view, name, label, input) {
  view.inputs[name] = input;
  input.addEventListener("input", () => note(view, { [name]: input.value }));
  return h("label", { class: "field" }, h("span", {}, label), input);
}

const options = (choices) =>
  h(
    "select",
    {},
    choices.map(([value, label]) => h("option", { value }, label)),
  );

const typedFor = (claim) => desk.forms.get(claim) ?? EMPTY;

function note(view, fields) {
  desk.forms.set(view.claim, { ...typedFor(view.claim), ...fields });
}

function fill(view, { source, tier, origin, url }) {
  note(view, { source, tier, origin, url });
  paintFields(view);
  view.inputs.words.focus();
}

function paint(view, claim) {
  const open = desk.openForm === claim.id;
  set(view.root, "hidden", !open);
  if (!open) return;
  const other = view.claim !== claim.id;
  view.claim = claim.id;
  paintFields(view);
  view.here.load(claim.id);
  if (other) start(view, claim);
  // Reached by its heading, not by a field: a key typed right after must not end up as text.
  if (desk.reachForm) {
    view.about.focus({ preventScroll: true });
    view.root.scrollIntoView({ block: "nearest" });
  }
  desk.reachForm = false;
}

function paintFields(view) {
  const typed = typedFor(view.claim);
  for (const [name, input] of Object.entries(view.inputs)) if (input.value !== typed[name]) input.value = typed[name];
}

function start(view, claim) {
  view.about.textContent = `New evidence for “${claim.label}”`;
  problem(view, "");
  view.keep.checked = false;
  view.file.value = "";
  view.known.clear();
  view.more.open = false;
  view.also.replaceChildren(
    ...desk.claims
      .filter(({ id }) => id !== claim.id)
      .map(({ id, label }) =>
        h("label", { class: "tick" }, h("input", { type: "checkbox", value: id }), h("span", { dir: "auto" }, label)),
      ),
  );
  set(view.more, "hidden", desk.claims.length < 2);
}

async function submit(event, view) {
  event.preventDefault();
  const claim = view.claim;
  const fields = Object.fromEntries(Object.entries(typedFor(claim)).map(([name, value]) => [name, value.trim()]));
  const [says, input] = lacks(view, fields);
  problem(view, says);
  if (says) return input.focus();
  const also = [...view.also.querySelectorAll("input:checked")].map((ticked) => Number(ticked.value));
  const keep = view.keep.checked;
  const file = view.file.files[0];
  const kept = file ? await keepFile(view, file) : {};
  if (kept.says) return problem(view, kept.says);
  addEvidence(claim, { ...fields, also, keep, snapshot: kept.snapshot ?? null });
  close(view, claim);
}

function lacks(view, fields) {
  if (!fields.source && !fields.words) return ["Evidence needs the source and its exact words.", view.inputs.source];
  if (!fields.source) return ["Evidence needs the source.", view.inputs.source];
  if (!fields.words) return ["Evidence needs its exact words.", view.inputs.words];
  if (view.keep.checked && !fields.url) return ["To keep the page, write its address.", view.inputs.url];
  return ["", null];
}

async function keepFile(view, file) {
  view.save.disabled = true;
  view.save.textContent = "Keeping the file…";
  desk.uploads += 1;
  const headers = { "Content-Type": "application/octet-stream", "X-Name": encodeURIComponent(file.name) };
  const told = await ask("evidence/files", { method: "POST", body: file, headers });
  desk.uploads -= 1;
  view.save.disabled = false;
  view.save.textContent = "Keep evidence";
  return told;
}

function problem(view, says) {
  view.problem.textContent = says;
  set(view.problem, "hidden", !says);
}

function close(view, claim = view.claim) {
  desk.forms.delete(claim);
  view.here.forget();
  if (view.claim === claim) view.claim = null;
  if (desk.openForm === claim) desk.openForm = null;
  changed();
}
