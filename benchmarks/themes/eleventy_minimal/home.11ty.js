// The home page: the newest month.
import { base } from "./_includes/base.js";
import { cards, monthName, periods } from "./_includes/parts.js";

export const data = { permalink: "/" };

export function render({ collections }) {
  const newest = collections.periods.at(-1).months.at(-1);
  const sources = new Set(collections.events.flatMap((event) => event.data.sources));
  const counted = `${collections.events.length} events, ${sources.size} sources. Shown here: ${monthName(newest.id)}`;
  const main = `<h1>Made-up timeline</h1>
<p class="counts">${counted}</p>
${periods(collections.periods)}${cards(newest.events.slice(-50))}`;
  return base("Made-up timeline", main);
}
