// Words selected in the story, with their place in its text; a button beside them adds a claim that was missed.

import { button, set } from "./dom.js";
import { desk } from "./state.js";
import { openClaimForm } from "./claim_form.js";

// The server counts characters, JavaScript counts halves of some of them.
const count = (text) => [...text].length;

export function buildSelecting(root, story, title) {
  const add = button({ class: "b small picked", hidden: true }, "Add a claim");
  root.append(add);
  // The press itself must not undo the selection.
  add.addEventListener("pointerdown", (event) => event.preventDefault());
  add.addEventListener("click", () => {
    if (desk.selection) openClaimForm(desk.selection);
    set(add, "hidden", true);
  });
  const look = () => {
    const selection = getSelection();
    const range = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    if (!range) return set(add, "hidden", true);
    const place = placeIn(story, range, "text") ?? placeIn(title, range, "title");
    if (!place) return undefined;
    desk.selection = place;
    set(add, "hidden", !desk.me?.corrects);
    const box = range.getBoundingClientRect();
    const frame = root.getBoundingClientRect();
    add.style.top = `${box.bottom - frame.top + 6}px`;
    add.style.left = `${Math.max(0, Math.min(box.left - frame.left, frame.width - 130))}px`;
    return undefined;
  };
  document.addEventListener("selectionchange", look);
  return () => document.removeEventListener("selectionchange", look);
}

function placeIn(element, range, inside) {
  if (!element.contains(range.startContainer) || !element.contains(range.endContainer)) return null;
  const before = document.createRange();
  before.setStart(element, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const told = range.toString();
  const words = told.trim();
  if (!words) return null;
  const start = count(before.toString()) + count(told) - count(told.trimStart());
  return { inside, start, end: start + count(words), words };
}
