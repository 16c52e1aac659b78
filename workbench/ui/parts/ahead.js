// Cards of claims that the reader may come to next, or was on before, so that a key shows the whole card at once.
// On screen a card is asked for anew all the same; one that anything was done to is forgotten.

import { openAfter } from "./standing.js";
import { desk } from "./state.js";

const MOST = 20;
const BUSY = 300;

export function keep(card) {
  desk.cards.delete(card.claim);
  desk.cards.set(card.claim, card);
  if (desk.cards.size > MOST) desk.cards.delete(desk.cards.keys().next().value);
}

// What is under way may have been read before this was done.
export function forget(ids) {
  for (const id of ids) desk.cards.delete(id);
  if (ids.includes(desk.ahead)) desk.ahead = null;
}

export function show(id) {
  desk.card = desk.cards.get(id) ?? desk.card;
  desk.cardOld = true;
}

// The next open claim, and the next one in the story.
function wanted() {
  const after = desk.claims[(desk.byId.get(desk.current)?.place ?? -1) + 1];
  return [openAfter(desk.current), after].find((claim) => claim && !desk.cards.has(claim.id));
}

// A desk that takes this many milliseconds to answer has enough to do.
const mayAsk = () =>
  !desk.looksAhead && !desk.unacked.length && desk.card?.claim === desk.current && desk.answeredIn < BUSY;

// `ask` puts one question to the desk and gives its answer.
export async function lookAhead(ask) {
  const { article } = desk;
  const next = mayAsk() && wanted();
  if (!next) return;
  Object.assign(desk, { looksAhead: true, ahead: next.id });
  let card;
  try {
    card = (await ask({ window: desk.load, article, claim: next.id, items: [], card: true }))?.card;
  } catch {
    // The desk is away; whoever comes to the claim asks again.
  } finally {
    desk.looksAhead = false;
  }
  if (!card || desk.article !== article || desk.ahead !== next.id) return;
  keep(card);
  lookAhead(ask);
}
