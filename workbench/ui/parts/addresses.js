// Addresses beside Streamlit, under whatever path the desk is served at.

export const at = (path) => new URL(path, document.baseURI.replace(/[^/]*([?#].*)?$/, ""));

// A plain link would start the page over; a click without a modifier stays in it.
export const stays = (go) => (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  go();
};

// What the desk answers, or {says} with the sentence that says why not.
export async function ask(path, options = {}) {
  try {
    const heard = await fetch(at(path), options);
    const told = await heard.json();
    return heard.ok ? told : { says: told.says ?? "The desk could not answer. Reload the page." };
  } catch {
    return { says: "The desk does not answer. Try again when it does." };
  }
}
