// Finds events in the reader's browser; nothing that is typed leaves it. The rules are those of
// docs/search.md, and words are folded as generator/render/search_words.py does.
"use strict";
{
const APOSTROPHES = /['’‘ʼʻ`´′＇]/g;
const MARKS = /[\u0300-\u0305\u0307\u0309-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u0610-\u061a\u064b-\u065f\u0670]|(?<!и)\u0306|(?<!і)\u0308/g;
const ALIKE = Object.fromEntries("ßss ςσ ıi łl øo đd æae œoe þth ðd ךכ םמ ןנ ףפ ץצ ةه ىي ٱا ـ".split(" ").map((pair) => [pair[0], pair.slice(1)]));
const LIKE = new RegExp(`[${Object.keys(ALIKE).join("")}]`, "g");
const CJK = "\\u3041-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff";
const UNSPACED = new RegExp(`^[${CJK}]`);
const WORD = new RegExp(`[${CJK}]+|(?:(?![${CJK}])[\\p{L}\\p{N}])+`, "gu");
const NUMBER = /(?<!\p{Nd})\p{Nd}{1,3}(?:[,. ٬]\p{Nd}{3})+(?!\p{Nd})/gu;
const TYPED = new RegExp(`${NUMBER.source.replace(" ", "\\s")}|[${CJK}]+|(?:(?![${CJK}])[\\p{L}\\p{N}\\p{M}${APOSTROPHES.source.slice(1, -1)}])+`, "gu");
const QUOTED = /["“”„«»]([^"“”„«»]+)["“”„«»]/g;
const ENDING = /[аеєиіїоуюяыэйь]{0,2}(?:[гмх][иіоу]?|в|[аеєиіїоуюяыэйь])$|(?:ings?|e[ds]|[es])$/;
// Where Ukrainian and Russian stems change: in the last syllable (Київ, Києва), and by a vowel that
// comes and goes (мешканець, мешканці).
const CHANGES = { і: "ое", ї: "є", о: "і", е: "і", є: "ї" };
const LAST_VOWEL = /[іїоеє](?=[бвгґджзклмнпрстфхцчшщ]{1,2}$)/;
const FLEETING = /(?<=[бвгґджзйклмнпрстфхцчшщ])[еоє](?=[кнрлц]$)/;
const CLUSTER = /(?<=[бвгґджзйклмнпрстфхцчшщ])(?=[кнрлц]$)/;
const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
const VALUE = new Uint8Array(128);
[...DIGITS].forEach((digit, value) => { VALUE[digit.charCodeAt()] = value; });
const WEIGHTS = [8, 4, 3, 1]; // title, quotes, names, all else
const FIRST = 3; // results that are shown before all of them are read
const STEP = 300; // events that are read for a phrase before the next are
const MARK = { verified: 1, unverified: 2, contested: 4 };
const KINDS = { category: "categories", place: "places", person: "people", source: "sources", tag: "tags" };

function wordsOf(text) {
  const folded = text.replace(APOSTROPHES, "").normalize("NFKD").toLowerCase().replace(MARKS, "").normalize("NFKC");
  const alike = folded.replace(LIKE, (letter) => ALIKE[letter]);
  const words = alike.replace(NUMBER, (number) => number.replace(/\P{Nd}/gu, "")).match(WORD) ?? [];
  return words.map((word) => word.replace(/^و?ال(?=...)/u, "")).flatMap((word) =>
    UNSPACED.test(word) ? [...word].map((_, at) => word.slice(at, at + 2)) : [word]);
}

function bucketOf(word, buckets) {
  const [first, second] = [...word].map((letter) => letter.codePointAt(0));
  return ((first * 613 + (UNSPACED.test(word) ? 0 : second ?? 0) * 751) % 8191) % buckets;
}

// Returns the beginnings by which a word's other forms are found.
function stemsOf(word) {
  const bare = word.replace(ENDING, "");
  const found = new Set([bare]);
  for (const stem of [bare, word.replace(/[аеєиіїоуюяыэйь]$/, "")]) {
    for (const vowel of CHANGES[stem.match(LAST_VOWEL)?.[0]] ?? "") found.add(stem.replace(LAST_VOWEL, vowel));
    found.add(stem.replace(FLEETING, ""));
    for (const vowel of CLUSTER.test(stem) ? "ео" : "") found.add(stem.replace(CLUSTER, vowel));
  }
  return [...found].filter((stem) => stem.length > 2);
}

// How well a word of the index fits one that was typed, whose stems are known: the same, begun, or
// of the same stem. To a stem of three letters no more than an ending may be added.
function fit(word, typed, stems) {
  if (word === typed) return 1;
  if (typed.length < 2 && !UNSPACED.test(typed)) return 0;
  if (word.startsWith(typed)) return 0.8;
  return stems.some((stem) => word.startsWith(stem) && word.length - stem.length < 4 && (stem.length > 3 || !word.slice(3).replace(ENDING, ""))) ? 0.6 : 0;
}

const finder = document.getElementById("finder");
const { parts, buckets, names, rows, versions } = finder.dataset;
const version = versions.split(" ");
const form = finder.querySelector("form");
const [field, status, list, chips, more, sought] = ["[name=q]", "[role=status]", ".hits", ".chosen", ".more", ".asked"].map((each) => finder.querySelector(each));
const browse = document.getElementById("browse");
const selects = Object.keys(KINDS).map((kind) => form.elements[kind]);
const files = {};
const asked = {};
const labels = new Map();
const terms = []; // as "places/odesa"; events name them by number
const numberOf = new Map();
const folders = []; // of each term
const starts = []; // the number of each part's first event
const events = [];
let inTime;
let offered; // by folder, its terms in alphabetical order
let turn = 0;
let shown = 10;
let isTyping = false;
let begun;

globalThis.found = (name, data) => { files[name] = data; };
Object.assign(found, { wordsOf, fit, stemsOf }); // tests hold them to what they are to do

function load(name) {
  return asked[name] ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `${name}.js?${version[name.split("-")[1]] ?? ""}`;
    script.onload = () => resolve(files[name]);
    script.onerror = () => { delete asked[name]; reject(new Error(name)); };
    document.head.append(script);
  });
}

