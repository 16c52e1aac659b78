// What a rating still lacks, before it is pressed and while it is on its way: the house policy, as the server sent it.

import { desk } from "./state.js";

// The reason that would go with the next key: what is typed, else what was kept.
export const reasonFor = (id) => (desk.drafts.get(id) ?? desk.states.get(id)?.reason ?? "").trim();

export const noneFound = (id) => desk.noneFound.get(id) ?? desk.states.get(id)?.none ?? false;

export function lacks(id, rating, reason = reasonFor(id), none = noneFound(id)) {
  const asks = desk.asks?.[rating];
  if (!asks) return [];
  const evidence = desk.states.get(id)?.lacks?.[rating] ?? asks.lacks;
  const found = [];
  if (desk.me && !desk.me.settles) found.push("a rating by a checker");
  if (asks.reason && !reason) found.push("your reason");
  if (evidence && !(none && asks.none)) found.push(evidence);
  return found;
}

export function wantsSecond(claim) {
  const asks = desk.second;
  if (!asks || !claim) return false;
  return asks.kinds.includes(claim.kind) || (asks.checkworthiness !== null && claim.worth >= asks.checkworthiness);
}
