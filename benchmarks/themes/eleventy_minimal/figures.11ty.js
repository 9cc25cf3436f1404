// Figures, each with every claim of it.
import { base } from "./_includes/base.js";
import { when } from "./_includes/dates.js";
import { cited, counts, pages } from "./_includes/minimal.js";
import { eventLink, grouped, link, textOf } from "./_includes/parts.js";

export const data = {
  pagination: { data: "collections.figurePages", size: 1, alias: "chunk" },
  permalink: (data) => data.chunk.path,
};

const row = ({ claim, event }) =>
  `<tr><th>${link("people", claim.claimant)}</th><td>${grouped(claim.value)}</td><td>${cited(claim.source)}</td><td>${eventLink(event)} ${when(event.data)}</td></tr>\n`;

export function render({ chunk, collections }) {
  const title = textOf("figures", chunk.term.id);
  const { claims } = collections.figureClaims.get(chunk.term.id);
  const shown = claims.slice((chunk.number - 1) * 200, chunk.number * 200);
  const main = `<h1>${title}</h1>
${counts({ ...chunk, total: claims.length }, "claims")}<table>
<tr><th>Claimant</th><th>Number</th><th>Source</th><th>Event</th></tr>
${shown.map(row).join("")}</table>
${pages(chunk)}`;
  return base({ title, path: chunk.path, main });
}
