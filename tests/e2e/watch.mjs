// What watches a page from before its first script: errors, violations, layout shifts, the element's
// events, and the canary, which is a record of the host page that must be the same afterwards.

/** Runs inside the page, on its own: nothing of this file around it can be seen from there. */
export function watch() {
  // Kept under a symbol, so that the page's list of global names stays the page's own.
  const key = Symbol.for("harness");
  if (globalThis[key]) return;
  const harness = { problems: [], events: [], shift, canary, frames: 0, clicks: 0, before: null };
  Object.defineProperty(globalThis, key, { value: harness });

  addEventListener("error", (event) => {
    // Failed images and scripts are no exceptions; they stand in the request log.
    if (event instanceof ErrorEvent) harness.problems.push({ kind: "error", text: event.message });
  });
  addEventListener("unhandledrejection", (event) => {
    harness.problems.push({ kind: "rejection", text: String(event.reason) });
  });
  document.addEventListener("securitypolicyviolation", (event) => {
    const text = `${event.violatedDirective} ${event.blockedURI} ${event.sample}`.trim();
    harness.problems.push({ kind: "policy", text });
  });

  const names = ["ready", "open", "view", "guess", "anchor", "problem", "failure"];
  for (const name of names) {
    addEventListener(`explainer-${name}`, (event) => {
      harness.events.push({ name: event.type, detail: event.detail });
    });
  }

  let shifted = 0;
  const add = (entries) => {
    for (const entry of entries) if (!entry.hadRecentInput) shifted += entry.value;
  };
  const observer = new PerformanceObserver((list) => add(list.getEntries()));
  observer.observe({ type: "layout-shift", buffered: true });
  function shift() {
    add(observer.takeRecords());
    return shifted;
  }

  // The names that a page has may grow by its own scripts only; the element must add none.
  const prototypes = [Object, Array, Function, String, Promise].map((one) => one.prototype);
  const globalsBefore = new Set(Object.getOwnPropertyNames(globalThis));
  function canary() {
    return {
      hostText: hostText(),
      title: document.title,
      prototypes: prototypes.map((one) => Reflect.ownKeys(one).map(String).join(" ")),
      addedGlobals: Object.getOwnPropertyNames(globalThis).filter((name) => !globalsBefore.has(name)),
      bodyStyle: `${document.body.className} ${document.body.getAttribute("style") ?? ""}`,
      rootStyle: `${document.documentElement.className} ${document.documentElement.getAttribute("style") ?? ""}`,
      addedElements: [...added],
      sheets: document.querySelectorAll("link, style").length + document.adoptedStyleSheets.length,
    };
  }
  /** The words of the page around the element. */
  function hostText() {
    const words = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.parentElement.closest("news-explainer, script")) words.push(node.data);
    }
    return words.join("").replace(/\s+/g, " ");
  }

  // Also what was added for a moment only, such as a span for measuring text.
  const added = [];
  const additions = new MutationObserver((records) => {
    for (const { target, addedNodes } of records) {
      if (target.nodeType !== Node.ELEMENT_NODE || target.closest("news-explainer")) continue;
      for (const node of addedNodes) {
        const own = node.nodeType !== Node.ELEMENT_NODE || node.localName === "news-explainer";
        if (!own) added.push(`${node.localName} in ${target.localName}`);
      }
    }
  });

  const tick = () => {
    harness.frames += 1;
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  // "interactive" comes before module scripts run: the page as its server wrote it.
  document.addEventListener("readystatechange", () => {
    if (document.readyState !== "interactive") return;
    harness.before = canary();
    additions.observe(document, { childList: true, subtree: true });
    document.querySelector("h1")?.addEventListener("click", () => (harness.clicks += 1));
  });
}
