// What the parts of one page share. It lives on globalThis because every mount runs its own copy of the component's script.

const SHARED = "__factDesk";

export const desk = (globalThis[SHARED] ??= {
  article: null, // the id of the story on screen
  claims: [], // in story order
  byId: new Map(),
  states: new Map(), // what the server last said of each claim
  current: null,
  me: null, // who is signed in: id, name, what they may, whether they have the keys on
  unacked: [],
  foreign: [], // acts that another person left in this tab
  drafts: new Map(), // reasons typed but not yet given
  noneFound: new Map(), // the note "no evidence was found", ticked but not yet given
  remarks: new Map(), // comments typed but not yet sent
  corrections: new Map(), // fields typed for a claim but not yet kept
  people: [], // whom a comment can call
  selection: null, // words selected in the story
  claimForm: null,
  forms: new Map(), // evidence typed but not yet added
  head: null, // the newest event of the log that this window knows of
  others: [], // who else is on this story, and on which claim
  asks: null, // what the house policy asks of each rating
  second: null, // which claims it wants a second check of
  refusals: [],
  crossed: [], // judgements of mine that met what I had not seen
  crossedKeys: new Set(),
  openForm: null,
  uploads: 0, // files that are on their way to the desk
  going: null, // the story that is being left for the queue's next one
  watchers: new Set(),
  card: null, // what the server last said of one claim's evidence and history
  cardOld: false, // whether it was told that this has changed, or was shown before it was asked for anew
  cards: new Map(), // of other claims, as the server last told of them
  ahead: null, // the claim whose card is asked for ahead
  looksAhead: false,
  answeredIn: 0, // how many milliseconds the desk took for its last answer
  unanswered: false, // the desk did not answer the last time it was told something
  out: false, // the session has ended
  runAnew: null, // has Streamlit draw the page anew
  told: null,
});

let scheduled = false;

// Any number of changes before the next frame are painted once.
export function changed() {
  if (scheduled) return;
  scheduled = true;
  requestAnimationFrame(() => {
    scheduled = false;
    for (const watcher of [...desk.watchers]) watcher();
  });
}

export function watch(watcher) {
  desk.watchers.add(watcher);
  return () => desk.watchers.delete(watcher);
}

export function takeStory(story, asked) {
  const other = desk.article !== story.article;
  if (other) desk.going = null;
  desk.article = story.article;
  desk.claims = story.claims;
  desk.byId = new Map(story.claims.map((claim, place) => [claim.id, { ...claim, place }]));
  if (other) Object.assign(desk, { states: new Map(), head: null, card: null, cards: new Map(), openForm: null, refusals: [], current: null, others: [] });
  takeStandings(desk.told);
  if (asked !== undefined && desk.byId.has(asked)) desk.current = asked;
  if (!desk.byId.has(desk.current)) desk.current = null;
}

// Which part's first word comes first is not settled, so each leaves its own for the other. What was heard of single
// claims since is newer than a page drawn before.
export function takeStandings(told) {
  desk.told = told;
  if (told?.article !== desk.article) return;
  Object.assign(desk, { asks: told.asks, second: told.second });
  if (told.head < desk.head) return;
  desk.states = new Map(told.states.map((state) => [state.id, state]));
  // What happened since the last telling is told with no claim's name: any other card may be older than it.
  if (told.head > desk.head) desk.cards.clear();
  desk.head = told.head;
}

// What others did since. Claims that are new to this window come with the whole story.
export function takeNews(head, states) {
  if (head < desk.head) return;
  desk.head = head;
  for (const state of states) if (desk.byId.has(state.id)) desk.states.set(state.id, state);
}

export const claimNow = () => desk.byId.get(desk.current);
