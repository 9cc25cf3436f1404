// Narrows the map and the list of places to a period. Without it both show everything.
const brush = document.querySelector(".brush");
const data = JSON.parse(document.getElementById("map-data").textContent);
const range = brush.querySelector(".range");
const [from, to] = range.children;
const [begins, ends] = brush.querySelectorAll(".value");
const told = brush.querySelector("[role=status]");
const last = data.steps.length - 1;
const written = new Intl.NumberFormat(document.documentElement.lang);
const within = (pairs, first, final) => {
  let count = 0;
  for (let i = 0; i < pairs.length; i += 2) {
    if (pairs[i] >= first && pairs[i] <= final) count += pairs[i + 1];
  }
  return count;
};
const every = (pairs) => within(pairs, 0, last);
const sum = (counts, places) => places.reduce((total, place) => total + counts[place], 0);
const totals = data.at.map(every);
const shown = [...document.querySelectorAll("[data-of]")].map((element) => {
  const places = element.dataset.of.split(" ").map(Number);
  const count = element.querySelector(".count, .n");
  return { element, places, count, words: count?.textContent, all: sum(totals, places) };
});

function show() {
  const first = Number(from.value), final = Number(to.value);
  brush.classList.toggle("chosen", first > 0 || final < last); // paper says a period that is not the whole
  const counts = data.at.map((pairs) => within(pairs, first, final));
  for (const { element, places, count, words, all } of shown) {
    const now = sum(counts, places);
    const part = now === all ? "" : `${written.format(now)} / `;
    element.classList.toggle("out", now === 0);
    if (count) count.textContent = part + words;
    if (element.dataset.words) {
      const [name] = element.getAttribute("aria-label").split(": ", 1);
      element.setAttribute("aria-label", `${name}: ${part}${element.dataset.words}`);
    }
  }
  for (const [input, output] of [[from, begins], [to, ends]]) {
    output.textContent = data.labels[input.value];
    input.setAttribute("aria-valuetext", data.labels[input.value]);
  }
  range.style.setProperty("--from", first / last);
  range.style.setProperty("--to", final / last);
  from.classList.toggle("above", first > last / 2); // where both ends meet, the one that can move is above
  const values = {
    shown: within(data.all, first, final),
    events: every(data.all),
    here: counts.filter(Boolean).length,
    places: counts.length,
  };
  told.textContent = brush.dataset.status.replace(/\{(\w+)\}/g, (_, key) => written.format(values[key]));
}

function remember() {
  const address = new URL(location.href);
  for (const [input, whole] of [[from, 0], [to, last]]) {
    if (Number(input.value) === whole) address.searchParams.delete(input.name);
    else address.searchParams.set(input.name, data.steps[input.value]);
  }
  history.replaceState(history.state, "", address);
}

function recall() {
  const asked = new URLSearchParams(location.search);
  for (const [input, whole] of [[from, 0], [to, last]]) {
    const step = data.steps.indexOf(asked.get(input.name));
    input.value = step < 0 ? whole : step;
  }
  if (Number(from.value) > Number(to.value)) to.value = from.value;
}

brush.addEventListener("input", (event) => {
  if (Number(from.value) > Number(to.value)) {
    const [kept, moved] = event.target === from ? [from, to] : [to, from];
    moved.value = kept.value;
  }
  show();
});
brush.addEventListener("change", remember);
brush.querySelector("button").addEventListener("click", () => {
  from.value = 0;
  to.value = last;
  show();
  remember();
});
if (last > 0) {
  recall();
  show();
  brush.hidden = false;
}
