// The demo page as its readers use it: mouse, finger, keyboard, screen reader.

import assert from "node:assert/strict";
import { test } from "node:test";
import { visit } from "./harness.mjs";
import { DOCUMENT, demoPage, withAttributes, withTwoElements } from "./pages.mjs";
import { fact, read, squeezed, story } from "./reader.mjs";

const [sectors] = story.hierarchies;
const BLOCKS = story.story.map((block) => block.id);
const PICTURES = story.story.filter((block) => !["text", "note"].includes(block.kind)).map((block) => block.id);
const SOURCE = /科学导报/;

test("a click on a number in a text opens its card, and the focus goes in and comes back", async (t) => {
  const reader = await read(t);
  await reader.page.click(...xy(await reader.find(`.ne-p .ne-num[data-t="fact:fund_zones"]`)));

  const card = await reader.card();
  const opened = (await reader.events("open")).at(-1);
  const { value, cite, basis } = fact(opened.id);
  assert.equal(squeezed(card.value), squeezed(value), "the value as printed");
  assert.equal(squeezed(card.marked), squeezed(cite[0].exact), "the number is marked in its quotation");
  const quotation = [cite[0].prefix, cite[0].exact, cite[0].suffix].join("");
  assert.equal(squeezed(card.quotation), squeezed(quotation), "with the words around it");
  assert.match(card.source, SOURCE);
  assert.equal(basis, "stated");
  assert.equal(card.rows["性质"], "原文直接写出，未经换算");
  assert.equal((await reader.focused()).isInCard, true, "the focus goes into the card");

  await reader.page.press("Escape");
  assert.equal(await reader.card(), null, "Escape closes it");
  const { token, isInside } = await reader.focused();
  assert.deepEqual([token, isInside], [`fact:${opened.id}`, true], "the focus comes back to the number");
  await reader.finish();
});

for (const [how, close] of Object.entries({
  "the ×": async (reader) => reader.page.click(...xy(await reader.find("[data-close]"))),
  "a click beside it": async (reader) => reader.page.click(...xy(await reader.find(".ne-how"))),
  "a click on the newspaper's own page": (reader) => reader.page.tap("h1"),
  "the × by keyboard": async (reader) => {
    await reader.page.press("Tab");
    assert.equal((await reader.focused()).isInCard, true, "the first Tab stays in the card");
    await reader.page.press("Enter");
  },
})) {
  test(`${how} closes the card`, async (t) => {
    const reader = await read(t, { width: 1080 });
    await reader.page.click(...xy(await reader.find(".ne-p .ne-num")));
    assert.ok(await reader.card());
    await close(reader);
    assert.equal(await reader.card(), null);
    await reader.finish();
  });
}

test("closing the card takes the focus from nothing that the reader went to", async (t) => {
  const reader = await read(t, { width: 1080 });
  await reader.page.evaluate(() => {
    const field = Object.assign(document.createElement("input"), { id: "search" });
    document.querySelector("h1").before(field);
  });
  await reader.page.click(...xy(await reader.find(".ne-p .ne-num")));
  await reader.page.tap("#search");
  assert.equal(await reader.card(), null);
  assert.equal((await reader.focused()).id, "search");
});

const PRESSED = {
  services: "fact:property",
  who: "fact:own",
  key: "fact:operators",
};

for (const hand of ["click", "touch"]) {
  for (const width of [360, 1080]) {
    test(`a ${hand} on a bar, a part, a column, a cell opens the right card at ${width} px`, async (t) => {
      const reader = await read(t, { width, height: 800, touch: hand === "touch" });
      const column = await reader.page.evaluate(() => {
        const root = document.querySelector("news-explainer").shadowRoot;
        return root.querySelector('[data-b="pilots"] .ne-mark').dataset.t;
      });
      const marks = { ...PRESSED, pilots: column, map: "node:sectors/oulangde" };
      for (const [block, token] of Object.entries(marks)) {
        const at = await reader.mark(block, token);
        await reader.page[hand](at.x, at.y);
        const card = await reader.card();
        assert.ok(card, `${block}: a card opens`);
        const [kind, id] = token.split(/[:/]/).filter((part) => part !== "sectors");
        assert.deepEqual((await reader.events("open")).at(-1), { id, kind });
        if (kind === "node") {
          const node = sectors.nodes.find((one) => one.id === id);
          assert.equal(card.name, node.name["zh-Hans"]);
          assert.equal(card.of, sectors.nodes.find((one) => one.id === node.parent).name["zh-Hans"]);
          assert.equal(card.rows["进展"], node.stage.verb);
        } else {
          assert.equal(card.what, fact(id).label["zh-Hans"], `${block}: the right fact`);
          if (fact(id).value) assert.equal(squeezed(card.value), squeezed(fact(id).value));
        }
        assertPlace(card, width, block);
        await reader.page.press("Escape");
        assert.equal(await reader.card(), null);
        assert.equal((await reader.focused()).token, token, `${block}: the focus comes to the mark`);
      }
      await reader.finish();
    });
  }
}

