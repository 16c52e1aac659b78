// The judging block: what is judged beside the buttons that judge it, and what is not saved yet. Below 800 px a bar at the foot.

import { button, h, key, number, say, set, sign } from "./dom.js";
import { changed, claimNow, desk, takeStandings, watch } from "./state.js";
import { dismiss, keepReason, nextAnywhere, openEvidence, rate, step, undo } from "./acts.js";
import { paintAsk, paintDockAsk } from "./ask_lines.js";
import { lacks, noneFound } from "./asks.js";
import { buildClaimForm, openClaimForm } from "./claim_form.js";
import { buildComment } from "./comment_form.js";
import { buildCrossed } from "./crossed.js";
import { othersOn } from "./live.js";
import { standing } from "./standing.js";
import * as outbox from "./outbox.js";
import { clock } from "./times.js";
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
      outbox.takePerson(data.me);
      if (data.nowhere && desk.going) {
        desk.going = null;
        desk.note = "No open claim is left, in this story or in the view of the queue that you came from.";
      }
      paint();
    },
    end: leave,
  };
}

function skeleton() {
  const view = { rates: [], asks: [], offers: [], shownFor: null };
  view.tag = h("span", { class: "tag" });
  view.place = h("span", { class: "num" });
  view.with = h("p", { class: "with tag wait", role: "status", hidden: true });
  view.lease = h("p", { class: "lease small", hidden: true });
  view.earlier = h("p", { class: "lease small is-second", hidden: true }, "You judged it before it was put right. Judge it again if it holds.");
  view.again = h("p", { class: "lease small is-second", hidden: true }, "Reopened: it was settled before, and no rating counts any more.");
  view.crossed = buildCrossed();
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
  view.none = h("input", { type: "checkbox", onchange: ticked(view) });
  view.noneRow = h("label", { class: "tick" }, view.none, "Evidence was looked for, none was found");
  view.why = h("div", { class: "why" }, view.reason, view.noneRow, view.keep);
  view.remark = buildComment();
  view.form = buildClaimForm();
  view.fix = button({ class: "b bare link", onclick: () => openClaimForm() }, "Correct the fields");
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
    askLine(view, rating, meaning),
  ]);
  view.root = h(
    "div",
    { class: "fd judge", role: "group", "aria-label": "Judge the claim" },
    h("div", { class: "walk" }, view.tag, view.place, h("span", { class: "end" }, (view.onward = h("span", { class: "quiet small", role: "status" })), bare("Next open", "N", nextAnywhere))),
    view.with,
    view.lease,
    view.earlier,
    view.again,
    view.crossed.root,
    view.label,
    h("div", { class: "known" }, view.fields, view.fix),
    view.sentence,
    view.form.root,
    (view.rateBox = h("div", { class: "rate" }, rates)),
    (view.readOnly = h("p", { class: "quiet small", hidden: true }, "You read here. An admin can let you rate.")),
    view.why,
    view.remark.root,
    h(
      "div",
      { class: "also" },
      may(view, "rates", bare("Reason", "W", () => desk.writeReason())),
      may(view, "comments", bare("Comment", "C", () => desk.writeComment())),
      may(view, "dismisses", bare("Dismiss", "X", dismiss)),
      may(view, "rates", bare("Undo last", "U", undo)),
      view.status,
    ),
    view.notice,
    dock(view),
  );
  return view;
}

