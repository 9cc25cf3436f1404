// Figures, each with every claim of it.
import { base } from "./_includes/base.js";
import { amount, cited, counts, escaped, link, nameOf, pages, when } from "./_includes/parts.js";

export const data = {
  pagination: { data: "collections.figurePages", size: 1, alias: "chunk" },
  permalink: (data) => data.chunk.path,
};

const row = ({ url, data }) => (claim) =>
  `<tr><th>${link("people", claim.claimant)}</th><td class="amount">${amount(claim)}</td><td>${cited(claim.source)}</td><td><a href="${url}">${escaped(data.title)}</a> ${when(data)}</td></tr>\n`;

export function render({ chunk }) {
  const { id } = chunk.term;
  const title = nameOf("figures", id);
  const rows = chunk.items.flatMap((event) =>
    event.data.claims.filter((claim) => claim.figure === id).map(row(event)),
  );
  return base(title, `<h1>${title}</h1>
${counts(chunk, "claims")}<table class="claims">
<tr><th>Claimant</th><th>Number</th><th>Source</th><th>Event</th></tr>
${rows.join("")}</table>
${pages(chunk)}`);
}