test("a click on a sector opens its list, and a project of the list its own card in the same place", async (t) => {
  const reader = await read(t, { width: 1080 });
  const at = await reader.mark("map", "node:sectors/digital");
  await reader.page.click(at.x, at.y);
  const list = await reader.card();
  assert.equal(list.name, "数字信创");
  const project = await reader.find('[role=dialog] [data-t="node:sectors/pengboshi"]');
  await reader.page.click(project.x, project.y);
  const card = await reader.card();
  assert.equal(card.name, "智能算力中心及数智产业园");
  assertPlace(card, 1080, "a project opened from a card");
  await reader.page.press("Escape");
  assert.deepEqual([(await reader.focused()).block, (await reader.focused()).isMark], ["map", true], "the focus comes back to the map");
});

test("a swipe over the map scrolls the page, and opens nothing", async (t) => {
  const reader = await read(t, { width: 360, height: 800, touch: true });
  const at = await reader.mark("map", "node:sectors/oulangde");
  const before = await scrolled(reader);
  await reader.page.swipe(at.x, at.y, 300);
  const after = await scrolled(reader);
  assert.ok(after - before > 200, `the page went from ${before} to ${after}`);
  assert.equal(await reader.card(), null);
  await reader.finish();
});

test("the wheel over the map scrolls the page", async (t) => {
  const reader = await read(t);
  const at = await reader.mark("map", "node:sectors/oulangde");
  await reader.page.point(at.x, at.y);
  const before = await scrolled(reader);
  await reader.page.wheel(240);
  const after = await scrolled(reader);
  assert.equal(after - before, 240);
  await reader.finish();
});

test("Tab comes once to each picture, in the order of the page", async (t) => {
  const reader = await read(t);
  await reader.page.tap("h1");
  const visited = [];
  let { isInside } = await reader.focused();
  for (let press = 0; press < 600; press += 1) {
    await reader.page.press("Tab");
    const now = await reader.focused();
    if (isInside && !now.isInside) break;
    isInside = now.isInside;
    if (now.isMark) visited.push(now.block);
  }
  assert.deepEqual(visited, PICTURES, "one Tab stop a picture");
  await reader.finish();
});

test("the arrow keys walk the map cell by cell, Enter opens, Escape comes back, Tab leaves", async (t) => {
  const reader = await read(t);
  await reader.page.evaluate(() => {
    document.querySelector("news-explainer").shadowRoot.querySelector('[data-b="map"] .ne-mark[tabindex="0"]').focus();
  });
  await reader.page.press("Home");
  const first = await reader.focused();
  assert.equal(first.token, "node:sectors/digital", "the first mark is the first sector");

  const names = leafNames();
  // A walk over the whole map: always to the side least visited.
  const visits = new Map();
  const keys = ["ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"];
  const walked = new Map();
  for (let step = 0; step < 400 && visits.size < names.size + 6; step += 1) {
    const here = await reader.focused();
    assert.ok(here.isMark && here.block === "map", `step ${step} is still on the map`);
    visits.set(here.token, here.name);
    const tried = (key) => walked.get(here.token + key) ?? 0;
    const [key] = [...keys].sort((one, other) => tried(one) - tried(other));
    walked.set(here.token + key, tried(key) + 1);
    await reader.page.press(key);
  }
  const told = new Map([...visits].filter(([token]) => names.has(token)));
  assert.deepEqual(new Map([...told].sort()), new Map([...names].sort()), "every project is met, with its whole name");

  const here = await reader.focused();
  await reader.page.press("Enter");
  assert.ok(await reader.card(), "Enter opens");
  assert.equal((await reader.focused()).isInCard, true);
  await reader.page.press("Escape");
  assert.equal((await reader.focused()).token, here.token, "Escape comes back to the same mark");
  for (let press = 0; press < 2 && (await reader.focused()).isMark; press += 1) await reader.page.press("Tab");
  assert.equal((await reader.focused()).isMark, false, "Tab leaves the map");
  await reader.page.press("Shift+Tab");
  assert.equal((await reader.focused()).token, here.token, "and comes back to where the reader was");
  await reader.finish();
});

