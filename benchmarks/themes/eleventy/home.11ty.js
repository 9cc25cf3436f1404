// The home page: the newest month.
import { base } from "./_includes/base.js";
import { known, KNOWN_FILES } from "./_includes/known.js";
import { homeData } from "./_includes/linked.js";
import { overviewOfMonths } from "./_includes/overview.js";
import { counted, days, nameOf, periods } from "./_includes/parts.js";

export const data = { permalink: "/" };
const TAGLINE = "Made-up events for measuring";

export function render({ collections }) {
  const { events, figureClaims } = collections;
  const newest = collections.periods.at(-1).months.at(-1);
  const shown = newest.events.slice(-20);
  const isCut = newest.events.length > 20;
  const month = nameOf("months", newest.id);
  const more = `<p class="more"><a href="@root${newest.path}index.html">All ${newest.events.length} events of ${month}</a></p>\n`;
  const sources = new Set(events.flatMap((event) => event.data.sources)).size;
  const quotes = events.reduce((sum, event) => sum + event.data.quotes.length, 0);
  const main = `<header class="masthead">
<h1>Made-up timeline</h1>
<p class="tagline">${TAGLINE}</p>
<p class="counts">
${counted(events.length, "event")}, ${counted(quotes, "quote")}, ${counted(sources, "source")}. Shown here: ${isCut ? "the last 20 of " : ""}${month}</p>
</header>
${periods(collections.periods)}${overviewOfMonths(collections.periods.flatMap(({ months }) => months))}${known(shown)}${days(shown, figureClaims)}${isCut ? more : ""}`;
  return base({ title: "", description: TAGLINE, section: "timeline", path: "/", main, head: KNOWN_FILES, data: homeData(TAGLINE, shown) });
}
