// An event's own page.
import { base } from "./base.js";
import { when } from "./dates.js";
import { cited, claim, quote, spans } from "./minimal.js";
import { escaped, eventLink, link } from "./parts.js";

const facts = (name, kind, ids) =>
  ids.length ? `<dt>${name}</dt>\n${ids.map((id) => `<dd>${link(kind, id)}</dd>\n`).join("")}` : "";

const step = (rel, event) => (event ? `${eventLink(event).replace("<a ", `<a rel="${rel}" `)}\n` : "");

const contested = (claims) =>
  claims ? `<section>\n<h2>Contested figures</h2>\n${claims.map(claim).join("")}</section>\n` : "";

export function render(data) {
  const { url } = data.page;
  const [previous, next] = data.collections.neighbours.get(url);
  const main = `<article>
<p>${when(data)}${spans("categories", data.categories)}</p>
<h1>${escaped(data.title)}</h1>
<p>${escaped(data.summary)}</p>
<dl>
${facts("Where", "places", data.places)}${facts("Who", "people", data.present)}${facts("Tags", "tags", data.tags)}</dl>
<div>
${data.content}</div>
<section>
<h2>In their words</h2>
${data.quotes.map(quote).join("")}</section>
${contested(data.claims)}<section>
<h2>Sources</h2>
<ol>
${data.sources.map((id) => `<li>${cited(id)}</li>\n`).join("")}</ol>
</section>
</article>
<nav>
${step("prev", previous)}${step("next", next)}</nav>`;
  return base({ title: data.title, path: url, main });
}
