// Where a reader of an event can go on: near in time with someone or something in common, or that day.
import { dayOf, isOneDay, whenText } from "./dates.js";
import { listed } from "./lists.js";
import { daysOf } from "./overview.js";
import { escaped, eventLink, nameOf } from "./parts.js";

const NEAR = 14 * 86_400_000;

// By event, those at most two weeks away that are next to it on the list of a person, place or tag.
export function nearOf(events) {
  const near = new Map(events.map((event) => [event.url, new Map()]));
  const note = (event, other, name, apart) => {
    const held = near.get(event.url);
    const known = held.get(other.url) ?? { event: other, names: [], apart };
    held.set(other.url, known);
    known.names.push(name);
  };
  for (const { id, kind, events: all } of ["people", "places", "tags"].flatMap((kind) => listed(events, kind))) {
    const name = nameOf(kind, id);
    all.slice(1).forEach((event, index) => {
      const apart = event.data.date - all[index].data.date;
      if (apart <= 0 || apart > NEAR) return;
      note(event, all[index], name, apart);
      note(all[index], event, name, apart);
    });
  }
  return near;
}

export const daysOfMonths = (years) =>
  new Map(years.flatMap(({ months }) => months).map((month) => [month.id, daysOf(month)]));

const order = (one, other) =>
  other.names.length - one.names.length || one.apart - other.apart || (one.event.url < other.event.url ? -1 : 1);

function alsoAbout(near) {
  if (!near.size) return "";
  const lines = [...near.values()].sort(order).slice(0, 3);
  return `<section class="also-about" aria-labelledby="also-about">
<h2 id="also-about">Also about</h2>
<p class="hint">Events at most two weeks apart that name the same people, places or topics.</p>
<ul class="lines">
${lines.map(({ event, names }) => `<li><span class="label"><bdi>${names.join(", ")}</bdi></span> ${eventLink(event)} <span class="when">${whenText(event.data)}</span></li>\n`).join("")}</ul>
</section>

`;
}

function thatDay({ url, data }, days) {
  if (!isOneDay(data)) return "";
  const { path, anchor, events } = days.get(data.months[0]).get(dayOf(data));
  if (events.length < 2) return "";
  const at = events.findIndex((event) => event.url === url);
  const from = Math.max(0, Math.min(at - 2, events.length - 6));
  const others = events.slice(from, from + 6).filter((event) => event.url !== url);
  const time = ({ approximate }) => (approximate ? '<span class="time">date approximate</span> ' : "");
  return `<section class="that-day" aria-labelledby="that-day">
<h2 id="that-day">What else that day</h2>
<ul class="lines">
${others.map((event) => `<li>${time(event.data)}${eventLink(event)}</li>\n`).join("")}</ul>
<p class="more"><a href="@root${path}index.html${anchor}">All ${events.length} events of this day on the timeline</a></p>
</section>

`;
}

export const readingOn = (event, { near, days }) => alsoAbout(near.get(event.url)) + thatDay(event, days);
