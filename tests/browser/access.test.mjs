// Whether everybody can use the pages: axe-core's rules on the smallest and the largest page of each kind in light, dark
// and forced colours, and the keyboard alone.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { looks, violations } from "./axe.mjs";
import { launch, open } from "./browser.mjs";
import { built, extremes, shipped, sites } from "./site.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

for (const name of sites) {
  const site = join(built, name);
  // The small sites are there for their words and their gaps; how colours work out, the shipped site shows.
  for (const [look, options] of site === shipped ? looks : looks.slice(0, 1)) {
    test(`${name}, ${look}: axe finds nothing on any kind of page`, async () => {
      const { context, page } = await open(browser, { ...options, bypassCSP: true });
      const found = [];
      for (const { path, kind } of extremes(site)) {
        if (kind === "frameless") continue;
        await page.goto(pathToFileURL(join(site, path)).href);
        found.push(...(await violations(page)).map((fault) => `${path}: ${fault}`));
      }
      assert.deepEqual(found, []);
      await context.close();
    });
  }
}

const keyboard = extremes(shipped).filter(({ kind }) => !["frameless", "not-found", "moved"].includes(kind));

test("the first stop of the keyboard is a link past the navigation, and it leads there", async () => {
  const { context, page } = await open(browser);
  for (const { path, kind } of keyboard) {
    // Who comes to the page of the search is in its field already, past the navigation.
    if (kind === "search") continue;
    await page.goto(pathToFileURL(join(shipped, path)).href);
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

test("the keyboard goes through a page in the order of its words, and the focus is always seen", async () => {
  const { context, page } = await open(browser, { viewport: { width: 1000, height: 700 } });
  for (const { path } of keyboard) {
    await page.goto(pathToFileURL(join(shipped, path)).href);
    await page.evaluate(() => (window.lastFocus = null));
    for (let stop = 0; stop < 40; stop++) {
      await page.keyboard.press("Tab");
      const fault = await page.evaluate(() => {
        const here = document.activeElement;
        if (!here || here === document.body) return "end";
        const before = window.lastFocus;
        window.firstFocus ??= here;
        if (before && here === window.firstFocus) return "end";
        window.lastFocus = here;
        const words = here.outerHTML.slice(0, 120);
        // A field for a date is several stops in one element: day, month, year.
        if (before === here) return "";
        if (here.tabIndex > 0) return `a tab index of its own: ${words}`;
        if (before && !(before.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING)) return `out of order: ${words}`;
        const style = getComputedStyle(here);
        const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
        if (!outlined && style.boxShadow === "none") return `no mark of focus: ${words}`;
        const box = [...here.getClientRects()].find((box) => box.width > 0 && box.height > 0);
        if (!box) return `focus on what is not shown: ${words}`;
        const seen = document.elementFromPoint(
          Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 2),
          Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 2),
        );
        if (seen && !here.contains(seen) && !seen.contains(here)) return `hidden behind ${seen.outerHTML.slice(0, 80)}: ${words}`;
        return "";
      });
      if (fault === "end") break;
      assert.equal(fault, "", path);
    }
  }
  await context.close();
});
