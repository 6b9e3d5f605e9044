// Measures the demo page and prints a Markdown table. Times depend on the machine: read them beside
// each other, and assert none of them.

import { launch } from "./driver.mjs";
import { SITE, demoPage } from "./pages.mjs";
import { FIGURE } from "./parts.mjs";
import { serve } from "./server.mjs";
import { reached } from "./states.mjs";

const HOVERS = 300;

const server = await serve(SITE, { routes: { "/": { body: demoPage() } } });
const browser = await launch();
try {
  console.log("\n| measure | result |\n|---|---|");
  for (const width of [360, 720, 1080]) {
    const page = await openWhole({ width });
    row(`layout shift at ${width} px`, (await page.measureShift()).toFixed(4));
    await page.close();
  }
  await measureFirstPaint();
  await measureHover();
} finally {
  await browser.close();
  await server.close();
}

function row(name, result) {
  console.log(`| ${name} | ${result} |`);
}

async function openWhole(opening) {
  const page = await browser.open(`${server.origin}/`, { height: 12_000, ...opening });
  const state = await page.evaluate(reached, 0);
  if (state !== "ready") throw new Error(`the element of the demo page ended as "${state}"`);
  return page;
}

/** On a phone: what the first paint shows, and when the page becomes live. */
async function measureFirstPaint() {
  const prelude = () => {
    // In each frame, just before it is painted: does the explainer take up room, static or live?
    const record = { frames: [] };
    Object.defineProperty(globalThis, Symbol.for("first paint"), { value: record });
    const look = () => {
      const element = document.querySelector("news-explainer");
      const live = element?.dataset.state === "ready";
      const figure = element?.querySelector(".ne-plotbox svg");
      const shown = live || (figure?.getBoundingClientRect().height ?? 0) > 0;
      record.frames.push({ at: performance.now(), live, shown });
      if (!live) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    addEventListener("explainer-ready", () => (record.ready ??= performance.now()));
  };
  const page = await openWhole({ width: 360, height: 800, ratio: 3, prelude });
  const { frames, ready, paint } = await page.evaluate(() => {
    const record = globalThis[Symbol.for("first paint")];
    const [entry] = performance.getEntriesByName("first-contentful-paint");
    return { ...record, paint: entry?.startTime };
  });
  const painted = frames.filter((frame) => frame.at <= paint).at(-1);
  const face = painted?.shown;
  const liveBefore = painted?.live;
  row("360 px, ratio 3: static face in the first paint", face ? "yes" : "no");
  row("360 px, ratio 3: already live by then", liveBefore ? "yes" : "no");
  row("360 px, ratio 3: first paint", milliseconds(paint));
  row("360 px, ratio 3: live", milliseconds(ready));
  await page.close();
}

/** The script and the paint of one redraw after the pointer moved over the sector map. */
async function measureHover() {
  const prelude = () => {
    // Counts what the page's frame callbacks take, the element's redraw among them.
    const request = globalThis.requestAnimationFrame.bind(globalThis);
    const spent = { inFrames: 0 };
    Object.defineProperty(globalThis, Symbol.for("spent"), { value: spent });
    globalThis.requestAnimationFrame = (work) =>
      request((now) => {
        const start = performance.now();
        work(now);
        spent.inFrames += performance.now() - start;
      });
  };
  const page = await openWhole({ width: 720, ratio: 2, prelude });
  const times = await page.evaluate(async ([count, figure]) => {
    const root = document.querySelector("news-explainer").shadowRoot;
    const named = root.querySelector(`${figure}[data-b="map"] canvas`);
    const area = (canvas) => canvas.width * canvas.height;
    const canvas = named ?? [...root.querySelectorAll("canvas")].sort((a, b) => area(b) - area(a))[0];
    if (!canvas) return [];
    const box = canvas.getBoundingClientRect();
    const pen = canvas.getContext("2d");
    const spent = globalThis[Symbol.for("spent")];
    const taken = [];
    for (let at = 0; at < count; at += 1) {
      // A walk over the whole picture that seldom meets the same cell twice in a row.
      const clientX = box.x + box.width * ((at * 0.618) % 1);
      const clientY = box.y + box.height * ((at * 0.414) % 1);
      spent.inFrames = 0;
      const start = performance.now();
      canvas.dispatchEvent(
        new PointerEvent("pointermove", { clientX, clientY, bubbles: true, composed: true, pointerType: "mouse" }),
      );
      const inHandler = performance.now() - start;
      await new Promise(requestAnimationFrame);
      // Reading one pixel back makes the browser carry out what was only noted down so far.
      const flush = performance.now();
      pen.getImageData(0, 0, 1, 1);
      taken.push(inHandler + spent.inFrames + (performance.now() - flush));
    }
    return taken.sort((a, b) => a - b);
  }, [HOVERS, FIGURE]);
  if (times.length === 0) {
    row("hover over the sector map", "there is no canvas to hover over");
    return;
  }
  const at = (share) => milliseconds(times[Math.floor((times.length - 1) * share)]);
  row(`hover, ratio 2: script and paint of a redraw, median of ${HOVERS}`, at(0.5));
  row("hover, ratio 2: 95th percentile (goal: 4 ms)", at(0.95));
  row("hover, ratio 2: slowest", at(1));
  await page.close();
}

function milliseconds(time) {
  return time === undefined ? "unknown" : `${time.toFixed(2)} ms`;
}