const numbered = (count) => Array.from({ length: count }, (_, number) => number);

async function begin() {
  const rowFiles = rows.split(" ").flatMap((count, part) => numbered(count).map((n) => `events-${part}-${n}`));
  const [own, loaded] = await Promise.all([numbered(names).map((n) => `names-${n}`), rowFiles].map((all) => Promise.all(all.map(load))));
  const order = new Intl.Collator(document.documentElement.lang, { numeric: true, ignorePunctuation: true }).compare;
  for (const [term, label] of own.flat().sort((a, b) => order(a[1], b[1]))) {
    labels.set(term, label);
    numberOf.set(term, terms.push(term) - 1);
    folders.push(term.split("/", 1)[0]);
  }
  offered = numbered(terms.length).reduce((all, n) => { (all[folders[n]] ??= []).push(n); return all; }, {});
  let at;
  loaded.forEach(([names, rows], n) => {
    const [, part, chunk] = rowFiles[n].split("-");
    if (chunk === "0") { at = {}; starts.push(events.length); }
    const numbers = names.map((term) => numberOf.get(term));
    for (const [first, last, marks, block, ...own] of rows) {
      at[block] = (at[block] ?? -1) + 1;
      events.push({ n: events.length, first: first ?? -1e9, last: last ?? 1e9, marks, file: `texts-${part}-${block}`, at: at[block], terms: own.map((term) => numbers[term]) });
    }
  });
  inTime = [...events].sort((a, b) => a.first - b.first || a.last - b.last);
}

