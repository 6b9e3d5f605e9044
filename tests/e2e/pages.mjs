// Host pages for the tests, all made from the demo page that is really published.

import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** Where `cargo xtask build` laid out the site. */
export const SITE = resolve(
  process.env.NEWS_EXPLAINER_SITE ?? join(import.meta.dirname, "../../target/site"),
);

export const DOCUMENT = "documents/shanxi-zones.json";

const OPENING_TAG = /<news-explainer(?:\s[^>]*)?>/;

export function demoPage() {
  const path = join(SITE, "index.html");
  if (!existsSync(path)) {
    throw new Error(`There is no page at ${path}: run \`cargo xtask build\` first.`);
  }
  const page = readFileSync(path, "utf8");
  if (!OPENING_TAG.test(page)) throw new Error(`${path} has no <news-explainer> element.`);
  return page;
}

/** The page with attributes of its element added or replaced; null takes one away. */
export function withAttributes(page, attributes) {
  return page.replace(OPENING_TAG, (tag) => {
    let changed = tag;
    for (const [name, value] of Object.entries(attributes)) {
      changed = changed.replace(new RegExp(`\\s${name}="[^"]*"`), "");
      if (value !== null) changed = changed.replace(/>$/, ` ${name}="${value}">`);
    }
    return changed;
  });
}

/** The page with a style sheet of the newspaper after all others. */
export function withSheet(page, href) {
  return page.replace("</head>", `<link rel="stylesheet" href="${href}"></head>`);
}

/** The page with its element a second time after the first. */
export function withTwoElements(page) {
  const [opening] = page.match(OPENING_TAG);
  const start = page.indexOf(opening);
  const closing = "</news-explainer>";
  const end = page.indexOf(closing, start) + closing.length;
  return page.slice(0, end) + page.slice(start, end) + page.slice(end);
}
