// Prints what Chromium requests until the element of the demo page is ready: a line for each request
// with its path, kind, and bytes raw, by gzip and by brotli, parted by tabs.
//
//   node bytes.mjs [ENGINE]
//
// With a directory ENGINE the engine is taken from there and the document is loaded by `src`.

import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { launch } from "./driver.mjs";
import { DOCUMENT, SITE, demoPage, withAttributes } from "./pages.mjs";
import { serve } from "./server.mjs";
import { reached } from "./states.mjs";

const KINDS = {
  ".html": "page",
  ".js": "script",
  ".mjs": "script",
  ".wasm": "wasm",
  ".css": "style",
  ".json": "document",
};

const [engine] = process.argv.slice(2);
const routes = {};
if (engine) {
  routes["/"] = { body: withAttributes(demoPage(), { src: DOCUMENT }) };
  for (const file of ["engine.js", "engine_bg.wasm"]) {
    routes[`/${file}`] = { body: readFileSync(join(engine, file)) };
  }
}

const server = await serve(SITE, { routes });
const browser = await launch();
try {
  const page = await browser.open(`${server.origin}/`, { width: 360, height: 800, ratio: 3 });
  const state = await page.evaluate(reached, 0);
  if (state !== "ready") throw new Error(`the element of the demo page ended as "${state}"`);
  // What is asked for again comes out of the browser's cache and is not paid for again.
  const counted = new Set();
  for (const request of page.requests()) {
    if (counted.has(request.url) || request.url.startsWith("data:")) continue;
    counted.add(request.url);
    const body = await request.body();
    if (!body) continue;
    const path = new URL(request.url).pathname;
    const kind = KINDS[extname(path) || ".html"] ?? "other";
    console.log([path, kind, body.length, gzip(body), brotli(body)].join("\t"));
  }
} finally {
  await browser.close();
  await server.close();
}

function gzip(body) {
  return gzipSync(body, { level: 9 }).length;
}

function brotli(body) {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  };
  return brotliCompressSync(body, { params }).length;
}
