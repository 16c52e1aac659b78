// Keeps every act until the server has acknowledged it, across reloads too. `live.js` sends the list and hears the answer.

import { isAway } from "./connection.js";
import { changed, desk } from "./state.js";

const KEPT = "fact-desk-outbox";
const LONG = 30000;
const SLOW = 400;
const MOST = 500;

// Drawn anew on every load: a duplicated tab copies the session's storage and must not count on with the same keys.
const load = (desk.load ??=
  crypto.randomUUID?.() ?? Array.from(crypto.getRandomValues(new Uint32Array(4)), (n) => n.toString(16)).join(""));
desk.made ??= 0;
desk.most ??= MOST;

function restore() {
  if (desk.restored) return;
  desk.restored = true;
  try {
    desk.foreign = JSON.parse(sessionStorage.getItem(KEPT) ?? "[]");
  } catch {
    desk.foreign = [];
  }
  addEventListener("beforeunload", (event) => {
    if (!desk.leaving && (desk.unacked.length || desk.foreign.length || desk.uploads)) event.preventDefault();
  });
}

// Whose acts these are decides who may send them: what another person left in this tab waits until they come back.
export function takePerson(me) {
  if (!me) return;
  const same = desk.me?.id === me.id;
  desk.me = me;
  if (same) return;
  // What storage holds must be read before it is written.
  restore();
  const all = [...desk.foreign, ...desk.unacked].map((item) => ({ ...item, person: item.person ?? me.id }));
  desk.unacked = all.filter((item) => item.person === me.id);
  desk.foreign = all.filter((item) => item.person !== me.id);
  keep();
}

function keep() {
  try {
    sessionStorage.setItem(KEPT, JSON.stringify([...desk.foreign, ...desk.unacked]));
  } catch {
    // Without storage the list still lives in this page; only a reload would lose it, and leaving asks first.
  }
}

export function put(item) {
  desk.unacked.push({ key: `${load}:${++desk.made}`, at: Date.now(), article: desk.article, person: desk.me?.id, ...item });
  keep();
  changed();
}

export const batch = () => desk.unacked.slice(0, desk.most);

export function heard({ acks, refusals, crossed = [] }) {
  // An acknowledgement may come twice, and its author has read the sentence once.
  for (const one of crossed) {
    if (desk.crossedKeys.has(one.key)) continue;
    desk.crossedKeys.add(one.key);
    const article = desk.unacked.find((item) => item.key === one.key)?.article ?? desk.article;
    desk.crossed = [...desk.crossed.filter(({ claim }) => claim !== one.claim), { ...one, article }];
  }
  const done = new Set([...acks, ...refusals.map((refusal) => refusal.key)]);
  if (!done.size) return;
  const told = new Set(desk.unacked.map((item) => item.key));
  desk.refusals.push(...refusals.filter((refusal) => told.has(refusal.key)));
  desk.unacked = desk.unacked.filter((item) => !done.has(item.key));
  keep();
}

// The server takes no list this long: fewer at a time, and what alone is too long goes back to its writer.
export function tooLong(sent, says) {
  if (sent.length > 1) desk.most = Math.ceil(sent.length / 2);
  else heard({ acks: [], refusals: sent.map(({ key }) => ({ key, says })) });
}

export function waiting() {
  const count = desk.unacked.length;
  const age = count ? Date.now() - Math.min(...desk.unacked.map((item) => item.at)) : 0;
  return { count, silent: age > LONG || desk.unanswered || isAway(), slow: age > SLOW, others: desk.foreign.length };
}

const SILENT = "The desk does not answer";

export function waitingWords({ count, silent, slow, others }) {
  if (!count && !silent && others) return `● ${others} of somebody else's wait in this tab until they sign in again`;
  if (!count) return silent ? `● ${SILENT}. What you do is kept in this tab and sent when it does` : "";
  if (silent) return `● ${count} not saved. ${SILENT}; they are kept in this tab and sent when it does`;
  // Shorter than this is the usual way to the store and back, and a flicker tells nobody anything.
  return slow ? `● ${count} not saved yet` : "";
}
