// Prints what ical.js reads in a calendar, as JSON: node ical_events.mjs MODULE CALENDAR
import { readFileSync } from "node:fs";

const { default: ICAL } = await import(process.argv[2]);
const calendar = new ICAL.Component(ICAL.parse(readFileSync(process.argv[3], "utf8")));
const events = calendar.getAllSubcomponents("vevent").map((each) => {
  const event = new ICAL.Event(each);
  return {
    uid: event.uid,
    summary: event.summary,
    start: event.startDate.toString(),
    end: event.endDate.toString(),
    isDate: event.startDate.isDate,
    edtf: each.getFirstPropertyValue("x-edtf"),
  };
});
process.stdout.write(JSON.stringify(events));
