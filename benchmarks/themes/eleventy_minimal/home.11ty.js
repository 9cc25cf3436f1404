// The home page: the newest month.
import { base } from "./_includes/base.js";
import { cards, periods } from "./_includes/minimal.js";
import { nameOf } from "./_includes/parts.js";

export const data = { permalink: "/" };

export function render({ collections }) {
  const newest = collections.periods.at(-1).months.at(-1);
  const sources = new Set(collections.events.flatMap((event) => event.data.sources));
  const main = `<h1>Made-up timeline</h1>
<p>${collections.events.length} events, ${sources.size} sources. Shown here: ${nameOf("months", newest.id)}</p>
${periods(collections.periods)}${cards(newest.events.slice(-50))}`;
  return base({ title: "", path: "/", main });
}
