// What the search page reads: names for its filters, what filters ask of each event, and texts.
import { latest, whenText } from "./dates.js";
import { listed } from "./lists.js";
import { textOf } from "./parts.js";

const KINDS = ["categories", "people", "places", "sources", "tags"];
const A_FILE = 10;
const ROWS_A_FILE = 600;
const day = (date) => date.getTime() / 86_400_000;
const chunked = (events, size) =>
  Array.from({ length: Math.ceil(events.length / size) }, (_, index) => events.slice(index * size, (index + 1) * size));

export const rowFiles = (events) => Math.ceil(events.length / ROWS_A_FILE);

export function searchFiles(events) {
  const terms = KINDS.flatMap((kind) => listed(events, kind)).map(({ kind, id }) => [`${kind}/${id}`, textOf(kind, id)]);
  const numbers = new Map(terms.map(([path], index) => [path, index]));
  const row = ({ data }, index) => [
    day(data.date),
    day(latest(data)),
    data.claims ? 6 : 2,
    Math.floor(index / A_FILE),
    ...["categories", "places", "people", "tags", "sources"].flatMap((kind) => data[kind].map((id) => numbers.get(`${kind}/${id}`))),
  ];
  const rows = chunked(events.map(row), ROWS_A_FILE);
  return [
    { name: "names-0", held: terms },
    ...rows.map((held, index) => ({ name: `events-0-${index}`, held })),
    ...chunked(events, A_FILE).map((held, index) => ({ name: `texts-0-${index}`, held, isOfTexts: true })),
  ];
}

const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };
const plain = (html) => html.replace(/<[^>]+>/g, "").replace(/&[^;]+;/g, (each) => ENTITIES[each] ?? each).replace(/\s+/g, " ").trim();

const text = ({ fileSlug, data, content }) => [
  fileSlug,
  whenText(data),
  data.title,
  data.summary,
  "",
  data.quotes.map((quote, index) => [quote.text, "", `quote-${index + 1}`]),
  plain(content),
];

export const searchText = ({ name, held, isOfTexts }) => {
  const lines = isOfTexts ? held.map(text) : held;
  return `found("${name}", [${lines.map((line) => JSON.stringify(line)).join(isOfTexts ? ",\n" : ",")}]);\n`;
};
