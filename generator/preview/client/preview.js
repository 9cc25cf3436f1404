// Keeps an open page of the preview up to date, and shows the problems of the content on it.
//
// It runs before everything else in the page. A page whose scripts leave it as it came is changed
// in place; any other is reloaded. Either way the reader stays where they are.
(() => {
  "use strict";

  const COMMAND = "verbatim";
  const VIEW_KEY = "verbatim-preview-view";
  const RECONNECT_FIRST = 100;
  const RECONNECT_LAST = 1000;
  const { build: firstBuild, path: servedPath, styles: overlayStyles } =
    document.currentScript.dataset;
  const ownScript = document.currentScript.src;
  const listen = EventTarget.prototype.addEventListener;

  // ── What the page's own scripts do to it ────────────────────────────────────────────────────

  let isTouched = false;

  EventTarget.prototype.addEventListener = function (...given) {
    isTouched ||= this instanceof Element && this !== document.documentElement;
    return listen.apply(this, given);
  };

  const observer = new MutationObserver(noteMutations);

  function noteMutations(records) {
    isTouched ||= !records.every(isReaderDoing);
  }

  function isReaderDoing({ target, attributeName }) {
    return target.nodeName === "DETAILS" && attributeName === "open";
  }

  function watchPage() {
    observer.observe(document.body, {
      attributes: true, characterData: true, childList: true, subtree: true,
    });
  }

  // ── Where the reader is: scrolled to, opened, focused ───────────────────────────────────────

  function currentView() {
    return {
      x: scrollX,
      y: scrollY,
      details: allDetails().map((each) => ({ name: nameOf(each), open: each.open })),
      focus: trailTo(document.activeElement),
    };
  }

  function restoreView({ x, y, details, focus }) {
    restoreDetails(details);
    const focused = focus && elementAt(focus);
    if (focused && focused !== document.activeElement) focused.focus({ preventScroll: true });
    scrollTo({ left: x, top: y, behavior: "instant" });
  }

  function restoreDetails(saved) {
    const left = new Map(allDetails().entries());
    saved.forEach(({ name, open }, index) => {
      const isSame = ([, each]) => nameOf(each) === name;
      const found = [...left].find((entry) => entry[0] === index && isSame(entry))
        ?? [...left].find(isSame);
      if (!found) return;
      left.delete(found[0]);
      if (found[1].open !== open) found[1].open = open;
    });
  }

  function allDetails() {
    return [...document.querySelectorAll("details")];
  }

  function nameOf(details) {
    return details.querySelector("summary")?.textContent.trim() ?? "";
  }

  // The way down from the body to an element, as numbers of children; null where none is focused.
  function trailTo(element) {
    if (!document.body.contains(element) || element === document.body) return null;
    const steps = [];
    for (let each = element; each !== document.body; each = each.parentElement) {
      steps.unshift([...each.parentElement.children].indexOf(each));
    }
    return { name: element.nodeName, steps };
  }

  function elementAt({ name, steps }) {
    const element = steps.reduce((each, step) => each?.children[step], document.body);
    return element?.nodeName === name ? element : null;
  }

  // ── Reloading ───────────────────────────────────────────────────────────────────────────────

  function reload() {
    const view = { address: location.href, ...currentView() };
    sessionStorage.setItem(VIEW_KEY, JSON.stringify(view));
    history.scrollRestoration = "manual";
    location.reload();
    return new Promise(() => {}); // nothing more is to happen on this page
  }

  function resumeView() {
    const view = JSON.parse(sessionStorage.getItem(VIEW_KEY));
    sessionStorage.removeItem(VIEW_KEY);
    if (view?.address !== location.href) return;
    restoreView(view);
    // What loads late, as fonts and pictures, moves the page; the browser would scroll along with
    // it, away from where the reader was. The reader's own scrolling is left alone.
    const root = document.documentElement;
    let isLeft = false;
    root.style.overflowAnchor = "none";
    for (const kind of ["wheel", "touchmove", "keydown", "pointerdown"]) {
      listen.call(window, kind, () => { isLeft = true; }, { once: true, passive: true });
    }
    listen.call(window, "load", async () => {
      await document.fonts.ready;
      if (!isLeft) scrollTo({ left: view.x, top: view.y, behavior: "instant" });
      root.style.removeProperty("overflow-anchor");
      // The browser restores what it may right after this event, to where the reader's paragraph
      // is now.
      requestAnimationFrame(() => requestAnimationFrame(() => {
        history.scrollRestoration = "auto";
      }));
    });
  }

  // ── Changing the page in place ──────────────────────────────────────────────────────────────

  // Null when the server is gone; it says what is new when it is back.
  async function fetchPage() {
    const answer = await fetch(location.href, { cache: "no-store" }).catch(() => null);
    const text = await answer?.text().catch(() => null);
    if (!text) return null;
    const page = new DOMParser().parseFromString(text, "text/html");
    return { page, ...[...page.scripts].find(isOwnScript)?.dataset };
  }

  function isOwnScript(script) {
    return script.src === ownScript;
  }

  function canChangeInPlace(page) {
    noteMutations(observer.takeRecords());
    const scripts = scriptsOf(document);
    return !isTouched
      && scripts.every((script) => script.defer || script.type)
      && markup(scripts) === markup(scriptsOf(page))
      && markup(policiesOf(document)) === markup(policiesOf(page));
  }

  function scriptsOf(page) {
    // A block of data says the page's words to programs, and runs nothing.
    return [...page.scripts].filter((each) => !isOwnScript(each) && !each.type.endsWith("json"));
  }

  function policiesOf(page) {
    return [...page.querySelectorAll("meta[http-equiv]")];
  }

  function markup(elements) {
    return elements.map((element) => element.outerHTML).join("\n");
  }

  function changeInPlace(page) {
    const view = currentView();
    document.title = page.title;
    matchAttributes(document.documentElement, page.documentElement);
    match(document.body, page.body);
    restoreView(view);
    observer.takeRecords();
  }

  // Makes a node like another one, and leaves everything in it that is alike already.
  function match(live, next) {
    if (live.isEqualNode(next)) return;
    if (live.nodeName !== next.nodeName) live.replaceWith(document.adoptNode(next));
    else if (live.nodeType !== Node.ELEMENT_NODE) live.nodeValue = next.nodeValue;
    else {
      matchAttributes(live, next);
      matchChildren(live, next);
    }
  }

  function matchAttributes(live, next) {
    for (const { name } of [...live.attributes]) {
      if (!next.hasAttribute(name)) live.removeAttribute(name);
    }
    for (const { name, value } of next.attributes) {
      if (live.getAttribute(name) !== value) live.setAttribute(name, value);
    }
  }

  function matchChildren(live, next) {
    const old = [...live.childNodes];
    const made = [...next.childNodes];
    let after = null;
    while (old.length && made.length && old[0].isEqualNode(made[0])) {
      old.shift();
      made.shift();
    }
    while (old.length && made.length && old.at(-1).isEqualNode(made.at(-1))) {
      after = old.pop();
      made.pop();
    }
    if (old.length === made.length) {
      old.forEach((each, index) => match(each, made[index]));
    } else {
      old.forEach((each) => each.remove());
      made.forEach((each) => live.insertBefore(document.adoptNode(each), after));
    }
  }

  // ── Style sheets ────────────────────────────────────────────────────────────────────────────

  function styleLinks(page) {
    return [...page.querySelectorAll("link[rel~=stylesheet]")];
  }

  // `changed` are paths whose bytes differ, null when any may: a style sheet can keep its name.
  async function changeStyles(page, build, changed) {
    const next = styleLinks(page);
    await Promise.all(styleLinks(document).map((link, index) => {
      const href = next[index].getAttribute("href");
      const address = new URL(href, location.href);
      const isSame = address.pathname === new URL(link.href).pathname;
      if (isSame && changed && !changed.has(address.pathname)) return null;
      return replaceStyles(link, next[index], isSame ? `${href}?${build}` : href);
    }));
  }

  function replaceStyles(link, next, href) {
    const replacement = document.adoptNode(next);
    replacement.setAttribute("href", href);
    return new Promise((resolve) => {
      const done = () => { link.remove(); resolve(); };
      listen.call(replacement, "load", done);
      listen.call(replacement, "error", done);
      link.after(replacement);
    });
  }

  // ── Builds ──────────────────────────────────────────────────────────────────────────────────

  let known = firstBuild;
  let updating = Promise.resolve();

  function heard(message) {
    showFailure(message.failure);
    updating = updating.then(() => update(message)).catch(() => reload());
  }

  async function update(message) {
    if (message.build === known) return;
    const changed = message.before === known && message.changed
      ? new Set(message.changed)
      : null;
    if (changed && !concerns(changed)) {
      known = message.build;
      return;
    }
    if (!changed || (!message.stylesOnly && concernsLoaded(changed))) await reload();
    const fetched = await fetchPage();
    if (!fetched) return;
    const { page, build, path } = fetched;
    const isStylesOnly = message.stylesOnly && build === message.build;
    const isInPlace = path === servedPath && (isStylesOnly || canChangeInPlace(page));
    if (!isInPlace || styleLinks(page).length !== styleLinks(document).length) await reload();
    if (!isStylesOnly) changeInPlace(page);
    await changeStyles(page, build, build === message.build ? changed : null);
    known = build;
  }

  function concerns(changed) {
    return isOwnPathIn(changed) || [...loadedPaths()].some((path) => changed.has(path));
  }

  function isOwnPathIn(changed) {
    return changed.has(servedPath) || changed.has(location.pathname.replace(/\/index\.html$/, "/"));
  }

  // A picture keeps its name when it changes: only a reload asks for it again.
  function concernsLoaded(changed) {
    return [...loadedPaths()].some((path) => changed.has(path) && !path.endsWith(".css"));
  }

  function loadedPaths() {
    const isPage = ({ name }) => name === location.href.split("#")[0];
    const loaded = performance.getEntriesByType("resource").filter((entry) => !isPage(entry));
    return new Set(loaded.map((entry) => decodeURI(new URL(entry.name).pathname)));
  }

  // ── Problems ────────────────────────────────────────────────────────────────────────────────

  let overlay = null;
  let shownFailure = "null";
  let focusBefore = null;

  function showFailure(failure) {
    const text = JSON.stringify(failure);
    if (text === shownFailure) return;
    shownFailure = text;
    hideOverlay();
    if (!failure) return;
    focusBefore = document.activeElement;
    overlay = document.createElement("div");
    const root = overlay.attachShadow({ mode: "open" });
    const styles = element("link");
    styles.rel = "stylesheet";
    styles.href = overlayStyles;
    const dialog = failureDialog(failure);
    dialog.hidden = true;
    const show = () => {
      dialog.hidden = false;
      dialog.focus({ preventScroll: true });
    };
    listen.call(styles, "load", show);
    listen.call(styles, "error", show);
    root.append(styles, dialog);
    document.documentElement.append(overlay);
  }

  function hideOverlay() {
    if (!overlay) return;
    const hadFocus = document.activeElement === overlay;
    overlay.remove();
    overlay = null;
    if (hadFocus && focusBefore?.isConnected) focusBefore.focus({ preventScroll: true });
  }

  function failureDialog({ title, lastGood, message, problems, more }) {
    const dialog = element("section");
    const close = element("button", "Close");
    const heading = element("h2", title);
    const good = element("p", lastGood);
    const list = element("ol");
    heading.id = "title";
    good.id = "good";
    close.type = "button";
    dialog.lang = "en";
    dialog.dir = "ltr";
    dialog.tabIndex = -1;
    dialog.setAttribute("role", "alertdialog");
    dialog.setAttribute("aria-labelledby", heading.id);
    dialog.setAttribute("aria-describedby", good.id);
    list.append(...problems.map(problemItem));
    list.tabIndex = 0;
    list.setAttribute("aria-label", "Problems");
    dialog.append(heading, good, close);
    if (message) dialog.append(element("pre", message));
    if (problems.length) dialog.append(list);
    if (more) dialog.append(element("p", `and ${more} more; the terminal lists them all`));
    listen.call(close, "click", hideOverlay);
    listen.call(dialog, "keydown", (event) => { if (event.key === "Escape") hideOverlay(); });
    return dialog;
  }

  function problemItem({ place, field, message, remedy, code }) {
    const item = element("li");
    const said = element("p", field ? `${field}: ${message} ` : `${message} `);
    said.append(element("span", `[${code}]`));
    item.append(element("code", place), said, element("p", remedy));
    return item;
  }

  function element(name, text = "") {
    const made = document.createElement(name);
    made.textContent = text;
    return made;
  }

  // ── The socket ──────────────────────────────────────────────────────────────────────────────

  function connect(delay) {
    const socket = new WebSocket(`ws://${location.host}/livereload`);
    const send = (message) => socket.send(JSON.stringify(message));
    let next = Math.min(delay * 2, RECONNECT_LAST);
    listen.call(socket, "open", () => {
      next = RECONNECT_FIRST;
      send({ command: "hello" });
      send({ command: "info", url: location.href });
    });
    listen.call(socket, "message", ({ data }) => {
      const message = JSON.parse(data);
      if (message.command === COMMAND) whenParsed(() => heard(message));
    });
    listen.call(socket, "close", () => setTimeout(() => connect(next), delay));
  }

  // Fires once the page is parsed and before its deferred scripts run.
  let isParsed = false;
  const waiting = [];

  function whenParsed(action) {
    if (isParsed) action();
    else waiting.push(action);
  }

  listen.call(document, "readystatechange", () => {
    if (isParsed) return;
    isParsed = true;
    watchPage();
    resumeView();
    waiting.forEach((action) => action());
  });

  connect(RECONNECT_FIRST);
})();
