// The files of the search index. Texts are those of rendered pages, which come first.
import { searchText } from "./_includes/searching.js";

export const data = {
  pagination: { data: "collections.searchFiles", size: 1, alias: "file" },
  permalink: ({ file }) => `/search/${file.name}.js`,
  eleventyImport: { collections: ["events"] },
};
export const render = ({ file }) => searchText(file);
