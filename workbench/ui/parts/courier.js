// On pages without a story: nothing to see while all is saved, but what is not yet saved is still sent.

import { h, say, set } from "./dom.js";
import { buildCrossed } from "./crossed.js";
import { watch } from "./state.js";
import { fallSilent, speakFor } from "./live.js";
import * as outbox from "./outbox.js";

export function build({ parentElement, setTriggerValue }) {
  const badge = h("p", { class: "tag wait", role: "status" });
  const crossed = buildCrossed();
  parentElement.append(h("div", { class: "fd fd-courier" }, badge, crossed.root));
  const paint = () => {
    crossed.paint();
    const words = outbox.waitingWords(outbox.waiting());
    say(badge, words);
    set(badge, "hidden", !words);
  };
  const leave = watch(paint);
  const runAnew = () => setTriggerValue("fresh", Date.now());
  return {
    take({ data }) {
      outbox.takePerson(data.me);
      speakFor(runAnew);
      paint();
    },
    end() {
      leave();
      fallSilent(runAnew);
    },
  };
}
