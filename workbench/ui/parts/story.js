// The story as running text. The server cuts it into nested pieces; here they become marks, and marks are repainted.

import { h, set } from "./dom.js";
import { SAYS } from "./words.js";

// A piece is a string or {c: claim, f: 1 where the claim begins, l: 1 where it ends, k: pieces inside}.
function build(piece, marks) {
  if (typeof piece === "string") return lines(piece);
  const mark = h(
    "mark",
    { "data-claim-id": piece.c, "data-first": !!piece.f, "data-last": !!piece.l },
    piece.k.map((inner) => build(inner, marks)),
  );
  if (piece.k.some((inner) => typeof inner !== "string")) mark.classList.add("holds");
  if (!marks.has(piece.c)) marks.set(piece.c, []);
  marks.get(piece.c).push(mark);
  return mark;
}

// Every character of the story stays in the page: line ends collapse on screen, so a break element draws them.
function lines(text) {
  const parts = text.split(/(?<=\n)/);
  return parts.flatMap((part, at) => {
    const breaks = part.endsWith("\n") && !(part === "\n" && at > 0) && at < parts.length - 1 && parts[at + 1] !== "\n";
    return breaks ? [part, h("br")] : [part];
  });
}

export function buildStory(element, paragraphs, tag, marks) {
  element.replaceChildren(
    ...paragraphs.map((pieces) =>
      h(
        tag,
        { dir: "auto" },
        pieces.map((piece) => build(piece, marks)),
      ),
    ),
  );
}

export function paintMarks(marks, claims, standings, current, last) {
  for (const claim of claims) {
    const { shown, second, provisional, unsaved } = standings.get(claim.id);
    const state = `${shown} ${second} ${provisional} ${unsaved} ${claim.id === current}`;
    if (last.get(claim.id) === state) continue;
    last.set(claim.id, state);
    for (const mark of marks.get(claim.id) ?? []) {
      set(mark, "data-kind", claim.kind);
      set(mark, "data-rating", shown);
      set(mark, "data-second", second);
      set(mark, "data-provisional", provisional);
      set(mark, "data-unsaved", unsaved);
      set(mark, "aria-current", claim.id === current ? "true" : null);
      set(mark, "title", `${claim.place + 1} · ${claim.label} · ${claim.kind} · ${says(shown, second, provisional)}`);
    }
  }
}

const says = (shown, second, provisional) =>
  second ? SAYS.second : provisional ? `${SAYS[shown]}, ${SAYS.provisional}` : SAYS[shown];

// Moves the text only where the claim stands outside the middle 60 % of the window.
export function follow(marks) {
  const first = marks?.[0];
  if (!first) return;
  const { top, bottom } = first.getBoundingClientRect();
  if (top < innerHeight * 0.2 || bottom > innerHeight * 0.8)
    first.scrollIntoView({ block: "center", behavior: "instant" });
}
