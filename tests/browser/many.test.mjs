// A site of forty countries: what is counted, shortened or divided there fits every screen, and leads to all of it.
// `MANY` names the folder with the site; the test command makes it.

import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { overflow, quick, violations } from "./axe.mjs";
import { launch, open } from "./browser.mjs";

const site = join(resolve(process.env.MANY ?? fileURLToPath(new URL("../../target/many", import.meta.url))), "site");
const url = (path) => pathToFileURL(join(site, path)).href;
const first = (folder) => `${folder}/${readdirSync(join(site, folder)).sort().find((name) => name.endsWith(".html") && name !== "index.html")}`;
const country = readdirSync(join(site, "countries")).sort().find((name) => existsSync(join(site, "countries", name, "index.html")));
const views = [
  "index.html", "matrix/index.html", "questions/index.html", first("questions"), "treaties/index.html", first("instruments"),
  "countries/index.html", `countries/${country}/index.html`, first("sections"), "timeline/index.html", "search/index.html",
];

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

for (const width of [360, 768, 1440]) {
  test(`${width}: nothing moves sideways, and axe finds nothing`, async () => {
    const { context, page, complaints } = await open(browser, { viewport: { width, height: 800 } });
    for (const path of views) {
      await page.goto(url(path));
      assert.ok((await overflow(page)) <= 0, path);
      assert.deepEqual(await violations(page, quick), [], path);
    }
    assert.deepEqual(complaints, []);
    await context.close();
  });
}

test("the first page counts the answers to each question in bars that fill the page, and names every country once below", async () => {
  const { context, page } = await open(browser, { viewport: { width: 1440, height: 900 }, javaScriptEnabled: false });
  await page.goto(url("index.html"));
  const [grid, main] = [await page.locator(".gg").boundingBox(), await page.locator("main").boundingBox()];
  assert.ok(grid.y < 400 && grid.y + grid.height <= 900, `the grid reaches from ${grid.y} over ${grid.height}`);
  const rows = page.locator(".gg tbody tr");
  assert.equal(await rows.count(), 12);
  for (const row of await rows.all()) {
    const counts = (await row.locator("td").innerText()).match(/\d+/g).map(Number);
    assert.equal(counts.reduce((sum, count) => sum + count, 0), 40, await row.innerText());
  }
  const bar = await rows.first().locator("svg").boundingBox();
  assert.ok(bar.x + bar.width > main.x + main.width * 0.9, "one section takes the whole width");
  const names = await page.locator("main a[href^='countries/'][href$='/index.html']:not([href='countries/index.html'])").evaluateAll((list) => new Set(list.map((a) => a.href)).size);
  assert.equal(names, 40);
  await context.close();
});

for (const javaScriptEnabled of [true, false]) {
  test(`a telephone ${javaScriptEnabled ? "with" : "without"} script: a cell on the first screen, a question's answers in short lines that lead on`, async () => {
    const { context, page } = await open(browser, { viewport: { width: 360, height: 740 }, javaScriptEnabled });
    await page.goto(url("matrix/index.html"));
    const cell = await page.locator(".matrix tbody td:visible").first().boundingBox();
    assert.ok(cell.y + cell.height <= 740, `the first cell ends at ${cell.y + cell.height}`);
    await page.goto(url(first("questions")));
    const lines = page.locator(".lines-of tbody tr");
    assert.equal(await lines.count(), 40);
    const last = await lines.last().boundingBox();
    assert.ok(last.y < 740 * 6, `forty countries end at ${last.y}`);
    const link = lines.last().locator("th a");
    const to = (await link.getAttribute("href")).slice(1);
    await link.click();
    const place = await page.locator(`[id="${to}"]`).boundingBox();
    assert.ok(place.y >= -1 && place.y < 740, `${to} is seen at ${place.y}`);
    await page.goto(url("index.html"));
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    assert.ok(height < 740 * 6, `the first page is ${height} high`);
    await context.close();
  });
}
