// Structured data: what a page is about, for programs (schema.org).
import { iso } from "./dates.js";
import { grouped, shared, textOf } from "./parts.js";

export const SITE = "Made-up timeline";
export const HOME = "https://timeline.example";
const WEBSITE = { "@type": "WebSite", name: SITE, url: `${HOME}/` };

const script = (...graph) =>
  `<script type="application/ld+json">${JSON.stringify({ "@context": "https://schema.org", "@graph": graph }).replaceAll("<", "\\u003c")}</script>\n`;

const named = (type, name) => ({ "@type": type, name });
const person = (id) => named("Person", textOf("people", id));
const sourceId = (id) => ({ "@id": `${HOME}/sources/${id}/#source` });
const step = ([name, path], index) => ({ "@type": "ListItem", position: index + 1, name, item: HOME + path });
const breadcrumb = (...steps) => ({ "@type": "BreadcrumbList", itemListElement: [[SITE, "/"], ...steps].map(step) });
const page = (type, name, path, steps, about) => ({
  "@type": type,
  name,
  url: HOME + path,
  inLanguage: "en",
  isPartOf: WEBSITE,
  ...about,
  ...(steps.length && { breadcrumb: breadcrumb(...steps) }),
});

const work = (id) => {
  const { title, publisher, published } = shared("sources", id);
  return { "@type": "Article", ...sourceId(id), headline: title, publisher: named("Organization", publisher), datePublished: published };
};

export const claimData = ({ figure, claimant, source, value }) => {
  const { title, unit } = shared("figures", figure);
  return {
    "@type": "Claim",
    text: `${title}: ${grouped(value)} ${unit}`,
    author: person(claimant),
    appearance: sourceId(source),
    creativeWorkStatus: "unverified",
  };
};

const dates = ({ date, until, approximate, month_only: monthOnly }) =>
  approximate ? {} : { startDate: iso(date).slice(0, monthOnly ? 7 : 10), ...(until && { endDate: iso(until) }) };

export function eventData({ url, data }) {
  const address = HOME + url;
  const places = data.places.map((id) => named("Place", textOf("places", id)));
  const [category] = data.categories;
  const quotes = data.quotes.map((each, index) => ({
    "@type": "Quotation",
    text: each.text,
    "@id": `${address}#quote-${index + 1}`,
    inLanguage: "en",
    spokenByCharacter: person(each.speaker),
    isPartOf: sourceId(each.source),
  }));
  return script({
    "@type": "WebPage",
    name: data.title,
    "@id": address,
    url: address,
    inLanguage: "en",
    isPartOf: WEBSITE,
    temporalCoverage: data.edtf,
    spatialCoverage: places,
    about: { "@type": "Event", name: data.title, "@id": `${address}#event`, ...dates(data), location: places },
    citation: data.sources.map(work),
    hasPart: [...quotes, ...(data.claims ?? []).map(claimData)],
    breadcrumb: breadcrumb([textOf("categories", category), `/categories/${category}/`], [data.title, url]),
  });
}

const TYPES = { people: "Person", places: "Place" };
const sectionOf = (kind) => [kind[0].toUpperCase() + kind.slice(1), `/${kind}/`];

export const termData = (kind, name, path) =>
  script(page("CollectionPage", name, path, [sectionOf(kind), [name, path]], { about: named(TYPES[kind] ?? "DefinedTerm", name) }));

export const sourceData = (id, name, path) =>
  script(page("WebPage", name, path, [sectionOf("sources"), [name, path]], { mainEntity: work(id) }));

export const figureData = (name, path, claims) =>
  script(page("WebPage", name, path, [sectionOf("figures"), [name, path]], { about: named("DefinedTerm", name), hasPart: claims.map(claimData) }));

export function homeData(description, events) {
  const lines = events.map(({ url, data }, index) => ({ "@type": "ListItem", position: index + 1, name: data.title, url: HOME + url }));
  return script(
    { ...WEBSITE, description, inLanguage: "en" },
    page("CollectionPage", SITE, "/", [], {
      mainEntity: { "@type": "ItemList", numberOfItems: lines.length, itemListOrder: "https://schema.org/ItemListOrderAscending", itemListElement: lines },
    }),
  );
}

export function datasetData(description, files) {
  const distribution = files.map(({ path, type }) => ({
    "@type": "DataDownload",
    name: path.split("/").at(-1),
    encodingFormat: type,
    contentUrl: HOME + path,
  }));
  return script(
    page("WebPage", "Data", "/data/", [["Data", "/data/"]], {
      mainEntity: { "@type": "Dataset", name: SITE, description, url: `${HOME}/data/`, inLanguage: "en", distribution },
    }),
  );
}
