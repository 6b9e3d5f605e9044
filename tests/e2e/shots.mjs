// Takes pictures of the demo page, to be looked at by a person.
//
//   node tests/e2e/shots.mjs OUT_DIR [zh|en …]

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { launch } from "./driver.mjs";
import { SITE, demoPage, withAttributes } from "./pages.mjs";
import { serve } from "./server.mjs";
import { reached } from "./states.mjs";

const LANGUAGES = { zh: "zh-Hans", en: "en" };

const [directory, ...chosen] = process.argv.slice(2);
if (!directory) {
  console.error("Say where the pictures go: node tests/e2e/shots.mjs OUT_DIR [zh|en …]");
  process.exit(2);
}
mkdirSync(directory, { recursive: true });

const browser = await launch();
try {
  for (const name of chosen.length > 0 ? chosen : Object.keys(LANGUAGES)) {
    const page = withAttributes(demoPage(), { lang: LANGUAGES[name] });
    const server = await serve(SITE, { routes: { "/": { body: page } } });
    for (const width of [360, 720, 1080]) {
      for (const theme of ["light", "dark"]) {
        await take(server.origin, name, width, theme, "on");
        // The static face is written in one language, so its pictures are taken once.
        if (name === "zh") await take(server.origin, name, width, theme, "off");
      }
    }
    await server.close();
  }
} finally {
  await browser.close();
}

async function take(origin, name, width, theme, javascript) {
  const opening = { width, height: 900, ratio: 2, theme, lang: name, javascript };
  const page = await browser.open(`${origin}/`, opening);
  const state = javascript === "on" ? await page.evaluate(reached, 0) : "static";
  const path = join(directory, `${width}-${theme}-${name}-${state}.png`);
  await page.screenshot(path);
  await page.close();
  console.log(path);
}
