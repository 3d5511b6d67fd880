// How a page is cited: with the keyboard, from a folder, and on paper. What changed: without script.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { launch, open } from "./browser.mjs";
import { built, pages, sites } from "./site.mjs";

const law = pathToFileURL(join(built, "velo", "countries/lunyovo/laws/pravila-2009/3.html")).href;
let browser;

before(async () => {
  browser = await launch();
});

after(async () => browser?.close());

test("from a folder the keyboard opens the citation and saves it as a file", async () => {
  const { context, page, requests, complaints } = await open(browser);
  await page.goto(law);
  const box = page.locator(".cite-page");
  assert.ok(!requests.some((url) => url.endsWith("/cite.js")), "who does not cite loads nothing for it");
  assert.equal(await box.locator("cite").isVisible(), false);
  await box.locator("summary").focus();
  await page.keyboard.press("Enter");
  assert.equal(await box.locator("cite").innerText(), "Правила стоянки велосипедов");
  for (const [form, words] of [["bib", "title = {{Правила стоянки велосипедов}}"], ["ris", "SE  - ст. 3"], ["json", '"type":"legislation"']]) {
    const link = box.locator(`a[download$=".${form}"]`);
    await link.focus();
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    assert.equal(download.suggestedFilename(), `lunyovo-pravila-2009-3.${form}`);
    assert.ok(readFileSync(await download.path(), "utf8").includes(words), form);
  }
  assert.deepEqual(complaints, []);
  await context.close();
});

test("on paper the citation is open, and the address is there", async () => {
  const { context, page } = await open(browser);
  await page.goto(law);
  await page.emulateMedia({ media: "print" });
  const box = page.locator(".cite-page");
  assert.equal(await box.locator("cite").isVisible(), true);
  assert.equal(await box.locator("a").first().isVisible(), false);
  assert.match(await box.innerText(), /countries\/lunyovo\/laws\/pravila-2009\/3\.html/);
  await context.close();
});

test("without script one goes from the matrix of a day to what changed since the one before, and to the new wording", async () => {
  const { context, page } = await open(browser, { javaScriptEnabled: false });
  await page.goto(pathToFileURL(join(built, "velo", "matrix/on-2025-10-15.html")).href);
  await page.locator(".day a[href*='changes/from-']").click();
  assert.match(page.url(), /changes\/from-2025-09-01-to-2025-10-15\.html$/);
  const row = page.locator("tr", { has: page.locator("a[href$='mozhno-k-ograde.html#country-lunyovo']") });
  assert.match(await row.locator(".turn").innerText(), /✗ нет[\s\S]*½ частично/);
  await context.close();
});

// The page holds one form; the others are made by script, and by the program for the data. Nobody else would notice if the
// two went apart.
test("what the script makes of each page's reference is, letter by letter, what the data say", async () => {
  // The test itself reads markup, which the policy of the pages leaves to the search.
  const { context, page } = await open(browser, { bypassCSP: true });
  let compared = 0;
  for (const site of sites) {
    const read = (ending) => readFileSync(join(built, site, `data/references.${ending}`), "utf8");
    const items = JSON.parse(read("json"));
    const bib = read("bib").split(/(?<=\n\}\n\n)/);
    const ris = read("ris").split(/(?<=\r\nER {2}- \r\n\r\n)/);
    assert.deepEqual([bib.length, ris.length], [items.length, items.length], site);
    const boxes = pages(join(built, site)).flatMap(({ path }) => readFileSync(join(built, site, path), "utf8").match(/<aside class="?cite-page[^]*?<\/aside>/g) ?? []);
    await page.goto(pathToFileURL(join(built, site, "index.html")).href);
    const made = await page.evaluate(async (boxes) => {
      await collatio.load("cite.js");
      return boxes.map((box) => {
        const link = new DOMParser().parseFromString(box, "text/html").querySelector("a[download]");
        const [item] = JSON.parse(decodeURIComponent(link.getAttribute("href").replace(/^[^,]*,/, "")));
        const { dataset } = link.parentElement;
        return { item, bib: collatio.cite.bib(item, dataset), ris: collatio.cite.ris(item, dataset) };
      });
    }, boxes);
    const known = new Map(made.map((one) => [JSON.stringify(one.item), one]));
    items.forEach((item, n) => {
      const one = known.get(JSON.stringify(item));
      assert.ok(one, `${site}: ${item.id} stands on its page as in the data`);
      assert.equal(one.bib, bib[n], site);
      assert.equal(one.ris, ris[n], site);
      compared += 1;
    });
  }
  assert.ok(compared > 300, `only ${compared} references`);
  await context.close();
});

test("without script one form is there, and can be saved", async () => {
  const { context, page } = await open(browser, { javaScriptEnabled: false });
  await page.goto(law);
  const links = page.locator(".cite-page a[download]");
  assert.equal(await links.count(), 1);
  await page.locator(".cite-page summary").click();
  const [download] = await Promise.all([page.waitForEvent("download"), links.click()]);
  assert.equal(download.suggestedFilename(), "lunyovo-pravila-2009-3.json");
  const [item] = JSON.parse(readFileSync(await download.path(), "utf8"));
  assert.equal(item.title, "Правила стоянки велосипедов");
  await context.close();
});
