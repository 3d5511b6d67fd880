// The history of a country: one day of it from the address and by hand, and the nearest change without script.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { launch, open } from "./browser.mjs";
import { built, shipped } from "./site.mjs";

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

test("a day that was chosen goes along from the matrix to countries and to questions, and can be left", async () => {
  const { context, page, complaints } = await open(browser);
  await page.goto(pathToFileURL(join(shipped, "matrix/on-2005-06-30.html")).href);
  const countries = await page.locator(".matrix thead a").evaluateAll((links) => links.map((link) => link.pathname));
  for (const path of countries) assert.match(path, /on-2005-06-30\.html$/);
  assert.match(await page.locator(".bar a.keep").getAttribute("href"), /on-2005-06-30\.html/);
  await page.locator('tbody td a[href*="trafficking-offence"]').first().click();
  assert.match(page.url(), /\?on=2005-06-30#country-kz$/);
  assert.match(await page.locator("section.on-day").innerText(), /On 30 June 2005[^]*Kazakhstan: . no[^]*Kyrgyzstan: . yes/);
  const latest = page.locator("section.on-day + .latest");
  assert.equal(await latest.innerText(), "By the latest sources");
  assert.equal(await page.locator(".latest ~ .lead.found").count(), 1, "it stands above the answers of today");
  const own = page.locator("#country-kz + .on-day");
  assert.match(await own.innerText(), /On 30 June 2005: . no/, "the country that was asked for says it too");
  assert.ok(await own.evaluate((line) => line.getBoundingClientRect().top < innerHeight), "in sight");
  await page.locator(".neighbours a[rel=next]").click();
  assert.match(page.url(), /\?on=2005-06-30$/);
  await page.locator(".on-day .without-day").click();
  assert.match(page.url(), /questions\/[^/?]+\.html$/);
  assert.equal(await page.locator(".on-day, .latest").count(), 0);
  await page.goto(`${page.url()}?on=2005-13-45`);
  assert.equal(await page.locator(".on-day").count(), 0, "what is no day is not shown");
  assert.deepEqual(complaints, []);
  await context.close();
});

test("without script the matrix of a day leads to the countries of that day", async () => {
  const { context, page } = await open(browser, { javaScriptEnabled: false });
  await page.goto(pathToFileURL(join(shipped, "matrix/on-2014-12-31.html")).href);
  const paths = await page.locator(".matrix thead a").evaluateAll((links) => links.map((link) => link.pathname));
  // A country has a page for each day on which it changed: the last one up to the day shows the same.
  for (const path of paths) assert.match(path, /on-(19|200\d|201[0-4])[-\d]*\.html$/);
  await context.close();
});
