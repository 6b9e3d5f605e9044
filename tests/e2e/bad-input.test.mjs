// Whatever is wrong with the document, the network or the browser: the static face stays, one plain
// message and one event say so, and the newspaper's page does not notice.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { visit } from "./harness.mjs";
import { DOCUMENT, SITE, demoPage, withAttributes } from "./pages.mjs";

const SOUND = readFileSync(join(SITE, DOCUMENT), "utf8");
const SOFT_404 = { type: "text/html; charset=utf-8", body: "<!doctype html><title>找不到</title><p>404" };

const withSource = () => withAttributes(demoPage(), { src: DOCUMENT });
const documentIs = (answer) => ({ page: withSource(), routes: { [`/${DOCUMENT}`]: answer } });
const engineIs = (answer) => ({ routes: { "/engine_bg.wasm": answer } });
const glueIs = (answer) => ({ routes: { "/engine.js": answer } });
const policy = (text) => ({ headers: { "Content-Security-Policy": text } });

const isViolation = (of) => (problem) => problem.kind === "policy" && problem.text.includes(of);

/** What ends in the static face. `allowed` names what the browser itself reports in that case. */
const FATAL = {
  "the document is missing (404)": documentIs({ status: 404, body: "" }),
  "the document's server fails (500)": documentIs({ status: 500, body: "" }),
  "the document is a page that says it is missing (200)": documentIs(SOFT_404),
  "the document is not JSON": documentIs({ body: "{ 开发区" }),
  "the document is empty": documentIs({ body: "" }),
  "the document is cut off": documentIs({ truncate: Buffer.byteLength(SOUND) >> 1 }),
  "the document's connection breaks": documentIs({ connection: "reset" }),
  "the document is a list": documentIs({ body: "[]" }),
  "the document is null": documentIs({ body: "null" }),
  "the document is of a format from the future": documentIs({ body: '{"format": 2, "story": []}' }),
  "the engine is missing (404)": engineIs({ status: 404, body: "" }),
  "the engine's server fails (500)": engineIs({ status: 500, body: "" }),
  "the engine is a page that says it is missing (200)": engineIs(SOFT_404),
  "the engine is cut off": engineIs({ truncate: 5000 }),
  "the engine's connection breaks": engineIs({ connection: "reset" }),
  "the engine is empty": engineIs({ body: "" }),
  "the engine's script is missing (404)": glueIs({ status: 404, body: "" }),
  "the engine's script is broken": glueIs({ body: "export default (" }),
  "the policy forbids WebAssembly": {
    ...policy("script-src 'self'"),
    allowed: isViolation("wasm-eval"),
  },
  "the policy forbids every connection": {
    ...policy("connect-src 'none'"),
    allowed: isViolation("connect-src"),
  },
  "the browser has no WebAssembly": { prelude: () => delete globalThis.WebAssembly },
};

for (const [what, { allowed, ...options }] of Object.entries(FATAL)) {
  test(`the static face stays when ${what}`, async (t) => {
    const explainer = await visit(t, { ...options, lang: "zh-CN" });
    await explainer.until("failed");

    const failures = await explainer.events("failure");
    assert.equal(failures.length, 1, "explainer-failure comes once");
    const code = await explainer.attribute("data-error");
    assert.match(code, /^[a-z]+(-[a-z0-9]+)*$/, "data-error is a code");
    assert.equal(failures[0].code, code, "the event carries the same code");
    assert.deepEqual(await explainer.events("ready"), []);

    const seen = await explainer.page.read("news-explainer");
    for (const line of await staticHeadings(t)) {
      assert.ok(seen.includes(line), `the reader still sees “${line}”`);
    }
    const message = await messageOf(explainer.page);
    assert.match(message, /\p{Script=Han}{4}/u, "a message in the language of the element says what is wrong");
    await explainer.finish(allowed);
  });
}

test("the message is English where the element is", async (t) => {
  const page = withAttributes(demoPage(), { src: "documents/none.json", lang: "en" });
  const explainer = await visit(t, { page });
  await explainer.until("failed");
  assert.match(await messageOf(explainer.page), /^[^\p{Script=Han}]*[a-z]{3}[^\p{Script=Han}]*$/u);
  await explainer.finish();
});

test("each stage of loading has a code of its own", async (t) => {
  const codes = new Map();
  for (const what of [
    "the document is missing (404)",
    "the document is not JSON",
    "the engine is missing (404)",
    "the policy forbids WebAssembly",
  ]) {
    const { allowed, ...options } = FATAL[what];
    const explainer = await visit(t, options);
    await explainer.until("failed");
    codes.set(await explainer.attribute("data-error"), what);
  }
  assert.equal(codes.size, 4, [...codes.keys()].join(", "));
});

test("a wrong MIME type of the engine does not matter", async (t) => {
  const explainer = await visit(t, engineIs({ type: "application/octet-stream" }));
  await explainer.until("ready");
  await explainer.finish();
});

