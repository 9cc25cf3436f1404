// The feeds and the calendar.
export const data = {
  pagination: { data: "collections.feedFiles", size: 1, alias: "file" },
  permalink: ({ file }) => file.path,
};
export const render = ({ file, collections }) => file.make(file, collections.figureClaims);
