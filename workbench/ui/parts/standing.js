// What a claim shows right now: the server's word, or a forecast while something of mine is still on its way.
// The forecast repeats the domain's settling rule in small; the server's next answer replaces it.

import { desk } from "./state.js";
import { lacks, wantsSecond } from "./asks.js";

const REVIEWS = new Set(["rate", "dismiss", "undo"]);

export function pendingByClaim() {
  const found = new Map();
  for (const item of desk.unacked) {
    if (!REVIEWS.has(item.act)) continue;
    if (!found.has(item.claim)) found.set(item.claim, []);
    found.get(item.claim).push(item);
  }
  return found;
}

function after(state, pending) {
  const mine = [...(state?.mine ?? [])];
  for (const item of pending) {
    if (item.act === "undo") mine.pop();
    else mine.push(item.act === "rate" ? item.rating : "dismissed");
  }
  return mine.at(-1);
}

export function standing(id, pending = pendingByClaim().get(id) ?? []) {
  const state = desk.states.get(id);
  if (!pending.length) {
    return {
      shown: state?.shown ?? "open",
      second: !!state?.second,
      provisional: !!state?.provisional,
      unsaved: false,
      mine: (state?.mine ?? []).at(-1),
    };
  }
  return { ...forecast(id, after(state, pending), state?.others ?? [], pending.at(-1)), unsaved: true };
}

// A rating that lacks something settles nothing, so what the others said still holds.
function forecast(id, mine, others, last) {
  const rated = mine && mine !== "dismissed";
  const waits = rated && lacks(id, mine, last.reason ?? "", last.none_found ?? false).length > 0;
  const judgements = new Set([...others, ...(mine && !waits ? [mine] : [])]);
  if (waits && !judgements.size) return { shown: mine, second: false, provisional: true, mine };
  const shown = judgements.size > 1 ? "contested" : ([...judgements][0] ?? "open");
  const second = rated && !waits && !others.length && wantsSecond(desk.byId.get(id));
  return { shown, second, provisional: false, mine };
}

export function allStandings() {
  const pending = pendingByClaim();
  return new Map(desk.claims.map((claim) => [claim.id, standing(claim.id, pending.get(claim.id) ?? [])]));
}

// The next claim in the story that is open, counted in a circle from this one.
export function openAfter(id, standings = allStandings()) {
  const start = (desk.byId.get(id)?.place ?? -1) + 1;
  const order = [...desk.claims.slice(start), ...desk.claims.slice(0, start)];
  return order.find((claim) => claim.id !== id && standings.get(claim.id).shown === "open");
}

export function counts(standings = allStandings()) {
  const found = { open: 0, provisional: 0, verified: 0, disputed: 0, sourced: 0, contested: 0, second: 0, dismissed: 0 };
  for (const { shown, second, provisional } of standings.values())
    found[second ? "second" : provisional ? "provisional" : shown] += 1;
  return found;
}

// The claims of my reviews that count, oldest first, with what is still on its way taken into account.
export function myReviews() {
  const given = [...desk.states.values()].flatMap((state) => state.given.map((review) => [review, state.id]));
  const order = given.sort(([one], [other]) => one - other).map(([, claim]) => claim);
  for (const item of desk.unacked) {
    if (item.act === "rate" || item.act === "dismiss") order.push(item.claim);
    if (item.act === "undo") {
      const at = order.lastIndexOf(item.claim);
      if (at >= 0) order.splice(at, 1);
    }
  }
  return order.filter((id) => desk.byId.has(id));
}
