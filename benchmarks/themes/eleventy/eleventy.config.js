// The made-up timeline, built by Eleventy: the same pages at the same addresses as Verbatim's.
import { chunks, listed, periodsOf } from "./_includes/lists.js";

const TERMS = ["categories", "places", "people", "tags"];
const byTime = (first, second) => first.date - second.date || (first.fileSlug < second.fileSlug ? -1 : 1);

// What several collections need; made anew in each run, watched ones included.
const shared = { events: [] };

export default function (config) {
  // Bodies are Markdown and nothing else: no template language looks at them first.
  config.addCollection("events", (api) => {
    shared.events = api.getFilteredByGlob("content/events/*.md").sort(byTime);
    return shared.events;
  });
  config.addCollection("neighbours", () => {
    const { events } = shared;
    return new Map(events.map((event, index) => [event.url, [events[index - 1], events[index + 1]]]));
  });
  config.addCollection("eventPages", () => chunks("/events/", shared.events, 200));
  config.addCollection("periods", () => periodsOf(shared.events));
  config.addCollection("periodPages", () =>
    periodsOf(shared.events).flatMap((year) =>
      [year, ...year.months].flatMap((period) => chunks(period.path, period.events, 50, { period })),
    ),
  );
  config.addCollection("termPages", () =>
    TERMS.flatMap((kind) => listed(shared.events, kind).flatMap((term) => chunks(term.path, term.events, 50, { term }))),
  );
  config.addCollection("sourcePages", () =>
    listed(shared.events, "sources").flatMap((term) => chunks(term.path, term.events, 50, { term })),
  );
  config.addCollection("figurePages", () =>
    listed(shared.events, "figures").flatMap((term) => chunks(term.path, term.events, 200, { term })),
  );
  config.addCollection("indexPages", () =>
    [...TERMS, "sources", "figures"].flatMap((kind) =>
      chunks(`/${kind}/`, listed(shared.events, kind), 200, { kind }),
    ),
  );
  return {
    dir: { input: ".", output: "_site", includes: "_includes", data: "_data" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
    templateFormats: ["md", "11ty.js"],
  };
}
