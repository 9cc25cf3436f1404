// What stands around every page; links are made relative here, at the end.
import { SITE } from "./linked.js";
import { escaped } from "./parts.js";

const KINDS = ["timeline", "search", "figures", "sources", "events", "categories", "places", "people", "tags"];
export const label = (kind) => kind[0].toUpperCase() + kind.slice(1);
const SECTIONS = KINDS.map((kind) => `<li><a href="@root/${kind === "timeline" ? "" : `${kind}/`}index.html">${label(kind)}</a></li>\n`).join("");

function rootOf(path) {
  if (path === "/404.html") return "";
  const depth = path.split("/").length - 2;
  return depth ? "../".repeat(depth).slice(0, -1) : ".";
}

export function base({ title, path, main }) {
  const page = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title || SITE)} – ${SITE}</title>
<link rel="stylesheet" href="@root/static/css/site.css">
</head>
<body>
<header>
<p><a href="@root/index.html">${SITE}</a></p>
<nav>
<ul>
${SECTIONS}</ul>
</nav>
</header>
<main>
${main}
</main>
<footer>
<p>${SITE}</p>
</footer>
</body>
</html>
`;
  return page.replaceAll("@root", rootOf(path));
}