for (const seed of [1, 20240613]) {
  test(`no 300 keys end in a trap (seed ${seed})`, async (t) => {
    const reader = await read(t);
    await reader.page.evaluate(() => {
      // Links of the sources lead out of the test.
      addEventListener("click", (event) => {
        if (event.composedPath().some((node) => node.localName === "a")) event.preventDefault();
      });
      document.querySelector("news-explainer").shadowRoot.querySelector(".ne-mark[tabindex='0']").focus();
    });
    const keys = ["Tab", "Tab", "Shift+Tab", "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Enter", "Escape", "Home", "End"];
    const next = random(seed);
    const pressed = [];
    /** Who has left is brought back, to any mark. */
    const comeBack = (at) => {
      const element = document.querySelector("news-explainer");
      const marks = element.shadowRoot.querySelectorAll(".ne-mark[tabindex='0']");
      if (document.activeElement !== element) marks[at % marks.length].focus();
    };
    for (let press = 0; press < 300; press += 1) {
      const key = keys[Math.floor(next() * keys.length)];
      pressed.push(key);
      await reader.page.press(key);
      await reader.page.evaluate(comeBack, press);
      if (key === "Escape") assert.equal(await reader.card(), null, `Escape closes: ${pressed.slice(-8).join(" ")}`);
    }
    assert.equal(await reader.attribute("data-state"), "ready");
    let last = await reader.focused();
    let press = 0;
    for (; press < 700 && last.isInside; press += 1) {
      await reader.page.press("Tab");
      last = await reader.focused();
    }
    assert.equal(last.isInside, false, `Tab leaves after ${pressed.slice(-8).join(" ")}, at ${JSON.stringify(last)}`);
    assert.deepEqual(await reader.page.problems(), []);
  });
}

test("hovering draws on the overlay alone, and leaving clears it", async (t) => {
  const reader = await read(t);
  const at = await reader.mark("map", "node:sectors/oulangde");
  await reader.page.point(1, 1);
  const before = await reader.pixels();
  await reader.page.point(at.x, at.y);
  await reader.drawn();
  const hovered = await reader.pixels();
  for (const block of PICTURES) assert.equal(hovered[block].base, before[block].base, `${block}: the picture stays`);
  assert.ok(hovered.map.over, "the map has an overlay");
  assert.notEqual(hovered.map.over, before.map.over, "the cell is ringed");

  const other = await reader.mark("map", "node:sectors/pengboshi");
  await reader.page.point(other.x, other.y);
  assert.notEqual((await reader.pixels()).map.over, hovered.map.over, "another cell, another ring");
  await reader.page.point(1, 1);
  const left = await reader.pixels();
  assert.equal(left.map.base, before.map.base);
  const empty = await reader.page.evaluate(() => {
    const root = document.querySelector("news-explainer").shadowRoot;
    const over = root.querySelector('[data-b="map"] .ne-over');
    return over.getContext("2d").getImageData(0, 0, over.width, over.height).data.every((byte) => byte === 0);
  });
  assert.ok(empty, "nothing is left of the ring");
  assert.equal(await reader.card(), null, "hovering opens nothing");
});

test("the language changes while the page is live, and back", async (t) => {
  const reader = await read(t);
  await watchStates(reader);
  const chinese = await reader.words();
  const pictures = await reader.pixels();
  await setAttribute(reader, "lang", "en");
  const english = await reader.words();
  assert.match(english, /Every number and its source \(\d+\)/);
  const ledger = await wordsOf(reader, ".ne-facts");
  assert.match(ledger, /CNY\s17\.994\sbillion/);
  const drawn = await reader.pixels();
  for (const block of PICTURES) assert.notEqual(drawn[block].base, pictures[block].base, `${block} is drawn anew`);
  const names = await marks(reader, "map");
  assert.ok(names.every((name) => !/\p{Script=Han}/u.test(name)), "the marks are named in English");

  await setAttribute(reader, "lang", "zh-Hans");
  assert.equal(await reader.words(), chinese);
  const again = await reader.pixels();
  for (const block of PICTURES) assert.equal(again[block].base, pictures[block].base, `${block} is as before`);
  assert.deepEqual(await statesSince(reader), [], "the state stays ready");
  assert.equal((await reader.events("ready")).length, 1);
  await reader.finish();
});

