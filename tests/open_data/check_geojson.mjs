// Prints what check-geojson has to say of each file: node check_geojson.mjs MODULE FILE...
import { readFileSync } from "node:fs";

const { default: checker } = await import(process.argv[2]);
const found = process.argv.slice(3).map((file) => {
  try {
    checker.check(readFileSync(file, "utf8"));
    return [];
  } catch (error) {
    return error.issues.map((issue) => issue.message);
  }
});
process.stdout.write(JSON.stringify(found));
