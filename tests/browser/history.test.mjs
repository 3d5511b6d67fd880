// The history of a country: one day of it from the address and by hand, and the nearest change without script.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { launch, open } from "./browser.mjs";
import { built } from "./site.mjs";

const history = pathToFileURL(join(built, "velo", "countries/lunyovo/history.html")).href;
let browser;

before(async () => {
  browser = await launch();
});

after(async () => browser?.close());

const lines = (page) => page.locator("#question-mozhno-k-ograde tr:has(th[scope=row]):visible");

test("a day in the address, by hand and of no change leaves one line of each question, and all can be shown again", async () => {
  const { context, page, complaints } = await open(browser);
  await page.goto(`${history}#on-2015-02-03`);
  assert.equal(await lines(page).count(), 1);
  assert.match(await lines(page).innerText(), /1 июня 2010[^]*нет/);
  const day = page.locator(".one-day input");
  assert.equal(await day.inputValue(), "2015-02-03");
  await day.fill("2025-10-15");
  await day.dispatchEvent("change");
  assert.match(await lines(page).innerText(), /частично/);
  assert.match(page.url(), /#on-2025-10-15$/);
  assert.match(await page.locator(".one-day output").innerText(), /15 октября 2025 года/);
  await page.evaluate(() => (location.hash = "on-2025-13-45"));
  await page.locator(".one-day button").waitFor({ state: "hidden" });
  assert.equal(await page.locator(".one-day output").innerText(), "", "what is no day is not shown");
  await day.fill("2025-10-15");
  await day.dispatchEvent("change");
  await page.locator(".one-day button").click();
  assert.ok((await lines(page).count()) > 3);
  await page.locator("#days + ol a, .changed a").first().click();
  assert.ok((await lines(page).count()) > 3, "a link within the page is no day");
  assert.deepEqual(complaints, []);
  await context.close();
});

test("without script a day leads to its place in the list of days, and every line is there", async () => {
  const { context, page } = await open(browser, { javaScriptEnabled: false });
  await page.goto(`${history}#on-2025-12-31`);
  assert.equal(await page.locator(".one-day input").count(), 0);
  assert.ok((await lines(page).count()) > 3);
  const place = await page.locator("#on-2025-12-31").evaluate((node) => node.closest("li").innerText);
  assert.match(place, /16 октября 2025/);
  await context.close();
});
