// Small comforts on every page. Nothing depends on them.

// A folder's own address instead of its index file's.
if (/^https?:$/.test(location.protocol) && location.pathname.endsWith("/index.html")) {
  const folder = location.pathname.slice(0, -"index.html".length);
  history.replaceState(history.state, "", folder + location.search + location.hash);
}

// The list behind "More" closes as lists do: with Escape, or when the reader goes elsewhere.
const more = document.querySelector(".more-sections");
if (more) {
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && more.open) {
      more.open = false;
      more.querySelector("summary").focus();
    }
  });
  const close = (event) => {
    if (!more.contains(event.target)) more.open = false;
  };
  addEventListener("pointerdown", close);
  addEventListener("focusin", close);
}
