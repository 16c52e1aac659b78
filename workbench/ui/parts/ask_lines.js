// What each rating asks for and still lacks: a line beside its button, and one in the bar at the foot.

import { lacks } from "./asks.js";
import { h } from "./dom.js";
import { desk } from "./state.js";
import { RATINGS } from "./words.js";

// What is missing stands beside the button before it is pressed.
export function paintAsk(line, claim, rating, meaning) {
  const missing = lacks(claim.id, rating);
  const asks = desk.asks?.[rating];
  const state = missing.join("|") || (asks?.lacks || asks?.reason ? "ready" : "free");
  if (line.dataset.state === state) return;
  line.dataset.state = state;
  if (missing.length) line.replaceChildren("Needs ", ...bold(missing));
  else line.replaceChildren(state === "ready" ? h("span", { class: "is-verified" }, "✓ Ready. ") : "", meaning);
}

// The bar has room for one rating's wants: of the one that was given, else of the first that wants something.
export function paintDockAsk(line, claim, mine) {
  const wanting = RATINGS.filter(([rating]) => lacks(claim.id, rating).length);
  const [rating, word] = wanting.find(([name]) => name === mine) ?? wanting[0] ?? [];
  const missing = rating ? lacks(claim.id, rating) : [];
  const state = `${rating} ${missing}`;
  if (line.dataset.state === state) return;
  line.dataset.state = state;
  line.replaceChildren(...(rating ? [`${word} needs `, ...bold(missing)] : []));
}

const bold = (missing) => missing.flatMap((one, at) => [at ? ", and " : "", h("b", {}, one)]);
