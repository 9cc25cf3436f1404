// Each figure's claims as CSV and JSON, beside its page.
export const data = {
  pagination: { data: "collections.figureFiles", size: 1, alias: "file" },
  permalink: ({ file }) => file.path,
};
export const render = ({ file }) => file.make(file.claims);
