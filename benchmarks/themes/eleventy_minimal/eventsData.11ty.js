// Every event as data.
export const data = { permalink: "/data/events.json" };

const record = ({ url, fileSlug, rawInput, data }) =>
  JSON.stringify({
    id: fileSlug,
    path: url,
    title: data.title,
    date: data.edtf,
    category: data.categories[0],
    summary: data.summary,
    body: rawInput,
    places: data.places,
    people: data.present,
    tags: data.tags,
    quotes: data.quotes,
    claims: data.claims ?? [],
    sources: data.sources,
  });

export const render = ({ collections }) =>
  `{"title": "Made-up timeline",
"events": [
${collections.events.map(record).join(",\n")}
]}
`;
