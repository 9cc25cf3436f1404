// Sources, each with what rests on it.
import { base } from "./_includes/base.js";
import { claim, counts, escaped, pages, published, quote, shared, when } from "./_includes/parts.js";

export const data = {
  pagination: { data: "collections.sourcePages", size: 1, alias: "chunk" },
  permalink: (data) => data.chunk.path,
};

const use = (id) => ({ url, data }) => `<li>
<h2><a href="${url}">${escaped(data.title)}</a></h2>
<p class="meta">${when(data)}</p>
${data.quotes.filter((each) => each.source === id).map(quote).join("")}${(data.claims ?? []).filter((each) => each.source === id).map(claim).join("")}</li>
`;

export function render({ chunk }) {
  const source = shared("sources", chunk.term.id);
  return base(escaped(source.title), `<h1>${escaped(source.title)}</h1>
<p class="about">${escaped(source.publisher)}, ${source.kind}, ${published(source)}</p>
${counts(chunk, "events")}<ol class="uses">
${chunk.items.map(use(chunk.term.id)).join("")}</ol>
${pages(chunk)}`);
}
