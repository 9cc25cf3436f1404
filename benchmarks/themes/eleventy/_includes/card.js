// An event on a list, with its figures beside those of others.
import { category, counted, escaped, eventLink, grouped, link, MARKER, person, place, quote, reported, shared } from "./parts.js";

// A claim and up to six that stand nearest to it in time, by other claimants. Verbatim's rule is
// finer (one claim of each claimant); this one is what a theme would do.
export function compared(claim, event, figureClaims) {
  const { claims, at } = figureClaims.get(claim.figure);
  const from = Math.max(0, Math.min(at.get(event.url) - 3, claims.length - 7));
  const rivals = claims.slice(from, from + 7).filter((each) => each.claim.claimant !== claim.claimant);
  return { figure: claim.figure, lines: [{ claim, event }, ...rivals], more: claims.length - rivals.length - 1 };
}

export const more = ({ figure, more: count }) =>
  count ? `<p class="more"><a href="@root/figures/${figure}/index.html">${counted(count, "more claim")} of this figure</a></p>\n` : "";

export const figureTitle = (id) => `${link("figures", id)} <span class="unit">(${shared("figures", id).unit})</span>`;

const stripLine = ({ claim, event }, index) => `<li${index ? ' class="rival"' : ""}${reported(claim.source)}>
<span class="amount"><span class="digits">${grouped(claim.value)}</span></span>
<div class="state">
<b>${person(claim.claimant)}</b>
<span>unverified</span>
${index ? `<span>reported elsewhere: ${eventLink(event)}</span>\n` : ""}</div>
</li>
`;

const strip = (held) => `<section class="strip">
<h4>${figureTitle(held.figure)}</h4>
<ul>
${held.lines.map(stripLine).join("")}</ul>
${more(held)}</section>
`;

const firstReported = ({ sources }) => ` data-reported="${sources.map((id) => shared("sources", id).published).sort()[0]}"`;

// A card is made once: an event stands on a dozen lists. A changed event is another object.
const CARDS = new WeakMap();

export function card(event, figureClaims) {
  const { data } = event;
  const known = CARDS.get(event);
  if (known) return known;
  const strips = (data.claims ?? []).map((claim) => strip(compared(claim, event, figureClaims)));
  const made = `<article class="event category-${data.categories[0]}"${firstReported(data)}>
<p class="meta">${MARKER}${data.approximate ? '<span class="time">date approximate</span>' : ""}${data.places.map((id) => `<span>${place(id)}</span>`).join("")}${category(data)}</p>
<h3>${eventLink(event)}</h3>
<p class="summary">${escaped(data.summary)}</p>
${data.quotes.map((each) => quote(each)).join("")}${strips.join("")}</article>
`;
  CARDS.set(event, made);
  return made;
}
