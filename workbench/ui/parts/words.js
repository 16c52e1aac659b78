// The signs and words of ratings and kinds: one place, so that text, strip, card and lists agree.

export const SIGNS = {
  open: "○",
  verified: "✓",
  disputed: "▲",
  sourced: "◆",
  contested: "≠",
  second: "½",
  provisional: "◌",
  dismissed: "×",
};

export const RATINGS = [
  ["verified", "Verified", "v", "right, on independent evidence"],
  ["disputed", "Disputed", "d", "evidence speaks against it, or sources disagree"],
  ["sourced", "Sourced", "s", "traced to a named origin, not independently confirmed"],
];

export const SAYS = {
  open: "open",
  verified: "verified",
  disputed: "disputed",
  sourced: "sourced",
  contested: "contested",
  second: "needs a second check",
  provisional: "provisional",
  dismissed: "dismissed",
};

const KINDS = {
  money: ["$", "figure"],
  count: ["#", "figure"],
  percent: ["%", "figure"],
  measure: ["↔", "figure"],
  rank: ["1st", "figure"],
  date: ["day", "time"],
  quote: ["“”", "word"],
  attributed: ["says", "word"],
  identity: ["who", "name"],
  statement: ["¶", "plain"],
};

export const KIND_NAMES = Object.keys(KINDS).map((kind) => [kind, kind]);

export const BOUNDS = [
  ["", "–"],
  ["exactly", "exactly"],
  ["about", "about"],
  ["at_least", "at least"],
  ["at_most", "at most"],
  ["more_than", "more than"],
  ["less_than", "less than"],
];

export const STANCE_NAMES = [
  ["supports", "supports it"],
  ["refutes", "refutes it"],
  ["context", "gives context"],
];

export const kindTag = (kind) => KINDS[kind] ?? KINDS.statement;

export const QUEUE_KEYS = [
  ["J", "next claim"],
  ["K", "claim before"],
  ["↵", "open the claim"],
  ["A", "assign the claim or its story"],
  ["/", "search, Esc leaves it"],
  ["?", "this list"],
];

export const KEYS = [
  ["V", "verified"],
  ["D", "disputed"],
  ["S", "sourced"],
  ["X", "dismiss: no claim after all"],
  ["W", "write the reason, Esc leaves it"],
  ["C", "comment, Esc leaves it"],
  ["J", "next claim"],
  ["K", "claim before"],
  ["N", "next open claim; where none is left here, on in the queue"],
  ["E", "add evidence, Tab goes to its first field"],
  ["U", "undo my last review in this story"],
  ["?", "this list"],
];
