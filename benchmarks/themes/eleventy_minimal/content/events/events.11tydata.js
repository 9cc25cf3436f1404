// Every event has a page of its own at its id.
export default {
  layout: "event.11ty.js",
  permalink: (data) => `/events/${data.page.fileSlug}/`,
};
