// Keeps every act until the server has acknowledged it, across reloads too, and sends the whole list each time.
// One sending is under way at a time; what is typed meanwhile goes with the next, or after RESEND milliseconds.

import { isAway, watchConnection } from "./connection.js";
import { desk, changed } from "./state.js";

const KEPT = "fact-desk-outbox";
const RESEND = 3000;
const LONG = 30000;
const SLOW = 400;
const BATCH = 500;

// Drawn anew on every load: a duplicated tab copies the session's storage and must not count on with the same keys.
const load = (desk.load ??=
  crypto.randomUUID?.() ?? Array.from(crypto.getRandomValues(new Uint32Array(4)), (n) => n.toString(16)).join(""));
desk.made ??= 0;
desk.sent ??= 0;

function restore() {
  if (desk.restored) return;
  desk.restored = true;
  try {
    desk.foreign = JSON.parse(sessionStorage.getItem(KEPT) ?? "[]");
  } catch {
    desk.foreign = [];
  }
}

// Whose acts these are decides who may send them: what another person left in this tab waits until they come back.
function takePerson(me) {
  if (!me) return;
  const same = desk.me?.id === me.id;
  desk.me = me;
  if (same) return;
  // Which part speaks first is not settled, and what storage holds must be read before it is written.
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
  send();
}

// What one key sets off goes in one sending: the judgement, and the claim that comes next.
export function send() {
  if (desk.sending) return;
  desk.sending = true;
  queueMicrotask(() => {
    desk.sending = false;
    sendNow();
  });
}

function sendNow() {
  if (!desk.post) return;
  const now = performance.now();
  if (desk.flight && now - desk.flight.at < RESEND) {
    desk.more = true;
    return;
  }
  desk.flight = { id: `${load}.${++desk.sent}`, at: now };
  desk.more = false;
  try {
    desk.post({ id: desk.flight.id, have: desk.have, claim: desk.current, items: desk.unacked.slice(0, BATCH) });
  } catch {
    // The connection is down; the timer tries again.
  }
}

export function heard({ seen, me, acks = [], refusals = [], crossed = [] }) {
  takePerson(me);
  // An acknowledgement may come twice, and its author has read the sentence once.
  for (const one of crossed) {
    if (desk.crossedKeys.has(one.key)) continue;
    desk.crossedKeys.add(one.key);
    const article = desk.unacked.find((item) => item.key === one.key)?.article ?? desk.article;
    desk.crossed = [...desk.crossed.filter(({ claim }) => claim !== one.claim), { ...one, article }];
  }
  const done = new Set([...acks, ...refusals.map((refusal) => refusal.key)]);
  if (done.size) {
    const left = desk.unacked.filter((item) => !done.has(item.key));
    const told = new Set(desk.unacked.map((item) => item.key));
    desk.refusals.push(...refusals.filter((refusal) => told.has(refusal.key)));
    desk.unacked = left;
    keep();
  }
  if (desk.flight && seen === desk.flight.id) {
    const again = desk.more || desk.unacked.length > BATCH;
    desk.flight = null;
    if (again) send();
  }
  changed();
}

export function waiting() {
  const count = desk.unacked.length;
  const age = count ? Date.now() - Math.min(...desk.unacked.map((item) => item.at)) : 0;
  return { count, silent: age > LONG || isAway(), slow: age > SLOW, others: desk.foreign.length };
}

const SILENT = "The desk does not answer";

export function waitingWords({ count, silent, slow, others }) {
  if (!count && !silent && others) return `● ${others} of somebody else's wait in this tab until they sign in again`;
  if (!count) return silent ? `● ${SILENT}. What you do is kept in this tab and sent when it does` : "";
  if (silent) return `● ${count} not saved. ${SILENT}; they are kept in this tab and sent when it does`;
  // Shorter than this is the usual way to the store and back, and a flicker tells nobody anything.
  return slow ? `● ${count} not saved yet` : "";
}

function tick() {
  if (desk.unacked.length) changed();
  const idle = !desk.flight || performance.now() - desk.flight.at >= RESEND;
  if (idle && (desk.unacked.length || desk.more)) send();
}

// The mount that may speak to the server hands its voice in; another page's mount takes over from it.
export function open(post) {
  restore();
  desk.post = post;
  if (!desk.timer) {
    desk.timer = setInterval(tick, 500);
    watchConnection();
    addEventListener("beforeunload", (event) => {
      if (!desk.leaving && (desk.unacked.length || desk.foreign.length)) event.preventDefault();
    });
  }
}

// What this mount sent may have been lost with its page, so the next one need not wait for the answer.
export function close(post) {
  if (desk.post !== post) return;
  desk.post = null;
  desk.flight = null;
}
