// An event's own page.
import { base } from "./base.js";
import { category, cited, claim, escaped, link, quote, when } from "./parts.js";

const facts = (name, kind, ids) =>
  ids.length ? `<dt>${name}</dt>\n${ids.map((id) => `<dd>${link(kind, id)}</dd>\n`).join("")}` : "";

function pager([previous, next]) {
  const before = previous ? `<a rel="prev" href="${previous.url}">${escaped(previous.data.title)}</a>\n` : "";
  const after = next ? `<a rel="next" href="${next.url}">${escaped(next.data.title)}</a>\n` : "";
  return `<nav class="pager">\n${before}${after}</nav>`;
}

const contested = (claims) =>
  claims
    ? `<section class="contested">\n<h2>Contested figures</h2>\n${claims.map(claim).join("")}</section>\n`
    : "";

export function render(data) {
  const main = `<article class="entry">
<p class="meta">${when(data)}${category(data)}</p>
<h1>${escaped(data.title)}</h1>
<p class="summary">${escaped(data.summary)}</p>
<dl class="facts">
${facts("Where", "places", data.places)}${facts("Who", "people", data.present)}${facts("Tags", "tags", data.tags)}</dl>
<div class="prose">
${data.content}</div>
<section class="quotes">
<h2>In their words</h2>
${data.quotes.map(quote).join("")}</section>
${contested(data.claims)}<section>
<h2>Sources</h2>
<ol class="sources">
${data.sources.map((id) => `<li>${cited(id)}</li>\n`).join("")}</ol>
</section>
</article>
${pager(data.collections.neighbours.get(data.page.url))}`;
  return base(escaped(data.title), main);
}
