// <news-explainer>: registers the element, loads one shared engine, keeps the static face until it is ready
// and whenever it fails. Everything inside the shadow root belongs to the engine; every listener is here.

const here = import.meta.url;
const file = (name) => new URL(name, here).href;
const MOST_BYTES = 10_000_000;
const PATIENCE = 20_000;
const STOPS = "summary, .ne-num";
const EVENTS = ["click", "pointermove", "pointerleave", "focusin", "focusout", "keydown"];

const WORDS = {
  "wasm-load": ["浏览器没有取到互动部分。", "The interactive part could not be fetched."],
  "wasm-csp": ["本页的安全策略不允许互动部分运行。", "This page's security policy does not allow the interactive part."],
  "wasm-compile": ["浏览器不能运行互动部分。", "This browser cannot run the interactive part."],
  "engine-stopped": ["互动部分出错，已经停下。", "The interactive part failed and was stopped."],
  "style-load": ["浏览器没有取到样式表。", "The style sheet could not be fetched."],
  "document-load": ["没有取到数据文档：", "The document could not be fetched: "],
  "document-json": ["数据文档不是有效的 JSON：", "The document is not valid JSON: "],
  timeout: ["互动部分迟迟没有取到。", "The interactive part did not arrive in time."],
  "document-size": ["数据文档超过 10 MB。", "The document is larger than 10 MB."],
  "document-none": ["没有数据文档：这个版本没有内置文档，请写明 src。", "There is no document: this build has none built in; give src."],
};

class Failure extends Error {
  constructor(code, detail = "") {
    super(detail);
    this.code = code;
  }
}

// One compiled module a page, one instance of it; a fresh instance (epoch) after a trap.
let compiled;
let started;
let sheet;
let epoch = 0;
const traps = [];
const living = new Set();

async function compile() {
  let blocked = false;
  const watch = (event) => (blocked ||= event.blockedURI === "wasm-eval");
  document.addEventListener("securitypolicyviolation", watch);
  try {
    const response = await fetch(file("engine_bg.wasm")).catch((error) => {
      throw new Failure("wasm-load", error.message);
    });
    if (!response.ok) throw new Failure("wasm-load", `HTTP ${response.status}`);
    const copy = response.clone();
    // A server that names the wrong type is no reason to fail: compile the bytes instead.
    const streamed = /^application\/wasm/.test(response.headers.get("content-type") ?? "");
    return await (streamed ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await copy.arrayBuffer()));
  } catch (error) {
    if (error instanceof Failure) throw error;
    // The violation is reported in a task of its own.
    await new Promise((resolve) => setTimeout(resolve));
    const csp = blocked || /Content Security Policy|unsafe-eval/.test(error.message);
    throw new Failure(csp ? "wasm-csp" : error instanceof TypeError ? "wasm-load" : "wasm-compile", error.message);
  } finally {
    document.removeEventListener("securitypolicyviolation", watch);
  }
}

function engine() {
  compiled ??= compile();
  started ??= (async () => {
    const module = await compiled;
    // A module's state lives as long as its address: a new epoch is a new address.
    const glue = await import(file("engine.js") + (epoch ? `?${epoch}` : "")).catch((error) => {
      throw new Failure("wasm-load", error.message);
    });
    try {
      await glue.default({ module_or_path: module });
    } catch (error) {
      throw new Failure("wasm-compile", error.message);
    }
    return glue;
  })();
  started.catch(() => (compiled = started = undefined));
  return started;
}

// One style sheet a page, the same that the page links for the static face.
function styles() {
  sheet ??= (async () => {
    const response = await fetch(file("news-explainer.css")).catch(() => undefined);
    if (!response?.ok) throw new Failure("style-load", `HTTP ${response?.status}`);
    return new CSSStyleSheet().replace(await response.text());
  })();
  sheet.catch(() => (sheet = undefined));
  return sheet;
}

// After a trap nothing of the old instance may be called again, not even free().
function trapped(error) {
  console.error("news-explainer:", error);
  epoch += 1;
  started = undefined;
  const now = performance.now();
  traps.push(now);
  const often = traps.filter((time) => now - time < 10_000).length > 3;
  for (const element of living) element._restart(often, error);
}