test("an open card speaks the new language too, and stays open", async (t) => {
  const reader = await read(t);
  await open(reader, "infra");
  assert.equal(squeezed((await reader.card()).value), "179.94亿元");
  await setAttribute(reader, "lang", "en");
  const card = await reader.card();
  assert.match(card.value, /^CNY\s17\.994\sbillion$/);
  assert.equal(card.label, "Where it comes from");
  assert.equal((await reader.focused()).isInCard, true);
});

test("the theme changes the pictures, and back", async (t) => {
  const reader = await read(t);
  await watchStates(reader);
  const auto = await reader.pixels();
  await setAttribute(reader, "theme", "dark");
  const dark = await reader.pixels();
  await setAttribute(reader, "theme", "light");
  const light = await reader.pixels();
  for (const block of PICTURES) {
    assert.notEqual(dark[block].base, light[block].base, `${block} has other colours`);
    assert.equal(light[block].base, auto[block].base, `${block}: on a light system auto is light`);
  }
  assert.deepEqual(await statesSince(reader), []);
  await reader.finish();
});

test("the pictures become crisp on a denser screen and follow the width of the page", async (t) => {
  const reader = await read(t, { width: 720 });
  const coarse = await stores(reader);
  // Without a change of size the developer tools' emulation tells the page nothing of a new ratio.
  await reader.page.resize(720, 901, 2);
  await reader.drawn();
  const fine = await stores(reader);
  for (const block of PICTURES) {
    assert.equal(fine[block].width, coarse[block].width, `${block}: the place is the same`);
    for (const side of ["wide", "high"]) {
      const [one, two] = [coarse[block][side], fine[block][side]];
      assert.ok(Math.abs(two - 2 * one) <= 1, `${block}: ${one} pixels became ${two}`);
    }
  }
  await reader.page.resize(400, 900, 2);
  await reader.drawn();
  for (const [block, store] of Object.entries(await stores(reader))) {
    assert.ok(store.width < fine[block].width + 1 && store.width <= 400, `${block}: ${store.width} px wide`);
    assert.equal(store.width, store.plot, `${block}: the canvas covers its plot`);
    assert.ok(Math.abs(store.wide - 2 * store.width) <= 1, `${block} is crisp`);
  }
  await reader.finish();
});

test("a window dragged between two screens again and again listens no more than once", async (t) => {
  const prelude = () => {
    const ask = globalThis.matchMedia.bind(globalThis);
    const asked = [];
    Object.defineProperty(globalThis, Symbol.for("asked"), { value: asked });
    globalThis.matchMedia = (query) => {
      asked.push(query);
      return ask(query);
    };
  };
  const explainer = await visit(t, { prelude });
  await explainer.until("ready");
  const asked = () =>
    explainer.page.evaluate(async () => {
      for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);
      return globalThis[Symbol.for("asked")].length;
    });
  const before = await asked();
  for (let round = 0; round < 8; round += 1) {
    await explainer.page.resize(720, 901 + round, round % 2 ? 1 : 2);
    await asked();
  }
  const times = (await asked()) - before;
  assert.equal(times, 8, `8 changes of the ratio, ${times} new listeners`);
});

test("show= shows only the blocks that it names", async (t) => {
  const reader = await read(t, { page: withAttributes(demoPage(), { show: "who" }) });
  assert.deepEqual(await blocks(reader), ["who"]);
  assert.equal((await reader.events("ready")).length, 1);
  await setAttribute(reader, "show", "map who");
  await reader.until("ready");
  assert.deepEqual(await blocks(reader), ["map", "who"]);
  await reader.page.evaluate(() => document.querySelector("news-explainer").removeAttribute("show"));
  await reader.until("ready");
  assert.deepEqual(await blocks(reader), BLOCKS);
  await reader.finish();
});

test("open() opens what there is, and says no to what there is not", async (t) => {
  const reader = await read(t);
  assert.equal(await open(reader, "nothing"), false);
  assert.equal(await reader.card(), null);
  assert.equal(await open(reader, "operators"), true);
  assert.equal(squeezed((await reader.card()).value), "158家");
  assert.equal(await open(reader, "oulangde"), true);
  assert.equal((await reader.card()).name, "新型储能装备制造");
  for (const id of ["", "fact:nothing", "node:sectors/nothing", "__proto__", "constructor"]) {
    assert.equal(await open(reader, id), false, id);
  }
  const plain = await reader.page.evaluate(() => {
    const element = document.querySelector("news-explainer");
    const told = new Promise((resolve) => element.addEventListener("explainer-open", resolve, { once: true }));
    element.open("fact:own");
    return told.then(({ detail, bubbles, composed }) => ({
      ...{ bubbles, composed },
      fields: Object.entries(detail).map(([name, value]) => `${name}: ${typeof value} ${value}`),
      isPlain: Object.getPrototypeOf(detail) === Object.prototype,
    }));
  });
  assert.deepEqual(plain, { bubbles: true, composed: true, fields: ["id: string own", "kind: string fact"], isPlain: true });
  await reader.finish();
});

