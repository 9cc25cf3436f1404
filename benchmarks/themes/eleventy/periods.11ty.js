// Years and months.
import { base } from "./_includes/base.js";
import { known, KNOWN_FILES } from "./_includes/known.js";
import { overviewOfDays, overviewOfMonths } from "./_includes/overview.js";
import { counted, days, nameOf, pageOf, pages, periods } from "./_includes/parts.js";

export const data = {
  pagination: { data: "collections.periodPages", size: 1, alias: "chunk" },
  permalink: (data) => data.chunk.path,
};

const step = (rel, words, period) =>
  period
    ? `<a rel="${rel}" href="@root${period.path}index.html"><span class="step">${words}</span> <span class="title">${nameOf(period.kind, period.id)}</span></a>\n`
    : "";

export function render({ chunk, collections }) {
  const { period, year, earlier, later } = chunk;
  const title = nameOf(period.kind, period.id);
  const main = `<header class="page-head">
<p class="kicker"><a href="@root/index.html">Timeline</a></p>
<h1>${title}</h1>
<p class="counts">${counted(chunk.total, "event")}${pageOf(chunk)}</p>
</header>
${periods([year], chunk.path)}${period.kind === "months" ? overviewOfDays(period, chunk.path) : overviewOfMonths(year.months)}${known(chunk.items)}${days(chunk.items, collections.figureClaims)}${pages(chunk)}<nav class="pager" aria-label="Neighbours in time">
${step("prev", "Earlier", earlier)}${step("next", "Later", later)}</nav>
`;
  const description = `Events of ${title}, each with its sources.`;
  return base({ title, description, section: "timeline", path: chunk.path, main, head: KNOWN_FILES });
}
