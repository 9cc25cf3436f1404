// The indexes of categories, places, people, tags, sources and figures.
import { base, label } from "./_includes/base.js";
import { counts, nameOf, pages } from "./_includes/parts.js";

export const data = {
  pagination: { data: "collections.indexPages", size: 1, alias: "chunk" },
  permalink: (data) => data.chunk.path,
};

const line = (term) =>
  `<li><a href="${term.path}">${nameOf(term.kind, term.id)}</a> <span class="count">${term.events.length}</span></li>\n`;

export const render = ({ chunk }) =>
  base(label(chunk.kind), `<h1>${label(chunk.kind)}</h1>
${counts(chunk, chunk.kind)}<ul class="index">
${chunk.items.map(line).join("")}</ul>
${pages(chunk)}`);
