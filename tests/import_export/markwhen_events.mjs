// Prints what the real parser makes of the Markwhen on standard input: argument 1 is the parser.
import { readFileSync } from "node:fs";
const { parse } = await import(process.argv[2]);
const parsed = parse(readFileSync(0, "utf8"));
const events = [];
const walk = (node) => {
  if (node.children) node.children.forEach(walk);
  else events.push(node);
};
walk(parsed.events);
console.log(
  JSON.stringify({
    header: parsed.header,
    messages: parsed.parseMessages,
    groups: parsed.events.children.filter((each) => each.children).length,
    events: events.map((each) => ({
      title: each.firstLine.restTrimmed,
      day: each.firstLine.datePart,
      from: each.dateRangeIso.fromDateTimeIso,
      to: each.dateRangeIso.toDateTimeIso,
      properties: each.properties,
      tags: each.tags,
      text: each.supplemental.map((line) => line.raw ?? "").join("\n"),
    })),
  }),
);
