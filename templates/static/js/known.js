// What had been reported by a day that the reader chooses: the rest steps back, and says so.
// The page is left as it came until a day is chosen.
const control = document.querySelector(".known");
const input = control.querySelector("input");
const told = control.querySelector("[role=status]");
const language = document.documentElement.lang;
const number = new Intl.NumberFormat(language);
const written = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
const dayText = (day) => written.format(new Date(day));
const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key]);

const events = [...document.querySelectorAll(".days .event")];
const parts = [...document.querySelectorAll(".days .event [data-reported]")];
const marks = new Map();
const reports = [...events, ...parts].map((each) => each.dataset.reported).filter(Boolean);
const happened = [...document.querySelectorAll(".day-heading time")]
  .map((time) => /^\d{4}-\d\d-\d\d/.exec(time.dateTime)?.[0])
  .filter(Boolean);
const stops = [...new Set([...happened.sort().slice(0, 1), ...reports])].sort();
const latest = stops.at(-1) ?? "";

function mark(element, text) {
  let words = marks.get(element);
  if (!words && text) {
    words = document.createElement("strong");
    words.className = "mark";
    marks.set(element, words);
    const place = element.querySelector(":scope > :is(.meta, figcaption, .state)") ?? element;
    const sign = place.querySelector(":scope > .marker");
    if (sign) sign.after(words);
    else place.prepend(words);
  }
  if (!words) return;
  words.textContent = text;
  words.hidden = !text;
}

function show(element, day) {
  const { reported } = element.dataset;
  const isUnreported = Boolean(day && reported > day);
  element.classList.toggle("unreported", isUnreported);
  if (isUnreported) mark(element, filled(control.dataset.unreported, { day: dayText(reported) }));
  else mark(element, day && !reported ? control.dataset.unsure : "");
  return isUnreported;
}

function showAll(day) {
  const unreported = events.filter((event) => show(event, day)).length;
  for (const part of parts) {
    // What an event says of itself as a whole need not be said of its parts.
    show(part, part.closest(".event").matches(".unreported") ? "" : day);
  }
  const undated = events.filter((event) => !event.dataset.reported).length;
  const { told: words, undated: more } = control.dataset;
  const known = number.format(events.length - unreported - undated);
  told.textContent = !day ? "" : filled(words, { known, day: dayText(day) })
    + (undated ? ` ${filled(more, { undated: number.format(undated) })}` : "");
  control.classList.toggle("chosen", Boolean(day));
  for (const button of control.querySelectorAll("[data-step]")) {
    button.setAttribute("aria-disabled", String(Number(button.dataset.step) !== 0 && !stopAt(button)));
  }
}

function stopAt(button) {
  const now = input.value || latest;
  if (button.dataset.step === "1") return stops.find((day) => day > now);
  return stops.findLast((day) => day < now);
}

// The day goes along to the other pages of the timeline.
function remember(day) {
  const keep = (text) => {
    const address = new URL(text);
    if (day) address.searchParams.set("known", day);
    else address.searchParams.delete("known");
    return address.href;
  };
  history.replaceState(history.state, "", keep(location.href));
  for (const link of document.querySelectorAll(":is(.overview, .periods, .landmark, .pages, .pager) a")) {
    link.href = keep(link.href);
  }
}

function choose(day) {
  input.value = day;
  showAll(input.value);
  remember(input.value);
}

addEventListener("input", ({ target }) => {
  // A year that is still being typed begins with noughts.
  if (target === input && !input.value.startsWith("0")) choose(input.value);
});
addEventListener("click", ({ target }) => {
  const button = target.closest?.(".known button");
  if (!button) return;
  if (button.dataset.step === "0") {
    choose("");
    input.focus();
  } else {
    const day = stopAt(button);
    if (day) choose(day);
  }
});
addEventListener("focusin", ({ target }) => {
  if (target === input && latest) [input.min, input.max] = [stops[0], latest];
});
const asked = new URLSearchParams(location.search).get("known");
if (asked) {
  input.value = asked;
  if (input.value) choose(input.value);
}