test("a card that the newspaper's page opened gives the focus back to that page", async (t) => {
  const reader = await read(t);
  await reader.page.evaluate(() => {
    const button = Object.assign(document.createElement("button"), { id: "ask", textContent: "158家？" });
    button.onclick = () => document.querySelector("news-explainer").open("operators");
    document.querySelector("h1").before(button);
  });
  await reader.page.tap("#ask");
  assert.equal((await reader.focused()).isInCard, true);
  await reader.page.press("Escape");
  assert.equal(await reader.card(), null);
  assert.equal((await reader.focused()).id, "ask");
});

test("a card that the reader closed does not come back when the document does", async (t) => {
  const reader = await read(t);
  await open(reader, "operators");
  await reader.page.press("Escape");
  await setAttribute(reader, "show", "who");
  await reader.until("ready");
  assert.equal(await reader.card(), null);
});

test("the document is set as a property, as an object and as text", async (t) => {
  const reader = await read(t);
  const other = structuredClone(story);
  other.title = { "zh-Hans": "另一份文档", en: "Another document" };
  const title = () => wordsOf(reader, ".ne-h");
  const set = (value) =>
    reader.page.evaluate((given) => {
      const element = document.querySelector("news-explainer");
      const ready = new Promise((resolve) => element.addEventListener("explainer-ready", () => resolve(true), { once: true }));
      element.document = given;
      return ready.then(() => element.document === given);
    }, value);
  assert.equal(await set(other), true);
  assert.equal(await title(), "另一份文档");
  other.title["zh-Hans"] = "改成文字的文档";
  assert.equal(await set(JSON.stringify(other)), true);
  assert.equal(await title(), "改成文字的文档");
  assert.deepEqual(await reader.events("problem"), []);
  await reader.finish();
});

const HOSTILE = {
  "is a cycle": () => {
    const cycle = { format: 1, facts: [] };
    cycle.facts.push(cycle);
    return cycle;
  },
  "has a getter that throws": () => ({
    format: 1,
    get facts() {
      throw new Error("a getter of the page");
    },
  }),
  "is a revoked Proxy": () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  },
  "is a Proxy that throws": () => new Proxy({}, { ownKeys: () => { throw new TypeError("a trap of the page"); } }),
  "is NaN": () => Number.NaN,
  "is a function": () => () => 1,
  "is a symbol": () => Symbol("document"),
  "is a big integer": () => 2n ** 70n,
  "is a node of the page": () => document.body,
  "is null": () => null,
};

test("a document set as a property that is hostile fails alone, and the next one is shown", async (t) => {
  const reader = await read(t);
  for (const [what, make] of Object.entries(HOSTILE)) {
    await reader.page.evaluate(`void (document.querySelector("news-explainer").document = (${make})())`);
    await reader.until("failed");
    const code = await reader.attribute("data-error");
    assert.match(code, /^document-/, `${what}: it is the document that is wrong, not the engine`);
    assert.equal((await reader.events("failure")).at(-1).code, code, what);
    await reader.page.evaluate(() => void (document.querySelector("news-explainer").document = undefined));
    await reader.until("ready");
    assert.equal(await reader.attribute("data-error"), null, what);
  }
  assert.equal((await reader.events("failure")).length, Object.keys(HOSTILE).length, "each failure is told once");
  await reader.finish();
});

test("retry() after a 404 that was mended makes the page live", async (t) => {
  const explainer = await visit(t, {
    page: withAttributes(demoPage(), { src: DOCUMENT }),
    routes: { [`/${DOCUMENT}`]: { status: 404, body: "" } },
  });
  await explainer.until("failed");
  assert.equal(await explainer.attribute("data-error"), "document-load");
  explainer.server.route(`/${DOCUMENT}`);
  await explainer.page.evaluate(() => document.querySelector("news-explainer").retry());
  await explainer.until("ready");
  assert.equal((await explainer.events("ready")).length, 1);
  await explainer.finish();
});

