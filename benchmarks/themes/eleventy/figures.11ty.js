// Contested figures, each with every claim of it.
import { base } from "./_includes/base.js";
import { claimsTable } from "./_includes/claims.js";
import { counted, pages, shared } from "./_includes/parts.js";

export const data = {
  pagination: { data: "collections.figurePages", size: 1, alias: "chunk" },
  permalink: (data) => data.chunk.path,
};

export function render({ chunk, collections }) {
  const figure = shared("figures", chunk.term.id);
  const { claims } = collections.figureClaims.get(chunk.term.id);
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
<div class="contested">
${claimsTable(shown, { caption: "Claims in time", hidden: false })}</div>
${pages(chunk)}`;
  const description = "Every claim of this figure, in time.";
  return base({ title: figure.title, description, section: "figures", path: chunk.path, main });
}
