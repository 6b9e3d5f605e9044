// The few things that a test asks of a browser. Each engine has a file that does them; a test that
// keeps to these runs in every engine that has one. To add an engine: write such a file and name it here.

/**
 * @typedef {object} Opening how a page is opened
 * @property {number} [width] of the viewport in CSS pixels
 * @property {number} [height]
 * @property {number} [ratio] device pixels for each CSS pixel
 * @property {"light" | "dark"} [theme] what the reader's system prefers
 * @property {string} [lang] what the reader's browser prefers
 * @property {"on" | "off"} [javascript]
 * @property {boolean} [touch] the reader has a touch screen
 * @property {() => void} [prelude] runs before any script of the page
 *
 * @typedef {object} Page one tab with a storage of its own
 * @property {(selector: string) => Promise<void>} tap a press of finger or mouse on the middle of it
 * @property {(key: string) => Promise<void>} press one key, by its name in the DOM ("Tab", "ArrowLeft")
 * @property {(x: number, y: number) => Promise<void>} point moves the mouse, in CSS pixels of the viewport
 * @property {(x: number, y: number) => Promise<void>} click the mouse, in CSS pixels of the viewport
 * @property {(x: number, y: number) => Promise<void>} touch a tap of a finger; the page is opened with `touch`
 * @property {(x: number, y: number, by: number) => Promise<void>} swipe a finger up by so many pixels
 * @property {(by: number) => Promise<void>} wheel turns the mouse's wheel where the mouse is
 * @property {(selector: string) => Promise<string>} read the text as it is laid out, open shadow roots included
 * @property {() => Promise<Node[]>} outline the browser's own accessibility tree, in reading order
 * @property {() => Promise<number>} nodes how many DOM nodes live, once what nobody holds is collected
 * @property {(path: string) => Promise<void>} screenshot the whole page, however long
 * @property {(width: number, height: number, ratio: number) => Promise<void>} resize
 * @property {(work: Function, argument?: unknown) => Promise<any>} evaluate runs in the page
 * @property {() => Promise<number>} measureShift the sum of all layout shifts so far
 * @property {() => Request[]} requests everything asked for so far
 * @property {() => Promise<Problem[]>} problems what went wrong so far, the harness's listeners included
 * @property {() => Promise<void>} close
 *
 * @typedef {object} Node
 * @property {string} role
 * @property {string} name
 *
 * @typedef {object} Request
 * @property {string} url
 * @property {() => Promise<Buffer | null>} body what came back, decoded; null when nothing did
 *
 * @typedef {object} Problem
 * @property {string} kind "error", "rejection", "policy" (a violation of the page's CSP) or "crash" (of the page
 *   or of the element's engine)
 * @property {string} text
 *
 * @typedef {object} Browser
 * @property {(url: string, opening?: Opening) => Promise<Page>} open
 * @property {() => Promise<void>} close
 */

const engines = {
  chromium: () => import("./chromium.mjs"),
};

/** @returns {Promise<Browser>} the engine that the variable BROWSER names, Chromium when it names none */
export async function launch() {
  const name = process.env.BROWSER ?? "chromium";
  const load = engines[name];
  if (!load) {
    throw new Error(`BROWSER is "${name}"; the engines here are: ${Object.keys(engines).join(", ")}`);
  }
  return (await load()).launch();
}
