// Events and claims as data, with the names and addresses of what they refer to.
import { createHash } from "node:crypto";
import { iso, latest } from "./dates.js";
import { HOME } from "./linked.js";
import { shared, textOf } from "./parts.js";

const person = (id) => ({ name: textOf("people", id), path: `/people/${id}/`, kind: "person", role: "", affiliation: "", is_withheld: false });
const place = (id) => ({ name: textOf("places", id), path: `/places/${id}/`, lat: null, lon: null, precision: shared("places", id).precision, country: null, within: [] });
const source = (id) => ({ id, path: `/sources/${id}/`, title: textOf("sources", id), publisher: shared("sources", id).publisher, kind: shared("sources", id).kind, author: "", url: null, published: shared("sources", id).published, accessed: null, language: null, archive_url: null, archived_at: null, restricted: false });
const STANDING = { kind: "no-copy", checked: null, copy_taken: null, copy_sha256: null, differences: [] };
const quote = (each) => ({ text: each.text, source: each.source, speaker: person(each.speaker), attribution: "", locator: "", language: null, translation: null, translated_from: null, said: null, context: "", in_captivity: false, standing: STANDING });
const claim = (each) => ({ figure: each.figure, claimant: person(each.claimant), source: each.source, value: each.value, low: null, high: null, qualifier: "exact", as_of: null, status: "unverified", disputed_by: [], quote: "", standing: null, note: "" });

const date = (data) => ({
  edtf: data.edtf,
  earliest: iso(data.date),
  latest: iso(latest(data)),
  precision: data.month_only ? "month" : "day",
  certainty: data.approximate ? "approximate" : "stated",
  time: null,
  time_is_approximate: false,
  part_of_day: null,
  timezone: "UTC",
  utc_offset_minutes: null,
});

// An event's record is made once: it stands by itself and in the file of all.
const RECORDS = new WeakMap();

export function record(event) {
  const known = RECORDS.get(event) ?? made(event);
  RECORDS.set(event, known);
  return known;
}

const made = ({ url, fileSlug, rawInput, data }) =>
  JSON.stringify({
    id: fileSlug,
    path: url,
    url: HOME + url,
    title: data.title,
    date: date(data),
    category: data.categories[0],
    summary: data.summary,
    body: rawInput.trim(),
    content_note: "",
    places: data.places.map(place),
    people: data.present.map(person),
    tags: data.tags,
    quotes: data.quotes.map(quote),
    claims: (data.claims ?? []).map(claim),
    sources: data.sources.map(source),
    media: [],
    related: [],
    reported: null,
    published: null,
    updated: null,
    corrections: [],
  });

const feature = ({ url, fileSlug, data }) =>
  JSON.stringify({
    type: "Feature",
    id: fileSlug,
    geometry: null,
    properties: { title: data.title, date: date(data), category: data.categories[0], summary: data.summary, places: data.places.map((id) => textOf("places", id)), precision: null, precision_m: null, content_note: null, path: url, url: HOME + url },
  });

export const eventsJson = (events) => `{
"title": "Made-up timeline",
"language": "en",
"licence": "",
"events": [
${events.map(record).join(",\n")}
]
}
`;

export const geojson = (events) => `{"type":"FeatureCollection","features":[
${events.map(feature).join(",\n")}
]}
`;

const COLLECTION = `${HOME}/data/annotations.json`;
const annotation = (event, { text, source }, index) =>
  JSON.stringify({
    id: `${COLLECTION}#${createHash("sha256").update(`${source}\n${text}`).digest("hex").slice(0, 32)}`,
    type: "Annotation",
    motivation: "linking",
    body: [
      { type: "TextualBody", value: text, format: "text/plain" },
      `${HOME}${event.url}#quote-${index + 1}`,
      { type: "TextualBody", value: "no-copy", format: "text/plain", purpose: "classifying" },
    ],
    target: { type: "SpecificResource", source: `${HOME}/sources/${source}/#source`, selector: { type: "TextQuoteSelector", exact: text } },
  });

export const quoteCount = (events) => events.reduce((sum, { data }) => sum + data.quotes.length, 0);

export const annotations = (events) => {
  const items = events.flatMap((event) => event.data.quotes.map((each, index) => annotation(event, each, index)));
  const page = `${COLLECTION}#page`;
  const head = JSON.stringify({ "@context": "http://www.w3.org/ns/anno.jsonld", id: COLLECTION, type: "AnnotationCollection", label: "Made-up timeline", total: items.length, last: page, first: { id: page, type: "AnnotationPage", startIndex: 0 } });
  return `${head.slice(0, -2)},"items":[\n${items.join(",\n")}\n]}}\n`;
};

export const claimsJson = (lines) =>
  `${JSON.stringify(
    lines.map(({ claim: each, event: { url, data } }) => ({ ...claim(each), event: { path: url, url: HOME + url, title: data.title, date: data.edtf } })),
    null,
    2,
  )}\n`;

const CLAIMS = "figure,claimant,value,low,high,qualifier,as_of,status,disputed_by,event,event_date,event_earliest,event_latest,source,publisher,source_url,quote,note";

export const claimsCsv = (lines) =>
  [CLAIMS, ...lines.map(({ claim: each, event: { url, data } }) =>
    [each.figure, textOf("people", each.claimant), each.value, "", "", "exact", "", "unverified", "", HOME + url, data.edtf, iso(data.date), iso(latest(data)), textOf("sources", each.source), shared("sources", each.source).publisher, "", "", ""].join(","))]
    .map((line) => `${line}\r\n`)
    .join("");
