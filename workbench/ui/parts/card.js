// The rest of the card, for the claim the server was last asked about: evidence, why it is worth checking, what happened.

import { button, h, key, plural, say, set } from "./dom.js";
import { claimNow, desk, watch } from "./state.js";
import { standing } from "./standing.js";
import { lookAt, openEvidence } from "./acts.js";
import { buildForm } from "./evidence_form.js";
import { buildPassages, counted, endPassages, offerActs, paintPassages } from "./passages.js";
import { time } from "./times.js";

export function build({ parentElement }) {
  const view = {
    head: h("span", { class: "quiet small" }),
    list: buildPassages(),
    worth: h("div", { class: "part" }),
    log: h("div", { class: "part" }),
    told: null,
    worthFor: null,
  };
  view.add = button(
    { class: "b small", "aria-keyshortcuts": "e", onclick: () => openEvidence() },
    key("E"),
    "Add evidence",
  );
  view.form = buildForm();
  view.links = button({ class: "b bare link" }, "Check all links of this story");
  view.dead = h("span", { class: "small quiet", role: "status" });
  view.all = h("p", { class: "f acts", hidden: true }, view.links, view.dead);
  const evidence = h(
    "section",
    { class: "part", "aria-label": "Evidence" },
    h("div", { class: "sect" }, h("h3", {}, "Evidence"), view.head, h("span", { class: "end" }, view.add)),
    view.list.root,
    view.form.root,
    view.all,
  );
  view.root = h("div", { class: "fd card" }, evidence, view.worth, view.log);
  parentElement.append(view.root);
  const paint = () => paintAll(view);
  const leave = watch(paint);
  return {
    take: paint,
    end() {
      leave();
      endPassages(view.list);
    },
  };
}

function paintAll(view) {
  const claim = claimNow();
  set(view.root, "hidden", !claim);
  if (!claim) return;
  const data = desk.card;
  const ready = data?.claim === claim.id;
  set(view.root, "aria-busy", ready ? null : "true");
  if (view.worthFor !== claim) paintWorth(view, claim);
  view.form.paint(claim);
  set(view.add, "hidden", !desk.me?.cites);
  // The one black button of the screen, as long as evidence is what comes next.
  set(
    view.add,
    "class",
    ready && !data.evidence.length && standing(claim.id).shown === "open" ? "b main small" : "b small",
  );
  if (ready && view.told !== data) paintTold(view, claim, data);
  offerActs(view.list);
  set(view.all, "hidden", !data || data.links.sources.length < 2 || !desk.me?.cites);
}

function paintTold(view, claim, data) {
  view.told = data;
  view.root.dataset.claim = data.claim;
  desk.people = data.people;
  view.head.textContent = counted(data.evidence, data.origins);
  paintPassages(view.list, data.evidence, data.links.running > 0);
  paintLinks(view, claim, data.links);
  paintLog(view, data.history);
}

function paintLinks(view, claim, { sources, running, answered, dead }) {
  set(view.links, "hidden", running > 0);
  view.links.onclick = () => lookAt(claim.id, sources);
  const seen = dead ? `${plural(dead, "link")} dead, ${answered} answered` : `${plural(answered, "link")} answered`;
  say(view.dead, running ? `Looking at ${plural(running, "link")}…` : answered + dead ? seen : "");
}

function paintWorth(view, claim) {
  view.worthFor = claim;
  const signals = claim.signals;
  const most = Math.max(0.01, ...signals.map(([, weight]) => Math.abs(weight)));
  const rows = signals.map(([name, weight, whose]) =>
    h(
      "div",
      { title: `${name}: of the ${whose}` },
      h("span", {}, name),
      h(
        "span",
        { class: `bar${weight < 0 ? " less" : ""}`, "aria-hidden": "true" },
        h("i", { style: `width:${Math.round((Math.abs(weight) / most) * 100)}%` }),
      ),
      h("span", { class: "num" }, `${weight < 0 ? "−" : "+"}${Math.abs(weight).toFixed(2)}`),
    ),
  );
  view.worth.replaceChildren(
    h(
      "div",
      { class: "sect" },
      h("h3", {}, "Why check it"),
      h("span", { class: "quiet small num" }, claim.worth.toFixed(2)),
      h("span", { class: "quiet small" }, "of 1; weights add up as log-odds"),
    ),
    signals.length
      ? h("div", { class: "worth" }, rows)
      : h("p", { class: "quiet small" }, "No signal spoke for or against it."),
  );
}

function paintLog(view, history) {
  const told = JSON.stringify(history);
  if (view.logTold === told) return;
  view.logTold = told;
  view.log.replaceChildren(
    h("div", { class: "sect" }, h("h3", {}, "History"), h("span", { class: "quiet small" }, String(history.length))),
    h(
      "ol",
      { class: "log" },
      history.map((one) =>
        h(
          "li",
          {},
          time(one.at),
          h("span", {}, h("b", { dir: "auto" }, one.who), ` ${one.did}`, one.reason && [": “", h("span", { dir: "auto" }, one.reason), "”"]),
        ),
      ),
    ),
  );
}
