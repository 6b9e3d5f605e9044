// Opens the page under test with everything watched, and closes it with everything checked.

import assert from "node:assert/strict";
import { after } from "node:test";
import { launch } from "./driver.mjs";
import { SITE, demoPage } from "./pages.mjs";
import { serve } from "./server.mjs";
import { reached } from "./states.mjs";

// One browser for all tests of a file: a page is quick to open, a browser is not.
let browser;
after(async () => (await browser)?.close());

/**
 * @param {import("node:test").TestContext} test
 * @param {import("./driver.mjs").Opening & {
 *   page?: string, routes?: object, headers?: object, path?: string }} [options] the HTML of the page,
 *   answers replaced by path, headers of every answer, the path to open
 */
export async function visit(test, options = {}) {
  const { page: html = demoPage(), routes = {}, headers = {}, path = "/", ...opening } = options;
  const server = await serve(SITE, { routes: { "/": { body: html }, ...routes }, headers });
  test.after(() => server.close());
  browser ??= launch();
  const page = await (await browser).open(server.origin + path, opening);
  test.after(() => page.close());
  return {
    page,
    server,
    until: (state, index = 0) => untilState(page, state, index),
    events: (name) => eventsOf(page, name),
    attribute: (name) =>
      page.evaluate((wanted) => document.querySelector("news-explainer").getAttribute(wanted), name),
    finish: (allowed) => finish(page, server, allowed),
  };
}

/** Waits until the element has loaded or failed, which must be as wanted. */
async function untilState(page, wanted, index) {
  const state = await page.evaluate(reached, index);
  const code = await page.evaluate(
    (at) => document.querySelectorAll("news-explainer")[at].dataset.error ?? "no data-error",
    index,
  );
  assert.equal(state, wanted, `the element ended as "${state}" (${code})`);
}

async function eventsOf(page, name) {
  const events = await page.evaluate(() => globalThis[Symbol.for("harness")].events);
  return events.filter((event) => event.name === `explainer-${name}`).map((event) => event.detail);
}

/** The rest of the page is unharmed: nothing thrown, nothing foreign asked for, the host as it was. */
async function finish(page, server, allowed = () => false) {
  const problems = (await page.problems()).filter((problem) => !allowed(problem));
  assert.deepEqual(problems, [], "nothing may be thrown into the host page or violate its policy");

  const foreign = page
    .requests()
    .map((request) => request.url)
    .filter((url) => !url.startsWith(`${server.origin}/`) && !url.startsWith("data:"));
  assert.deepEqual(foreign, [], "no request may go to another origin");

  const { before, now, clicks, framesPassed } = await page.evaluate(async () => {
    const harness = globalThis[Symbol.for("harness")];
    const clicksBefore = harness.clicks;
    document.querySelector("h1")?.click();
    const framesBefore = harness.frames;
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    return {
      before: harness.before,
      now: harness.canary(),
      clicks: harness.clicks - clicksBefore,
      framesPassed: harness.frames - framesBefore,
    };
  });
  assert.deepEqual(now, before, "the host page must be as its server wrote it");
  assert.equal(clicks, 1, "the host page's own click handler must run once for a click");
  assert.ok(framesPassed > 0, "the host page's own animation must go on");
}
