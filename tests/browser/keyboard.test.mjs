// The keyboard alone: it comes to all that a page offers, in the order of its words, sees where it is, and goes on.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { launch, open } from "./browser.mjs";
import { extremes, main, pages, shipped } from "./site.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const local = (path) => pathToFileURL(join(shipped, path)).href;
const framed = extremes(shipped).filter(({ kind }) => !["frameless", "not-found", "moved"].includes(kind));

test("the first stop is a link past the navigation, and it leads there", async () => {
  const { context, page } = await open(browser);
  for (const { path, kind } of framed) {
    // Who comes to the page of the search is in its field already, past the navigation.
    if (kind === "search") continue;
    await page.goto(local(path));
    await page.keyboard.press("Tab");
    const skip = page.locator(":focus");
    const box = await skip.boundingBox();
    assert.ok(box && box.x >= 0 && box.y >= 0 && box.width > 20 && box.height > 10, `${path}: the link is seen`);
    await page.keyboard.press("Enter");
    const inMain = await page.evaluate(() => document.querySelector("main").contains(document.activeElement));
    assert.ok(inMain, `${path}: the focus is in the main part`);
  }
  await context.close();
});

// All that can be used, in the order of the document; numbered, so that the walk can tell what it came to. Faults are
// what a walk in this order would jump back for: the next stop lies neither below nor beside the one before.
function offered() {
  const stops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")].filter(
    (stop) =>
      stop.tabIndex >= 0 &&
      !stop.disabled &&
      stop.checkVisibility({ visibilityProperty: true }) &&
      // Of a group of radio buttons the keyboard comes to the one that is chosen.
      (stop.type !== "radio" || stop.checked),
  );
  const faults = [];
  const box = (stop) => {
    // A skip link comes into sight with the focus.
    const found = [...stop.getClientRects()].find((box) => box.width > 0 && box.height > 0);
    return stop.classList.contains("skip") ? null : found;
  };
  stops.forEach((stop, at) => {
    stop.dataset.stop = at;
    if (stop.tabIndex > 0) faults.push(`a tab index of its own: ${stop.outerHTML.slice(0, 120)}`);
    const [before, here] = [at > 0 ? box(stops[at - 1]) : null, box(stop)];
    // A table that scrolls has an order of its own.
    if (!before || !here || stops[at - 1].closest(".scroll") !== stop.closest(".scroll")) return;
    const below = here.top >= before.top - 4 || here.bottom > before.bottom;
    const beside = here.left >= before.left;
    if (!below && !beside) faults.push(`up and back: ${stops[at - 1].outerHTML.slice(0, 90)} then ${stop.outerHTML.slice(0, 90)}`);
  });
  return { count: stops.length, faults };
}

