// Feeds of what is new, as Atom and JSON Feed, and the calendar.
import { card } from "./card.js";
import { iso, when } from "./dates.js";
import { HOME, SITE } from "./linked.js";
import { listed } from "./lists.js";
import { escaped, textOf } from "./parts.js";

const TAGLINE = "Made-up events for measuring";
const NOW = "2025-01-01T00:00:00Z";
const A_DAY = 86_400_000;
const tag = (path) => `tag:timeline.example,2025-01-01:${path}`;
const newest = (events, most) => events.slice(-most).reverse();
const content = (event, figureClaims) =>
  `<p>${when(event.data)}</p>\n${card(event, figureClaims).trim()}`.replaceAll(/(@root\/[^"#]*)index\.html/g, "$1").replaceAll("@root", HOME);

export const isKnown = ({ data }) => !data.month_only && !data.approximate;

export function feedFiles(events) {
  const changes = { title: SITE, of: "/", events: newest(events, 50) };
  const corrections = { title: `${SITE} – Corrections`, of: "/corrections/", events: [] };
  const terms = ["categories", "places", "people"].flatMap((kind) => listed(events, kind));
  return [
    { ...changes, path: "/feeds/changes.xml", make: atom },
    { ...changes, path: "/feeds/changes.json", make: jsonFeed },
    { ...corrections, path: "/feeds/corrections.xml", make: atom },
    { ...corrections, path: "/feeds/corrections.json", make: jsonFeed },
    { path: "/feeds/calendar.ics", make: calendar, events: events.filter(isKnown), total: events.length },
    ...terms.map(({ kind, id, path, events: own }) => ({ path: `${path}feed.xml`, of: path, title: `${SITE} – ${textOf(kind, id)}`, events: newest(own, 20), make: atom })),
  ];
}

// An entry is made once: an event stands in the feeds of its category, its place and its people.
const ENTRIES = new WeakMap();

function entry(event, figureClaims) {
  const known = ENTRIES.get(event);
  if (known) return known;
  const { url, data } = event;
  const [category] = data.categories;
  const made = `<entry>
<id>${tag(url)}</id>
<title>${escaped(data.title)}</title>
<updated>${NOW}</updated>
<link rel="alternate" type="text/html" href="${HOME}${url}"/>
<category term="${category}" label="${textOf("categories", category)}"/>
<content type="html">${escaped(content(event, figureClaims))}</content>
</entry>
`;
  ENTRIES.set(event, made);
  return made;
}

const atom = ({ path, title, of, events }, figureClaims) => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>${tag(path)}</id>
<title>${escaped(title)}</title>
<subtitle>${TAGLINE}</subtitle>
<updated>${NOW}</updated>
<link rel="self" type="application/atom+xml" href="${HOME}${path}"/>
<link rel="alternate" type="text/html" href="${HOME}${of}"/>
<author>
<name>${SITE}</name>
</author>
<generator>Eleventy</generator>
${events.map((event) => entry(event, figureClaims)).join("")}</feed>
`;

const item = (figureClaims) => (event) => {
  const { url, data } = event;
  return `{
"id": "${tag(url)}",
"url": "${HOME}${url}",
"title": ${JSON.stringify(data.title)},
"content_html": ${JSON.stringify(content(event, figureClaims))},
"tags": [${JSON.stringify(textOf("categories", data.categories[0]))}],
"date_modified": "${NOW}"
}`;
};

const jsonFeed = ({ path, title, of, events }, figureClaims) => `{
"version": "https://jsonfeed.org/version/1.1",
"title": ${JSON.stringify(title)},
"description": "${TAGLINE}",
"home_page_url": "${HOME}${of}",
"feed_url": "${HOME}${path}",
"language": "en",
"authors": [{"name": "${SITE}"}],
"items": [
${events.map(item(figureClaims)).join(",\n")}
]
}
`;

const compact = (date) => iso(date).replaceAll("-", "");
const folded = (line) => (line.length > 75 ? `${line.slice(0, 75)}\r\n ${line.slice(75)}` : line);

const dated = ({ url, data }) => [
  "BEGIN:VEVENT",
  `UID:${tag(url).replaceAll(",", "\\,")}`,
  "DTSTAMP:20250101T000000Z",
  "LAST-MODIFIED:20250101T000000Z",
  "SEQUENCE:0",
  `DTSTART;VALUE=DATE:${compact(data.date)}`,
  `DTEND;VALUE=DATE:${compact(new Date((data.until ?? data.date).getTime() + A_DAY))}`,
  folded(`SUMMARY:${data.title}`),
  `CATEGORIES:${textOf("categories", data.categories[0])}`,
  `URL:${HOME}${url}`,
  `X-EDTF:${data.edtf}`,
  "TRANSP:TRANSPARENT",
  "CLASS:PUBLIC",
  "END:VEVENT",
];

function calendar({ events, total }) {
  const head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Eleventy//Eleventy//EN", "CALSCALE:GREGORIAN", `NAME:${SITE}`, `X-WR-CALNAME:${SITE}`];
  const left = `X-WR-CALDESC:${total - events.length} events are left out\\, since their days are not known.`;
  return [...head, left, ...events.flatMap(dated), "END:VCALENDAR"].map((line) => `${line}\r\n`).join("");
}
