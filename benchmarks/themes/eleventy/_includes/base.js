// What stands around every page. Links are written "@root/…" and made relative here, at the end, so
// that a card is the same text on every page that lists it.
import { HOME, SITE } from "./linked.js";
import { escaped } from "./parts.js";

const FIRST = ["timeline", "search", "figures", "sources"];
const MORE = ["events", "categories", "places", "people", "tags", "corrections", "data"];
export const label = (kind) => kind[0].toUpperCase() + kind.slice(1);

function sectionLink(kind, section, here) {
  const path = kind === "timeline" ? "/" : `/${kind}/`;
  const current = kind === section ? ` aria-current="${here === path ? "page" : "true"}"` : "";
  return `<li><a href="@root${path}index.html"${current}>${label(kind)}</a></li>\n`;
}

const nav = (section, here) => `<nav class="sections" aria-label="Sections">
<ul>
${FIRST.map((kind) => sectionLink(kind, section, here)).join("")}</ul>
<details class="more-sections">
<summary>More</summary>
<ul>
${MORE.map((kind) => sectionLink(kind, section, here)).join("")}</ul>
</details>
</nav>
`;

const FOOTER = `<footer class="site-footer">
<p class="wordmark" lang="en">${SITE}</p>
<ul>
</ul>
<ul>
<li><a href="@root/corrections/index.html">Corrections</a></li>
<li><a href="@root/feeds/index.html">Follow</a></li>
<li>Made with Eleventy</li>
</ul>
</footer>
`;

function fullTitle(title) {
  const full = `${title} – ${SITE}`;
  return full.length <= 70 ? full : title;
}

function rootOf(path) {
  if (path === "/404.html") return "";
  const depth = path.split("/").length - 2;
  return depth ? "../".repeat(depth).slice(0, -1) : ".";
}

const WEBSITE = '<meta property="og:type" content="website">\n';

export function base({ title, description = "", section, path, main, social = WEBSITE, head = "", data = "" }) {
  const isHome = path === "/";
  const page = `<!DOCTYPE html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(isHome ? SITE : fullTitle(title))}</title>
${description ? `<meta name="description" content="${escaped(description)}">\n<meta property="og:description" content="${escaped(description)}">\n` : ""}<meta property="og:title" content="${escaped(isHome ? SITE : title)}">
${social}<meta name="twitter:card" content="summary">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#fbf9f4" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#171613" media="(prefers-color-scheme: dark)">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Eleventy">
<link rel="canonical" href="${HOME}${path}">
<meta property="og:url" content="${HOME}${path}">
<meta property="og:site_name" content="${SITE}">
<meta property="og:locale" content="en_US">
<link rel="icon" href="@root/static/icon.svg" type="image/svg+xml">
<link rel="apple-touch-icon" href="@root/static/icons/apple-touch-icon.png">
<link rel="manifest" href="@root/manifest.webmanifest">
<link rel="alternate" type="application/atom+xml" title="All changes" href="@root/feeds/changes.xml">
<link rel="alternate" type="application/feed+json" title="All changes" href="@root/feeds/changes.json">
<link rel="preload" href="@root/static/fonts/verbatim-serif-latin.woff2" as="font" type="font/woff2" crossorigin>
<link rel="preload" href="@root/static/fonts/verbatim-sans-latin.woff2" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="@root/static/css/site.css">
<link rel="stylesheet" href="@root/static/css/categories.css">
<script src="@root/static/js/site.js" defer></script>
${head}${data}</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="site-header">
${isHome ? "" : `<p class="wordmark" lang="en"><a href="@root/index.html">${SITE}</a></p>\n`}${nav(section, path)}</header>
<main id="main" tabindex="-1">
${main}
</main>
${FOOTER}</body>
</html>
`;
  return page.replaceAll("@root", rootOf(path));
}