test("two elements on a page do not know of each other", async (t) => {
  const reader = await read(t, { page: withTwoElements(demoPage()), height: 1200 });
  await reader.until("ready", 1);
  const before = [await reader.words(1), await reader.pixels(1)];
  const at = await reader.mark("who", "fact:own");
  await reader.page.click(at.x, at.y);
  assert.ok(await reader.card(0));
  assert.equal(await reader.card(1), null);
  assert.deepEqual([await reader.words(1), await reader.pixels(1)], before);
  await reader.page.press("Escape");
  assert.equal(await reader.card(0), null);
  await reader.page.evaluate(() => document.querySelectorAll("news-explainer")[1].setAttribute("lang", "en"));
  assert.match(await reader.words(1), /Every number and its source/);
  assert.match(await reader.words(0), /全部数字与出处/);
  await reader.finish();
});

test("the tables open by a click and by the keyboard", async (t) => {
  const reader = await read(t);
  const selectors = PICTURES.map((block) => `[data-b="${block}"] details`).concat(".ne-ledger");
  const isOpen = (selector) =>
    reader.page.evaluate(
      (one) => document.querySelector("news-explainer").shadowRoot.querySelector(one).open,
      selector,
    );
  for (const selector of selectors) {
    assert.equal(await isOpen(selector), false, selector);
    await reader.page.click(...xy(await reader.find(`${selector} > summary`)));
    assert.equal(await isOpen(selector), true, `${selector} opens by a click`);
    await reader.page.press("Enter");
    assert.equal(await isOpen(selector), false, `${selector} closes by Enter`);
    await reader.page.press("Space");
    assert.equal(await isOpen(selector), true, `${selector} opens by the space bar`);
  }
  // Opening a card and closing it again leaves the tables as the reader left them.
  await reader.page.click(...xy(await reader.find(".ne-facts .ne-num")));
  assert.ok(await reader.card());
  await reader.page.press("Escape");
  for (const selector of selectors) assert.equal(await isOpen(selector), true, `${selector} stays open`);
  await reader.finish();
});

test("every value of a table is the document's", async (t) => {
  const reader = await read(t);
  const tables = await reader.page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelector("news-explainer").shadowRoot.querySelectorAll("[data-b] table")].map((table) => [
        table.closest("[data-b]").dataset.b,
        [...table.tBodies[0].rows].map((row) =>
          [...row.cells].map((cell) => ({
            text: cell.textContent,
            numbers: [...cell.querySelectorAll(".ne-num")].map((number) => [number.dataset.t, number.textContent]),
          })),
        ),
      ]),
    ),
  );
  assert.deepEqual(Object.keys(tables), PICTURES, "each picture has its table");
  for (const block of story.story.filter((one) => PICTURES.includes(one.id))) {
    const rows = tables[block.id];
    if (block.kind === "map") assertNodes(rows);
    else if (block.kind === "columns") assertColumns(block, rows);
    else assertFacts(block, rows);
  }
});

function assertFacts(block, rows) {
  const ids = [...block.facts, ...(block.whole ? [block.whole] : [])];
  assert.equal(rows.length, ids.length, `${block.id}: a row for each fact`);
  for (const [at, id] of ids.entries()) {
    const [label, value, share] = rows[at];
    assert.equal(label.text, fact(id).label["zh-Hans"]);
    assert.deepEqual(value.numbers.map(([token, text]) => [token, squeezed(text)]), [[`fact:${id}`, squeezed(fact(id).value)]]);
    if (share) assert.equal(share.text, percent(id, block.whole), `${block.id}: ${id} of ${block.whole}`);
  }
}

function assertColumns(block, rows) {
  assert.equal(rows.length, block.items.length);
  for (const [at, item] of block.items.entries()) {
    const [label, part, whole, share] = rows[at];
    assert.equal(label.text, item.label["zh-Hans"]);
    for (const [cell, id] of [[part, item.part], [whole, item.whole]]) {
      assert.equal(cell.numbers[0][0], `fact:${id}`);
      assert.equal(squeezed(cell.text), squeezed(fact(id).value));
    }
    assert.equal(share.text, percent(item.part, item.whole), `${item.part} of ${item.whole}`);
  }
}

