// Sources, each with what rests on it.
import { base } from "./_includes/base.js";
import { when } from "./_includes/dates.js";
import { claim, counts, pages, published, quote } from "./_includes/minimal.js";
import { escaped, eventLink, shared } from "./_includes/parts.js";

export const data = {
  pagination: { data: "collections.sourcePages", size: 1, alias: "chunk" },
  permalink: (data) => data.chunk.path,
};

const from = (id, lines = []) => lines.filter((each) => each.source === id);

const use = (id) => (event) => `<li>
<h2>${eventLink(event)}</h2>
<p>${when(event.data)}</p>
${from(id, event.data.quotes).map(quote).join("")}${from(id, event.data.claims).map(claim).join("")}</li>
`;

export function render({ chunk }) {
  const source = shared("sources", chunk.term.id);
  const main = `<h1>${escaped(source.title)}</h1>
<p>${escaped(source.publisher)}, ${source.kind}, ${published(source)}</p>
${counts(chunk, "events")}<ol>
${chunk.items.map(use(chunk.term.id)).join("")}</ol>
${pages(chunk)}`;
  return base({ title: source.title, path: chunk.path, main });
}
