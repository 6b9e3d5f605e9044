// The harness itself: each thing that it promises to notice is done once on purpose.

import assert from "node:assert/strict";
import { test } from "node:test";
import { visit } from "./harness.mjs";

const MISDEEDS = {
  "an error thrown into the page": [
    /thrown into/,
    () => {
      const script = document.createElement("script");
      script.src = "/misdeed.js";
      const done = new Promise((resolve) => script.addEventListener("load", resolve));
      document.body.append(script);
      return done.then(() => script.remove());
    },
  ],
  "a rejection that nobody handles": [/thrown into/, () => void Promise.reject(new Error("nobody handles this"))],
  "a request to another origin": [/another origin/, () => fetch("https://elsewhere.invalid/").catch(() => {})],
  "a changed prototype": [/as its server wrote it/, () => void (Object.prototype.extra = 1)],
  "a new global name": [/as its server wrote it/, () => void (globalThis.extraName = 1)],
  "a changed heading": [/as its server wrote it/, () => void (document.querySelector("h1").textContent = "另一个标题")],
  "an element that was in the body for a moment": [
    /as its server wrote it/,
    () => {
      const span = document.createElement("span");
      document.body.append(span);
      span.remove();
    },
  ],
  "a click that does not arrive": [
    /click handler/,
    () => addEventListener("click", (event) => event.stopImmediatePropagation(), { capture: true }),
  ],
};

for (const [what, [says, misdeed]] of Object.entries(MISDEEDS)) {
  test(`the harness notices ${what}`, async (t) => {
    const explainer = await visit(t, { routes: { "/misdeed.js": { body: "throw new Error('on purpose')" } } });
    await explainer.page.evaluate(misdeed);
    await assert.rejects(explainer.finish(), says);
  });
}

test("the harness finds nothing where nothing is done", async (t) => {
  const explainer = await visit(t);
  await explainer.finish();
});

test("the harness notices a violation of the policy", async (t) => {
  const explainer = await visit(t, { headers: { "Content-Security-Policy": "img-src 'none'" } });
  await explainer.page.evaluate(() => {
    const violated = new Promise((resolve) => document.addEventListener("securitypolicyviolation", () => resolve(true)));
    new Image().src = "/picture.png";
    return violated;
  });
  await assert.rejects(explainer.finish(), /img-src/);
});
