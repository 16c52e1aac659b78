// What a reader can do on the review desk. Keys, buttons and marks all end here, so a rating lands on what is on screen.

import { desk, changed } from "./state.js";
import { show } from "./ahead.js";
import { allStandings, myReviews, openAfter, pendingByClaim, standing } from "./standing.js";
import { noneFound, reasonFor } from "./asks.js";
import { tell } from "./live.js";
import * as outbox from "./outbox.js";

const PATIENCE = 5000;
const NO_CLAIM = "Not a claim";

function put(item) {
  outbox.put(item);
  tell();
}

export function go(id) {
  if (!desk.byId.has(id) || desk.current === id) return;
  desk.current = id;
  show(id);
  desk.follow = true;
  const address = new URL(location.href);
  address.searchParams.set("article", desk.article);
  address.searchParams.set("claim", id);
  history.replaceState(history.state, "", address);
  changed();
  tell();
}

export function step(by) {
  const place = desk.byId.get(desk.current)?.place ?? 0;
  const to = desk.claims[Math.min(Math.max(place + by, 0), desk.claims.length - 1)];
  if (to) go(to.id);
}

// After a judgement the reader stays in the story: keys typed fast must never land in another one.
export function nextOpen(onward = false) {
  const standings = allStandings();
  const next = openAfter(desk.current, standings);
  if (next) return go(next.id);
  if (!onward || !desk.goOn || standings.get(desk.current)?.shown === "open") return;
  desk.going = desk.article;
  // A desk that is away never answers, and the reader must not wait for it.
  setTimeout(stay, PATIENCE, desk.going);
  desk.goOn();
  changed();
}

function stay(article) {
  if (desk.going !== article) return;
  desk.going = null;
  changed();
}

export const nextAnywhere = () => nextOpen(true);

function review(item) {
  const claim = desk.current;
  if (!desk.byId.has(claim)) return;
  const known = desk.states.get(claim)?.version ?? 0;
  const reason = reasonFor(claim);
  const none_found = noneFound(claim);
  desk.drafts.delete(claim);
  desk.noneFound.delete(claim);
  const put_right = desk.unacked.filter((one) => one.act === "correct" && one.claim === claim).length;
  put({
    claim,
    reason,
    none_found,
    ...item,
    seen_version: known + (pendingByClaim().get(claim)?.length ?? 0),
    // What the reader has on screen, whatever the desk has heard of since.
    seen_words: (desk.byId.get(claim).words ?? 0) + put_right,
  });
}

export function rate(rating) {
  review({ act: "rate", rating });
  nextOpen();
}

export function dismiss() {
  review({ act: "dismiss", reason: (desk.drafts.get(desk.current) ?? "").trim() || NO_CLAIM, none_found: undefined });
  nextOpen();
}

// A reason written after the rating: the same judgement again, now with its reason.
export function keepReason() {
  const mine = standing(desk.current).mine;
  if (mine) review(mine === "dismissed" ? { act: "dismiss" } : { act: "rate", rating: mine });
}

export function undo() {
  const claim = myReviews().at(-1);
  if (claim === undefined) {
    desk.note = "Nothing of yours to undo in this story.";
    return changed();
  }
  put({ act: "undo", claim, seen_version: desk.states.get(claim)?.version ?? 0 });
  desk.note = "";
  go(claim);
}

// A way back for who learns that another judged the same: that one claim, wherever the reader is by now.
export function takeBack(claim, article) {
  put({ act: "undo", claim, article });
}

export function comment(claim, text) {
  if (text.trim()) put({ act: "comment", claim, text: text.trim() });
}

export function correct(claim, fields, reason) {
  put({ act: "correct", claim, fields, reason });
}

export function addClaim(place, fields) {
  put({ act: "add", claim: 0, ...place, fields });
}

export function addEvidence(claim, fields) {
  put({ act: "evidence", claim, ...fields });
}

export function useEvidence(claim, evidence, stance) {
  put({ act: "use_evidence", claim, evidence, stance });
}

export function correctEvidence(claim, evidence, fields) {
  put({ act: "correct_evidence", claim, evidence, ...fields });
}

export function takeBackEvidence(claim, evidence, reason, everywhere = false) {
  put({ act: "withdraw_evidence", claim, evidence, reason, everywhere });
}

// These two speak to other machines, so nothing but a press of their buttons calls them.
export function keepPage(claim, evidence) {
  put({ act: "keep_page", claim, evidence });
}

export function lookAt(claim, sources) {
  put({ act: "check_links", claim, sources });
}

export function openEvidence(open = true) {
  desk.openForm = open ? desk.current : null;
  desk.reachForm = open;
  changed();
}
