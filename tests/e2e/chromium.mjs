// The driver's steps in Chromium, by playwright-core.

import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import { watch } from "./watch.mjs";

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Every other name leads nowhere: a request to a third party fails at once and stands in the log.
  "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
];

/** A guard against hanging, not a measure. */
const PATIENCE = 60_000;

export async function launch() {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  if (!existsSync(executablePath)) {
    throw new Error(
      `There is no Chromium at ${executablePath}: install it (Debian: apt-get install chromium), ` +
        "or set CHROMIUM to the path of the program.",
    );
  }
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  return {
    open: (url, opening) => open(browser, url, opening),
    close: () => browser.close(),
  };
}

async function open(browser, url, opening = {}) {
  const { width = 720, height = 900, ratio = 1, theme = "light", lang = "zh-CN" } = opening;
  const { javascript = "on", touch = false, prelude } = opening;
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: ratio,
    colorScheme: theme,
    locale: lang,
    javaScriptEnabled: javascript === "on",
    hasTouch: touch,
  });
  context.setDefaultTimeout(PATIENCE);
  await context.addInitScript(watch);
  if (prelude) await context.addInitScript(prelude);

  const tab = await context.newPage();
  const requests = [];
  const crashes = [];
  tab.on("request", (request) => requests.push(logged(request)));
  tab.on("crash", () => crashes.push({ kind: "crash", text: "the page's process ended" }));
  // The element says there what the page is never told: that its engine stopped and was started afresh.
  tab.on("console", (message) => {
    const text = message.text();
    if (message.type() === "error" && text.startsWith("news-explainer:")) crashes.push({ kind: "crash", text });
  });
  await tab.goto(url, { waitUntil: "load" });

  const devtools = await context.newCDPSession(tab);
  return {
    tap: (selector) => tab.locator(selector).first().click(),
    press: (key) => tab.keyboard.press(key),
    point: (x, y) => tab.mouse.move(x, y),
    click: (x, y) => tab.mouse.click(x, y),
    touch: (x, y) => tab.touchscreen.tap(x, y),
    swipe: async (x, y, by) => {
      const finger = (type, ...touchPoints) => devtools.send("Input.dispatchTouchEvent", { type, touchPoints });
      await finger("touchStart", { x, y });
      for (let step = 1; step <= 10; step += 1) await finger("touchMove", { x, y: y - (by * step) / 10 });
      await finger("touchEnd");
    },
    wheel: (by) => tab.mouse.wheel(0, by),
    read: (selector) => tab.locator(selector).first().innerText(),
    outline: async () => {
      const { nodes } = await devtools.send("Accessibility.getFullAXTree");
      const byId = new Map(nodes.map((node) => [node.nodeId, node]));
      const read = (node) => {
        const inside = (node.childIds ?? []).flatMap((id) => (byId.has(id) ? read(byId.get(id)) : []));
        return node.ignored ? inside : [{ role: node.role.value, name: node.name?.value ?? "" }, ...inside];
      };
      return read(nodes[0]);
    },
    nodes: async () => {
      await devtools.send("HeapProfiler.collectGarbage");
      return (await devtools.send("Memory.getDOMCounters")).nodes;
    },
    screenshot: (path) => tab.screenshot({ path, fullPage: true, animations: "disabled" }),
    // Playwright cannot change the ratio of an open page; the developer tools can.
    resize: (newWidth, newHeight, newRatio) =>
      devtools.send("Emulation.setDeviceMetricsOverride", {
        width: newWidth,
        height: newHeight,
        deviceScaleFactor: newRatio,
        mobile: false,
      }),
    evaluate: (work, argument) => tab.evaluate(work, argument),
    measureShift: () => tab.evaluate(() => globalThis[Symbol.for("harness")].shift()),
    requests: () => [...requests],
    problems: async () => {
      const inPage = await tab.evaluate(() => globalThis[Symbol.for("harness")].problems);
      return [...crashes, ...inPage];
    },
    close: () => context.close(),
  };
}

function logged(request) {
  return {
    url: request.url(),
    body: async () => {
      const response = await request.response();
      return response ? response.body() : null;
    },
  };
}
