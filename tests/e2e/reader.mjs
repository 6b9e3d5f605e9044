// A reader of the demo page: looks for a number, a mark or the card, and reads what stands there.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { visit } from "./harness.mjs";
import { DOCUMENT, SITE } from "./pages.mjs";

/** The document that the demo page shows. */
export const story = JSON.parse(readFileSync(join(SITE, DOCUMENT), "utf8"));

/** A fact of it. */
export const fact = (id) => story.facts.find((one) => one.id === id);

/** Words without the spaces that layout puts between digits and characters. */
export const squeezed = (words) => words.replace(/\s+/g, "");

/** Opens the demo page and waits until it is live. */
export async function read(t, options = {}) {
  const explainer = await visit(t, { prelude: tools, ...options });
  await explainer.until("ready");
  const { page } = explainer;
  const ask = (name, ...given) =>
    page.evaluate(([method, values]) => globalThis[Symbol.for("reader")][method](...values), [name, given]);
  return {
    ...explainer,
    /** The middle of what a selector finds in an element's live face, scrolled into view. */
    find: (selector, at = 0) => ask("find", selector, at),
    /** The middle of a picture's mark. */
    mark: (block, token) => ask("find", `[data-b="${block}"] .ne-mark[data-t="${token}"]`, 0),
    /** What has the keyboard's focus. */
    focused: () => ask("focused"),
    /** The open card once it stands still, or null. */
    card: (at = 0) => ask("card", at),
    /** Lets the page draw what was asked for. */
    drawn: () => ask("drawn"),
    /** The pixels of every picture, by block: of the picture itself and of what lies over it. */
    pixels: (at = 0) => ask("pixels", at),
    /** All words of the live face. */
    words: (at = 0) => ask("words", at),
  };
}

/** Runs inside the page, on its own: nothing of this file around it can be seen from there. */
function tools() {
  const root = (at) => document.querySelectorAll("news-explainer")[at].shadowRoot;
  const middle = (node) => {
    const box = node.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2, ...sides(box) };
  };
  const sides = ({ left, top, right, bottom, width, height }) => ({ left, top, right, bottom, width, height });
  const drawn = async () => {
    for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);
  };
  const reader = {
    drawn,
    find(selector, at) {
      const node = root(at).querySelector(selector);
      if (!node) throw new Error(`there is no ${selector}`);
      node.scrollIntoView({ block: "center", behavior: "instant" });
      return middle(node);
    },
    focused() {
      let node = document.activeElement;
      while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
      return {
        tag: node?.localName,
        id: node?.id,
        class: node?.className ?? "",
        token: node?.dataset?.t ?? null,
        name: node?.getAttribute("aria-label") ?? node?.textContent.trim().slice(0, 40),
        block: node?.closest("[data-b]")?.dataset.b ?? null,
        isMark: Boolean(node?.matches(".ne-mark")),
        isInCard: Boolean(node?.closest("[role=dialog]")),
        isInside: node?.getRootNode() instanceof ShadowRoot,
      };
    },
    async card(at) {
      const card = root(at).querySelector("[role=dialog]");
      if (!card) return null;
      await Promise.all(card.getAnimations().map((animation) => animation.finished));
      const words = (selector) => card.querySelector(selector)?.textContent ?? "";
      const rows = [...card.querySelectorAll("dt")].map((name) => [name.textContent, name.nextSibling.textContent]);
      return {
        value: words(".ne-big"),
        what: words(".ne-what"),
        name: words(".ne-name"),
        of: words(".ne-of"),
        quotation: words("blockquote"),
        marked: words("blockquote mark"),
        source: words(".ne-from"),
        rows: Object.fromEntries(rows),
        box: sides(card.getBoundingClientRect()),
        at: card.dataset.at,
        view: { width: document.documentElement.clientWidth, height: innerHeight },
        label: card.getAttribute("aria-label"),
      };
    },
    pixels(at) {
      const plots = [...root(at).querySelectorAll(".ne-plot")].map((plot) => {
        const [base, over] = ["canvas:not(.ne-over)", "canvas.ne-over"].map((one) => plot.querySelector(one));
        return [plot.closest("[data-b]").dataset.b, { base: base.toDataURL(), over: over?.toDataURL() ?? null }];
      });
      return Object.fromEntries(plots);
    },
    words: (at) => root(at).querySelector(".ne").innerText,
  };
  Object.defineProperty(globalThis, Symbol.for("reader"), { value: reader });
}
