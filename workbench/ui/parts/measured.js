// How right the extractor was: one row a kind, then what it got wrong, newest first.

import { h, number, plural } from "./dom.js";
import { stays } from "./addresses.js";
import { kindTag } from "./words.js";

const HEADS = ["Kind", "Found", "No claim", "Missed", "Put right", "Precision", "Recall", "Right as found"];

export function build({ parentElement }) {
  const says = h("p", {});
  const body = h("tbody");
  const list = h("ol", {});
  const more = h("p", { class: "quiet small" });
  parentElement.append(
    h(
      "div",
      { class: "fd measured" },
      says,
      h(
        "table",
        {},
        h("caption", { class: "hide" }, "Precision and recall by kind"),
        h("thead", {}, h("tr", {}, HEADS.map((name) => h("th", { scope: "col" }, name)))),
        body,
      ),
      h(
        "dl",
        { class: "quiet small" },
        h("div", {}, h("dt", {}, "Precision"), h("dd", {}, "of what it found, how much is a claim. Claims you dismissed count against it.")),
        h("div", {}, h("dt", {}, "Recall"), h("dd", {}, "of the claims that are known, how many it found. Claims you added count against it; what nobody noticed does not, so the truth is at most this.")),
        h("div", {}, h("dt", {}, "Right as found"), h("dd", {}, "of its claims that are claims, how many nobody put right in kind, value, speaker or stretch.")),
      ),
      h("h2", {}, "What it got wrong"),
      list,
      more,
    ),
  );
  return {
    take({ data, setTriggerValue }) {
      says.replaceChildren(
        "Over ",
        h("b", {}, plural(data.stories, "finished story", "finished stories")),
        `: every claim of theirs is settled or dismissed. Found by rules ${data.rules}. Examples are left out.`,
      );
      body.replaceChildren(...data.kinds.map(row));
      list.replaceChildren(...data.faults.map((one) => fault(one, setTriggerValue)));
      more.textContent = data.faults.length === 0 ? "Nothing yet." : data.faults.length >= data.most ? `The newest ${number(data.most)}.` : "";
    },
  };
}

function row(one) {
  const cells = [number(one.found), number(one.no_claim), number(one.missed), one.put_right || "0"];
  const [sign, family] = kindTag(one.kind);
  return h(
    "tr",
    {},
    h("th", { scope: "row" }, one.kind === "all kinds" ? "All kinds" : h("span", { class: `tag ${family}` }, `${sign} ${one.kind}`)),
    cells.map((text, at) => h("td", { class: at < 3 ? "num" : null, "data-head": HEADS[at + 1] }, text)),
    [one.precision, one.recall, one.as_found].map(([share, of], at) =>
      h("td", { class: "num share", "data-head": HEADS[at + 5] }, h("b", {}, share), of && h("small", {}, of)),
    ),
  );
}

function fault(one, tell) {
  const open = stays(() => tell("opened", { article: one.article, claim: one.claim }));
  return h(
    "li",
    {},
    h("a", { href: `/review?article=${one.article}&claim=${one.claim}`, dir: "auto", onclick: open }, one.label),
    h("span", { class: "what" }, one.what),
    h("span", { class: "quiet small", dir: "auto" }, `${one.kind} · ${one.title}`),
    one.reason && h("span", { class: "quiet small", dir: "auto" }, `“${one.reason}”`),
  );
}
