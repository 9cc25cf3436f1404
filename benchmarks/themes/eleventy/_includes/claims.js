// Tables of claims.
import { cited, eventLink, grouped, link, person } from "./parts.js";
import { when } from "./dates.js";

const head = (columns) => `<thead>
<tr>
${columns.map((name) => `<th scope="col">${name}</th>\n`).join("")}</tr>
</thead>
`;

const AMOUNT = (claim) => `<td class="amount" data-label="Number"><span class="digits">${grouped(claim.value)}</span></td>
<td data-label="Status"><b>unverified</b></td>
<td data-label="As of">not stated</td>
`;

const row = (by, own) => ({ claim, event }, index) => `<tr${own && index >= own ? ' class="rival"' : ""}>
<th scope="row">${by === "Figure" ? link("figures", claim.figure) : person(claim.claimant)}</th>
${AMOUNT(claim)}<td data-label="Source" class="rests">${cited(claim.source)}</td>
<td class="at" data-label="Event">${index < own ? "this event" : `${eventLink(event)}<span class="line">${when(event.data)}</span>`}</td>
</tr>
`;

export const claimsTable = (lines, { caption, by = "Claimant", own = 0, style = "", hidden = true }) => `<table class="claims ${style}">
<caption${hidden ? ' class="unseen"' : ""}>${caption}</caption>
${head([by, "Number", "Status", "As of", "Source", "Event"])}<tbody>
${lines.map(row(by, own)).join("")}</tbody>
</table>

`;

const sourceRow = (claim) => `<tr>
<th scope="row">${person(claim.claimant)}</th>
<td data-label="Figure">${link("figures", claim.figure)}</td>
${AMOUNT(claim)}<td data-label="Words" class="rests"></td>
</tr>
`;

export const claimsFromSource = (claims, title) => `<table class="claims ">
<caption class="unseen">Claims from this source: ${title}</caption>
${head(["Claimant", "Figure", "Number", "Status", "As of", "Words"])}<tbody>
${claims.map(sourceRow).join("")}</tbody>
</table>

`;
