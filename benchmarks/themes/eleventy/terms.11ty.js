// Categories, places, people and tags, each with its events.
import { base, label } from "./_includes/base.js";
import { claimsTable } from "./_includes/claims.js";
import { termData } from "./_includes/linked.js";
import { counted, days, MARKER, nameOf, pageOf, pages, shared, textOf } from "./_includes/parts.js";

export const data = {
  pagination: { data: "collections.termPages", size: 1, alias: "chunk" },
  permalink: (data) => data.chunk.path,
};

const DESCRIPTIONS = {
  categories: (name) => `Events in the category ${name}.`,
  places: (name) => `Events in ${name}.`,
  people: (name) => `Events that name ${name}.`,
  tags: (name) => `Events tagged ${name}.`,
};

function heading({ kind, id }) {
  if (kind === "categories") return `<span class="category-${id}">${MARKER}</span>${nameOf(kind, id)}`;
  return kind === "people" ? `<bdi>${nameOf(kind, id)}</bdi>` : nameOf(kind, id);
}

const about = ({ kind, id }) =>
  kind === "places"
    ? `<dl class="facts row">\n<div><dt>Kind</dt><dd>${shared(kind, id).precision}</dd></div>\n</dl>\n`
    : "";

function claimsBy({ id, events }, name) {
  const lines = events.flatMap((event) =>
    (event.data.claims ?? []).filter((claim) => claim.claimant === id).map((claim) => ({ claim, event })),
  );
  if (!lines.length) return "";
  return `<section class="contested" aria-labelledby="claims">
<h2 id="claims">Claims</h2>
<p class="hint">What others say of the same is on each figure’s page.</p>
${claimsTable(lines, { caption: `Claims by ${name}, in time`, by: "Figure" })}</section>
`;
}

export function render({ chunk, collections }) {
  const { term } = chunk;
  const title = nameOf(term.kind, term.id);
  const claims = term.kind === "people" && chunk.number === 1 ? claimsBy(term, title) : "";
  const feed = term.kind === "tags" ? "" : `@root${term.path}feed.xml`;
  const head = feed && `<link rel="alternate" type="application/atom+xml" title="${title}" href="${feed}">\n`;
  const main = `<header class="page-head">
<p class="kicker"><a href="@root/${term.kind}/index.html">${label(term.kind)}</a></p>
<h1>${heading(term)}</h1>
${about(term)}<p class="counts">${counted(chunk.total, "event")}${pageOf(chunk)}${feed && ` <a class="follow" href="${feed}" type="application/atom+xml">Follow</a>`}</p>
</header>
${claims}${days(chunk.items, collections.figureClaims)}${pages(chunk)}`;
  const description = DESCRIPTIONS[term.kind](title);
  const data = termData(term.kind, textOf(term.kind, term.id), chunk.path);
  return base({ title, description, section: term.kind, path: chunk.path, main, head, data });
}
