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

const days = (moment) => Math.round((new Date(moment.toDateString()) - new Date(today())) / 864e5);

// When something runs or ends: the hour where it is today, the day before it where it is not. `short` for narrow columns.
export function clock(iso, short = false) {
  const moment = new Date(iso);
  const away = days(moment);
  const hour = moment.toLocaleTimeString("en-GB", HOUR);
  const name =
    away > 0 && away < 7
      ? moment.toLocaleDateString("en-GB", { weekday: "short" })
      : moment.toLocaleDateString("en-GB", { day: "numeric", month: "short" });
  const day = away === 1 && !short ? "tomorrow" : name;
  return h("time", { datetime: iso, title: iso, class: "num" }, away === 0 ? hour : `${day} ${hour}`);
}
