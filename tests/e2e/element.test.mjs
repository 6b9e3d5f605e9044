// The element in a newspaper's page, as its reader and its host meet it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { visit } from "./harness.mjs";
import { DOCUMENT, SITE, demoPage, withAttributes, withSheet, withTwoElements } from "./pages.mjs";
import { FIGURE, PICTURE, assertSamePlaces, boxes } from "./parts.mjs";

const WIDTHS = [360, 720, 1080];

/** Tall enough that the whole page is in view: shifts are only counted where they can be seen. */
const WHOLE_PAGE = 12_000;

const STRICT_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "require-trusted-types-for 'script'",
].join("; ");

test("the demo page becomes live and says so once", async (t) => {
  const explainer = await visit(t);
  await explainer.until("ready");
  const ready = await explainer.events("ready");
  assert.equal(ready.length, 1, "explainer-ready comes once");
  assert.match(ready[0].version, /^\d+\.\d+\.\d+/, "it carries the version");
  assert.deepEqual(await explainer.events("failure"), []);
  assert.deepEqual(await explainer.events("problem"), [], "the built-in document has no problem");
  assert.equal(await explainer.attribute("data-error"), null);
  await explainer.finish();
});

for (const width of WIDTHS) {
  for (const [host, style] of [
    ["a plain page", null],
    ["a page with *{line-height:2!important}", "*{line-height:2!important}"],
  ]) {
    test(`nothing moves when it becomes live: ${width} px, ${host}`, async (t) => {
      const page = style ? withSheet(demoPage(), "/host-test.css") : demoPage();
      const options = {
        page,
        width,
        height: WHOLE_PAGE,
        routes: style ? { "/host-test.css": { body: style } } : {},
      };
      const still = await visit(t, { ...options, javascript: "off" });
      const before = await boxes(still.page);

      const live = await visit(t, options);
      await live.until("ready");
      assertSamePlaces(await boxes(live.page), before, `${width} px`);
      assert.equal(await live.page.measureShift(), 0, "the sum of layout shifts");
      await live.finish();
    });
  }
}

test("a page that was made narrow stands as one that was opened narrow, and is sharp", async (t) => {
  const fresh = await visit(t, { width: 360, height: WHOLE_PAGE, ratio: 2 });
  await fresh.until("ready");
  const resized = await visit(t, { width: 1080, height: WHOLE_PAGE, ratio: 1 });
  await resized.until("ready");
  await resized.page.resize(360, WHOLE_PAGE, 2);
  await framesPass(resized.page, 4);
  assertSamePlaces(await boxes(resized.page), await boxes(fresh.page), "1080 px, then 360 px");
  assert.deepEqual(await canvases(resized.page), await canvases(fresh.page), "backing stores");
  await resized.finish();
});

test("with scripts off the page is whole", async (t) => {
  const still = await visit(t, { javascript: "off" });
  const live = await visit(t);
  await live.until("ready");

  const face = await still.page.evaluate(
    ([figure, picture]) => {
      const element = document.querySelector("news-explainer");
      const all = (selector) => [...element.querySelectorAll(selector)];
      const isSeen = (node) => node.getBoundingClientRect().height > 0;
      return {
        headings: all("h2, h3").map((node) => node.innerText.trim()),
        figures: all(figure).length,
        pictures: all(picture).length,
        emptyPictures: all(picture).filter((box) => ![...box.querySelectorAll("svg")].some(isSeen)).length,
        tables: all("table").length,
        emptyTables: all("table").filter((table) => table.rows.length < 2).length,
        words: element.textContent.replace(/\s+/g, ""),
      };
    },
    [FIGURE, PICTURE],
  );
  const liveHeadings = await live.page.evaluate(() =>
    [...document.querySelector("news-explainer").shadowRoot.querySelectorAll("h2, h3")]
      .filter((node) => !node.closest("dialog, [popover], [hidden]"))
      .map((node) => node.innerText.trim()),
  );
  for (const kind of ["figures", "pictures", "tables"]) assert.ok(face[kind] > 0, `there are ${kind}`);
  assert.equal(face.emptyPictures, 0, "every picture shows an SVG");
  assert.equal(face.emptyTables, 0, "every table has rows");
  assert.ok(face.headings.length > 0);
  assert.deepEqual(face.headings, liveHeadings, "both faces have the same headings");

  const { facts } = JSON.parse(readFileSync(join(SITE, DOCUMENT), "utf8"));
  const unsaid = facts
    .filter((fact) => fact.value && !face.words.includes(fact.value.replace(/\s+/g, "")))
    .map((fact) => `${fact.id}: ${fact.value}`);
  assert.ok(facts.length > 0);
  assert.deepEqual(unsaid, [], "every fact of the document is said as it was printed");
});

test("a strict policy with Trusted Types is kept to the letter", async (t) => {
  const explainer = await visit(t, { headers: { "Content-Security-Policy": STRICT_POLICY } });
  await explainer.until("ready");
  const inlineStyles = await explainer.page.evaluate(
    () => document.querySelectorAll("news-explainer style, news-explainer [style]").length,
  );
  assert.equal(inlineStyles, 0, "the static face brings no style of its own that a policy would block");
  await explainer.finish();
});

