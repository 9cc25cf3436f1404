// Every page, for search engines.
export const data = { permalink: "/sitemap.xml", eleventyExcludeFromCollections: true };

const SINGLE = ["/", "/search/", "/corrections/", "/data/", "/feeds/"];
const LISTS = ["periodPages", "eventPages", "termPages", "sourcePages", "figurePages", "indexPages"];

export function render({ collections }) {
  const lists = LISTS.flatMap((name) => collections[name]).map(({ path }) => path);
  const paths = [...SINGLE, ...lists, ...collections.events.map(({ url }) => url)];
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${paths.map((path) => `<url><loc>https://timeline.example${path}</loc></url>\n`).join("")}</urlset>
`;
}
