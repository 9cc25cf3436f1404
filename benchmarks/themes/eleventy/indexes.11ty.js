// The indexes of categories, places, people, tags, sources and figures.
import { base, label } from "./_includes/base.js";
import { counted, grouped, MARKER, nameOf, pageOf, pages, shared } from "./_includes/parts.js";

export const data = {
  pagination: { data: "collections.indexPages", size: 1, alias: "chunk" },
  permalink: (data) => data.chunk.path,
};

const WORDS = { people: "people and organisations", figures: "contested figures" };

function line({ kind, id, path, events }) {
  const isCategory = kind === "categories";
  const note = kind === "sources" ? `<span class="note">${shared(kind, id).publisher}</span>` : "";
  return `<li${isCategory ? ` class="category-${id}"` : ""}>${isCategory ? MARKER : ""}<span class="name"><a href="@root${path}index.html"><bdi>${nameOf(kind, id)}</bdi></a>${note}</span><span class="count">${counted(events.length, kind === "figures" ? "claim" : "event")}</span></li>\n`;
}

export function render({ chunk }) {
  const { kind } = chunk;
  const main = `<header class="page-head">
<h1>${label(kind)}</h1>
<p class="counts">${grouped(chunk.total)} ${WORDS[kind] ?? kind}${pageOf(chunk)}</p>
</header>
<ul class="index ${kind}">
${chunk.items.map(line).join("")}</ul>
${pages(chunk)}`;
  return base({ title: label(kind), section: kind, path: chunk.path, main });
}
