// The parts of the explainer and where they stand. They must stand in the same place in the static
// face (light DOM) and in the live face (shadow root).

import assert from "node:assert/strict";

/** What has a place of its own in the layout. */
const PARTS = "h2, h3, .ne-title, .ne-note, .ne-figure, figure, table, p";

/**
 * The boxes of all visible parts, in reading order, measured from the top left of the document.
 * @returns {Promise<{ element: object, document: object, parts: object[] }>}
 */
export function boxes(page) {
  return page.evaluate((selector) => {
    const element = document.querySelector("news-explainer");
    // A face is in the shadow root when something there takes up room.
    const shownIn = (root) => [...(root?.querySelectorAll(selector) ?? [])].filter(hasPlace);
    const inShadow = shownIn(element.shadowRoot);
    const shown = inShadow.length > 0 ? inShadow : shownIn(element);
    // Words for screen readers alone take one pixel. What lies inside a figure may differ: a canvas
    // stands where an SVG stood; the figure's own box may not.
    function hasPlace(node) {
      const { width, height } = node.getBoundingClientRect();
      return width > 1 && height > 1 && !node.parentElement?.closest(".ne-figure, figure");
    }
    const box = (node) => {
      const rect = node.getBoundingClientRect();
      return {
        x: rect.x + scrollX,
        y: rect.y + scrollY,
        width: rect.width,
        height: rect.height,
      };
    };
    const name = (node) => {
      const words = (node.innerText ?? "").replace(/\s+/g, " ").slice(0, 24);
      return `${node.localName} “${node.matches("figure, .ne-figure") ? node.className : words}”`;
    };
    return {
      element: box(element),
      document: { height: document.documentElement.scrollHeight },
      parts: shown.map((node) => ({ name: name(node), ...box(node) })),
    };
  }, PARTS);
}

/** Half a pixel cannot be seen; everything above is a jump. */
const TOLERANCE = 0.5;

/** Fails with the first part that stands elsewhere. */
export function assertSamePlaces(live, still, when) {
  const names = (boxes) => boxes.parts.map((part) => part.name.replace(/ “.*/, ""));
  assert.ok(still.parts.length > 0, `${when}: the static face has no parts to compare`);
  assert.deepEqual(names(live), names(still), `${when}: both faces have the same parts in the same order`);
  const pairs = [
    [live.element, still.element, "the element"],
    ...live.parts.map((part, at) => [part, still.parts[at], part.name]),
  ];
  for (const [one, other, name] of pairs) {
    for (const side of ["x", "y", "width", "height"]) {
      assert.ok(
        Math.abs(one[side] - other[side]) <= TOLERANCE,
        `${when}: ${name}: ${side} is ${one[side]} live and ${other[side]} static`,
      );
    }
  }
  assert.equal(live.document.height, still.document.height, `${when}: the page is as long as before`);
}
