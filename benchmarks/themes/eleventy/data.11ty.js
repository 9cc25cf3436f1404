// The page of what can be downloaded.
import { base } from "./_includes/base.js";
import { counted } from "./_includes/parts.js";

export const data = { permalink: "/data/" };
const DESCRIPTION = "Everything that is published here, to download and to check.";

export const render = ({ collections }) =>
  base({
    title: "Data",
    description: DESCRIPTION,
    section: "data",
    path: "/data/",
    main: `<header class="page-head">
<h1>Data</h1>
<p class="summary">${DESCRIPTION}</p>
</header>
<ul class="index data">
<li><span class="name"><a href="@root/data/events.json">All events, with quotes, claims and sources</a><span class="note">/data/events.json, application/json</span></span><span class="count">${counted(collections.events.length, "record")}</span></li>
</ul>`,
  });
