// The tables of data, each as CSV and as JSON with one row a line.
import { readFileSync } from "node:fs";
import { iso, latest } from "./dates.js";
import { listed } from "./lists.js";
import { shared, textOf } from "./parts.js";

export const TABLES = JSON.parse(readFileSync("tables.json", "utf8"));

const numbered = (events, field, make) =>
  events.flatMap((event) => (event.data[field] ?? []).map((each, index) => make(event.fileSlug, each, index + 1)));

const terms = (events, kind, make) =>
  listed(events, kind).map(({ id, path }) => ({ id, path, ...make(shared(kind, id), id) }));

const ROWS = {
  events: (events) =>
    events.map(({ url, fileSlug, rawInput, data }) => ({
      id: fileSlug,
      title: data.title,
      date: data.edtf,
      earliest: iso(data.date),
      latest: iso(latest(data)),
      precision: data.month_only ? "month" : "day",
      certainty: data.approximate ? "approximate" : "stated",
      time_is_approximate: false,
      timezone: "UTC",
      category: data.categories[0],
      summary: data.summary,
      body: rawInput.trim(),
      path: url,
    })),
  quotes: (events) =>
    numbered(events, "quotes", (event, { text, source, speaker }, number) => ({
      id: `${event}/quote-${number}`,
      event,
      number,
      text,
      source,
      speaker,
      speaker_is_withheld: false,
      in_captivity: false,
      standing: "no-copy",
    })),
  claims: (events) =>
    numbered(events, "claims", (event, claim, number) => ({
      id: `${event}/claim-${number}`,
      event,
      number,
      ...claim,
      claimant_is_withheld: false,
      qualifier: "exact",
      status: "unverified",
    })),
  sources: (events) =>
    terms(events, "sources", ({ title, publisher, kind, published }) => ({
      title,
      publisher,
      kind,
      published,
      published_earliest: published,
      published_latest: published,
      restricted: false,
    })),
  people: (events) => terms(events, "people", ({ name }) => ({ name, kind: "person" })),
  places: (events) => terms(events, "places", ({ name, precision }) => ({ name, precision, precision_m: 1000 })),
  figures: (events) => terms(events, "figures", ({ title, unit }) => ({ title, unit, cumulative: false })),
  categories: (events) => terms(events, "categories", (_, id) => ({ label: textOf("categories", id) })),
  event_places: (events) => numbered(events, "places", (event, place, number) => ({ event, place, number })),
  event_people: (events) => numbered(events, "present", (event, person) => ({ event, person })),
  event_tags: (events) => numbered(events, "tags", (event, tag) => ({ event, tag })),
};

const cell = (value) => {
  const text = String(value ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

export function tableFiles(table, events) {
  const names = table.columns.map(({ name }) => name);
  const rows = ROWS[table.name]?.(events) ?? [];
  const csv = [names, ...rows.map((row) => names.map((name) => cell(row[name])))];
  const json = rows.map((row) => JSON.stringify(Object.fromEntries(names.map((name) => [name, row[name] ?? null]))));
  const about = { table, count: rows.length, path: `/data/tables/${table.name}` };
  return [
    { ...about, path: `${about.path}.csv`, type: "text/csv", text: csv.map((line) => `${line.join(",")}\r\n`).join("") },
    { ...about, path: `${about.path}.json`, type: "application/json", text: `[\n${json.join(",\n")}\n]\n` },
  ];
}
