// The page of corrections, of which there are none.
import { base } from "./_includes/base.js";

export const data = { permalink: "/corrections/" };
const DESCRIPTION = "Every correction, clarification, update and retraction, the newest first.";

export const render = () =>
  base({
    title: "Corrections",
    description: DESCRIPTION,
    section: "corrections",
    path: "/corrections/",
    head: `<link rel="alternate" type="application/atom+xml" title="Corrections" href="@root/feeds/corrections.xml">
<link rel="alternate" type="application/feed+json" title="Corrections" href="@root/feeds/corrections.json">
`,
    main: `<header class="page-head">
<h1>Corrections</h1>
<p class="summary">${DESCRIPTION}</p>
</header>
<p>Nothing has been corrected so far.</p>
`,
  });
