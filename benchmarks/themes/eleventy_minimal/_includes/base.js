// What stands around every page.
const SITE = "Made-up timeline";
const KINDS = ["events", "categories", "places", "people", "tags", "figures", "sources"];
export const label = (kind) => kind[0].toUpperCase() + kind.slice(1);
const SECTIONS = KINDS.map((kind) => `<li><a href="/${kind}/">${label(kind)}</a></li>\n`).join("");

export const base = (title, main) => `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – ${SITE}</title>
<link rel="stylesheet" href="/static/site.css">
</head>
<body>
<header class="site-header">
<p><a href="/">${SITE}</a></p>
<nav class="sections">
<ul>
<li><a href="/">Timeline</a></li>
${SECTIONS}</ul>
</nav>
</header>
<main>
${main}
</main>
<footer class="site-footer">
<p>${SITE}</p>
</footer>
</body>
</html>
`;
