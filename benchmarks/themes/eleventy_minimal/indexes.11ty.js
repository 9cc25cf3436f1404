// The indexes of categories, places, people, tags, sources and figures.
import { base, label } from "./_includes/base.js";
import { counts, pages } from "./_includes/minimal.js";
import { nameOf } from "./_includes/parts.js";

export const data = {
  pagination: { data: "collections.indexPages", size: 1, alias: "chunk" },
  permalink: (data) => data.chunk.path,
};

const line = (term) =>
  `<li><a href="@root${term.path}index.html">${nameOf(term.kind, term.id)}</a> <span>${term.events.length}</span></li>\n`;

export function render({ chunk }) {
  const main = `<h1>${label(chunk.kind)}</h1>
${counts(chunk, chunk.kind)}<ul>
${chunk.items.map(line).join("")}</ul>
${pages(chunk)}`;
  return base({ title: label(chunk.kind), path: chunk.path, main });
}
