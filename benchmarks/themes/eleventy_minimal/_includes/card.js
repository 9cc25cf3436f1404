// An event on a list. A card is made once: an event stands on a dozen lists.
import { when } from "./dates.js";
import { claim, quote, spans } from "./minimal.js";
import { escaped, eventLink } from "./parts.js";

const CARDS = new WeakMap();

export function card(event) {
  const { data } = event;
  const known = CARDS.get(event);
  if (known) return known;
  const made = `<article class="event">
<p>${when(data)}${spans("places", data.places)}${spans("categories", data.categories)}</p>
<h3>${eventLink(event)}</h3>
<p class="summary">${escaped(data.summary)}</p>
${data.quotes.map(quote).join("")}${(data.claims ?? []).map(claim).join("")}</article>
`;
  CARDS.set(event, made);
  return made;
}
