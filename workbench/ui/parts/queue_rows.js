// One claim of the queue, and one story beside it.

import { button, h } from "./dom.js";
import { stays } from "./addresses.js";
import { bar, ready, signs } from "./stories.js";
import { clock, time } from "./times.js";
import { SIGNS, kindTag } from "./words.js";

export const heads = () =>
  h(
    "div",
    { class: "row cols", "aria-hidden": "true" },
    ["Worth", "Claim", "Kind", "Story, risk", "With", "Due", "Status"].map((word, at) =>
      h("div", { class: at === 3 ? "s" : null }, word),
    ),
  );

export function claimRow(room, claim) {
  const [sign, family] = kindTag(claim.kind);
  const [state, word] = claim.state;
  const row = h(
    "li",
    { class: claim.late ? "row late" : "row", "data-claim-id": claim.id },
    h("span", { class: "w num", title: "worth checking" }, h("span", { class: "hide" }, "Worth "), claim.worth.toFixed(2)),
    h(
      "div",
      { class: "l" },
      h(
        "a",
        {
          href: `/review?article=${claim.article}&claim=${claim.id}`,
          dir: "auto",
          onclick: stays(() => room.open({ article: claim.article, claim: claim.id })),
          onfocus: () => room.choose(claim.id),
        },
        claim.label,
      ),
      h("p", { dir: "auto" }, claim.before, h("b", {}, claim.words), claim.after),
    ),
    h("div", { class: "k" }, h("span", { class: `tag ${family}` }, `${sign} ${claim.kind}`)),
    h("div", { class: "s" }, h("span", { class: "t", dir: "auto", title: claim.title }, claim.title), claim.risk.length > 0 && h("small", {}, claim.risk.join(" · "))),
    who(room, claim),
    h("div", { class: "d" }, claim.due ? clock(claim.due, true) : h("span", { class: "quiet" }, h("span", { class: "hide" }, "no time set"), "–"), claim.late && h("small", {}, "late")),
    h("div", { class: "e" }, h("span", { class: `tag st-${state}${word === "provisional" ? " dashed" : ""}`, title: state }, `${SIGNS[state]} ${word}`)),
  );
  row.addEventListener("pointerdown", () => room.choose(claim.id));
  return row;
}

function who(room, claim) {
  const says = claim.mine
    ? ["you, until ", clock(claim.until)]
    : claim.with
      ? [h("span", { dir: "auto" }, claim.with)]
      : [h("i", { class: "quiet" }, claim.done ? "–" : "unassigned")];
  if (claim.done || !room.data.me.takes) return h("div", { class: "who" }, says);
  const name = `Assign ${claim.label}, ${claim.mine ? "yours" : claim.with || "unassigned"}`;
  return h(
    "div",
    { class: "who" },
    button({ class: "give", "aria-label": name, title: "Assign", onclick: () => room.dialogs.assign(claim) }, says),
  );
}

export function storyLine(room, story) {
  return h(
    "article",
    { class: "st", "data-article-id": story.id },
    h(
      "h3",
      { dir: "auto" },
      h("a", { href: `/review?article=${story.id}`, onclick: stays(() => room.open({ article: story.id })) }, story.title),
    ),
    h(
      "p",
      { class: "quiet small" },
      story.by && h("span", { dir: "auto" }, `${story.by} · `),
      story.runs
        ? [h("span", { class: story.late ? "is-disputed" : null }, story.late ? "late: " : "runs ", clock(story.runs))]
        : ["handed in ", time(story.at)],
    ),
    story.total > 0 && bar(story.counts),
    story.total > 0 && signs(story.counts),
    h("p", { class: "say" }, ...ready(story)),
    h(
      "p",
      { class: "acts" },
      button({ class: "b bare", "aria-label": `Show the claims of ${story.title}`, onclick: () => room.only({ story: String(story.id), view: "all", order: "story" }) }, "Its claims"),
      room.data.me.schedules &&
        button({ class: "b bare", "aria-label": `Set when ${story.title} runs`, onclick: () => room.dialogs.schedule(story) }, "When it runs"),
    ),
  );
}
