// A whole site that runs from right to left: every kind of page is mirrored. What axe says of it, `access.test.mjs` asks.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { overflow } from "./axe.mjs";
import { launch, open } from "./browser.mjs";
import { built, extremes, main } from "./site.mjs";

const site = join(built, "rtl");
const local = (path) => pathToFileURL(join(site, path)).href;
const framed = extremes(site).filter(({ kind }) => !["frameless", "moved", "not-found"].includes(kind));

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

for (const width of [360, 768, 1440]) {
  test(`at ${width} pixels no page moves sideways, and each runs from right to left`, async () => {
    const { context, page, complaints } = await open(browser, { viewport: { width, height: 740 } });
    for (const { path } of framed) {
      await page.goto(local(path));
      assert.ok((await overflow(page)) <= 1, path);
      assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector("main")).direction), "rtl", path);
      const title = await page.evaluate(() => {
        const range = document.createRange();
        range.selectNodeContents(document.querySelector("main h1"));
        return innerWidth - range.getBoundingClientRect().right;
      });
      if (path !== "index.html") assert.ok(title < width / 3, `${path}: the title stands at the right`);
    }
    assert.deepEqual(complaints, []);
    await context.close();
  });
}

test("borders, margins and columns are mirrored", async () => {
  const { context, page } = await open(browser, { viewport: { width: 1440, height: 900 } });
  const border = (css) =>
    page.locator(css).first().evaluate((box) => {
      const style = getComputedStyle(box);
      return [parseFloat(style.borderRightWidth) > 1, parseFloat(style.borderLeftWidth) > 1];
    });
  const left = async (thing) => (await thing.boundingBox()).x;
  await page.goto(local("index.html"));
  assert.deepEqual(await border(".found"), [true, false]);
  const ways = page.locator(".ways li");
  assert.ok((await left(ways.nth(0))) > (await left(ways.nth(1))));
  const glance = page.locator(".gg tbody tr").nth(0).locator("td");
  assert.ok((await left(glance.nth(0))) > (await left(glance.nth(1))), "the first country stands at the right");

  await page.goto(local("countries/xr/laws/qanun/3.html"));
  const wording = page.locator(".wording").first();
  const [translated, original] = [wording.locator(".translated"), wording.locator(".of-original")];
  assert.ok((await left(translated)) > (await left(original)), "the translation stands where reading begins");
  assert.ok((await left(wording.locator(".facts"))) < (await left(original)), "the margin is at the left");
  assert.deepEqual(await border(".translated blockquote"), [true, false]);
  assert.deepEqual(await border(".of-original blockquote"), [false, true], "words from left to right keep their own side");

  await page.goto(local(main(site, "disagreements")));
  assert.deepEqual(await border(".side.preferred"), [true, false]);
  await page.goto(local(main(site, "module")));
  assert.deepEqual(await border(".slide"), [true, false]);
  await page.goto(local(main(site, "matrix")));
  const cells = page.locator(".matrix tbody tr:has(td)").first().locator("td");
  assert.ok((await left(cells.nth(0))) > (await left(cells.nth(1))));
  await context.close();
});

test("on a telephone the doors fold out, an answer is two touches away, and time in pictures runs from left to right", async () => {
  const { context, page } = await open(browser, { viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
  await page.goto(local("index.html"));
  const menu = page.locator(".menu-name");
  assert.ok((await menu.boundingBox()).x < 40, "the menu stands at the left");
  await menu.click();
  await page.locator("nav.doors a").first().click();
  await page.goto(local("index.html"));
  await page.locator(".gg-sections a").first().click();
  await page.locator(".gg tbody td a").first().click();
  assert.match(page.url(), /questions\/.*#country-xr/);
  const years = page.locator(".strip.scale text");
  assert.ok((await years.first().boundingBox()).x < (await years.last().boundingBox()).x);
  await context.close();
});
