// The switch between the languages of a site: it keeps the page, from a folder and without script.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { launch, open } from "./browser.mjs";
import { built } from "./site.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const url = (path) => pathToFileURL(join(built, "bilingual", path)).href;

test("the switch leads to the same page in the other language and back, without script", async () => {
  const { context, page } = await open(browser, { javaScriptEnabled: false });
  for (const path of ["countries/xr/index.html", "questions/ferry.html", "matrix/index.html", "index.html"]) {
    await page.goto(url(path));
    await page.click(".languages a[lang=ru]");
    assert.equal(page.url(), url(`ru/${path}`));
    assert.equal(await page.getAttribute("html", "lang"), "ru");
    assert.equal(await page.getAttribute(".languages [aria-current]", "lang"), "ru");
    await page.click(".languages a[lang=en]");
    assert.equal(page.url(), url(path));
    assert.equal(await page.getAttribute("html", "lang"), "en");
  }
  await context.close();
});

test("the switch keeps the place on the page, wherever it is by then", async () => {
  const { context, page } = await open(browser, {});
  await page.goto(url("countries/xr/index.html"));
  await page.evaluate(() => history.replaceState(null, "", "#part-treaties"));
  await page.click(".languages a[lang=ru]");
  assert.equal(page.url(), url("ru/countries/xr/index.html") + "#part-treaties");
  await page.focus(".languages a[lang=en]");
  await page.keyboard.press("Enter");
  await page.waitForURL(url("countries/xr/index.html") + "#part-treaties");
  await context.close();
});

test("the search of a language finds its own words, and those that are not translated", async () => {
  const { context, page } = await open(browser, {});
  for (const [word, title] of [["паромы", "паром"], ["bridges", "Bridges"]]) {
    await page.goto(url("ru/search/index.html"));
    await page.fill("#q", word);
    await page.waitForFunction((q) => document.getElementById("search").dataset.done === q, word);
    const found = await page.evaluate(() => [...document.querySelectorAll("a.record")].map((a) => [a.textContent, a.href]));
    assert.ok(found.some(([text]) => text.includes(title)), `${word}: ${JSON.stringify(found)}`);
    assert.ok(found.every(([, href]) => href.startsWith(url("ru/"))), JSON.stringify(found));
  }
  await context.close();
});

test("a page in the further language has its layout and its pictures", async () => {
  const { context, page } = await open(browser, {});
  await page.goto(url("ru/pages/guide.html"));
  await page.waitForFunction(() => document.querySelector("main img").naturalWidth > 0);
  assert.equal(await page.evaluate(() => document.styleSheets.length), 1);
  await context.close();
});
