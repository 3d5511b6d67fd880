// The page of disagreements: it begins with a dispute, and its lists lead to those of a country or a topic.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { overflow, violations } from "./axe.mjs";
import { launch, open } from "./browser.mjs";
import { main, shipped } from "./site.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const address = pathToFileURL(join(shipped, main(shipped, "disagreements"))).href;
const shown = (page) => page.locator("main section > article[id]:visible").count();

for (const [width, height] of [[360, 740], [1440, 900]]) {
  for (const script of [true, false]) {
    test(`at ${width} pixels ${script ? "with" : "without"} script both sides of the first dispute begin on the first screen`, async () => {
      const { context, page, complaints } = await open(browser, { viewport: { width, height }, javaScriptEnabled: script });
      await page.goto(address);
      const first = await page.locator(".conflict .side").first().boundingBox();
      assert.ok(first.y + 80 < height, `it begins at ${first.y}`);
      assert.ok((await overflow(page)) <= 1);
      assert.deepEqual(complaints, []);
      await context.close();
    });
  }
}

test("without script the lists by country and topic lead to each dispute", async () => {
  const { context, page } = await open(browser, { javaScriptEnabled: false });
  await page.goto(address);
  await page.locator(".narrowing > summary").click();
  await page.locator(".narrowing details summary").first().click();
  const link = page.locator(".narrowing details a").first();
  const name = (await link.getAttribute("href")).slice(1);
  await link.click();
  assert.ok(await page.locator(`article[id="${name}"]`).isVisible());
  await context.close();
});

test("with script two choices show what is of a country and on a topic, and a banner's link chooses", async () => {
  const { context, page, complaints } = await open(browser, { bypassCSP: true });
  await page.goto(address);
  const all = await shown(page);
  const [country, topic] = [page.getByLabel("By country"), page.getByLabel("By topic")];
  const count = async (select) => Number(/\((\d+)\)$/.exec(await select.locator("option:checked").textContent())[1]);
  await country.selectOption({ index: 1 });
  const ofCountry = await shown(page);
  assert.equal(ofCountry, await count(country));
  assert.ok(ofCountry < all && ofCountry > 0);
  assert.match(await page.locator(".narrow [role=status]").textContent(), new RegExp(`^${ofCountry} of ${all} `));
  assert.match(page.url(), /#in-/);
  await topic.selectOption({ index: 1 });
  assert.ok((await shown(page)) <= Math.min(ofCountry, await count(topic)), "both hold");
  assert.equal(await page.locator("main section:visible:not(:has(article:visible)):has(> article)").count(), 0, "no heading without disputes");
  assert.deepEqual(await violations(page), []);
  await country.selectOption({ index: 0 });
  await topic.selectOption({ index: 0 });
  assert.equal(await shown(page), all);

  // From the banner of a country, and from a list to a dispute that the choice had hidden.
  await page.goto("about:blank");
  await page.goto(`${address}#in-tm`);
  assert.equal(await shown(page), await count(country));
  const hidden = await page.locator("main section > article[id]:not(:visible)").first().getAttribute("id");
  await page.evaluate((name) => (location.hash = name), hidden);
  await page.waitForFunction((name) => document.getElementById(name).checkVisibility(), hidden);
  assert.equal(await shown(page), all);
  assert.deepEqual(complaints, []);
  await context.close();
});
