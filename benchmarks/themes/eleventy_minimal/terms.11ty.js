// Categories, places, people and tags, each with its events.
import { base } from "./_includes/base.js";
import { cards, counts, nameOf, pages } from "./_includes/parts.js";

export const data = {
  pagination: { data: "collections.termPages", size: 1, alias: "chunk" },
  permalink: (data) => data.chunk.path,
};

export function render({ chunk }) {
  const title = nameOf(chunk.term.kind, chunk.term.id);
  return base(title, `<h1>${title}</h1>
${counts(chunk, "events")}${cards(chunk.items)}${pages(chunk)}`);
}
