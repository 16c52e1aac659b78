// What the parts of one page share. It lives on globalThis because every mount runs its own copy of the component's script.

const SHARED = "__factDesk";

export const desk = (globalThis[SHARED] ??= {
  article: null, // the id of the story on screen
  claims: [], // in story order
  byId: new Map(),
  states: new Map(), // what the server last said of each claim
  order: [], // claims of my reviews that still count, oldest first
  current: null,
  me: null, // who is signed in: id, name, what they may, whether they have the keys on
  unacked: [],
  foreign: [], // acts that another person left in this tab
  drafts: new Map(), // reasons typed but not yet given
  noneFound: new Map(), // the note "no evidence was found", ticked but not yet given
  remarks: new Map(), // comments typed but not yet sent
  people: [], // whom a comment can call
  selection: null, // words selected in the story
  claimForm: null,
  forms: new Map(), // evidence typed but not yet added
  head: null, // the newest event of the log that this window knows of
  others: [], // who else is on this story, and on which claim
  me: null,
  asks: null, // what the house policy asks of each rating
  second: null, // which claims it wants a second check of
  refusals: [],
  crossed: [], // judgements of mine that met what I had not seen
  crossedKeys: new Set(),
  openForm: null,
  going: null, // the story that is being left for the queue's next one
  watchers: new Set(),
  post: null,
  have: null, // the version of the story on screen; the server need not send it again
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
  if (other) Object.assign(desk, { states: new Map(), order: [], openForm: null, refusals: [], current: null, others: [] });
  takeStandings(desk.told);
  if (asked !== undefined && desk.byId.has(asked)) desk.current = asked;
  if (!desk.byId.has(desk.current)) desk.current = null;
}

// Which part's first word comes first is not settled, so each leaves its own for the other.
export function takeStandings(told) {
  desk.told = told;
  if (told?.article !== desk.article) return;
  desk.states = new Map(told.states.map((state) => [state.id, state]));
  desk.order = told.order;
  Object.assign(desk, { head: told.head, asks: told.asks, second: told.second });
}

// What others did since. Claims that are new to this window come with the whole story.
export function takeNews(head, states) {
  desk.head = Math.max(desk.head ?? 0, head);
  for (const state of states) if (desk.byId.has(state.id)) desk.states.set(state.id, state);
}

export const claimNow = () => desk.byId.get(desk.current);
