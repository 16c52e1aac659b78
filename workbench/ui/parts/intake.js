// What is being handed in right now, and what was refused, in words.

import { button, h, set } from "./dom.js";

const OVER = ["done", "refused"];

export function build({ parentElement }) {
  const root = h("div", { class: "fd stories intake", "aria-live": "polite" });
  parentElement.append(root);
  return {
    take({ data, setTriggerValue }) {
      set(root, "aria-busy", data.jobs.some((job) => !OVER.includes(job.state)) ? "true" : null);
      const finished = data.jobs.filter((job) => OVER.includes(job.state));
      const clear =
        finished.length > 1
          ? [
              h(
                "p",
                { class: "acts" },
                button(
                  { class: "b bare", onclick: () => setTriggerValue("cleared", "all") },
                  "Clear all that are done",
                ),
              ),
            ]
          : [];
      root.replaceChildren(...clear, ...data.jobs.map((job) => line(job, setTriggerValue)));
    },
  };
}

function line(job, trigger) {
  const children = [h("h3", { dir: "auto" }, job.name)];
  if (job.state === "refused")
    children.push(
      h("p", { class: "say" }, h("b", { class: "is-disputed" }, "Not read. "), h("span", { dir: "auto" }, job.says)),
    );
  else if (job.state === "done")
    children.push(h("p", { class: "say" }, h("b", { class: "is-verified" }, "✓ Handed in. "), job.says));
  else
    children.push(
      h("div", { class: "bar load", role: "progressbar", "aria-label": job.says }, h("i", { class: job.state })),
      h("p", { class: "say" }, job.says),
    );
  const acts = job.articles.flatMap((article) => [
    button(
      {
        class: "b bare",
        dir: "auto",
        "aria-label": `Open ${article.title}`,
        onclick: () => trigger("opened", article.id),
      },
      article.title === job.name ? "Open" : article.title,
    ),
    button(
      {
        class: "b bare",
        "aria-label": `Check the fields of ${article.title}`,
        onclick: () => trigger("fields", article.id),
      },
      "Check the fields",
    ),
  ]);
  if (OVER.includes(job.state))
    acts.push(
      button(
        { class: "b bare", "aria-label": `Clear ${job.name}`, onclick: () => trigger("cleared", job.number) },
        "Clear",
      ),
    );
  return h("article", { class: "st" }, children, h("p", { class: "acts" }, acts));
}
