// A figure's claims over time, from the foot of the drawing at 300 to its top at 28; a date that is no
// single day is as wide as it can be. The axis of time names years only.
import { latest, whenText } from "./dates.js";
import { counted, grouped, nameOf, person } from "./parts.js";

function step(least) {
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 5, 10].map((each) => each * power).find((each) => each >= least * (1 - 1e-9));
}

function scale(numbers) {
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  if (most / least >= 1000) {
    const [foot, top] = [Math.floor(Math.log10(least)), Math.ceil(Math.log10(most))];
    const ticks = Array.from({ length: top - foot + 1 }, (_, index) => 10 ** (foot + index));
    return { isLog: true, ticks, share: (number) => (Math.log10(number) - foot) / (top - foot) };
  }
  const by = step(most / 4);
  const rows = Math.max(Math.ceil(most / by), 1);
  const ticks = Array.from({ length: rows + 1 }, (_, index) => index * by);
  return { isLog: false, ticks, share: (number) => number / (rows * by) };
}

function placed(claims, numbers) {
  const first = Math.min(...claims.map(({ event }) => event.data.date));
  const last = Math.max(...claims.map(({ event }) => latest(event.data)));
  const across = (time) => (12 + (82 * (time - first)) / (last - first || 1)).toFixed(2);
  const down = (number) => (300 - 272 * numbers.share(number)).toFixed(1);
  const marks = claims.map(({ claim, event }) => ({
    claim,
    event,
    left: across(event.data.date),
    right: across(latest(event.data)),
    y: down(claim.value),
  }));
  const [begin, end] = [new Date(first).getUTCFullYear(), new Date(last).getUTCFullYear()];
  const by = Math.max(1, Math.ceil((end - begin) / 5));
  const years = Array.from({ length: end - begin + 1 }, (_, index) => begin + index)
    .filter((year) => year % by === 0 && Date.UTC(year, 0, 1) >= first)
    .map((year) => [across(Date.UTC(year, 0, 1)), year]);
  return { marks, years, down };
}

function byClaimant(marks) {
  const found = new Map();
  for (const mark of marks) found.set(mark.claim.claimant, [...(found.get(mark.claim.claimant) ?? []), mark]);
  return [...found];
}

const row = (down) => (tick) => {
  const y = down(tick);
  return `<line x1="0" x2="100%" y1="${y}" y2="${y}"/><text x="0" y="${(y - 4).toFixed(1)}">${grouped(tick)}</text>`;
};
const column = ([x, year]) => `<line x1="${x}%" x2="${x}%" y1="300" y2="306"/><text class="day" x="${x}%" y="323">${year}</text>`;

const drawn = (shape, few) => ({ claim, left, right, y }) => {
  const bar = left === right ? "" : `<line class="bar" x1="${left}%" y1="${y}" x2="${right}%" y2="${y}"/>\n`;
  const ends = [...new Set([left, right])].map((x) => `<use href="#mark-${shape}" x="${x}%" y="${y}"/>`).join("");
  const isRight = left > 60;
  const label = few
    ? `<svg x="${left}%" y="${y}" overflow="visible"><text class="label${isRight ? " end" : ""}" x="${isRight ? -14 : 14}" y="${left === right ? 4 : -10}">${grouped(claim.value)}</text></svg>`
    : "";
  return bar + ends + label;
};

const key = ([claimant], number) =>
  `<li><svg class="c${number % 6}" width="34" height="16" aria-hidden="true"><line class="d${number % 5}" x1="0" x2="34" y1="8" y2="8"/><use href="#mark-${number % 8}" x="17" y="8"/></svg> ${person(claimant)}</li>\n`;

const words = ({ claim, event }) => `${grouped(claim.value)}, ${whenText(event.data)}, unverified; `;

const MARKS = `<defs>
<circle id="mark-0" r="5"/><path id="mark-1" d="M-4.6-4.6h9.2v9.2h-9.2z"/><path id="mark-2" d="M0-6.4 6.4 0 0 6.4-6.4 0z"/><path id="mark-3" d="M0-6 6 5H-6z"/><path id="mark-4" d="M0 6-6-5H6z"/><path id="mark-5" d="M-2-6h4v4h4v4h-4v4h-4v-4h-4v-4h4z"/><path id="mark-6" d="M-3-6h6l4 6-4 6h-6l-4-6z"/><path id="mark-7" d="M-3.5-6h7v12h-7z"/>
<path id="sign-up" d="M0-8v-14m-4 5 4-5 4 5"/><path id="sign-down" d="M0 8v14m-4-5 4 5 4-5"/><circle id="sign-disputed" r="9.5"/><path id="sign-refuted" d="M-9-9 9 9M9-9-9 9"/><path id="sign-withdrawn" d="M-11 0h22"/>
</defs>
`;

export function chart({ title, unit }, claims, isPart) {
  const numbers = scale(claims.map(({ claim }) => claim.value));
  const { marks, years, down } = placed(claims, numbers);
  const series = byClaimant(marks);
  const few = marks.length <= 12;
  return `<figure class="chart">
<figcaption>
<p><b>Claims over time</b> <span class="unit">(${unit})</span></p>
<p class="hint">A claim stands at the day that it holds for, else at the day of the event that reports it. A date that is known only roughly is as wide as it can be. ${isPart ? "Here are the claims of this page. " : ""}${numbers.isLog ? "The numbers lie far apart: each line is ten times the one below it." : "The scale begins at zero."}</p>
</figcaption>
<ul class="key">
${series.map(key).join("")}</ul>
<div class="plot" role="img" aria-label="Chart: ${title}" aria-describedby="chart-words">
<svg width="100%" height="332" direction="ltr">
${MARKS}<g class="grid">${numbers.ticks.map(row(down)).join("")}${years.map(column).join("")}</g>
${series.map(([, own], number) => `<g class="c${number % 6}">\n${own.map(drawn(number % 8, few)).join("")}</g>\n`).join("")}</svg>
</div>
<p class="unseen" id="chart-words">${counted(marks.length, "claim")}: ${series.map(([id, own]) => `${nameOf("people", id)}: ${own.map(words).join("")}`).join("")}</p>
</figure>

`;
}
