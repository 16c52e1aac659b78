// On pages without a story: nothing to see while all is saved, but what is not yet saved is still sent.

import { h, say, set } from "./dom.js";
import { buildCrossed } from "./crossed.js";
import { desk, watch } from "./state.js";
import * as outbox from "./outbox.js";

export function build({ parentElement }) {
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
  let post;
  return {
    take({ data, setStateValue }) {
      post = (value) => setStateValue("outbox", value);
      outbox.open(post);
      outbox.heard(data);
      if (desk.unacked.length) outbox.send();
      paint();
    },
    end() {
      leave();
      outbox.close(post);
    },
  };
}