/** Documents with something wrong deep inside: what is sound is shown, what is left out is said. */
const PARTLY = {
  "a fact is of a wrong type": (document) => (document.facts[0] = 17),
  "a value cannot be read": (document) => (document.facts[0].value = "很多亿元"),
  "a value is a number of JSON": (document) => (document.facts[0].value = 1e308),
  "a block names what is not there": (document) =>
    document.story.push({ id: "of-the-test", kind: "bars", title: "测试", facts: ["no-such-fact"] }),
  "an id is there twice": (document) => document.facts.push({ ...document.facts[0] }),
  "an id is __proto__": (document) => document.facts.push({ ...document.facts[0], id: "__proto__" }),
  "text holds markup": (document) => (document.facts[0].label = "<img src=x onerror=alert(1)>"),
  "a link is a script": (document) => (document.sources[0].url = "javascript:alert(1)"),
};

/** What only looks hostile: it is data like any other, and shown as such. */
const SOUND_ALL_THE_SAME = ["an id is __proto__", "text holds markup"];

for (const [what, spoil] of Object.entries(PARTLY)) {
  test(`something is shown, and nothing thrown, when ${what}`, async (t) => {
    const document = JSON.parse(SOUND);
    spoil(document);
    const explainer = await visit(t, documentIs({ body: JSON.stringify(document) }));
    await explainer.until("ready");
    if (!SOUND_ALL_THE_SAME.includes(what)) {
      const problems = await explainer.events("problem");
      assert.ok(problems.length > 0, "explainer-problem says what was left out");
      for (const { code, path } of problems) {
        assert.match(code, /^[a-z]+(-[a-z0-9]+)*$/);
        assert.match(path, /facts|story|sources/, "it says where");
      }
      const places = problems.map(({ code, path }) => `${code} ${path}`);
      assert.equal(new Set(places).size, places.length, "and says each thing once");
    }
    const unsafe = await explainer.page.evaluate(() =>
      [...document.querySelector("news-explainer").shadowRoot.querySelectorAll("a[href], img, script")]
        .filter((node) => node.localName !== "a" || !/^https?:$/.test(node.protocol))
        .map((node) => node.outerHTML),
    );
    assert.deepEqual(unsafe, [], "no markup and no script came from the document");
    await explainer.finish();
  });
}

test("a number beyond all bounds is left out, and that is said", async (t) => {
  const text = SOUND.replace(/"value":\s*"[^"]+"/, '"value": 1e999');
  const explainer = await visit(t, documentIs({ body: text }));
  await explainer.until("ready");
  assert.ok((await explainer.events("problem")).length > 0);
  await explainer.finish();
});

test("retry() loads what is there by then", async (t) => {
  const explainer = await visit(t, documentIs({ status: 503, body: "" }));
  await explainer.until("failed");
  explainer.server.route(`/${DOCUMENT}`);
  await explainer.page.evaluate(() => {
    const element = document.querySelector("news-explainer");
    const ready = new Promise((resolve) => element.addEventListener("explainer-ready", resolve, { once: true }));
    element.retry();
    // Only the waiting is meant: the event itself cannot leave the page.
    return ready.then(() => true);
  });
  await explainer.until("ready");
  assert.equal(await explainer.attribute("data-error"), null, "the old code is gone");
  assert.equal(await messageOf(explainer.page), "", "the old message is gone");
  await explainer.finish();
});

test("of two documents asked for one after the other the last one is shown", async (t) => {
  let answer;
  const hold = new Promise((resolve) => (answer = resolve));
  const explainer = await visit(t, documentIs({ hold, body: "not JSON" }));
  explainer.server.route("/documents/second.json", { body: SOUND });
  await explainer.page.evaluate(() => {
    document.querySelector("news-explainer").setAttribute("src", "documents/second.json");
  });
  // The first answer comes after the second was asked for, and is nobody's any more.
  answer();
  await explainer.until("ready");
  assert.deepEqual(await explainer.events("failure"), []);
  await explainer.finish();
});

/** The message that the element shows when it failed; empty when there is none. */
function messageOf(page) {
  return page.evaluate(() => {
    const element = document.querySelector("news-explainer");
    const places = [element.shadowRoot, element].filter(Boolean);
    const messages = places.flatMap((place) => [...place.querySelectorAll('[role="status"], [role="alert"]')]);
    return messages.map((node) => node.innerText.trim()).join(" ").trim();
  });
}

/** The headings of the static face, read once for all tests. */
let headings;
function staticHeadings(t) {
  headings ??= readStaticHeadings(t);
  return headings;
}

async function readStaticHeadings(t) {
  const still = await visit(t, { javascript: "off" });
  const found = await still.page.evaluate(() =>
    [...document.querySelectorAll("news-explainer :is(h2, h3)")].map((node) => node.innerText.trim()),
  );
  assert.ok(found.length > 0, "the static face has headings");
  return found;
}
