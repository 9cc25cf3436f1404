// The parts of pages with the barest markup.
import { card } from "./card.js";
import { DAY, monthOf, MONTH } from "./dates.js";
import { escaped, grouped, link, shared } from "./parts.js";

const CITED = new Map();

export const published = (source) => `<time datetime="${source.published}">${DAY(new Date(source.published))}</time>`;

export function cited(id) {
  const source = shared("sources", id);
  const known = CITED.get(id) ?? `<cite>${link("sources", id)}</cite>, ${escaped(source.publisher)}, ${published(source)}`;
  CITED.set(id, known);
  return known;
}

export const quote = (each) => `<figure>
<blockquote><p>${escaped(each.text)}</p></blockquote>
<figcaption>
<p>${link("people", each.speaker)}</p>
<p>${cited(each.source)}</p>
</figcaption>
</figure>
`;

export const claim = (each) =>
  `<p>${link("figures", each.figure)}: <b>${grouped(each.value)}</b> ${link("people", each.claimant)}, ${cited(each.source)}</p>
`;

export const spans = (kind, ids) => ids.map((id) => ` <span>${link(kind, id)}</span>`).join("");

export const cards = (events) => `<ol>
${events.map((event) => `<li>\n${card(event)}</li>\n`).join("")}</ol>
`;

export const periods = (held) => `<nav>
<ul>
${held.map((each) => `<li><a href="@root${each.path}index.html">${each.kind === "months" ? MONTH(monthOf(each.id)) : each.id}</a> <span>${each.events.length}</span></li>\n`).join("")}</ul>
</nav>
`;

export const counts = (chunk, of) =>
  `<p>${chunk.total} ${of}${chunk.count > 1 ? `, page ${chunk.number} of ${chunk.count}` : ""}</p>
`;

export function pages(chunk) {
  if (chunk.count < 2) return "";
  const step = (rel, path, words) => (path ? `<a rel="${rel}" href="@root${path}index.html">${words}</a>\n` : "");
  return `<nav>\n${step("prev", chunk.previous, "Previous page")}${step("next", chunk.next, "Next page")}</nav>\n`;
}
