// The parts of the explainer and where they stand. They must stand in the same place in the static
// face (light DOM) and in the live face (shadow root).

import assert from "node:assert/strict";

/** One block of the story. */
export const FIGURE = ".ne-fig";

/** The box of a picture. Inside it the faces differ: a canvas stands where an SVG stood; the box may not. */
export const PICTURE = ".ne-plotbox";

/** What has a place of its own in the layout. */
const PARTS = `${FIGURE}, ${PICTURE}, h2, h3, p, ul, ol, dl, table, details, aside, footer`;

/**
 * The boxes of all visible parts, in reading order, measured from the top left of the document.
 * @returns {Promise<{ element: object, document: object, parts: object[] }>}
 */
export function boxes(page) {
  return page.evaluate(([selector, picture]) => {
    const element = document.querySelector("news-explainer");
    // A face is in the shadow root when something there takes up room.
    const shownIn = (root) => [...(root?.querySelectorAll(selector) ?? [])].filter(hasPlace);
    const inShadow = shownIn(element.shadowRoot);
    const shown = inShadow.length > 0 ? inShadow : shownIn(element);
    // Words for screen readers alone take one pixel; what lies in a closed fold is not visible.
    function hasPlace(node) {
      const { width, height } = node.getBoundingClientRect();
      return width > 1 && height > 1 && node.checkVisibility() && !node.parentElement?.closest(picture);
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
    // Only running text is named by its words: a block may hold more of them for screen readers.
    const name = (node) => {
      const words = (node.innerText ?? "").replace(/\s+/g, " ").slice(0, 24);
      return `${node.localName} “${node.matches("h2, h3, p") ? words : (node.dataset.b ?? node.className)}”`;
    };
    return {
      element: box(element),
      document: { height: document.documentElement.scrollHeight },
      parts: shown.map((node) => ({ name: name(node), ...box(node) })),
    };
  }, [PARTS, PICTURE]);
}

/** Half a pixel cannot be seen; everything above is a jump. */
const TOLERANCE = 0.5;

/** Fails with the first part that stands elsewhere. */
export function assertSamePlaces(live, still, when) {
  assert.ok(still.parts.length > 0, `${when}: the static face has no parts to compare`);
  const longest = Math.max(live.parts.length, still.parts.length);
  for (let at = 0; at < longest; at += 1) {
    const [one, other] = [live, still].map((boxes) => boxes.parts[at]?.name ?? "nothing more");
    assert.equal(one, other, `${when}: both faces have the same parts; part ${at + 1} differs`);
  }
  const pairs = [
    ...live.parts.map((part, at) => [part, still.parts[at], part.name]),
    [live.element, still.element, "the element"],
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
