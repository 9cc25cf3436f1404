// Every event as data, with the names and addresses of what it refers to.
import { iso } from "./_includes/dates.js";
import { nameOf, shared } from "./_includes/parts.js";

export const data = { permalink: "/data/events.json" };
const HOME = "https://timeline.example";

const person = (id) => ({ name: nameOf("people", id), path: `/people/${id}/`, kind: "person", role: "", affiliation: "", is_withheld: false });
const place = (id) => ({ name: nameOf("places", id), path: `/places/${id}/`, lat: null, lon: null, precision: shared("places", id).precision, country: null, within: [] });
const source = (id) => ({ id, path: `/sources/${id}/`, title: nameOf("sources", id), publisher: shared("sources", id).publisher, kind: shared("sources", id).kind, author: "", url: null, published: shared("sources", id).published, accessed: null, language: null, archive_url: null, archived_at: null, restricted: false });
const quote = (each) => ({ text: each.text, source: each.source, speaker: person(each.speaker), attribution: "", locator: "", language: null, translation: null, translated_from: null, said: null, context: "", in_captivity: false });
const claim = (each) => ({ figure: { title: nameOf("figures", each.figure), path: `/figures/${each.figure}/`, unit: "people" }, claimant: person(each.claimant), value: each.value, status: "unverified", source: each.source });

const date = (data) => ({
  edtf: data.edtf,
  earliest: iso(data.date),
  latest: iso(data.until ?? data.date),
  precision: data.month_only ? "month" : "day",
  certainty: data.approximate ? "approximate" : "stated",
  time: null,
  time_is_approximate: false,
  part_of_day: null,
  timezone: "UTC",
  utc_offset_minutes: null,
});

const record = ({ url, fileSlug, rawInput, data }) =>
  JSON.stringify({
    id: fileSlug,
    path: url,
    url: HOME + url,
    title: data.title,
    date: date(data),
    category: data.categories[0],
    summary: data.summary,
    body: rawInput,
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

export const render = ({ collections }) =>
  `{"title": "Made-up timeline",
"language": "en",
"licence": "",
"events": [
${collections.events.map(record).join(",\n")}
]}
`;
