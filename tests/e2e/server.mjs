// A static server over the built site, in which a test may replace any answer.

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8",
  ".png": "image/png",
  ".csv": "text/csv; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
};

/**
 * @typedef {object} Answer what to send in place of the file; what it leaves out stays as it was
 * @property {number} [status]
 * @property {string} [type] the MIME type
 * @property {Record<string, string>} [headers]
 * @property {string | Buffer} [body]
 * @property {number} [truncate] send only so many bytes, of a file that is longer
 * @property {"reset"} [connection] break the connection in the middle of the answer
 * @property {Promise<void>} [hold] answer only when this is kept
 */

/**
 * Serves the directory on a free port of this machine.
 * @param {string} root
 * @param {{ routes?: Record<string, Answer>, headers?: Record<string, string> }} [options] routes by
 *   path ("/engine_bg.wasm"); headers go with every answer
 */
export async function serve(root, { routes = {}, headers = {} } = {}) {
  const replaced = new Map(Object.entries(routes));
  const asked = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    asked.push(path);
    answer(root, path, replaced.get(path) ?? {}, headers, response).catch((why) => {
      response.destroy(why);
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    /** How often a path was asked for. */
    count: (path) => asked.filter((one) => one === path).length,
    /** Replaces the answer for a path from now on; without an answer the file is served again. */
    route: (path, answer) => (answer ? replaced.set(path, answer) : replaced.delete(path)),
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

async function answer(root, path, replacement, headers, response) {
  if (replacement.hold) await replacement.hold;
  const file = path.endsWith("/") ? `${path}index.html` : path;
  let body = replacement.body ?? (await contents(root, file));
  let status = replacement.status ?? 200;
  if (body === null) {
    status = replacement.status ?? 404;
    body = "There is no such file in the site.";
  }
  body = Buffer.from(body);
  if (replacement.truncate !== undefined) body = body.subarray(0, replacement.truncate);
  response.writeHead(status, {
    "Content-Type": replacement.type ?? TYPES[extname(file)] ?? "application/octet-stream",
    "Content-Length": body.length,
    "Cache-Control": "no-cache",
    ETag: `"${createHash("sha256").update(body).digest("hex").slice(0, 16)}"`,
    "Access-Control-Allow-Origin": "*",
    ...headers,
    ...replacement.headers,
  });
  if (replacement.connection === "reset") {
    response.write(body.subarray(0, body.length >> 1), () => response.destroy());
    return;
  }
  response.end(body);
}

async function contents(root, path) {
  const file = normalize(join(root, path));
  if (!file.startsWith(normalize(root))) return null;
  return readFile(file).catch(() => null);
}