// Returns how well each event has the word, by its number.
async function lookUp(typed) {
  const best = new Float32Array(events.length);
  const bucket = bucketOf(typed, buckets), stems = stemsOf(typed);
  const indexes = await Promise.all(numbered(parts).map((part) => load(`words-${part}-${bucket}`)));
  indexes.forEach((index, part) => {
    for (const word in index) {
      const fits = fit(word, typed, stems);
      if (fits) index[word].split(".").forEach((codes, kind) => {
        const score = fits * WEIGHTS[kind];
        for (let i = 0; i < codes.length; i += 2) {
          const event = starts[part] + VALUE[codes.charCodeAt(i)] * 64 + VALUE[codes.charCodeAt(i + 1)];
          if (best[event] < score) best[event] = score;
        }
      });
    }
  });
  return best;
}

// Yields the events with all words, the best first: at once, or where phrases are to stand in them,
// those known after each step of reading. What `isNear` refuses is not read.
async function* matching(query, isNear) {
  const columns = await Promise.all([...new Set(wordsOf(query))].map(lookUp));
  const [total, ...others] = columns;
  for (const column of others) column.forEach((score, n) => { total[n] = score && total[n] && total[n] + score; });
  const hits = total ? inTime.filter(({ n }) => total[n]).sort((a, b) => total[b.n] - total[a.n]) : inTime;
  const phrases = [...query.matchAll(QUOTED)].map(([, phrase]) => wordsOf(phrase)).filter((words) => words.length);
  const near = phrases.length ? hits.filter(isNear) : [];
  if (!near.length) yield { hits, isDone: true };
  const read = [];
  for (let at = 0; at < near.length;) {
    const step = near.slice(at, at += STEP);
    const texts = await Promise.all(step.map(textOf));
    read.push(...step.filter((event, n) => phrases.every((words) => stands(words, event, texts[n]))));
    yield { hits: read, isDone: at >= near.length };
  }
}

function stands(words, event, [, , title, summary, note, quotes, body, also]) {
  const names = event.terms.map((term) => labels.get(terms[term]));
  const sought = ` ${words.join(" ")}${UNSPACED.test(words.at(-1)) ? "" : " "}`;
  return [title, summary, note, body, ...quotes.map(([text]) => text), ...also, ...names].some((text) => ` ${wordsOf(text).join(" ")} `.includes(sought));
}

const textOf = async (event) => (await load(event.file))[event.at];
const day = (value) => Date.parse(value) / 864e5 + 719163;

// Returns a test for each filter that is set, by its name.
function tests(state) {
  const found = {};
  for (const [kind, folder] of Object.entries(KINDS)) {
    const term = numberOf.get(`${folder}/${state.get(kind)}`);
    if (state.has(kind)) found[kind] = (event) => event.terms.includes(term);
  }
  if (state.has("from")) found.from = (event) => event.last >= day(state.get("from"));
  if (state.has("to")) found.to = (event) => event.first <= day(state.get("to"));
  if (state.has("quotes")) found.quotes = (event) => event.marks & MARK[state.get("quotes")];
  return found;
}

// Returns by term's number how many events pass all filters but the one for its kind; marks too.
function counted(hits, all) {
  const counts = new Uint32Array(terms.length), marks = { verified: 0, unverified: 0, contested: 0 };
  for (const event of hits) {
    const failed = all.filter(([, test]) => !test(event));
    if (failed.length > 1) continue;
    const [name] = failed[0] ?? [];
    for (const term of event.terms) if (!name || KINDS[name] === folders[term]) counts[term] += 1;
    if (!name || name === "quotes") for (const mark in MARK) if (event.marks & MARK[mark]) marks[mark] += 1;
  }
  return { counts, marks };
}

function element(name, content, attributes = {}) {
  const made = document.createElement(name);
  made.append(...[content].flat());
  for (const key in attributes) if (attributes[key]) made.setAttribute(key, attributes[key]);
  return made;
}

// Returns the text with what was found marked; of a long one, what stands around the first.
function marked(text, typed, isCut) {
  const spots = [...text.matchAll(TYPED)].filter(([word]) => wordsOf(word).some((each) => typed.some(([one, stems]) => fit(each, one, stems))));
  const from = isCut && spots.length && spots[0].index > 90 ? text.indexOf(" ", spots[0].index - 80) + 1 : 0;
  const to = isCut && text.length > from + 260 ? text.lastIndexOf(" ", from + 260) : text.length;
  const pieces = [from ? "… " : ""];
  let at = from;
  for (const spot of spots) {
    if (spot.index < at || spot.index > to) continue;
    pieces.push(text.slice(at, spot.index), element("mark", spot[0]));
    at = spot.index + spot[0].length;
  }
  pieces.push(text.slice(at, Math.max(to, at)), to < text.length ? " …" : "");
  return { pieces, isFound: spots.length > 0 };
}

