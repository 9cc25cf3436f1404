// Years and months.
import { base } from "./_includes/base.js";
import { cards, counts, monthName, pages, periods } from "./_includes/parts.js";

export const data = {
  pagination: { data: "collections.periodPages", size: 1, alias: "chunk" },
  permalink: (data) => data.chunk.path,
};

export function render({ chunk }) {
  const { period } = chunk;
  const title = period.months ? period.id : monthName(period.id);
  const months = period.months ? periods(period.months) : "";
  return base(title, `<h1>${title}</h1>
${counts(chunk, "events")}${months}${cards(chunk.items)}${pages(chunk)}`);
}
