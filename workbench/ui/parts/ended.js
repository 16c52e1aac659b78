// A page whose session has ended: it says so, leads to the sign-in, and keeps what was not saved.

import { h, plural } from "./dom.js";
import { desk } from "./state.js";

const address = () => `/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`;

function words() {
  const count = desk.unacked.length + desk.foreign.length;
  const kept = count ? ` ${plural(count, "act")} not saved yet: kept in this tab until you sign in again.` : "";
  return `You are signed out here.${kept} `;
}

export function notice() {
  // What is kept comes back with this tab, so nothing is lost by leaving.
  const leave = () => (desk.leaving = true);
  return h("p", { class: "ended", role: "alert" }, words(), h("a", { href: address(), onclick: leave }, "Sign in again"));
}

export function build({ parentElement }) {
  const frame = h("div", { class: "fd" });
  parentElement.append(frame);
  return {
    take() {
      desk.out = true;
      frame.replaceChildren(notice());
    },
    end() {},
  };
}
