// The page of what can be downloaded.
import { base } from "./_includes/base.js";
import { datasetData, HOME, SITE } from "./_includes/linked.js";
import { counted, escaped, grouped } from "./_includes/parts.js";

export const data = { permalink: "/data/" };
const DESCRIPTION = "Everything that is published here, to download and to check.";
const HEAD = '<link rel="stylesheet" href="@root/static/css/data.css">\n';

const size = (bytes) =>
  bytes < 1000 ? `${bytes} bytes` : bytes < 1e6 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;

const whole = ({ path, words, note, count, size: bytes }) =>
  `<li><span class="name"><a href="@root${path}">${words}</a><span class="note">${note}</span></span><span class="count">${counted(count, "record")}<br>${size(bytes)}</span></li>\n`;

const listing = ([csv, json]) => {
  const { name, title, meaning } = csv.table;
  return `<tr>
<th scope="row" lang="en"><a href="#table-${name}">${title}</a><span class="note">${escaped(meaning)}</span></th>
<td class="amounts">${grouped(csv.count)}</td>
<td class="amounts"><a href="@root${csv.path}"><span class="unseen" lang="en">${title}, CSV: </span>${size(csv.size)}</a></td>
<td class="amounts"><a href="@root${json.path}"><span class="unseen" lang="en">${title}, JSON: </span>${size(json.size)}</a></td>
</tr>
`;
};

const field = ({ name, words, meaning, refers_to: other, values }) =>
  `<div><dt><code>${name}</code></dt><dd><span class="type">${words}</span> <span lang="en">${escaped(meaning)}</span>${other ? ` <a href="#table-${other}">→ <code>${other}</code></a>` : ""}${values.length ? ` <span class="values">${values.join(", ")}</span>` : ""}</dd></div>\n`;

const fields = ([{ table }]) => `<h3 id="table-${table.name}" lang="en">${table.title} <code>${table.name}</code></h3>
<p lang="en">${escaped(table.meaning)}</p>
<dl class="fields">
${table.columns.map(field).join("")}</dl>
`;

const main = (first, files, tables) => `<header class="page-head">
<h1>Data</h1>
<p class="summary">${DESCRIPTION}</p>
<p class="counts"></p>
<nav class="contents" aria-label="On this page">
<ul>
<li><a href="#whole">Whole files</a></li>
<li><a href="#tables">Tables</a></li>
<li><a href="#fields">Fields</a></li>
<li><a href="#load">How to load it</a></li>
<li><a href="#licence">Licence</a></li>
<li><a href="#cite">How to cite it</a></li>
<li><a href="#withheld">What is not in it</a></li>
</ul>
</nav>
</header>
<div class="data-page">
<section aria-labelledby="whole">
<h2 id="whole">Whole files</h2>
<ul class="index data">
${files.filter((file) => file.words).map(whole).join("")}<li><span class="name"><a href="@root${first}event.json">Each entry by itself, as JSON</a><span class="note">At the address of its page, followed by event.json: what the file of all events says of it. Here is the first.</span></span></li>
<li><span class="name"><a href="@root/data/datapackage.json">Data package: what all files and fields are, for programs</a><span class="note">Data Package 2.0 with the licence, size and SHA-256 of each file, types, keys and constraints.</span></span></li>
</ul>
</section>
<section aria-labelledby="tables">
<h2 id="tables">Tables</h2>
<p>The same data as tables that refer to one another by id, each as CSV and as JSON with one row a line.</p>
<table class="listing">
<thead><tr><th scope="col">Table</th><th scope="col" class="amounts">Rows</th><th scope="col" class="amounts">CSV</th><th scope="col" class="amounts">JSON</th></tr></thead>
<tbody>
${tables.map(listing).join("")}</tbody>
</table>
</section>
<section aria-labelledby="fields">
<h2 id="fields">Fields</h2>
<p>Dates are texts in EDTF (ISO 8601-2), exactly as they were typed, so that they say no more than is known; beside them stand the first and last day that they can mean. Ids never change.</p>
<p>CSV is UTF-8 without a byte order mark, by RFC 4180; an empty field is no value. A text that a spreadsheet would take for a formula has an apostrophe before it, and so has one that begins with an apostrophe: take one apostrophe from the beginning of a text, and it is what was written. JSON has texts as they are.</p>
${tables.map(fields).join("")}</section>
<section aria-labelledby="load">
<h2 id="load">How to load it</h2>
<h3>Python, pandas</h3>
<pre><code>import pandas as pd
quotes = pd.read_json("${HOME}/data/tables/quotes.json")
events = pd.read_json("${HOME}/data/tables/events.json", convert_dates=False)
quotes.merge(events, left_on="event", right_on="id", suffixes=("", "_event"))</code></pre>
<h3>R</h3>
<pre><code>library(jsonlite)
claims &lt;- fromJSON("${HOME}/data/tables/claims.json")
claims[claims$figure == "…", c("claimant", "value", "low", "high", "as_of")]</code></pre>
<h3>Frictionless</h3>
<pre><code>pip install frictionless
frictionless validate ${HOME}/data/datapackage.json</code></pre>
</section>
<section aria-labelledby="licence">
<h2 id="licence">Licence</h2>
<p>No licence is stated for these files; ask before you publish them again.</p>
<p>Quoted words, in the tables of quotes and claims and wherever else they stand, remain those of their authors. They are quoted for information, and no licence of ours gives them away. Images keep the licences that are stated beside them.</p>
</section>
<section aria-labelledby="cite">
<h2 id="cite">How to cite it</h2>
<p class="citation">${SITE}. <cite>${SITE}</cite>. Data set. ${HOME}/data/</p>
<pre><code>@misc{timeline,
  author = {{${SITE}}},
  title = {{${SITE}}},
  howpublished = {\\url{${HOME}/data/}},
  note = {Data set}
}</code></pre>
</section>
<section aria-labelledby="withheld">
<h2 id="withheld">What is not in it</h2>
<p>Names that are withheld, what is not published yet and what was retracted are in none of these files, and no count tells how much that is. Where a speaker or claimant may not be named, the row says only that the name is withheld.</p>
</section>
</div>`;

export function render({ collections }) {
  const files = collections.dataFiles.filter((file) => file.type);
  const pairs = files.filter((file) => file.table);
  const tables = pairs.filter((_, index) => index % 2 === 0).map((csv, index) => [csv, pairs[index * 2 + 1]]);
  return base({
    title: "Data",
    description: DESCRIPTION,
    section: "data",
    path: "/data/",
    main: main(collections.events[0].url, files, tables),
    head: HEAD,
    data: datasetData(`${SITE}. Made-up events for measuring ${DESCRIPTION}`, files),
  });
}
