// The made-up timeline, built by Eleventy: the same pages at the same addresses as Verbatim's.
import { chunks, listed, periodsOf } from "./_includes/lists.js";

const TERMS = ["categories", "places", "people", "tags"];
const KINDS = [...TERMS, "sources", "figures"];
const byTime = (first, second) => first.date - second.date || (first.fileSlug < second.fileSlug ? -1 : 1);

const eventsOf = (api) =>
  api
    .getAll()
    .filter(({ inputPath }) => inputPath.startsWith("./content/events/"))
    .sort(byTime);

const pagesOf = (events, kind, size) =>
  listed(events, kind).flatMap((term) => chunks(term.path, term.events, size, { term }));

function neighbours(events) {
  return new Map(events.map((event, index) => [event.url, [events[index - 1], events[index + 1]]]));
}

function periodPages(events) {
  const periods = periodsOf(events).flatMap((year) => [year, ...year.months]);
  return periods.flatMap((period) => chunks(period.path, period.events, 50, { period }));
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
  indexPages: (events) =>
    KINDS.flatMap((kind) => chunks(`/${kind}/`, listed(events, kind), 200, { kind })),
};

export default function (config) {
  config.addPassthroughCopy("static");
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
