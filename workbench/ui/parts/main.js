// The one component: which part a mount shows stands in its data.

import { changed } from "./state.js";
import * as courier from "./courier.js";
import * as ended from "./ended.js";
import * as reader from "./reader.js";
import * as judge from "./judge.js";
import * as card from "./card.js";
import * as stories from "./stories.js";
import * as intake from "./intake.js";
import * as log from "./log.js";
import * as measured from "./measured.js";
import * as queue from "./queue.js";
import * as concerns from "./concerns.js";
import * as kept from "./kept.js";
import * as sessions from "./sessions.js";
import * as sources from "./sources.js";
import * as way from "./way.js";
import * as greeting from "./greeting.js";

const ROOMS = { stories, intake, log, measured, queue, greeting, concerns, kept, sessions, sources, way };
const PARTS = { courier, ended, reader, judge, card, ...ROOMS };

// Streamlit calls anew when the theme changes, so this follows it.
function handOnScheme() {
  const app = document.querySelector("[data-testid=stApp]");
  if (app) document.documentElement.style.colorScheme = getComputedStyle(app).colorScheme;
}

export function mount(component) {
  handOnScheme();
  const { parentElement, setStateValue, setTriggerValue } = component;
  const data = JSON.parse(component.data?.told ?? "null");
  const part = PARTS[data?.part];
  if (!part) return undefined;
  // Streamlit calls again on every new value and cleans up only at the end, so each place keeps its one instance.
  const told = { data, parentElement, setStateValue, setTriggerValue };
  parentElement.__part ??= part.build(told);
  parentElement.__part.take(told);
  // What one part was told may be news to the others.
  changed();
  return () => {
    parentElement.__part?.end?.();
    parentElement.__part = undefined;
  };
}
