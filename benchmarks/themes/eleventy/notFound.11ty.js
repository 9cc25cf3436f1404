// What is shown where there is nothing.
import { base } from "./_includes/base.js";

export const data = { permalink: "/404.html" };

export const render = () =>
  base({
    title: "Page not found",
    section: "",
    path: "/404.html",
    main: `<header class="page-head">
<h1>Page not found</h1>
<p class="summary">There is nothing at this address. Addresses of events are permanent, so it may have been mistyped.</p>
</header>
<ul class="lines">
<li><a href="@root/index.html">Timeline</a></li>
<li><a href="@root/events/index.html">Events</a></li>
<li><a href="@root/sources/index.html">Sources</a></li>
</ul>`,
  });