class NewsExplainer extends HTMLElement {
  static observedAttributes = ["src", "lang", "theme", "show"];

  #run = 0;
  #widget;
  #text;
  #given;
  #slot;
  #face;
  #abort;
  #seen;
  #sizes;
  #media = [];
  #frame = 0;
  #told = false;
  #opened = "";
  #reopen = "";
  #drawn = "";
  #failed;
  #met = false;
  #busy = false;
  #stale = false;

  constructor() {
    super();
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    this.#slot = document.createElement("slot");
    root.replaceChildren(this.#slot);
    this.#face = this.#slot;
    for (const type of EVENTS) root.addEventListener(type, (event) => this.#handle(event));
    this.addEventListener("pointerleave", (event) => this.#handle(event));
    root.addEventListener("contextrestored", () => this.#call((widget) => widget.restyle(devicePixelRatio)), true);
  }

  connectedCallback() {
    // What a framework set before this module ran hides the accessor: take it over.
    if (Object.hasOwn(this, "document")) {
      const given = this.document;
      delete this.document;
      this.#given = given;
    }
    // A move disconnects and connects in one task, and nothing was taken down.
    if (this.#met) return;
    this.#met = true;
    living.add(this);
    this.#drawn ||= this.#what();
    this.#state("idle");
    if (!("IntersectionObserver" in globalThis)) return this.#load();
    this.#seen = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        this.#seen.disconnect();
        this.#load();
      },
      { rootMargin: "800px" },
    );
    this.#seen.observe(this);
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      if (this.isConnected || !this.#met) return;
      this.#met = false;
      this.#opened = "";
      living.delete(this);
      this.#run += 1;
      this.#abort?.abort();
      this.#seen?.disconnect();
      this.#unwatch();
      this.#drop();
    });
  }

  attributeChangedCallback(name, before, after) {
    // Upgrading tells the attributes first: what they ask for is loaded once, when the element is met.
    if (before === after) return;
    if (name === "src") this.#text = undefined;
    if (!this.isConnected || !this.#met || this.dataset.state === "idle") return;
    if (name === "src") {
      this.#given = undefined;
      this.#told = false;
      this.#load();
    } else if (name === "lang" && this.#failed) this.#fail(this.#failed);
    else if (name === "lang") this.#call((widget) => widget.setLanguage(this.#lang(), devicePixelRatio));
    else if (name === "show") this.#load();
    else this.#call((widget) => widget.restyle(devicePixelRatio));
  }

  get version() {
    return "0.1.0";
  }

  get document() {
    return this.#given;
  }

  set document(value) {
    this.#given = value;
    this.#told = false;
    this.#load();
  }

  retry() {
    this.#load();
  }

  open(id) {
    return this.#answer(this.#call((widget) => widget.open(String(id))));
  }

  #lang() {
    return this.getAttribute("lang") || this.closest("[lang]")?.lang || "zh-Hans";
  }

  #state(state, code) {
    this.dataset.state = state;
    if (code) this.dataset.error = code;
    else delete this.dataset.error;
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }

  async #load() {
    if (!this.isConnected) return;
    const run = ++this.#run;
    this.#seen?.disconnect();
    this.#opened = "";
    this.#failed = undefined;
    this.#abort?.abort();
    const abort = (this.#abort = new AbortController());
    const timer = setTimeout(() => abort.abort(new Failure("timeout")), PATIENCE);
    const late = new Promise((_, reject) => {
      abort.signal.addEventListener("abort", () => reject(abort.signal.reason));
    });
    this.#state("loading");
    try {
      const parts = Promise.all([engine(), this.#document(abort.signal), styles()]);
      const [glue, document, sheet] = await Promise.race([parts, late]);
      const data = document === undefined ? this.#parse(glue.builtIn()) : document;
      if (run !== this.#run) return;
      this.#dress(sheet);
      this.#show(glue, data);
    } catch (error) {
      if (run === this.#run) this.#fail(error);
    } finally {
      clearTimeout(timer);
    }
  }

  async #document(signal) {
    if (this.#given !== undefined) return this.#parse(this.#given);
    const src = this.getAttribute("src");
    if (!src) return undefined;
    if (this.#text === undefined) {
      const response = await fetch(src, { signal }).catch((error) => {
        throw error instanceof Failure ? error : new Failure("document-load", error.message);
      });
      if (!response.ok) throw new Failure("document-load", `HTTP ${response.status}, ${src}`);
      if (Number(response.headers.get("content-length")) > MOST_BYTES) throw new Failure("document-size");
      const text = await response.text().catch((error) => {
        throw error instanceof Failure ? error : new Failure("document-load", error.message);
      });
      this.#text = text;
    }
    return this.#parse(this.#text);
  }

  #parse(given) {
    if (given === undefined) throw new Failure("document-none");
    try {
      // An object of the page becomes text first: its getters and proxies run here, not inside the engine.
      const text = typeof given === "string" ? given : (JSON.stringify(given) ?? "null");
      if (text.length > MOST_BYTES) throw new Failure("document-size");
      return JSON.parse(text.replace(/^\uFEFF/, ""));
    } catch (error) {
      throw error instanceof Failure ? error : new Failure("document-json", error?.message);
    }
  }

  #show(glue, data) {
    // What the reader has opened or focused in the face that stands there now stays so.
    const face = this.#widget?.root ?? this;
    const open = [...face.querySelectorAll("details")].map((one) => one.open);
    const active = this.shadowRoot.activeElement ?? document.activeElement;
    const focus = [...face.querySelectorAll(STOPS)].indexOf(active);
    const widget = this.#call(() => new glue.Widget(this, data, this.#lang(), this.getAttribute("show") ?? ""), true);
    if (!widget) return;
    this.#drop();
    this.#widget = widget;
    widget.root.querySelectorAll("details").forEach((one, place) => (one.open = open[place] ?? false));
    this.#swap(widget.root);
    widget.root.querySelectorAll(STOPS)[focus]?.focus({ preventScroll: true });
    if (!this.#call(() => (widget.layout(devicePixelRatio), true), true)) return;
    this.#watch();
    this.#state("ready");
    this.#told = false;
    this.#tell("explainer-ready", { version: this.version });
    const reopen = this.#reopen;
    this.#reopen = "";
    if (reopen) this.#call((live) => live.open(reopen));
    const problems = this.#call(() => widget.problems()) ?? [];
    if (problems.length) {
      const [[code, path, message]] = problems;
      this.#notice(message, false);
      this.#tell("explainer-problem", { code, path });
    }
  }

  #fail(error) {
    if (error?.name === "AbortError") return;
    const code = typeof error?.code === "string" ? error.code : "engine-stopped";
    this.#failed = error;
    const words = WORDS[code]?.[this.#lang().startsWith("en") ? 1 : 0] ?? "";
    this.#drop();
    this.#state("failed", code);
    styles().then((sheet) => this.#dress(sheet), () => {});
    this.#notice(words + (WORDS[code] && !code.startsWith("document") ? "" : (error?.message ?? "")), true, code);
    if (!this.#told) this.#tell("explainer-failure", { code });
    this.#told = true;
  }

  // A plain sentence under the face, with a retry where nothing is live.
  #notice(text, retry, code) {
    const en = this.#lang().startsWith("en");
    const note = document.createElement("p");
    note.className = "ne-fail";
    note.setAttribute("role", "status");
    note.append(text);
    if (retry) {
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: en ? "Try again" : "再试一次" });
      button.onclick = () => this.retry();
      note.append(" ", button, ` ${en ? "Code" : "错误编号"} ${code}`);
    }
    this.shadowRoot.append(note);
  }

  #dress(sheet) {
    this.shadowRoot.adoptedStyleSheets = [sheet];
  }

  // Paper has another width than the screen: the static face, drawn as vectors, is what is printed.
  #print(event) {
    if (!this.#widget || !this.firstElementChild || this.#what() !== this.#drawn) return;
    const face = event.type === "beforeprint" ? this.#slot : this.#widget.root;
    this.#face.replaceWith(face);
    this.#face = face;
    if (event.type === "afterprint") this.#call((widget) => widget.layout(devicePixelRatio));
  }

  // What is shown: the static face is the same only while this stays as it was at first.
  #what() {
    return JSON.stringify([this.#lang(), this.getAttribute("src"), this.getAttribute("show"), this.#given === undefined]);
  }

  #swap(face) {
    for (const note of this.shadowRoot.querySelectorAll(".ne-fail")) note.remove();
    if (face !== this.#face) this.#face.replaceWith(face);
    this.#face = face;
  }

  // Back to the static face.
  #drop() {
    const widget = this.#widget;
    this.#widget = undefined;
    this.#swap(this.#slot);
    if (widget && widget.epoch === epoch) widget.free();
  }

  // Every call into the engine: a trap ends this epoch, an ordinary refusal is a failure of this element.
  #call(task, always) {
    const widget = this.#widget;
    // What the engine itself takes away fires focusout: nothing may call in while it works.
    if ((!widget && !always) || this.#busy) return undefined;
    this.#busy = true;
    try {
      const answer = task(widget);
      if (always && answer && typeof answer === "object") answer.epoch = epoch;
      return answer;
    } catch (error) {
      const refused = typeof error?.code === "string";
      if (!refused && (error instanceof WebAssembly.RuntimeError || /recursive use|null pointer|stale/.test(error?.message))) trapped(error);
      else this.#fail(error);
      return undefined;
    } finally {
      this.#busy = false;
    }
  }

  // Called by trapped(), for every element of the page.
  _restart(often, error) {
    if (!this.#widget && this.dataset.state !== "loading") return;
    this.#widget = undefined;
    this.#reopen = this.#opened;
    if (often) this.#fail(new Failure("engine-stopped", error.message));
    else this.#load();
  }

  #handle(event) {
    if (!this.#widget || (event.type === "pointerleave" && event.target !== this)) return;
    this.#answer(this.#call((widget) => widget.handle(event)));
  }

  #answer(answer) {
    if (!Array.isArray(answer)) return false;
    const [used, focus, ...events] = answer;
    if (focus?.isConnected) focus.focus({ preventScroll: true });
    if (!this.#widget?.root.querySelector(".ne-card")) this.#opened = "";
    for (const [name, detail] of events) {
      if (name === "explainer-open") this.#opened = `${detail.kind === "fact" ? "fact:" : ""}${detail.id}`;
      this.#tell(name, detail);
    }
    return used;
  }

  #watch() {
    this.#unwatch();
    // A change of size in the same frame must not take the place of a change of colours or fonts.
    const later = (stale) => () => {
      this.#stale ||= stale;
      cancelAnimationFrame(this.#frame);
      this.#frame = requestAnimationFrame(() => {
        this.#call((widget) => (this.#stale ? widget.restyle(devicePixelRatio) : widget.layout(devicePixelRatio)));
        this.#stale = false;
      });
    };
    const layout = later(false);
    const restyle = later(true);
    this.#sizes = new ResizeObserver(layout);
    this.#sizes.observe(this);
    const on = (target, type, listener, options) => {
      target.addEventListener(type, listener, options);
      this.#media.push(() => target.removeEventListener(type, listener, options));
    };
    // Beside the card is also the newspaper's own page.
    const beside = (event) => {
      if (event.composedPath().includes(this)) return;
      this.shadowRoot.querySelector("[data-close]")?.dispatchEvent(new Event("click", { bubbles: true }));
    };
    on(document, "click", beside, { capture: true });
    on(window, "beforeprint", (event) => this.#print(event));
    on(window, "afterprint", (event) => this.#print(event));
    on(matchMedia("(prefers-color-scheme: dark)"), "change", restyle);
    on(matchMedia("(forced-colors: active)"), "change", restyle);
    on(document.fonts, "loadingdone", restyle);
    // A query knows one ratio: each change is heard once and asks the next query.
    const ratio = () => on(matchMedia(`(resolution: ${devicePixelRatio}dppx)`), "change", changed, { once: true });
    const changed = () => {
      layout();
      ratio();
    };
    ratio();
  }

  #unwatch() {
    this.#sizes?.disconnect();
    cancelAnimationFrame(this.#frame);
    for (const stop of this.#media.splice(0)) stop();
  }
}

if (!customElements.get("news-explainer")) customElements.define("news-explainer", NewsExplainer);
