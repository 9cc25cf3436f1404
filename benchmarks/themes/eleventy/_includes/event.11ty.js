// An event's own page.
import { base } from "./base.js";
import { compared, figureTitle, more } from "./card.js";
import { cite } from "./cite.js";
import { claimsTable } from "./claims.js";
import { when, whenText } from "./dates.js";
import { eventData, HOME } from "./linked.js";
import { readingOn } from "./near.js";
import { category, escaped, link, MARKER, nameOf, person, place, quote, sourceLine } from "./parts.js";

const head = (url) => `<link rel="alternate" type="application/json" href="@root${url}event.json" title="This entry as data">
<link rel="stylesheet" href="@root/static/css/event.css">
<script src="@root/static/js/cite.js" defer></script>
`;
const facts = (name, lines) =>
  lines.length ? `<div><dt>${name}</dt>\n${lines.map((line) => `<dd>${line}</dd>\n`).join("")}</div>\n` : "";

const neighbour = (rel, step, event) =>
  event
    ? `<a rel="${rel}" href="@root${event.url}index.html"><span class="step">${step}</span> <span class="date">${whenText(event.data)}</span> <span class="title">${escaped(event.data.title)}</span></a>\n`
    : "";

const anchored = (each, index) =>
  quote(each, {
    id: ` id="quote-${index + 1}"`,
    anchor: `<p class="cited"><span class="standing unverified">Not verified</span> No copy of the source was kept.</p>\n<p class="anchor"><span><a href="#quote-${index + 1}">Link to this quote</a></span></p>\n`,
  });

function comparison(held) {
  const caption = `Claims: ${nameOf("figures", held.figure)}`;
  return `<div class="compared">
<h3>${figureTitle(held.figure)}</h3>
${claimsTable(held.lines, { caption, own: 1, style: "beside" })}${more(held)}</div>
`;
}

const contested = (claims, event, figureClaims) => `<section class="contested" aria-labelledby="figures">
<h2 id="figures">Contested figures</h2>
<p class="hint">Claims stand side by side. This site does not choose between them, and averages none.</p>
${claims.map((claim) => comparison(compared(claim, event, figureClaims))).join("")}</section>
`;

export function render(data) {
  const { url, fileSlug } = data.page;
  const event = { url, fileSlug, data };
  const { neighbours, figureClaims } = data.collections;
  const [previous, next] = neighbours.get(url);
  const main = `<article class="entry category-${data.categories[0]}">
<header class="page-head">
<p class="meta">${MARKER}<span class="time">${when(data)}</span>${category(data)}</p>
<h1>${escaped(data.title)}</h1>
<p class="summary">${escaped(data.summary)}</p>
</header>
<dl class="facts">
${facts("Where", data.places.map(place))}${facts("Who", data.present.map(person))}${facts("Tags", [data.tags.map((id) => link("tags", id)).join(", ")])}</dl>
<div class="rest">
<div class="story">
<div class="prose">
${data.content}</div>
<section class="quotes" aria-labelledby="quotes">
<h2 id="quotes">In their words</h2>
${data.quotes.map(anchored).join("")}</section>
</div>
${data.claims ? contested(data.claims, event, figureClaims) : ""}${readingOn(event, data.collections)}<section aria-labelledby="sources">
<h2 id="sources">Sources</h2>
<ol class="sources">
${data.sources.map((id) => `<li>${sourceLine(id)}</li>\n`).join("")}</ol>
</section>
<footer class="record" aria-labelledby="record">
<h2 id="record">The record of this entry</h2>
<dl>
<div><dt>Happened</dt><dd>${when(data)}</dd></div>
<div><dt>Permanent address</dt><dd><a class="address" href="@root${url}index.html">${HOME}${url}</a></dd></div>
</dl>
</footer>
${cite(event)}</div>
</article>
<nav class="pager" aria-label="Neighbours in time">
${neighbour("prev", "Before this", previous)}${neighbour("next", "After this", next)}</nav>
`;
  const social = `<meta property="og:type" content="article">
<meta property="article:section" content="${nameOf("categories", data.categories[0])}">
`;
  const about = { title: data.title, description: data.summary, section: "events", path: url };
  return base({ ...about, main, social, head: head(url), data: eventData(event) });
}
