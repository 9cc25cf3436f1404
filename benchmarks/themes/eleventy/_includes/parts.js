// The parts of pages: the same markup as Verbatim's default theme.
import { readFileSync } from "node:fs";
import { card } from "./card.js";
import { DAY, dayOf, heading, MONTH, monthOf, SHORT_MONTH } from "./dates.js";

// What events refer to. Read here and not as global data, which Eleventy would copy for each page.
const SHARED = JSON.parse(readFileSync("shared.json", "utf8"));
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export const escaped = (text) => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign]);
export const shared = (kind, id) => SHARED[kind][id];
export const grouped = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ",");
export const counted = (number, word) => `${grouped(number)} ${word}${number === 1 ? "" : "s"}`;

export function nameOf(kind, id) {
  if (kind === "months") return MONTH(monthOf(id));
  return escaped(textOf(kind, id));
}

export function textOf(kind, id) {
  const held = SHARED[kind]?.[id];
  return held ? (held.name ?? held.title ?? held.label) : id;
}

const remembered = (make) => {
  const known = new Map();
  return (id) => {
    const held = known.get(id) ?? make(id);
    known.set(id, held);
    return held;
  };
};

export const link = (kind, id) => `<a href="@root/${kind}/${id}/index.html">${nameOf(kind, id)}</a>`;
export const eventLink = ({ url, data }) => `<a href="@root${url}index.html">${escaped(data.title)}</a>`;
export const person = remembered((id) => `<a href="@root/people/${id}/index.html"><bdi>${nameOf("people", id)}</bdi></a>`);
export const place = remembered((id) => `<a href="@root/places/${id}/index.html"><bdi>${nameOf("places", id)}</bdi></a>`);
export const published = (source) =>
  `<time datetime="${source.published}">${DAY(new Date(source.published))}</time>`;

const source = (id, kind) => {
  const held = SHARED.sources[id];
  return `<cite>${link("sources", id)}</cite>, <bdi>${escaped(held.publisher)}</bdi>, ${kind(held)}${published(held)}`;
};
export const cited = remembered((id) => source(id, () => ""));
export const sourceLine = remembered((id) => source(id, (held) => `${held.kind}, `));

const UNVERIFIED = `<p class="cited"><span class="standing unverified">Not verified</span></p>\n`;

export const reported = (id) => ` data-reported="${SHARED.sources[id].published}"`;

export const quote = (each, { id = reported(each.source), anchor = "", cite = true } = {}) => `<figure class="quote"${id}>
<blockquote><p>${escaped(each.text)}</p></blockquote>
<figcaption>
<p class="speaker"><b>${person(each.speaker)}</b></p>
${cite ? `<p class="cited">${cited(each.source)}</p>\n` : ""}${anchor || UNVERIFIED}</figcaption>
</figure>
`;

export const category = ({ categories: [id] }) => `<span class="category">${link("categories", id)}</span>`;
export const MARKER = '<span class="marker" aria-hidden="true"></span>';

// The months of a list by the first event of each, where it runs through several.
function landmarks(events) {
  const found = new Map();
  for (const event of events) {
    const [id] = event.data.months;
    const held = found.get(id) ?? { id, first: event, count: 0 };
    found.set(id, held);
    held.count += 1;
  }
  const shown = found.size > 1 && found.size * 2 <= events.length;
  return new Map(shown ? [...found.values()].map((each) => [each.first, each]) : []);
}

const landmark = ({ id, count }) =>
  `<p class="landmark"><a href="@root/${id}/index.html">${MONTH(monthOf(id))}</a> <span class="count">${counted(count, "event")}</span></p>\n`;

export function days(events, figureClaims) {
  const parts = ['<ol class="days">\n'];
  const months = landmarks(events);
  let last = "";
  for (const event of events) {
    const day = dayOf(event.data);
    if (day !== last) {
      if (last) parts.push("</ol>\n</li>\n");
      const opens = months.has(event) ? landmark(months.get(event)) : "";
      parts.push(`<li class="day" id="day-${day}">\n${opens}<h2 class="day-heading">${heading(event.data)}</h2>\n<ol class="events">\n`);
      last = day;
    }
    parts.push("<li>\n", card(event, figureClaims), "\n</li>\n");
  }
  parts.push("</ol>\n</li>\n</ol>\n\n");
  return parts.join("");
}

function periodLink(period, text, here) {
  const count = period.events.length;
  return `<a href="@root${period.path}index.html"${period.path === here ? ' aria-current="page"' : ""}>${text}<span class="unseen">: </span> <span class="count">${count}<span class="unseen"> event${count === 1 ? "" : "s"}</span></span></a>`;
}

const yearItem = (here) => (year) => `<li><b>${periodLink(year, year.id, here)}</b>
<ul>
${year.months.map((month) => `<li>${periodLink(month, SHORT_MONTH(monthOf(month.id)), here)}</li>\n`).join("")}</ul>
</li>
`;

export const periods = (years, here = "") => `<nav class="periods" aria-label="Years and months">
<ul>
${years.map(yearItem(here)).join("")}</ul>
</nav>

`;

export const pageOf = (chunk) => (chunk.count > 1 ? `, page ${chunk.number} of ${chunk.count}` : "");

function pageItem(chunk, path, number) {
  const away = Math.abs(number - chunk.number);
  const shown = `<span class="unseen">Page </span>${number}</a></li>\n`;
  if (!away) return `<li><a href="@root${path}index.html" aria-current="page">${shown}`;
  if (away <= 2 || number === 1 || number === chunk.count) return `<li><a href="@root${path}index.html">${shown}`;
  return away === 3 ? '<li class="gap" aria-hidden="true">…</li>\n' : "";
}

export function pages(chunk) {
  if (chunk.count < 2) return "";
  const step = (rel, path, words) => (path ? `<a rel="${rel}" href="@root${path}index.html">${words}</a>\n` : "");
  const items = chunk.paths.map((path, index) => pageItem(chunk, path, index + 1)).join("");
  return `<nav class="pages" aria-label="Pages of this list">
${step("prev", chunk.previous, "Previous page")}<ol>
${items}</ol>
${step("next", chunk.next, "Next page")}</nav>

`;
}
