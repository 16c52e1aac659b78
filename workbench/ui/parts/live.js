// Asks every second who else is on the story and what they did. A window out of sight does not ask, so its reader is gone.

import { changed, desk, takeNews } from "./state.js";
import { send } from "./outbox.js";

const EVERY = 1000;
const ADDRESS = () => new URL("live", document.baseURI.replace(/[^/]*([?#].*)?$/, ""));

let asking = false;

export const askLive = (question) =>
  fetch(ADDRESS(), { method: "POST", body: JSON.stringify(question), headers: { "Content-Type": "application/json" } });

async function ask() {
  if (asking || document.hidden || !desk.onDesk || desk.head === null) return;
  asking = true;
  try {
    const heard = await askLive({ window: desk.load, article: desk.article, claim: desk.current, since: desk.head });
    if (heard.ok) take(await heard.json());
    // The session has ended: the page says so on its next run.
    else if (heard.status === 401) send();
  } catch {
    // The desk is away; the outbox says so.
  } finally {
    asking = false;
  }
}

function take({ head, people, states }) {
  const told = JSON.stringify(people);
  const news = states.filter(({ id, version, cited }) => {
    const known = desk.states.get(id);
    return (known?.version ?? 0) !== version || (known?.cited ?? 0) !== cited;
  });
  const reworded = states.some(({ id, words }) => desk.byId.has(id) && (desk.byId.get(id).words ?? 0) !== words);
  takeNews(head, states);
  // What another did to the claim on the card changes its evidence and history too; a claim put right, the story.
  if (reworded || news.some(({ id }) => id === desk.current)) {
    desk.more = true;
    send();
  }
  if (told === desk.othersTold && !states.length) return;
  desk.othersTold = told;
  desk.others = people;
  changed();
}

export function watchOthers() {
  desk.asker ??= setInterval(ask, EVERY);
}

export const othersOn = (id) => desk.others.filter(({ claim }) => claim === id).map(({ name }) => name);