// What a role may not do is not offered; the server refuses it all the same.
function may(view, offer, control) {
  view.offers.push([offer, control]);
  return control;
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

function askLine(view, rating, meaning) {
  const line = h("p", { class: "ask", title: meaning });
  view.asks.push([rating, line, meaning]);
  return line;
}

function ticked(view) {
  return () => {
    desk.noneFound.set(desk.current, view.none.checked);
    changed();
  };
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
  view.dockCrossed = buildCrossed();
  view.dockOnward = h("span", { class: "quiet small" });
  return h(
    "div",
    { class: "dock", role: "group", "aria-label": "Rate the claim" },
    view.dockCrossed.root,
    h("p", { class: "what" }, view.dockLabel, view.dockPlace, view.dockOnward, view.dockStatus),
    h(
      "div",
      { class: "three" },
      button({ class: "b", "aria-label": "Previous claim", onclick: () => step(-1) }, sign("‹")),
      RATINGS.map(([rating, word, letter]) => may(view, "rates", rateButton(view, rating, word, letter, false))),
      button({ class: "b", "aria-label": "Next open", onclick: nextAnywhere }, sign("›")),
    ),
    may(view, "rates", (view.dockAsk = h("p", { class: "ask" }))),
    h(
      "div",
      { class: "more" },
      may(view, "cites", button({ class: "b bare", onclick: () => openEvidence() }, "Evidence")),
      may(view, "rates", button({ class: "b bare", onclick: () => desk.writeReason() }, "Reason")),
      may(view, "comments", button({ class: "b bare", onclick: () => desk.writeComment() }, "Comment")),
      may(view, "dismisses", button({ class: "b bare", onclick: dismiss }, "Dismiss")),
      may(view, "rates", button({ class: "b bare", "aria-label": "Undo last", onclick: undo }, "Undo")),
    ),
  );
}

function paintAll(view) {
  const claim = claimNow();
  set(view.root, "hidden", !claim);
  for (const [offer, control] of view.offers) set(control, "hidden", !desk.me?.[offer]);
  set(view.rateBox, "hidden", !desk.me?.rates);
  set(view.readOnly, "hidden", !desk.me || desk.me.rates);
  paintStatus(view);
  view.crossed.paint();
  view.dockCrossed.paint();
  const none = desk.openLeft === false;
  say(view.onward, desk.going ? "Going on in the queue…" : none ? "None open here. On in the queue:" : "");
  say(view.dockOnward, desk.going ? "going on…" : none ? "none open, › goes on" : "");
  if (!claim) return;
  if (view.shownFor !== claim) paintClaim(view, claim);
  const { mine, unsaved } = standing(claim.id);
  set(view.earlier, "hidden", unsaved || !desk.states.get(claim.id)?.earlier);
  set(view.again, "hidden", unsaved || !desk.states.get(claim.id)?.reopened);
  for (const [rating, made] of view.rates) {
    set(made, "aria-pressed", String(mine === rating));
    made.classList.toggle("lacking", lacks(claim.id, rating).length > 0);
  }
  for (const [rating, line, meaning] of view.asks) paintAsk(line, claim, rating, meaning);
  paintDockAsk(view.dockAsk, claim, mine);
  const others = othersOn(claim.id);
  say(view.with, others.length ? `${others.join(" and ")} ${others.length > 1 ? "are" : "is"} on this claim now` : "");
  set(view.with, "hidden", !others.length);
  paintLease(view, desk.states.get(claim.id)?.lease);
  paintReason(view, claim, mine);
  view.remark.paint(claim);
  view.form.paint(claim);
  set(view.fix, "hidden", !desk.me?.corrects);
}

// Who has the claim until when. Another's lease warns before one judges, and forbids nothing.
function paintLease(view, lease) {
  const held = lease && new Date(lease.until) > new Date() ? lease : null;
  set(view.lease, "hidden", !held);
  const told = JSON.stringify(held);
  if (!held || view.leaseTold === told) return;
  view.leaseTold = told;
  set(view.lease, "class", held.mine ? "lease small quiet" : "lease small is-second");
  view.lease.replaceChildren(
    ...(held.mine
      ? ["yours until ", clock(held.until)]
      : [h("b", { dir: "auto" }, held.name), " has this claim until ", clock(held.until), ". What you judge counts all the same."]),
  );
}

function paintClaim(view, claim) {
  view.shownFor = claim;
  view.root.dataset.claim = claim.id;
  // The story may come anew under a reader who is about to write.
  if (view.asked !== claim.id) view.asked = null;
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
  const none = noneFound(claim.id);
  const noneKept = desk.states.get(claim.id)?.none ?? false;
  if (view.reason.value !== text) view.reason.value = text;
  view.none.checked = none;
  set(view.noneRow, "hidden", !Object.values(desk.asks ?? {}).some((asks) => asks.none));
  set(view.why, "hidden", !(text || none || view.asked === claim.id));
  const fresh = (draft !== undefined && draft.trim() !== kept) || none !== noneKept;
  set(view.keep, "hidden", !(mine && fresh));
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
