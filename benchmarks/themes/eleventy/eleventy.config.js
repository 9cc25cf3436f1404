// The made-up timeline, built by Eleventy: the same pages at the same addresses as Verbatim's.
import { chunks, claimsOfFigures, listed, periodsOf } from "./_includes/lists.js";
import { feedFiles } from "./_includes/feeds.js";
import { daysOfMonths, nearOf } from "./_includes/near.js";
import { dataFiles } from "./_includes/package.js";
import { claimsCsv, claimsJson } from "./_includes/records.js";
import { searchFiles } from "./_includes/searching.js";

const TERMS = ["categories", "places", "people", "tags"];
const KINDS = [...TERMS, "sources", "figures"];
// Of dates that begin on the same day the widest comes first.
const width = ({ data }) => (data.month_only ? 2 : data.until ? 1 : 0);
const byTime = (first, second) => first.data.date - second.data.date || width(second) - width(first) || (first.fileSlug < second.fileSlug ? -1 : 1);

// Sorted once a build: every collection is made from the same events.
const SORTED = new WeakMap();
function eventsOf(api) {
  const known = SORTED.get(api);
  if (known) return known;
  const events = api.getAll().filter(({ inputPath }) => inputPath.startsWith("./content/events/")).sort(byTime);
  SORTED.set(api, events);
  return events;
}

const figureFiles = (events) =>
  [...claimsOfFigures(events)].flatMap(([id, { claims }]) => [
    { path: `/figures/${id}/claims.csv`, claims, make: claimsCsv },
    { path: `/figures/${id}/claims.json`, claims, make: claimsJson },
  ]);

const pagesOf = (events, kind, size) =>
  listed(events, kind).flatMap((term) => chunks(term.path, term.events, size, { term }));

function neighbours(events) {
  return new Map(events.map((event, index) => [event.url, [events[index - 1], events[index + 1]]]));
}

function periodPages(events) {
  const years = periodsOf(events);
  const paged = (same) => (period, index) =>
    chunks(period.path, period.events, 50, {
      period,
      year: years.find(({ id }) => period.id.startsWith(id)),
      earlier: same[index - 1],
      later: same[index + 1],
    });
  const months = years.flatMap((year) => year.months);
  return [...years.flatMap(paged(years)), ...months.flatMap(paged(months))];
}

const COLLECTIONS = {
  events: (events) => events,
  neighbours,
  periods: periodsOf,
  periodPages,
  eventPages: (events) => chunks("/events/", events, 200),
  termPages: (events) => TERMS.flatMap((kind) => pagesOf(events, kind, 50)),
  sourcePages: (events) => pagesOf(events, "sources", 50),
  figurePages: (events) => pagesOf(events, "figures", 200),
  figureClaims: claimsOfFigures,
  near: nearOf,
  days: (events) => daysOfMonths(periodsOf(events)),
  dataFiles,
  figureFiles,
  feedFiles,
  searchFiles,
  indexPages: (events) =>
    KINDS.flatMap((kind) => chunks(`/${kind}/`, listed(events, kind), 200, { kind })),
};

export default function (config) {
  config.addPassthroughCopy("static");
  config.addPassthroughCopy({ root: "/" });
  config.ignores.add("static");
  for (const [name, make] of Object.entries(COLLECTIONS)) {
    config.addCollection(name, (api) => make(eventsOf(api)));
  }
  return {
    dir: { input: ".", output: "_site", includes: "_includes", data: "_data" },
    // Bodies are Markdown and nothing else: no template language looks at them first.
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
    templateFormats: ["md", "11ty.js"],
  };
}
