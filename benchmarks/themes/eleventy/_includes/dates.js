// Dates in words and as HTML.
const form = (options) => {
  const words = new Intl.DateTimeFormat("en-US", { timeZone: "UTC", ...options });
  const known = new Map();
  return (date) => {
    const time = date.getTime();
    const held = known.get(time) ?? words.format(date);
    known.set(time, held);
    return held;
  };
};
export const DAY = form({ year: "numeric", month: "long", day: "numeric" });
export const MONTH = form({ year: "numeric", month: "long" });
export const SHORT_MONTH = form({ month: "short" });
const MONTH_AND_DAY = form({ month: "long", day: "numeric" });
const WEEKDAY = form({ weekday: "long" });

export const iso = (date) => date.toISOString().slice(0, 10);
export const monthOf = (id) => new Date(`${id.replace("/", "-")}-01`);

function lastDay(date, until) {
  const sameMonth = date.getUTCMonth() === until.getUTCMonth();
  return sameMonth ? `${until.getUTCDate()}, ${until.getUTCFullYear()}` : DAY(until);
}

export function whenText({ date, until, approximate, month_only: monthOnly }) {
  if (until) return `${MONTH_AND_DAY(date)} – ${lastDay(date, until)}`;
  if (monthOnly) return MONTH(date);
  return approximate ? `about ${DAY(date)}` : DAY(date);
}

const time = (day, words) => `<time datetime="${day}">${words}</time>`;

export function when({ date, until, approximate, month_only: monthOnly }) {
  if (until) return `${time(iso(date), MONTH_AND_DAY(date))} – ${time(iso(until), lastDay(date, until))}`;
  if (monthOnly) return time(iso(date).slice(0, 7), MONTH(date));
  return `${approximate ? "about " : ""}${time(iso(date), DAY(date))}`;
}

export const dayOf = (data) => data.edtf.replace("~", "");

export function heading(data) {
  const { date } = data;
  if (data.until) return `<span class="span">${whenText(data)}</span>`;
  if (data.month_only) return `<time class="span" datetime="${dayOf(data)}">${MONTH(date)}, day not stated</time>`;
  return `<time datetime="${dayOf(data)}"><span class="weekday">${WEEKDAY(date)}</span> <span class="numeral">${date.getUTCDate()}</span> <span class="month">${MONTH(date)}</span></time>`;
}

export const isOneDay = ({ until, month_only: monthOnly }) => !until && !monthOnly;

// The last day that a date can mean.
export function latest({ date, until, month_only: monthOnly }) {
  if (until) return until;
  return monthOnly ? new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)) : date;
}

const numbers = (date) => [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
export const parts = ({ date, until, month_only: monthOnly }) => [
  numbers(date).slice(0, monthOnly ? 2 : 3),
  ...(until ? [numbers(until)] : []),
];
