// How many events each day or month of a time has: bars at a glance, and each a way there.
import { dayOf, DAY, iso, isOneDay, MONTH, monthOf } from "./dates.js";
import { counted } from "./parts.js";

const A_DAY = 86_400_000;
const level = (count, most) => Math.ceil((count * 8) / most);

function bar({ path, words, count, most, number = 0, opens = "" }) {
  const link = count
    ? `<a href="${path}"><span class="bar level-${level(count, most)}"></span><span class="unseen">${words}: ${counted(count, "event")}</span></a>`
    : "";
  const named = number ? `<span class="number" aria-hidden="true">${number}</span>` : "";
  const opening = opens ? `<span class="opening" aria-hidden="true">${opens}</span>` : "";
  return `<li${opens ? ' class="opens"' : ""}>${link}${named}${opening}</li>\n`;
}

const strip = (bars, elsewhere = 0) => `<nav class="overview" aria-label="Events over time">
<ol>
${bars.map(bar).join("")}</ol>
${elsewhere ? `<p class="hint">${elsewhere} more ${elsewhere === 1 ? "event is not known to the day and stands" : "events are not known to the day and stand"} on no bar.</p>\n` : ""}</nav>

`;

// The days of a month: how many events each has, and where they begin.
export function daysOf(month) {
  const found = new Map();
  month.events.forEach((event, index) => {
    if (!isOneDay(event.data)) return;
    const day = dayOf(event.data);
    const page = Math.floor(index / 50) + 1;
    const path = `${month.path}${page > 1 ? `page/${page}/` : ""}`;
    const held = found.get(day) ?? { path, anchor: `#day-${day}`, events: [] };
    found.set(day, held);
    held.events.push(event);
  });
  return found;
}

export function overviewOfDays(month, here) {
  const found = daysOf(month);
  const days = [...found.keys()];
  const [first, last] = [new Date(days[0]), new Date(days.at(-1))];
  if (!found.size || first.getTime() === last.getTime()) return "";
  const counts = [...found.values()].map(({ events }) => events.length);
  const most = Math.max(...counts);
  const bars = [];
  for (let time = first.getTime(); time <= last.getTime(); time += A_DAY) {
    const date = new Date(time);
    const held = found.get(iso(date));
    const opens = !bars.length || date.getUTCDate() === 1 ? MONTH(date) : "";
    const path = held && (held.path === here ? held.anchor : `@root${held.path}index.html${held.anchor}`);
    bars.push({ path, words: DAY(date), count: held?.events.length ?? 0, most, number: date.getUTCDate(), opens });
  }
  return strip(bars, month.events.length - counts.reduce((sum, count) => sum + count, 0));
}

export function overviewOfMonths(months) {
  const known = new Map(months.map((month) => [month.id, month]));
  const most = Math.max(...months.map((month) => month.events.length));
  const bars = [];
  const [first, last] = [monthOf(months[0].id), monthOf(months.at(-1).id)];
  for (const date = first; date <= last; date.setUTCMonth(date.getUTCMonth() + 1)) {
    const held = known.get(iso(date).slice(0, 7).replace("-", "/"));
    const opens = !bars.length || date.getUTCMonth() === 0 ? String(date.getUTCFullYear()) : "";
    bars.push({ path: held && `@root${held.path}index.html`, words: MONTH(date), count: held?.events.length ?? 0, most, number: date.getUTCMonth() + 1, opens });
  }
  return strip(bars);
}
