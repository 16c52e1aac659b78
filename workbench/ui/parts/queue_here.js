// Asks every second who is on the claims of this page now, and what was done to them.

import { h, set } from "./dom.js";
import { post } from "./live.js";

const EVERY = 1000;

export function buildHere(room, repaint) {
  const view = { head: null, people: [], asking: false };
  const timer = setInterval(() => ask(room, view, repaint), EVERY);
  return {
    take(head) {
      view.head = Math.max(view.head ?? 0, head);
      paint(room, view.people);
    },
    end: () => clearInterval(timer),
  };
}

async function ask(room, view, repaint) {
  if (view.asking || document.hidden || view.head === null || !room.rows.size) return;
  view.asking = true;
  const claims = [...room.rows.keys()];
  try {
    const heard = await post({ claims, since: view.head });
    if (!heard.ok) return;
    const { head, people, rows = [] } = await heard.json();
    view.head = Math.max(view.head, head);
    view.people = people;
    const known = new Map(room.data.claims.map((claim) => [claim.id, JSON.stringify(claim)]));
    for (const claim of rows) if (known.has(claim.id) && known.get(claim.id) !== JSON.stringify(claim)) repaint(claim);
    paint(room, people);
  } catch {
    // The desk is away; the page says so elsewhere.
  } finally {
    view.asking = false;
  }
}

function paint(room, people) {
  for (const [id, row] of room.rows) {
    const names = people.filter(({ claim }) => claim === id).map(({ name }) => name);
    if ((row.dataset.here ?? "") === names.join()) continue;
    set(row, "data-here", names.join() || null);
    row.querySelector(".here")?.remove();
    if (names.length) row.querySelector(".who").append(h("small", { class: "here", dir: "auto" }, `● ${names.join(", ")} now`));
  }
}