function assertNodes(rows) {
  const leaves = sectors.nodes.filter((node) => node.parent);
  const parent = (node) => sectors.nodes.find((one) => one.id === node.parent).name["zh-Hans"];
  const byRoot = sectors.nodes.filter((node) => !node.parent).flatMap((root) => leaves.filter((leaf) => leaf.parent === root.id));
  assert.equal(rows.length, byRoot.length, "a row for each project");
  for (const [at, leaf] of byRoot.entries()) {
    const [sector, name, stage, , figures] = rows[at];
    assert.deepEqual([sector.text, name.text, stage.text], [parent(leaf), leaf.name["zh-Hans"], leaf.stage.verb]);
    const wanted = (leaf.facts ?? []).map((id) => [`fact:${id}`, squeezed(fact(id).value)]);
    assert.deepEqual(figures.numbers.map(([token, text]) => [token, squeezed(text)]), wanted, leaf.id);
    if (wanted.length === 0) assert.equal(figures.text, "金额不详");
  }
}

test("the accessibility tree says everything that the pictures show", async (t) => {
  const reader = await read(t);
  await reader.page.evaluate(() => {
    for (const details of document.querySelector("news-explainer").shadowRoot.querySelectorAll("details")) details.open = true;
  });
  const nodes = await reader.page.outline();
  const named = (role) => nodes.filter((node) => node.role === role).map((node) => squeezed(node.name));
  const shown = await reader.page.evaluate(() =>
    [...document.querySelector("news-explainer").shadowRoot.querySelectorAll("h2, h3")].map((node) => node.textContent),
  );
  for (const heading of shown) assert.ok(named("heading").includes(squeezed(heading)), `the heading “${heading}”`);
  const buttons = named("button");
  assert.deepEqual(buttons.filter((name) => !name), [], "every button has a name");
  for (const block of story.story) {
    const ids = [...(block.facts ?? []), ...(block.whole ? [block.whole] : []), ...(block.items ?? []).flatMap((item) => [item.part, item.whole])];
    for (const id of ids) assert.ok(buttons.includes(squeezed(fact(id).value)), `${block.id}: ${fact(id).value} can be pressed`);
  }
  for (const { id, value } of story.facts.filter((one) => one.value)) {
    assert.ok(buttons.includes(squeezed(value)), `${id}: ${value} is said`);
  }
  for (const name of leafNames().values()) assert.ok(buttons.includes(squeezed(name)), name);
  const counted = (role) => nodes.filter((node) => node.role === role).length;
  assert.equal(counted("table"), PICTURES.length);
  assert.equal(counted("row") > PICTURES.length * 2, true);
  assert.ok(counted("columnheader") >= PICTURES.length * 2);
  assert.ok(counted("rowheader") > 35, "rows are named");
  assert.ok(!nodes.some((node) => node.role === "Canvas"), "the canvases are hidden: their marks speak");

  await open(reader, "operators");
  const dialogs = (await reader.page.outline()).filter((node) => node.role === "dialog");
  assert.deepEqual(dialogs.map((node) => node.name), ["出处"]);
});

test("an engine's widget that is freed leaves nothing behind", async (t) => {
  const reader = await read(t);
  const live = (rounds) =>
    reader.page.evaluate(async (count) => {
      const glue = await import("/engine.js");
      const host = document.querySelector("news-explainer");
      const data = JSON.parse(glue.builtIn());
      for (let round = 0; round < count; round += 1) {
        const widget = new glue.Widget(host, data, round % 2 ? "en" : "zh-Hans", "");
        host.shadowRoot.append(widget.root);
        for (let times = 0; times < 5; times += 1) widget.layout(1 + (times % 2));
        widget.open("operators");
        widget.root.remove();
        widget.free();
      }
      return document.querySelectorAll("*").length + host.shadowRoot.querySelectorAll("*").length;
    }, rounds);
  const first = await live(4);
  const before = await reader.page.nodes();
  const last = await live(40);
  const after = await reader.page.nodes();
  assert.equal(last, first, "elements in the document");
  // One widget is some two thousand nodes; 40 kept ones would be 80 000.
  assert.ok(after - before < 3000, `${before} nodes became ${after}`);
  assert.equal(await reader.attribute("data-state"), "ready");
  await reader.finish();
});

