// Categories, places, people and tags, each with its events.
import { base } from "./_includes/base.js";
import { cards, counts, pages } from "./_includes/minimal.js";
import { escaped, textOf } from "./_includes/parts.js";

export const data = {
  pagination: { data: "collections.termPages", size: 1, alias: "chunk" },
  permalink: (data) => data.chunk.path,
};

export function render({ chunk }) {
  const title = textOf(chunk.term.kind, chunk.term.id);
  const main = `<h1>${escaped(title)}</h1>
${counts(chunk, "events")}${cards(chunk.items)}${pages(chunk)}`;
  return base({ title, path: chunk.path, main });
}
