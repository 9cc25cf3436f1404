// The parts of pages: the same markup as every other tool's here.
import { readFileSync } from "node:fs";

// What events refer to. Read here and not as global data, which Eleventy would copy for each page.
const SHARED = JSON.parse(readFileSync("shared.json", "utf8"));
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const form = (options) => new Intl.DateTimeFormat("en-US", { timeZone: "UTC", ...options });
const DAY = form({ year: "numeric", month: "long", day: "numeric" });
const MONTH = form({ year: "numeric", month: "long" });
const MONTH_AND_DAY = form({ month: "long", day: "numeric" });
const CITED = new Map();

export const escaped = (text) => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign]);
export const shared = (kind, id) => SHARED[kind][id];
export const monthName = (id) => MONTH.format(new Date(`${id.replace("/", "-")}-01`));
const grouped = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ",");

export function nameOf(kind, id) {
  const held = SHARED[kind]?.[id];
  return escaped(held ? (held.name ?? held.title ?? held.label) : id);
}

export const link = (kind, id) => `<a href="/${kind}/${id}/">${nameOf(kind, id)}</a>`;

function whenText({ date, until, approximate, month_only: monthOnly }) {
  if (until) return `${MONTH_AND_DAY.format(date)} – ${DAY.format(until)}`;
  if (monthOnly) return MONTH.format(date);
  return approximate ? `about ${DAY.format(date)}` : DAY.format(date);
}

export const when = (data) => `<time datetime="${data.edtf}">${whenText(data)}</time>`;
export const published = (source) =>
  `<time datetime="${source.published}">${DAY.format(new Date(source.published))}</time>`;

export function cited(id) {
  const source = SHARED.sources[id];
  const known = CITED.get(id) ?? `<cite>${link("sources", id)}</cite>, ${escaped(source.publisher)}, ${published(source)}`;
  CITED.set(id, known);
  return known;
}

export const quote = (each) => `<figure class="quote">
<blockquote><p>${escaped(each.text)}</p></blockquote>
<figcaption>
<p class="speaker">${link("people", each.speaker)}</p>
<p class="cited">${cited(each.source)}</p>
</figcaption>
</figure>
`;

export const amount = (claim) => grouped(claim.value);
export const claim = (each) =>
  `<p class="claim">${link("figures", each.figure)}: <b class="amount">${amount(each)}</b> ${link("people", each.claimant)}, ${cited(each.source)}</p>
`;

const spans = (kind, name, ids) => ids.map((id) => ` <span class="${name}">${link(kind, id)}</span>`).join("");
export const category = (data) => spans("categories", "category", data.categories);

// A card is made once: an event stands on a dozen lists. A changed event is another object.
const CARDS = new WeakMap();

function card(event) {
  const { data } = event;
  const known = CARDS.get(event);
  if (known) return known;
  const made = `<article class="event">
<p class="meta">${when(data)}${spans("places", "place", data.places)}${category(data)}</p>
<h3><a href="${event.url}">${escaped(data.title)}</a></h3>
<p class="summary">${escaped(data.summary)}</p>
${data.quotes.map(quote).join("")}${(data.claims ?? []).map(claim).join("")}</article>
`;
  CARDS.set(event, made);
  return made;
}

export const cards = (events) => `<ol class="events">
${events.map((event) => `<li>\n${card(event)}</li>\n`).join("")}</ol>
`;

export const periods = (held) => `<nav class="periods">
<ul>
${held.map((each) => `<li><a href="${each.path}">${each.kind === "months" ? monthName(each.id) : each.id}</a> <span class="count">${each.events.length}</span></li>\n`).join("")}</ul>
</nav>
`;

export const counts = (chunk, of) =>
  `<p class="counts">${chunk.total} ${of}${chunk.count > 1 ? `, page ${chunk.number} of ${chunk.count}` : ""}</p>
`;

export function pages(chunk) {
  if (chunk.count < 2) return "";
  const previous = chunk.previous ? `<a rel="prev" href="${chunk.previous}">Previous page</a>\n` : "";
  const next = chunk.next ? `<a rel="next" href="${chunk.next}">Next page</a>\n` : "";
  return `<nav class="pages">\n${previous}${next}</nav>\n`;
}