function hit(event, [id, when, title, summary, note, quotes, body, also], words) {
  const address = `../events/${id}/index.html`;
  const typed = words.map((word) => [word, stemsOf(word)]);
  const own = event.terms.map((term) => terms[term]);
  const [category] = own, places = own.filter((term) => term.startsWith("places/"));
  const shown = [category, ...places.slice(0, 1)].map((term) => labels.get(term));
  const item = element("li", [
    element("p", [element("span", when), ...shown.map((label) => element("span", marked(label, typed).pieces))], { class: "meta" }),
    element("h2", element("a", marked(title, typed).pieces, { href: address })),
  ], { class: category.replace("categories/", "hit category-") });
  if (summary) item.append(element("p", marked(summary, typed, true).pieces, { class: "summary" }));
  const names = [...own.map((term) => labels.get(term)), ...also].filter((name) => !shown.includes(name)).map((name) => marked(name, typed)).filter((each) => each.isFound);
  if (names.length) item.append(element("p", names.slice(0, 3).map((each, n) => [n ? "; " : "", ...each.pieces]).flat(), { class: "names" }));
  if (note) {
    const [before, after] = finder.dataset.note.split("{note}");
    item.append(element("p", [before, ...marked(note, typed).pieces, after], { class: "hint" }));
    return item;
  }
  const said = quotes.map(([text, lang, anchor]) => ({ ...marked(text, typed, true), lang, anchor })).filter((each) => each.isFound);
  for (const { pieces, lang, anchor } of said.slice(0, 2)) {
    item.append(element("blockquote", element("a", pieces, { href: `${address}#${anchor}` }), { lang, dir: lang && "auto" }));
  }
  const excerpt = marked(body, typed, true);
  if (excerpt.isFound) item.append(element("p", excerpt.pieces, { class: "excerpt" }));
  return item;
}

const written = (count) => count.toLocaleString(document.documentElement.lang);
const stateOf = () => new URLSearchParams([...new FormData(form)].filter(([, value]) => value));

// Fills a list of choices with those that have events, and how many.
function offer(select, counts) {
  const folder = KINDS[select.name], chosen = select.value;
  const own = (offered[folder] ?? []).filter((n) => counts[n] || terms[n] === `${folder}/${chosen}`);
  const options = own.map((n) => new Option(`${labels.get(terms[n])} (${written(counts[n])})`, terms[n].slice(folder.length + 1)));
  select.replaceChildren(select.options[0], ...options);
  select.value = chosen;
}

function chip(name, text) {
  const button = element("button", text, { type: "button", "aria-label": finder.dataset.without.replace("{filter}", () => text) });
  button.onclick = () => clear([name]);
  return element("li", button);
}

function showChosen(state) {
  const made = [...state.keys()].filter((name) => name !== "q").map((name) => {
    const control = form.elements[name];
    const label = control.labels[0].textContent;
    return chip(name, `${label}: ${labels.get(`${KINDS[name]}/${control.value}`) ?? control.selectedOptions?.[0].dataset.label ?? control.value}`);
  });
  if (made.length) {
    const all = element("button", finder.dataset.clear, { type: "button" });
    all.onclick = () => clear(Object.keys(form.elements));
    made.push(element("li", all));
  }
  chips.replaceChildren(...made);
}

// Shows the events, and says what there is to say with the first of them.
async function lay(top, typed, mine, say) {
  // The best are seen before the files of all have come; a longer list is not made shorter for that.
  const coming = top.map(textOf);
  const itemsOf = async (from, to) => (await Promise.all(coming.slice(from, to))).map((text, n) => hit(top[from + n], text, typed));
  const first = await itemsOf(0, shown > 10 ? shown : FIRST);
  if (mine !== turn) return;
  list.replaceChildren(...first);
  say();
  const rest = await itemsOf(first.length);
  if (mine === turn) list.append(...rest);
}

