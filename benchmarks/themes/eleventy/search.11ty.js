// The search page; all of it but the finder works without a script.
import { base, label } from "./_includes/base.js";
import { listed } from "./_includes/lists.js";
import { counted, grouped, link, MARKER, nameOf, periods } from "./_includes/parts.js";
import { rowFiles } from "./_includes/searching.js";

export const data = { permalink: "/search/" };
const DESCRIPTION = "Find events by their words, and by category, place, person, source, tag, date and quotes.";
const HEAD = `<link rel="stylesheet" href="@root/static/css/search.css">
<script src="@root/static/js/search.js" defer></script>
`;
const WORDS = { people: "people and organisations", figures: "contested figures" };

const categoryLine = ({ id, path, events }) =>
  `<li class="category-${id}">${MARKER}<span class="name"><a href="@root${path}index.html"><bdi>${nameOf("categories", id)}</bdi></a></span><span class="count">${counted(events.length, "event")}</span></li>\n`;

const indexLine = (kind, words) => `<li><span class="name"><a href="@root/${kind}/index.html">${words}</a></span></li>\n`;

const kindLine = (events) => (kind) => indexLine(kind, `${grouped(listed(events, kind).length)} ${WORDS[kind] ?? kind}`);

const main = (events, years) => `<header class="page-head">
<h1>Search</h1>
<p class="summary" id="without">Searching by words needs JavaScript, which is off here. Every event is listed on the pages below.</p>
</header>
<search class="finder" id="finder" hidden data-parts="1" data-buckets="0" data-names="1" data-rows="${rowFiles(events)}" data-count="Events found: {count}" data-none="No event found. Fewer words or filters find more." data-failed="The index could not be read. Please try again." data-note="Content note: {note}" data-without="Remove the filter {filter}" data-clear="Clear all">
<form autocomplete="off">
<div class="field">
<label for="q">Words in titles, texts, quotes and names</label>
<input type="search" id="q" name="q" autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search" aria-describedby="q-hint" aria-keyshortcuts="Control+K">
<button type="submit">Search</button>
<p class="hint" id="q-hint">All words are looked for, by how they begin; words in quotation marks, as they stand. Ctrl+K leads here, Escape empties the field.</p>
</div>
<details class="filters">
<summary>Filters</summary>
<div class="choices">
<p><label for="category">Category</label>
<select id="category" name="category"><option value="">Every category</option></select></p>

<p><label for="place">Place</label>
<select id="place" name="place"><option value="">Every place</option></select></p>

<p><label for="person">Person or organisation</label>
<select id="person" name="person"><option value="">Everyone</option></select></p>

<p><label for="source">Source</label>
<select id="source" name="source"><option value="">Every source</option></select></p>

<p><label for="tag">Tag</label>
<select id="tag" name="tag"><option value="">Every tag</option></select></p>

<p><label for="from">From</label> <input type="date" id="from" name="from"></p>
<p><label for="to">To</label> <input type="date" id="to" name="to"></p>
<p><label for="quotes">Quotes and figures</label>
<select id="quotes" name="quotes">
<option value="">Whatever they are</option>
<option value="verified" data-label="Has a verified quote">Has a verified quote</option>
<option value="unverified" data-label="Has a quote that is not verified">Has a quote that is not verified</option>
<option value="contested" data-label="Has a contested figure">Has a contested figure</option>
</select></p>
</div>
</details>
</form>
<div class="results">
<ul class="chosen"></ul>
<p role="status" tabindex="-1"></p>
<ol class="hits"></ol>
<button class="more" type="button" hidden>Show more</button>
</div>
</search>
<section id="browse" class="browse" aria-labelledby="browse-heading">
<h2 id="browse-heading">All events, page by page</h2>
<ul class="index">
${listed(events, "categories").map(categoryLine).join("")}</ul>
${periods(years)}<ul class="index">
${indexLine("events", counted(events.length, "event"))}${["categories", "places", "people", "tags", "sources", "figures"].map(kindLine(events)).join("")}</ul>
</section>`;

export const render = ({ collections }) =>
  base({
    title: "Search",
    description: DESCRIPTION,
    section: "search",
    path: "/search/",
    main: main(collections.events, collections.periods),
    head: HEAD,
  });
