// The index of all events.
import { base } from "./_includes/base.js";
import { when } from "./_includes/dates.js";
import { counted, escaped, MARKER, nameOf, pageOf, pages } from "./_includes/parts.js";

export const data = {
  pagination: { data: "collections.eventPages", size: 1, alias: "chunk" },
  permalink: (data) => data.chunk.path,
};

const line = ({ url, data }) =>
  `<li class="category-${data.categories[0]}"><span class="when">${when(data)}</span>${MARKER}<span class="name"><a href="@root${url}index.html"><bdi>${escaped(data.title)}</bdi></a><span class="note">${nameOf("categories", data.categories[0])}</span></span></li>\n`;

export function render({ chunk }) {
  const main = `<header class="page-head">
<h1>Events</h1>
<p class="counts">${counted(chunk.total, "event")}${pageOf(chunk)}</p>
</header>
<ol class="index events">
${chunk.items.map(line).join("")}</ol>
${pages(chunk)}`;
  return base({ title: "Events", section: "events", path: chunk.path, main });
}
