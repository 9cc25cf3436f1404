// The files of data.
export const data = {
  pagination: { data: "collections.dataFiles", size: 1, alias: "file" },
  permalink: ({ file }) => file.path,
};
export const render = ({ file }) => file.text;