/** The names of the map's projects, made from the document alone, by token. */
function leafNames() {
  const stages = { landed: "落地", advancing: "推进中", in_talks: "对接" };
  const names = new Map();
  const roots = sectors.nodes.filter((node) => !node.parent);
  const isMoney = (id) => /元$/.test(fact(id).value);
  for (const root of roots) {
    const leaves = sectors.nodes.filter((node) => node.parent === root.id);
    for (const [at, leaf] of leaves.entries()) {
      const { class: kind, verb } = leaf.stage;
      const stage = verb === stages[kind] ? verb : `${stages[kind]}（${verb}）`;
      const sums = (leaf.facts ?? []).filter(isMoney).map((id) => {
        const sharers = sectors.nodes.filter((node) => node.parent && node.facts?.includes(id)).length;
        const numeral = ["", "", "两", "三"][sharers];
        return sharers > 1 ? `${numeral}项合计${fact(id).value}` : fact(id).value;
      });
      const parts = [leaf.short["zh-Hans"], root.short["zh-Hans"], `第${at + 1}个，共${leaves.length}个`, stage];
      names.set(`node:${sectors.id}/${leaf.id}`, [...parts, sums.join("，") || "金额不详"].join("，"));
    }
  }
  return names;
}

/** A share in whole per cent, from the values as printed; small ones with one decimal. */
function percent(part, whole) {
  const number = (id) => Number.parseFloat(fact(id).value);
  const share = (100 * number(part)) / number(whole);
  return `${share < 5 ? share.toFixed(1) : Math.round(share)}%`;
}

function assertPlace({ at, box, view }, width, what) {
  if (width < 720) {
    assert.equal(at, "sheet", `${what}: a sheet`);
    assert.ok(Math.abs(box.bottom - view.height) <= 1, `${what}: at the bottom: ${JSON.stringify(box)}`);
    assert.ok(box.left >= 0 && box.right <= view.width + 0.5 && box.width > view.width * 0.9, `${what}: as wide as the page`);
    assert.ok(box.top > 0, `${what}: the page is seen above it`);
  } else {
    assert.equal(at, "beside", `${what}: beside`);
    assert.ok(box.left >= 0 && box.right <= view.width, `${what}: inside the page: ${JSON.stringify(box)}`);
    assert.ok(box.bottom > 0 && box.top < view.height, `${what}: in view: ${JSON.stringify(box)}`);
    assert.ok(box.width >= 220 && box.width <= 340, `${what}: ${box.width} px wide`);
  }
}

const xy = ({ x, y }) => [x, y];

const open = (reader, id) =>
  reader.page.evaluate((wanted) => document.querySelector("news-explainer").open(wanted), id);

const setAttribute = (reader, name, value) =>
  reader.page.evaluate(
    ([one, to]) => document.querySelector("news-explainer").setAttribute(one, to),
    [name, value],
  );

const wordsOf = (reader, selector) =>
  reader.page.evaluate(
    (one) => document.querySelector("news-explainer").shadowRoot.querySelector(one).textContent,
    selector,
  );

const blocks = (reader) =>
  reader.page.evaluate(() =>
    [...document.querySelector("news-explainer").shadowRoot.querySelectorAll("[data-b]")].map((one) => one.dataset.b),
  );

const marks = (reader, block) =>
  reader.page.evaluate(
    (one) =>
      [...document.querySelector("news-explainer").shadowRoot.querySelectorAll(`[data-b="${one}"] .ne-mark`)].map((mark) =>
        mark.getAttribute("aria-label"),
      ),
    block,
  );

/** The place of each picture and its backing store. */
const stores = (reader) =>
  reader.page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelector("news-explainer").shadowRoot.querySelectorAll(".ne-plot")].map((plot) => {
        const canvas = plot.querySelector("canvas");
        const { width, height } = canvas.getBoundingClientRect();
        const plotWidth = plot.getBoundingClientRect().width;
        return [plot.closest("[data-b]").dataset.b, { width, height, plot: plotWidth, wide: canvas.width, high: canvas.height }];
      }),
    ),
  );

/** How far the page is scrolled, once that no longer changes. */
const scrolled = (reader) =>
  reader.page.evaluate(async () => {
    for (let still = 0, last = scrollY; still < 20; still = last === scrollY ? still + 1 : 0, last = scrollY) {
      await new Promise(requestAnimationFrame);
    }
    return scrollY;
  });

/** Notes every state that the element takes from now on. */
const watchStates = (reader) =>
  reader.page.evaluate(() => {
    const element = document.querySelector("news-explainer");
    const states = [];
    Object.defineProperty(globalThis, Symbol.for("states"), { value: states });
    new MutationObserver(() => states.push(element.dataset.state)).observe(element, { attributeFilter: ["data-state"] });
  });

const statesSince = (reader) => reader.page.evaluate(() => globalThis[Symbol.for("states")]);

/** Small numbers that look random and are the same in every run. */
function random(seed) {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}