// Where the focus is, and what is wrong with how it is shown.
function focused() {
  const here = document.activeElement;
  if (!here || here === document.body || here === document.documentElement) return { at: -1 };
  const at = Number(here.dataset.stop ?? -2);
  const words = here.outerHTML.slice(0, 120);
  const style = getComputedStyle(here);
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  if (!outlined) return { at, fault: `no mark of focus: ${words}` };
  const boxes = [...here.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
  if (!boxes.length) return { at, fault: `focus on what is not shown: ${words}` };
  // Seen is what the screen has at its place; of a large thing some place is enough.
  const seen = boxes.some((box) =>
    [0.5, 0.1, 0.9].some((part) => {
      const x = box.left + box.width * part;
      const y = box.top + box.height * part;
      const top = x >= 0 && y >= 0 && x < innerWidth && y < innerHeight && document.elementFromPoint(x, y);
      return top && (here.contains(top) || top.contains(here));
    }),
  );
  return seen ? { at } : { at, fault: `hidden: ${words}` };
}

// Walks from the start to the end, or back, and answers the stops in turn.
async function walk(page, key, most) {
  const stops = [];
  for (let step = 0; step < most; step++) {
    await page.keyboard.press(key);
    const { at, fault } = await page.evaluate(focused);
    if (fault) return { stops, fault };
    if (at === -1) return { stops };
    if (at === -2) return { stops, fault: "a stop that was not offered" };
    // A field for a date is several stops in one: day, month, year.
    if (at !== stops.at(-1)) {
      if (stops.includes(at)) return at === stops[0] ? { stops } : { stops, fault: `back at ${at}` };
      stops.push(at);
    }
  }
  return { stops, fault: "no end" };
}

const kinds = ["home", "country", "matrix", "matrix-transposed", "treaties", "question", "pair", "section", "search", "changes", "handout"];
const narrow = ["home", "matrix", "pair"];
// The longest page of a kind that is not the view of another day.
const longest = (kind) =>
  pages(shipped)
    .filter((page) => page.kind === kind && !/\d{4}-\d{2}-\d{2}/.test(page.path))
    .reduce((a, b) => (b.length > a.length ? b : a)).path;
const ways = [
  ...kinds.map((kind) => ({ name: kind, path: longest(kind), width: 1000 })),
  ...narrow.map((kind) => ({ name: `${kind} on a narrow screen`, path: longest(kind), width: 320 })),
];

async function held(page, name) {
  const { count, faults } = await page.evaluate(offered);
  assert.deepEqual(faults, [], name);
  const all = Array.from({ length: count }, (_, at) => at);
  await page.evaluate(() => document.activeElement?.blur());
  await page.evaluate(() => getSelection().setBaseAndExtent(document.body, 0, document.body, 0));
  const there = await walk(page, "Tab", 3 * count + 20);
  assert.equal(there.fault, undefined, `${name}, after ${there.stops.length} of ${count} stops`);
  // The page of the search begins in its field, whatever is done to leave it.
  const first = name === "search" ? there.stops[0] : 0;
  assert.deepEqual(there.stops, all.slice(first), `${name}: all, in order`);
  // On the way back a head that stays in sight may hide what is scrolled to; only tables have one.
  if (!(await page.locator(".grid").count())) return count;
  await page.evaluate(() => document.activeElement?.blur());
  await page.evaluate(() => getSelection().setBaseAndExtent(document.body, document.body.childNodes.length, document.body, document.body.childNodes.length));
  const back = await walk(page, "Shift+Tab", 3 * count + 20);
  assert.equal(back.fault, undefined, `${name}, backwards, after ${back.stops.length} of ${count} stops`);
  assert.deepEqual(back.stops, all.reverse(), `${name}: all, backwards`);
  return count;
}

for (const { name, path, width } of ways) {
  test(`${name}: Tab comes to everything in order and back, and the focus is always seen`, async () => {
    const { context, page } = await open(browser, { viewport: { width, height: 700 } });
    await page.goto(local(path));
    assert.ok((await held(page, name)) > 10);
    await context.close();
  });
}

test("sheet: Tab comes to each line, its note and its buttons", async () => {
  const { context, page } = await open(browser, { viewport: { width: 1000, height: 700 } });
  await page.goto(local(main(shipped, "matrix")));
  await page.locator(".collect > button").click();
  for (const at of [0, 8]) await page.locator("td[data-source]:visible").nth(at).locator("button.take").click();
  await page.locator(".collect a").click();
  await page.locator("table.lines tbody tr").nth(1).waitFor();
  await held(page, "sheet");
  assert.ok((await page.locator("[data-stop] >> visible=true").count()) > 10);
  for (const what of ["textarea", "button[data-move]", "button[data-remove]"]) {
    assert.ok((await page.locator(`table.lines ${what}[data-stop]`).count()) >= 2, what);
  }
  await context.close();
});

test("what is folded is unfolded by keys, and what is inside is reached", async () => {
  const { context, page } = await open(browser, { viewport: { width: 1000, height: 700 } });
  await page.goto(local(main(shipped, "pair")));
  const fold = page.locator("main details").first();
  await fold.locator("summary").focus();
  await page.keyboard.press("Enter");
  assert.ok(await fold.evaluate((details) => details.open));
  await page.keyboard.press("Tab");
  assert.ok(await fold.evaluate((details) => details.contains(document.activeElement) && document.activeElement.tagName === "A"));
  await context.close();
});
