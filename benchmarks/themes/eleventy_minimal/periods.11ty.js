// Years and months.
import { base } from "./_includes/base.js";
import { cards, counts, pages, periods } from "./_includes/minimal.js";
import { nameOf } from "./_includes/parts.js";

export const data = {
  pagination: { data: "collections.periodPages", size: 1, alias: "chunk" },
  permalink: (data) => data.chunk.path,
};

export function render({ chunk }) {
  const { period } = chunk;
  const title = nameOf(period.kind, period.id);
  const main = `<h1>${title}</h1>
${counts(chunk, "events")}${period.kind === "years" ? periods(period.months) : ""}${cards(chunk.items)}${pages(chunk)}`;
  return base({ title, path: chunk.path, main });
}