async function show() {
  const state = stateOf(), mine = ++turn;
  const query = state.get("q") ?? "", typed = wordsOf(query);
  try {
    await (begun ??= begin());
    const filters = Object.entries(tests(state));
    const failed = (event) => filters.filter(([, test]) => !test(event)).length;
    let found, laid;
    for await (const { hits, isDone } of matching(query, (event) => failed(event) < 2)) {
      if (mine !== turn) return;
      const all = hits.filter((event) => !failed(event));
      // Of one letter, which may be the beginning of a word, it is too early to say that nothing has it.
      const isBegun = !hits.length && [...typed.at(-1) ?? ""].length === 1;
      const isIdle = !filters.length && typed.length === (isBegun ? 1 : 0);
      const top = isIdle ? [] : all.slice(0, shown);
      const say = () => {
        const words = isDone ? all.length ? "count" : "none" : "reading";
        status.setAttribute("aria-busy", !isDone);
        status.textContent = isIdle || isBegun ? "" : finder.dataset[words].replace("{count}", written(all.length));
        sought.textContent = query.trim() && finder.dataset.asked.replace("{words}", () => query.trim());
        more.hidden = isIdle || top.length === all.length;
        browse.hidden = !isIdle;
        showChosen(state);
      };
      if (laid === top.length) say();
      else await lay(top, typed, mine, say);
      laid = top.length;
      found = hits;
    }
    // Results are seen before choices are counted.
    await new Promise((resolve) => setTimeout(resolve, 60));
    if (mine !== turn) return;
    const { counts, marks } = counted(found, filters);
    for (const select of selects) offer(select, counts);
    for (const option of form.elements.quotes.options) if (option.value) option.text = `${option.dataset.label} (${written(marks[option.value])})`;
  } catch {
    begun = events.length ? begun : undefined;
    if (mine !== turn) return;
    list.replaceChildren();
    more.hidden = true;
    browse.hidden = false;
    status.removeAttribute("aria-busy");
    status.textContent = finder.dataset.failed;
  }
}

// Keeps the address in step: one step of the history for each thing looked for, not for each key.
function remember(isKey) {
  const address = `?${stateOf()}`;
  const change = isKey && isTyping ? "replaceState" : "pushState";
  isTyping = isKey;
  if (address === (location.search || "?")) return;
  record(change, address === "?" ? location.pathname : address);
}

function record(change, address, state = null) {
  try {
    history[change](state, "", address);
  } catch {} // a browser may refuse that to pages opened from disk
}

function look(isKey) {
  shown = 10;
  remember(isKey);
  return show();
}

function clear(names) {
  for (const name of names) form.elements[name].value = "";
  look(false).then(() => status.focus());
}

// Takes over what the address asks for.
function read() {
  const state = new URLSearchParams(location.search);
  for (const control of form.elements) {
    const value = state.get(control.name) ?? "";
    if (control.name in KINDS && value) control.add(new Option(value));
    control.value = value;
  }
  isTyping = false;
  shown = history.state?.shown ?? 10;
  show();
}

form.addEventListener("submit", (event) => { event.preventDefault(); isTyping = false; show(); });
form.addEventListener("input", ({ target }) => look(target === field));
field.addEventListener("change", () => { isTyping = false; });
field.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && field.value) { event.preventDefault(); field.value = ""; look(true); }
});
addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === "k") { event.preventDefault(); field.select(); }
});
more.addEventListener("click", async () => {
  const next = shown;
  shown += 20;
  record("replaceState", location.href, { shown });
  await show();
  list.children[next]?.querySelector("a").focus();
});
addEventListener("popstate", read);
finder.hidden = false;
document.getElementById("without").hidden = true;
finder.querySelector("details").open = matchMedia("(width >= 60rem)").matches;
read();
}
