// Times in the reader's own zone; the machine's UTC stays readable in the element's datetime.

import { h } from "./dom.js";

const today = () => new Date().toDateString();
const HOUR = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };

export function time(iso, full = false) {
  const moment = new Date(iso);
  const sameDay = moment.toDateString() === today();
  const day = moment.toLocaleDateString("en-GB", {
    day: "numeric",
    month: "short",
    year: full ? "numeric" : undefined,
  });
  const hour = moment.toLocaleTimeString("en-GB", full ? { ...HOUR, second: "2-digit" } : HOUR);
  return h(
    "time",
    { datetime: iso, title: iso, class: "num" },
    sameDay && !full ? hour : full ? `${day}, ${hour}` : day,
  );
}
