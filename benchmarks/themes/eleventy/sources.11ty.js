// Sources, each with what rests on it.
import { base } from "./_includes/base.js";
import { claimsFromSource } from "./_includes/claims.js";
import { when } from "./_includes/dates.js";
import { sourceData } from "./_includes/linked.js";
import { counted, escaped, eventLink, pages, published, quote, shared } from "./_includes/parts.js";

export const data = {
  pagination: { data: "collections.sourcePages", size: 1, alias: "chunk" },
  permalink: (data) => data.chunk.path,
};

const from = (id, lines = []) => lines.filter((each) => each.source === id);

function use(id, event) {
  const claims = from(id, event.data.claims);
  return `<li>
<h2>${eventLink(event)}</h2>
<p class="meta"><span>${when(event.data)}</span></p>
${from(id, event.data.quotes).map((each) => quote(each, { cite: false })).join("")}${claims.length ? claimsFromSource(claims, escaped(event.data.title)) : ""}</li>
`;
}

export function render({ chunk }) {
  const { id, events } = chunk.term;
  const source = shared("sources", id);
  const total = (name) => events.reduce((sum, event) => sum + from(id, event.data[name]).length, 0);
  const main = `<header class="page-head">
<p class="kicker"><a href="@root/sources/index.html">Sources</a></p>
<h1>${escaped(source.title)}</h1>
<dl class="facts row">
<div><dt>Publisher</dt><dd><bdi>${escaped(source.publisher)}</bdi></dd></div>
<div><dt>Kind</dt><dd>${source.kind}</dd></div>
<div><dt>Published</dt><dd>${published(source)}</dd></div>
</dl>
<p class="counts">What rests on it: ${counted(total("quotes"), "quote")} and ${counted(total("claims"), "claim")}, on ${counted(chunk.total, "event")}</p>
</header>
<ol class="uses">
${chunk.items.map((event) => use(id, event)).join("")}</ol>
${pages(chunk)}`;
  const description = `${source.publisher}: what rests on this source.`;
  const about = { title: source.title, description, section: "sources", path: chunk.path };
  return base({ ...about, main, data: sourceData(id, source.title, chunk.path) });
}
