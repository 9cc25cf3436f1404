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

// Of a long strip of months, that is seen in which the page is.
const here = document.querySelector(".overview [aria-current]");
if (here) {
  const strip = here.closest("ol");
  const [own, all] = [here, strip].map((each) => each.getBoundingClientRect());
  strip.scrollLeft += own.left - all.left - (all.width - own.width) / 2;
}
