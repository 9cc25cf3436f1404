// The index of all events.
import { base } from "./_includes/base.js";
import { when } from "./_includes/dates.js";
import { counts, pages } from "./_includes/minimal.js";
import { eventLink, nameOf } from "./_includes/parts.js";

export const data = {
  pagination: { data: "collections.eventPages", size: 1, alias: "chunk" },
  permalink: (data) => data.chunk.path,
};

const line = (event) =>
  `<li>${when(event.data)} ${eventLink(event)} <span>${nameOf("categories", event.data.categories[0])}</span></li>\n`;

export function render({ chunk }) {
  const main = `<h1>Events</h1>
${counts(chunk, "events")}<ol>
${chunk.items.map(line).join("")}</ol>
${pages(chunk)}`;
  return base({ title: "Events", path: chunk.path, main });
}
