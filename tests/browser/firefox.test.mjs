// The main things once more in Firefox ESR as it is packaged: an engine of another maker, with its own notion of what a
// page from a folder may do.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launchFirefox, open } from "./browser.mjs";
import { settle } from "./host.mjs";
import { main, pages, shipped } from "./site.mjs";

let browser;
let site;

before(async () => {
  browser = await launchFirefox();
  site = await settle(shipped);
});

after(async () => {
  await browser?.close();
  site?.end();
});

const country = pages(shipped)
  .filter(({ kind, path }) => kind === "country" && path.endsWith("/index.html"))
  .reduce((a, b) => (b.length > a.length ? b : a)).path;
const places = [
  ["from a folder with spaces and Cyrillic", (path) => site.local(path)],
  ["below a path of a host", (path) => site.hosted(path)],
];

for (const [place, url] of places) {
  test(`Firefox, ${place}: home, the matrix, one of its cells, a country`, async () => {
    const { context, page, requests, complaints } = await open(browser);
    await page.goto(url("index.html"));
    assert.ok(await page.locator("h1").isVisible());
    await page.goto(url(main(shipped, "matrix")));
    const link = page.locator("tbody td a").first();
    const target = await link.evaluate((link) => link.href);
    await link.click();
    await page.waitForURL(target);
    const id = decodeURIComponent(new URL(target).hash.slice(1));
    assert.equal(await page.locator(`[id="${id}"]`).count(), 1, target);
    await page.goto(url(country));
    assert.ok(await page.locator("main table, main section").count());
    assert.ok(await page.evaluate(() => getComputedStyle(document.body).fontFamily.length > 0 && document.styleSheets.length > 0));
    const start = url("");
    assert.deepEqual(requests.filter((request) => !request.startsWith(start) && !request.startsWith("data:") && !request.endsWith("/favicon.ico")), []);
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test(`Firefox, ${place}: a word is asked for and a result opened`, async () => {
    const { context, page, complaints } = await open(browser);
    await page.goto(url("index.html"));
    await page.fill("#find", "hotlines");
    await page.press("#find", "Enter");
    await page.waitForURL(/search\/index\.html/);
    await page.waitForFunction(() => document.getElementById("search").dataset.done === "hotlines");
    const first = page.locator("#search-results a.record").first();
    assert.match(await first.getAttribute("href"), /questions\/hotlines\.html/);
    await first.click();
    await page.waitForURL(/questions\/hotlines\.html/);
    assert.ok(await page.locator("h1").isVisible());
    assert.deepEqual(complaints, []);
    await context.close();
  });
}

test("Firefox, without script: the page of the search lists the pages, and the matrix has its cells", async () => {
  const without = await launchFirefox({ "javascript.enabled": false });
  try {
    const { context, page, complaints } = await open(without);
    await page.goto(site.local("search/index.html"));
    assert.equal(await page.locator("#search").isVisible(), false);
    assert.ok(await page.locator("#search-all a[href='../questions/hotlines.html']").isVisible());
    await page.goto(site.local(main(shipped, "matrix")));
    assert.ok(await page.locator("tbody td a").first().isVisible());
    assert.deepEqual(complaints, []);
    await context.close();
  } finally {
    await without.close();
  }
});
