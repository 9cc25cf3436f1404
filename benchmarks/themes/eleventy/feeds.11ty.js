// The page that tells people which feeds there are.
import { base } from "./_includes/base.js";
import { isKnown } from "./_includes/feeds.js";
import { listed } from "./_includes/lists.js";
import { counted, nameOf } from "./_includes/parts.js";

export const data = { permalink: "/feeds/" };
const DESCRIPTION = "Feeds of what is new here and of what was corrected, and a calendar of what happened.";
const HEAD = '<link rel="stylesheet" href="@root/static/css/feeds.css">\n';

const line = ({ id, path }) =>
  `<li><span class="name"><b>${nameOf("categories", id)}</b><span class="note">New and changed events of this category</span></span><span class="count"><a href="@root${path}feed.xml" type="application/atom+xml" aria-label="${nameOf("categories", id)}, Atom">Atom</a> </span></li>\n`;

const main = (events, known) => `<div class="feeds">
<header class="page-head">
<h1>Follow</h1>
<p class="summary">${DESCRIPTION}</p>
<p class="hint">Give the address of a feed to a feed reader, and that of the calendar to a calendar: they will tell you what changes.</p>
</header>
<section aria-labelledby="site">
<h2 id="site">The whole timeline</h2>
<ul class="index data">
<li><span class="name"><b>All changes</b><span class="note">New and changed events, the newest change first</span></span><span class="count"><a href="@root/feeds/changes.xml" type="application/atom+xml" aria-label="All changes, Atom">Atom</a> <a href="@root/feeds/changes.json" type="application/feed+json" aria-label="All changes, JSON Feed">JSON Feed</a> </span></li>
<li><span class="name"><b>Corrections</b><span class="note">Every correction, clarification, update and retraction</span></span><span class="count"><a href="@root/feeds/corrections.xml" type="application/atom+xml" aria-label="Corrections, Atom">Atom</a> <a href="@root/feeds/corrections.json" type="application/feed+json" aria-label="Corrections, JSON Feed">JSON Feed</a> </span></li>
<li><span class="name"><b>Calendar</b><span class="note">${counted(known, "event")} whose days are known. ${counted(events.length - known, "event")} are left out, since their days are not known.</span></span><span class="count"><a href="@root/feeds/calendar.ics" type="text/calendar" aria-label="Calendar, iCalendar">iCalendar</a> </span></li>
</ul>
</section>
<section aria-labelledby="categories">
<h2 id="categories">One category</h2>
<ul class="index data">
${listed(events, "categories").map(line).join("")}</ul>
</section>
<section aria-labelledby="terms">
<h2 id="terms">One place or person</h2>
<p>Each place and each person has a feed, which its page names: “Follow”.</p>
</section>
</div>`;

export const render = ({ collections: { events } }) =>
  base({
    title: "Follow",
    description: DESCRIPTION,
    section: "feeds",
    path: "/feeds/",
    main: main(events, events.filter(isKnown).length),
    head: HEAD,
  });
