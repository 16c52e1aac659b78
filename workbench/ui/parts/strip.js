// One cell a claim in story order: map, progress and legend at once, and the reader's one tab stop.

import { button, set, say } from "./dom.js";
import { go } from "./acts.js";
import { SAYS, SIGNS } from "./words.js";

const ALL = 60;
const MOST = 96;

export function buildStrip(element, claims, onMove) {
  element.addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const cells = [...element.children];
    const at = Math.min(Math.max(cells.indexOf(document.activeElement) + by, 0), cells.length - 1);
    go(Number(cells[at]?.dataset.cell));
    onMove();
  });
}

function shownIn(claims, standings, current) {
  if (claims.length <= ALL) return claims;
  const work = claims.filter(
    (claim) => claim.id === current || !["verified", "sourced", "dismissed"].includes(standings.get(claim.id).shown),
  );
  const at = work.findIndex((claim) => claim.id === current);
  const from = Math.max(0, Math.min(at - MOST / 2, work.length - MOST));
  return work.slice(from, from + MOST);
}

export function paintStrip(element, claims, standings, current, last) {
  const visible = shownIn(claims, standings, current);
  const shape = visible.map((claim) => claim.id).join();
  if (last.get("shape") !== shape) {
    const focused = element.contains(document.activeElement) ? Number(document.activeElement.dataset.cell) : null;
    last.clear();
    last.set("shape", shape);
    element.replaceChildren(...visible.map((claim) => button({ "data-cell": claim.id, onclick: () => go(claim.id) })));
    if (focused) [...element.children].find((cell) => Number(cell.dataset.cell) === focused)?.focus();
  }
  const stop = visible.some((claim) => claim.id === current) ? current : visible[0]?.id;
  visible.forEach((claim, at) => paintCell(element.children[at], claim, standings.get(claim.id), current, stop, last));
}

function paintCell(cell, claim, { shown, second, provisional, unsaved }, current, stop, last) {
  const state = `${shown} ${second} ${provisional} ${unsaved} ${claim.id === current} ${claim.id === stop}`;
  if (last.get(claim.id) === state) return;
  last.set(claim.id, state);
  const words = second ? SAYS.second : provisional ? `${SAYS[shown]}, ${SAYS.provisional}` : SAYS[shown];
  say(cell, second ? SIGNS.second : SIGNS[shown]);
  set(cell, "class", `${second ? "second" : shown}${unsaved ? " unsaved" : ""}${provisional ? " provisional" : ""}`);
  set(cell, "tabindex", claim.id === stop ? "0" : "-1");
  set(cell, "aria-current", claim.id === current ? "true" : null);
  set(cell, "aria-label", `Claim ${claim.place + 1}, ${claim.label}, ${words}${unsaved ? ", not saved yet" : ""}`);
  set(cell, "title", `${claim.place + 1} · ${claim.label} · ${words}${unsaved ? " · not saved yet" : ""}`);
}
