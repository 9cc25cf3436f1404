// Each event as data by itself.
import { record } from "./_includes/records.js";

export const data = {
  pagination: { data: "collections.events", size: 1, alias: "event" },
  permalink: ({ event }) => `${event.url}event.json`,
};
export const render = ({ event }) => record(event);
