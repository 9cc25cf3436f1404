// The index of all events.
import { base } from "./_includes/base.js";
import { counts, escaped, nameOf, pages, when } from "./_includes/parts.js";

export const data = {
  pagination: { data: "collections.eventPages", size: 1, alias: "chunk" },
  permalink: (data) => data.chunk.path,
};

const line = ({ url, data }) =>
  `<li>${when(data)} <a href="${url}">${escaped(data.title)}</a> <span class="category">${nameOf("categories", data.categories[0])}</span></li>\n`;

export const render = ({ chunk }) =>
  base("Events", `<h1>Events</h1>
${counts(chunk, "events")}<ol class="index events">
${chunk.items.map(line).join("")}</ol>
${pages(chunk)}`);
