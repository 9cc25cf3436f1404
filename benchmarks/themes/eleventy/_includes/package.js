// What the files of data are: sizes, digests, and the description for programs (Data Package 2.0).
import { createHash } from "node:crypto";
import { annotations, eventsJson, geojson, quoteCount } from "./records.js";
import { TABLES, tableFiles } from "./tables.js";

const PROFILE = "https://datapackage.org/profiles/2.0";
const QUOTED = [{ path: "index.html", title: "Quoted words remain those of their authors; quoted for information, not licensed" }];

const WHOLE = [
  { name: "records", path: "/data/events.json", make: eventsJson, type: "application/json", title: "Every event with all that belongs to it", words: "Every event with all that belongs to it, as JSON", note: "One event a line, in the order of the timeline." },
  { name: "geojson", path: "/data/events.geojson", make: geojson, type: "application/geo+json", title: "Events where they happened, as GeoJSON", words: "Events where they happened, as GeoJSON", note: "Coordinates are rounded to the precision that is stated beside them; where no place is known, the geometry is null." },
  { name: "annotations", path: "/data/annotations.json", make: annotations, type: "application/ld+json", title: "Quoted words, linked to their sources, as Web Annotations", words: "Quoted words, linked to their sources, as Web Annotations", note: "Every quote, linked to its source, and whether it was verified; with the words around it where a stored copy has it." },
];

function resource(file) {
  const { table, path, type, size, digest } = file;
  const isCsv = type === "text/csv";
  return {
    name: table ? table.name + (isCsv ? "" : "-json") : file.name,
    title: table ? table.title : file.title,
    path: path.replace("/data/", ""),
    format: path.split(".").at(-1),
    mediatype: type,
    encoding: "utf-8",
    bytes: size,
    hash: `sha256:${digest}`,
    ...((!table || table.has_quotes) && { licenses: QUOTED }),
    ...(table && { description: table.meaning }),
    ...(isCsv && { $schema: `${PROFILE}/dataresource.json`, type: "table", dialect: { delimiter: ",", lineTerminator: "\r\n", quoteChar: '"' }, schema: schema(table) }),
  };
}

function schema({ name: own, columns, key }) {
  const keys = columns
    .filter((column) => column.refers_to)
    .map(({ name, refers_to: other }) => ({ fields: [name], reference: { ...(other !== own && { resource: other }), fields: ["id"] } }));
  return {
    $schema: `${PROFILE}/tableschema.json`,
    fields: columns.map(({ name, type, meaning, constraints }) => ({ name, type, description: meaning, ...(Object.keys(constraints).length && { constraints }) })),
    missingValues: [""],
    primaryKey: key,
    ...(keys.length && { foreignKeys: keys }),
  };
}

const packageText = (files) =>
  JSON.stringify(
    { $schema: `${PROFILE}/datapackage.json`, name: "made-up-timeline", title: "Made-up timeline", description: "Made-up events for measuring", homepage: "https://timeline.example/data/", resources: files.map(resource) },
    null,
    1,
  );

const measured = (file) => ({
  ...file,
  size: Buffer.byteLength(file.text),
  digest: createHash("sha256").update(file.text).digest("hex"),
});

export function dataFiles(events) {
  const whole = WHOLE.map((each) => ({ ...each, text: each.make(events), count: each.make === annotations ? quoteCount(events) : events.length }));
  const files = [...whole, ...TABLES.flatMap((table) => tableFiles(table, events))].map(measured);
  return [...files, { path: "/data/datapackage.json", text: packageText(files) }];
}
