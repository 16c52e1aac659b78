// Builds elements. Text from stories and people only ever becomes a text node, never markup.

export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(
    ...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false),
  );
  return element;
}

export const button = (attributes, ...children) => h("button", { type: "button", ...attributes }, ...children);

// Keys and signs are drawn by the style sheet: a button's text is its name and nothing else.
export const key = (letter) => h("kbd", { "aria-hidden": "true", "data-key": letter });
export const sign = (mark) => h("i", { "aria-hidden": "true", "data-sign": mark });

// Writes only what differs: an untouched node keeps its focus, its selection and its place on screen.
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

export function set(element, name, value) {
  if (value === null || value === undefined || value === false) {
    if (element.hasAttribute(name)) element.removeAttribute(name);
  } else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value));
}

export const number = (count) => count.toLocaleString("en");

export const plural = (count, one, many = `${one}s`) => `${number(count)} ${count === 1 ? one : many}`;

// A count that was taken no further than `most`.
export const capped = (count, most) => (count > most ? `${number(most)}+` : number(count));
