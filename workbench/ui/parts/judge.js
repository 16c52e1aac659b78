// The judging block: what is judged beside the buttons that judge it, and what is not saved yet. Below 800 px a bar at the foot.

import { button, h, key, number, say, set, sign } from "./dom.js";
import { changed, claimNow, desk, takeStandings, watch } from "./state.js";
import { dismiss, keepReason, nextOpen, rate, step, undo } from "./acts.js";
import { standing } from "./standing.js";
import * as outbox from "./outbox.js";
import { RATINGS, SIGNS, kindTag } from "./words.js";

export function build({ parentElement }) {
  const view = skeleton();
  parentElement.append(view.root);
  const paint = () => paintAll(view);
  const leave = watch(paint);
  desk.writeReason = () => {
    view.asked = desk.current;
    paint();
    view.reason.focus();
  };
  return {
    take({ data }) {
      takeStandings(data);
      outbox.heard(data);
      paint();
    },
    end: leave,
  };
}

function skeleton() {
  const view = { rates: [], shownFor: null };
  view.tag = h("span", { class: "tag" });
  view.place = h("span", { class: "num" });
  view.label = h("h2", { dir: "auto" });
  view.fields = h("dl", { class: "fields" });
  view.sentence = h("p", { class: "sent", dir: "auto" });
  view.reason = h("textarea", {
    rows: "2",
    maxlength: "20000",
    "aria-label": "Reason",
    placeholder: "Why you judge it so. It goes with your next key",
    oninput: typed(view),
  });
  view.keep = button({ class: "b small", onclick: keepReason }, "Keep reason");
  view.why = h("div", { class: "why" }, view.reason, view.keep);
  view.status = h("span", { class: "saving tag wait", role: "status" });
  view.note = h("span");
  view.notice = h(
    "div",
    { class: "note", role: "alert" },
    view.note,
    button({ class: "b bare", onclick: clearNotice }, "Close notice"),
  );
  const rates = RATINGS.map(([rating, word, letter, meaning]) => [
    rateButton(view, rating, word, letter, true),
    h("p", { class: "ask" }, meaning),
  ]);
  view.root = h(
    "div",
    { class: "fd judge", role: "group", "aria-label": "Judge the claim" },
    h("div", { class: "walk" }, view.tag, view.place, h("span", { class: "end" }, bare("Next open", "N", nextOpen))),
    view.label,
    view.fields,
    view.sentence,
    h("div", { class: "rate" }, rates),
    view.why,
    h(
      "div",
      { class: "also" },
      bare("Reason", "W", () => desk.writeReason()),
      bare("Dismiss", "X", dismiss),
      bare("Undo last", "U", undo),
      view.status,
    ),
    view.notice,
    dock(view),
  );
  return view;
}

const bare = (label, letter, act) =>
  button({ class: "b bare", "aria-keyshortcuts": letter.toLowerCase(), onclick: act }, key(letter), label);

function rateButton(view, rating, word, letter, withKey) {
  const made = button(
    { class: `b r-${rating}`, "aria-keyshortcuts": letter, onclick: () => rate(rating) },
    sign(SIGNS[rating]),
    word,
    withKey && key(letter),
  );
  view.rates.push([rating, made]);
  return made;
}

function typed(view) {
  return () => {
    desk.drafts.set(desk.current, view.reason.value);
    changed();
  };
}

function dock(view) {
  view.dockLabel = h("b", { dir: "auto" });
  view.dockPlace = h("span", { class: "quiet small num" });
  view.dockStatus = h("span", { class: "tag wait end", role: "status" });
  return h(
    "div",
    { class: "dock", role: "group", "aria-label": "Rate the claim" },
    h("p", { class: "what" }, view.dockLabel, view.dockPlace, view.dockStatus),
    h(
      "div",
      { class: "three" },
      button({ class: "b", "aria-label": "Previous claim", onclick: () => step(-1) }, sign("‹")),
      RATINGS.map(([rating, word, letter]) => rateButton(view, rating, word, letter, false)),
      button({ class: "b", "aria-label": "Next open", onclick: nextOpen }, sign("›")),
    ),
    h(
      "div",
      { class: "more" },
      button({ class: "b bare", onclick: () => desk.writeReason() }, "Reason"),
      button({ class: "b bare", onclick: dismiss }, "Dismiss"),
      button({ class: "b bare", onclick: undo }, "Undo last"),
    ),
  );
}

function paintAll(view) {
  const claim = claimNow();
  set(view.root, "hidden", !claim);
  paintStatus(view);
  if (!claim) return;
  if (view.shownFor !== claim) paintClaim(view, claim);
  const { mine } = standing(claim.id);
  for (const [rating, made] of view.rates) set(made, "aria-pressed", String(mine === rating));
  paintReason(view, claim, mine);
}

function paintClaim(view, claim) {
  view.shownFor = claim;
  view.asked = null;
  const [sign, family] = kindTag(claim.kind);
  say(view.tag, `${sign} ${claim.kind}`);
  set(view.tag, "class", `tag ${family}`);
  for (const place of [view.place, view.dockPlace])
    say(place, `${number(claim.place + 1)} of ${number(desk.claims.length)}`);
  for (const label of [view.label, view.dockLabel]) say(label, claim.label);
  view.fields.replaceChildren(
    ...claim.fields.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", { dir: "auto" }, value))),
  );
  const [before, words, after] = claim.sentence;
  view.sentence.replaceChildren(before, h("b", {}, words), after);
}

function paintReason(view, claim, mine) {
  const kept = desk.states.get(claim.id)?.reason ?? "";
  const draft = desk.drafts.get(claim.id);
  const text = draft ?? kept;
  if (view.reason.value !== text) view.reason.value = text;
  set(view.why, "hidden", !(text || view.asked === claim.id));
  set(view.keep, "hidden", !(mine && draft !== undefined && draft.trim() !== kept));
}

function paintStatus(view) {
  const words = outbox.waitingWords(outbox.waiting());
  for (const status of [view.status, view.dockStatus]) {
    say(status, words);
    set(status, "hidden", !words);
  }
  const refused = desk.refusals.at(-1);
  const note = refused ? `Not kept: ${refused.says}` : (desk.note ?? "");
  say(view.note, note);
  set(view.notice, "hidden", !note);
}

function clearNotice() {
  desk.refusals.pop();
  desk.note = "";
  changed();
}
