// Speaks with the desk beside Streamlit: sends what was done, hears what it may forget, who else is here, what they did,
// and what the card of the claim on screen shows. One telling is under way at a time; what comes meanwhile goes with the next.

import * as ahead from "./ahead.js";
import { watchConnection } from "./connection.js";
import { changed, desk, takeNews } from "./state.js";
import * as outbox from "./outbox.js";

const ADDRESS = () => new URL("live", document.baseURI.replace(/[^/]*([?#].*)?$/, ""));
const EVERY = 1000;
const TICK = 500;
const GIVEN_UP = 15000;

// What one key sets off goes in one telling: the judgement, and the claim that comes next.
export function tell() {
  if (desk.telling) return;
  desk.telling = true;
  queueMicrotask(() => {
    desk.telling = false;
    desk.more = true;
    go();
  });
}

async function go() {
  while (desk.more && !desk.underWay && !desk.out) {
    desk.more = false;
    desk.underWay = true;
    const items = outbox.batch();
    const told = telling(items);
    const began = performance.now();
    try {
      await hear(await post(told), items, told);
      desk.answeredIn = performance.now() - began;
    } catch {
      // The desk is away; the timer tries again.
      desk.unanswered = true;
    } finally {
      desk.underWay = false;
      desk.toldAt = performance.now();
    }
    changed();
  }
  if (desk.onDesk && !desk.underWay && !desk.out) ahead.lookAhead(ask);
}

const ask = async (question) => {
  const response = await post(question);
  return response.ok ? response.json() : undefined;
};

function telling(items) {
  if (!desk.onDesk) return { window: desk.load, items };
  const { article, current: claim, head: since } = desk;
  return { window: desk.load, article, claim, since, items, card: claim !== null && needsCard(items) };
}

const needsCard = (items) => desk.card?.claim !== desk.current || desk.cardOld || items.some(({ claim }) => claim === desk.current);

export const post = (told) =>
  fetch(ADDRESS(), {
    method: "POST",
    body: JSON.stringify(told),
    headers: { "Content-Type": "application/json" },
    signal: AbortSignal.timeout(GIVEN_UP),
  });

async function hear(response, items, told) {
  // The session has ended: the page says so on its next run.
  if (response.status === 401) return desk.runAnew?.();
  if (response.status === 413) {
    outbox.tooLong(items, (await response.json()).says);
    desk.more = true;
    return undefined;
  }
  if (!response.ok) throw new Error(String(response.status));
  const answer = await response.json();
  desk.unanswered = false;
  outbox.takePerson(answer.me);
  outbox.heard(answer);
  if (told.article === desk.article) takeStory(answer, told);
  // What was not acknowledged now waits for the timer: the desk is busy with something.
  if (desk.unacked.length && answer.acks.length + answer.refusals.length) desk.more = true;
  return undefined;
}

function takeStory({ head, states, people, rewritten, card }, { claim, card: asked }) {
  ahead.forget((states ?? []).map(({ id }) => id));
  if (card) ahead.keep(card);
  if (asked && claim === desk.current) {
    desk.cardOld = false;
    if (card) desk.card = card;
  }
  if (head !== undefined) {
    // What another did to the claim on the card changes its evidence and history too.
    if (!asked && states.some(({ id }) => id === claim)) desk.cardOld = desk.more = true;
    takeNews(head, states);
    desk.others = people;
    if (rewritten) desk.runAnew?.();
  }
}

// A window out of sight does not ask, so its reader is gone.
function tick() {
  const { onDesk, unacked, toldAt = 0 } = desk;
  if (unacked.length) changed();
  const asks = onDesk && !document.hidden && performance.now() - toldAt >= EVERY;
  if (unacked.length || asks) tell();
}

// The mount that may have the page run anew hands its voice in; another page's mount takes over from it.
export function speakFor(runAnew) {
  desk.runAnew = runAnew;
  // Only a page for somebody who is signed in has such a mount.
  desk.out = false;
  if (!desk.timer) {
    desk.timer = setInterval(tick, TICK);
    watchConnection();
  }
  tell();
}

export function fallSilent(runAnew) {
  if (desk.runAnew === runAnew) desk.runAnew = null;
}

export const othersOn = (id) => desk.others.filter(({ claim }) => claim === id).map(({ name }) => name);
