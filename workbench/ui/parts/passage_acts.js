// What can be done with one passage: use it for another claim, put it right, take it back. One small form at a time.

import { button, h, plural, set } from "./dom.js";
import { desk } from "./state.js";
import { correctEvidence, takeBackEvidence, useEvidence } from "./acts.js";
import { STANCE_NAMES } from "./words.js";

let made = 0;

export function buildActs(id) {
  const view = { id, one: null, open: null, forms: {}, openers: {} };
  for (const [name, label] of [
    ["use", "Use for another claim"],
    ["correct", "Correct"],
    ["back", "Take back"],
  ])
    view.openers[name] = button(
      { class: "b bare link", "aria-expanded": "false", onclick: () => show(view, view.open === name ? null : name) },
      label,
    );
  view.forms = { use: useForm(view), correct: correctForm(view), back: backForm(view) };
  view.root = h(
    "div",
    { class: "with-acts" },
    h("p", { class: "f acts" }, (view.extra = h("span", { class: "extra" })), Object.values(view.openers)),
    Object.values(view.forms).map((form) => form.root),
  );
  view.root.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !view.open) return;
    const opener = view.openers[view.open];
    show(view, null);
    opener.focus();
  });
  return {
    root: view.root,
    take(one, extra) {
      view.one = one;
      view.extra.replaceChildren(...extra);
      if (view.open) view.forms[view.open].fill(one, false);
    },
  };
}

function show(view, name) {
  view.open = name;
  for (const [each, opener] of Object.entries(view.openers)) set(opener, "aria-expanded", String(each === name));
  for (const [each, { root }] of Object.entries(view.forms)) set(root, "hidden", each !== name);
  if (name) view.forms[name].fill(view.one, true);
}

function form(view, label, children, act) {
  return h(
    "form",
    {
      class: "evidence inner",
      "aria-label": label,
      hidden: true,
      onsubmit: (event) => {
        event.preventDefault();
        if (act() !== false) show(view, null);
      },
    },
    children,
  );
}

const field = (label, input) => h("label", { class: "field" }, h("span", {}, label), input);
const stances = () =>
  h("select", {}, STANCE_NAMES.map(([value, label]) => h("option", { value }, label)));
const go = (label) => h("div", { class: "go" }, h("button", { type: "submit", class: "b small" }, label));

function useForm(view) {
  const claims = h("select", {});
  const stance = stances();
  const root = form(
    view,
    "Use for another claim",
    [
      field("Claim", claims),
      field("What it does to that claim", stance),
      go("Use it there"),
    ],
    () => useEvidence(Number(claims.value), view.id, stance.value),
  );
  return {
    root,
    fill(one, fresh) {
      if (!fresh) return;
      stance.value = one.stance;
      claims.replaceChildren(
        ...desk.claims
          .filter((claim) => claim.id !== one.claim)
          .map((claim) => h("option", { value: claim.id }, `${desk.byId.get(claim.id).place + 1} · ${claim.label}`.slice(0, 120))),
      );
      claims.focus();
    },
  };
}

// Shared passages ask which claims are meant; nothing is chosen for the reader.
function which(label) {
  const name = `fd-which-${++made}`;
  const choice = (value, words) =>
    h("label", { class: "tick" }, h("input", { type: "radio", name, value }), h("span", {}, words));
  const here = choice("here", "for this claim alone");
  const all = choice("all", "");
  const root = h("fieldset", { class: "which" }, h("legend", {}, label), here, all);
  return {
    root,
    chosen: () => root.querySelector("input:checked")?.value,
    focus: () => root.querySelector("input").focus(),
    fill({ serves }, fresh) {
      set(root, "hidden", serves < 2);
      all.lastChild.textContent = `for all ${plural(serves, "claim")} it serves`;
      if (fresh) for (const input of root.querySelectorAll("input")) input.checked = false;
    },
    lacks: (one) => one.serves > 1 && !root.querySelector("input:checked"),
  };
}

function correctForm(view) {
  const words = h("textarea", { rows: "3", maxlength: "20000" });
  const locator = h("input", { type: "text", maxlength: "500", autocomplete: "off" });
  const stance = stances();
  const asked = which("Words and place are put right");
  const problem = h("p", { class: "note", role: "alert", hidden: true });
  const root = form(
    view,
    "Correct the evidence",
    [field("Exact words", words), h("div", { class: "pair" }, field("Where in it", locator), field("Stance", stance)), asked.root, problem, go("Keep the correction")],
    () => {
      const lacks = !words.value.trim() ? "Evidence needs its exact words." : asked.lacks(view.one) ? "Say for which claims." : "";
      problem.textContent = lacks;
      set(problem, "hidden", !lacks);
      if (lacks) {
        if (words.value.trim()) asked.focus();
        else words.focus();
        return false;
      }
      const fields = { words: words.value.trim(), locator: locator.value.trim(), stance: stance.value };
      return correctEvidence(view.one.claim, view.id, { ...fields, everywhere: asked.chosen() === "all" });
    },
  );
  return {
    root,
    fill(one, fresh) {
      asked.fill(one, fresh);
      if (!fresh) return;
      words.value = one.words.join("");
      locator.value = one.locator;
      stance.value = one.stance;
      words.focus();
    },
  };
}

function backForm(view) {
  const why = h("input", { type: "text", maxlength: "500", autocomplete: "off", placeholder: "for the record" });
  const asked = which("It is taken back");
  const problem = h("p", { class: "note", role: "alert", hidden: true }, "Say for which claims.");
  const root = form(view, "Take the evidence back", [field("Why you take it back", why), asked.root, problem, go("Take evidence back")], () => {
    const lacks = asked.lacks(view.one);
    set(problem, "hidden", !lacks);
    if (lacks) {
      asked.focus();
      return false;
    }
    return takeBackEvidence(view.one.claim, view.id, why.value.trim() || "Added by mistake", asked.chosen() === "all");
  });
  return {
    root,
    fill(one, fresh) {
      asked.fill(one, fresh);
      if (fresh) why.focus();
    },
  };
}
