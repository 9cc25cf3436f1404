// Contested figures, each with every claim of it.
import { base } from "./_includes/base.js";
import { chart } from "./_includes/chart.js";
import { claimsTable } from "./_includes/claims.js";
import { figureData } from "./_includes/linked.js";
import { counted, pages, shared } from "./_includes/parts.js";

export const data = {
  pagination: { data: "collections.figurePages", size: 1, alias: "chunk" },
  permalink: (data) => data.chunk.path,
};

export function render({ chunk, collections }) {
  const { id } = chunk.term;
  const figure = shared("figures", id);
  const { claims } = collections.figureClaims.get(id);
  const claimants = new Set(claims.map(({ claim }) => claim.claimant)).size;
  const shown = claims.slice((chunk.number - 1) * 200, chunk.number * 200);
  const main = `<header class="page-head">
<p class="kicker"><a href="@root/figures/index.html">Figures</a></p>
<h1>${figure.title}</h1>
<dl class="facts row">
<div><dt>Unit</dt><dd>${figure.unit}</dd></div>
<div><dt>How it runs</dt><dd>not cumulative: each number stands alone</dd></div>
</dl>
<p class="counts">${counted(claims.length, "claim")} by ${counted(claimants, "claimant")}. This site does not choose between them.</p>
</header>
${chart(figure, shown, chunk.count > 1)}<div class="contested">
${claimsTable(shown, { caption: "Claims in time", hidden: false })}</div>
<p class="hint">All claims as data: <a href="@root/figures/${id}/claims.csv" download>CSV</a>, <a href="@root/figures/${id}/claims.json" download>JSON</a></p>
${pages(chunk)}`;
  const description = "Every claim of this figure, in time.";
  const head = '<link rel="stylesheet" href="@root/static/css/chart.css">\n';
  const data = figureData(figure.title, chunk.path, shown.map(({ claim }) => claim));
  return base({ title: figure.title, description, section: "figures", path: chunk.path, main, head, data });
}