test("a document from src shows the same as the built-in one", async (t) => {
  const builtIn = await visit(t);
  await builtIn.until("ready");
  const loaded = await visit(t, { page: withAttributes(demoPage(), { src: DOCUMENT }) });
  await loaded.until("ready");
  assert.equal(loaded.server.count(`/${DOCUMENT}`), 1, "the document is fetched once");
  assert.equal(await loaded.page.read("news-explainer"), await builtIn.page.read("news-explainer"));
  await loaded.finish();
});

test("taken out and put back it goes on, and fetches nothing again", async (t) => {
  const explainer = await visit(t);
  await explainer.until("ready");
  const words = await explainer.page.read("news-explainer");
  const asked = explainer.page.requests().length;
  await explainer.page.evaluate(async () => {
    const element = document.querySelector("news-explainer");
    const place = document.createComment("its place");
    element.before(place);
    for (let round = 0; round < 20; round += 1) {
      element.remove();
      if (round % 2) await new Promise(requestAnimationFrame);
      place.after(element);
    }
    place.remove();
  });
  await explainer.until("ready");
  assert.equal(await explainer.page.read("news-explainer"), words);
  assert.equal(explainer.page.requests().length, asked, "nothing is fetched again");
  await explainer.finish();
});

test("taken out while it loads it throws nothing, and loads when it is put back", async (t) => {
  let answer;
  const hold = new Promise((resolve) => (answer = resolve));
  const explainer = await visit(t, { routes: { "/engine_bg.wasm": { hold } } });
  await explainer.page.evaluate(() => {
    globalThis[Symbol.for("taken out")] = document.querySelector("news-explainer");
    document.querySelector("news-explainer").remove();
  });
  answer();
  await framesPass(explainer.page, 4);
  await explainer.page.evaluate(() => {
    document.querySelector("article, main, body").append(globalThis[Symbol.for("taken out")]);
  });
  await explainer.until("ready");
  assert.deepEqual(await explainer.events("failure"), []);
  assert.deepEqual(await explainer.page.problems(), []);
});

test("two elements share one engine", async (t) => {
  const explainer = await visit(t, { page: withTwoElements(demoPage()) });
  await explainer.until("ready", 0);
  await explainer.until("ready", 1);
  for (const file of ["/engine.js", "/engine_bg.wasm"]) {
    assert.equal(explainer.server.count(file), 1, `${file} is fetched once`);
  }
  assert.equal((await explainer.events("ready")).length, 2);
  await explainer.finish();
});

test("loaded twice from two addresses it registers once and throws nothing", async (t) => {
  const explainer = await visit(t);
  await explainer.until("ready");
  await explainer.page.evaluate(() => {
    const script = document.createElement("script");
    script.type = "module";
    script.src = "/news-explainer.js?another-address";
    const loaded = new Promise((resolve) => script.addEventListener("load", resolve));
    document.head.append(script);
    return loaded;
  });
  await explainer.page.evaluate(() => {
    const another = document.createElement("news-explainer");
    document.querySelector("news-explainer").after(another);
  });
  await explainer.until("ready", 1);
  assert.deepEqual(await explainer.page.problems(), []);
});

test("Tab goes in, and always out again", async (t) => {
  const explainer = await visit(t);
  await explainer.until("ready");
  // A link before and one after, so that leaving has somewhere to go.
  await explainer.page.evaluate(() => {
    const element = document.querySelector("news-explainer");
    for (const [id, place] of [["before-it", "before"], ["after-it", "after"]]) {
      const link = document.createElement("a");
      link.href = "#";
      link.id = id;
      link.textContent = id;
      element[place](link);
    }
    document.getElementById("before-it").focus();
  });
  const focused = () => explainer.page.evaluate(() => document.activeElement.id || document.activeElement.localName);
  await explainer.page.press("Tab");
  assert.equal(await focused(), "news-explainer", "the first Tab goes into the element");
  let presses = 0;
  for (; presses < 500 && (await focused()) === "news-explainer"; presses += 1) {
    await explainer.page.press("Tab");
  }
  assert.equal(await focused(), "after-it", `after ${presses} presses of Tab`);
  await explainer.page.press("Shift+Tab");
  assert.equal(await focused(), "news-explainer", "Shift+Tab goes back in");
});

async function framesPass(page, count) {
  await page.evaluate(async (frames) => {
    for (let frame = 0; frame < frames; frame += 1) await new Promise(requestAnimationFrame);
  }, count);
}

/** The backing stores of all canvases: whether a picture is sharp. */
function canvases(page) {
  return page.evaluate(() =>
    [...document.querySelector("news-explainer").shadowRoot.querySelectorAll("canvas")].map(
      (canvas) => `${canvas.width} × ${canvas.height}`,
    ),
  );
}
