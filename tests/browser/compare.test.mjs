// The tools of the matrix: what is shown is chosen, stands in the address, and goes along. Without script the whole table
// is there and nothing that does not work.

import assert from "node:assert/strict";
import { cpSync, createReadStream, existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { looks, overflow, violations } from "./axe.mjs";
import { launch, open } from "./browser.mjs";
import { main, pages, shipped } from "./site.mjs";

const below = "/some/path/of a host/";

let browser;
let folder;
let server;
before(async () => {
  browser = await launch();
  folder = join(mkdtempSync(join(tmpdir(), "collatio ")), "Сайт о праве (копия 2)");
  cpSync(shipped, folder, { recursive: true });
  server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://host/").pathname);
    const file = path.startsWith(below) && join(folder, path.slice(below.length));
    if (!file || !existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
    const types = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript" };
    response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  }).listen(0, "127.0.0.1");
  await new Promise((listening) => server.once("listening", listening));
});
after(async () => {
  await browser?.close();
  server?.close();
  if (folder) rmSync(join(folder, ".."), { recursive: true });
});

const local = (path) => pathToFileURL(join(folder, path)).href;
const hosted = (path) => `http://127.0.0.1:${server.address().port}${encodeURI(below)}${path}`;
const matrix = main(shipped, "matrix");
const turned = main(shipped, "matrix-transposed");
const section = main(shipped, "section");
const pair = main(shipped, "pair");

// What a reader sees of the table: the headings, and in each row the words of the cells.
const seen = async (page) => {
  await page.waitForLoadState();
  return page.evaluate(() => {
    const shown = (cell) => cell.getClientRects().length > 0;
    const words = (cell) => cell.querySelector(":scope > a .state .word").textContent;
    const table = document.querySelector("table.matrix");
    return {
      heads: [...table.querySelectorAll("thead th[data-id]")].filter(shown).map((th) => th.dataset.id),
      rows: [...table.querySelectorAll("tbody tr")].filter((tr) => shown(tr) && tr.querySelector("td > a")).map((tr) => ({
        id: tr.cells[0].dataset.id,
        words: [...tr.querySelectorAll("td")].filter(shown).map(words),
      })),
    };
  });
};

const tools = (page) => page.locator("form.tools");
// The filter is folded: it opens over the table.
const unfold = (page) => page.locator(".choices").evaluate((box) => (box.open = true));
const filter = (page) => tools(page).locator(".choices > summary");
const choices = (page) => tools(page).locator(".choices details summary");
const status = (page) => tools(page).getByRole("status");
const reload = async (page) => {
  const url = page.url();
  await page.goto("about:blank");
  await page.goto(url);
};

for (const path of [matrix, turned, section]) {
  test(`${path}: without script the whole table is there, and no control`, async () => {
    const { context, page } = await open(browser, { javaScriptEnabled: false });
    await page.goto(local(path));
    // The choice of a country on a telephone and the switch for regions are styles and need no script.
    const controls = page.locator("main select, main input:not(.pick, .pick-regions), main button");
    assert.equal(await controls.count(), 0);
    assert.equal(await page.locator("main [hidden]").count(), 0);
    assert.ok(!(await page.locator("main").innerText()).includes("{"), "no pattern of the script is seen");
    await context.close();
  });
}

for (const [where, at] of [["from a folder", local], ["below a path of a host", hosted]]) {
  test(`${where}: with the keyboard two countries are chosen; address, a reload, other days and the other way round keep it`, async () => {
    const { context, page, complaints, requests } = await open(browser);
    await page.goto(at(matrix));
    const before = await seen(page);
    const kept = before.heads.slice(0, 2);
    await unfold(page);
    await choices(page).first().focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.deepEqual((await seen(page)).heads, [], "none is chosen");
    for (const _ of kept) {
      await page.keyboard.press("Tab");
      await page.keyboard.press("Space");
    }
    assert.deepEqual((await seen(page)).heads, kept);
    await page.keyboard.press("Escape");
    assert.equal(await page.evaluate(() => document.activeElement.tagName), "SUMMARY");
    assert.equal(new URL(page.url()).hash, `#c=${kept.join(",")}`);
    assert.ok((await status(page).innerText()).includes(`${kept.length} of ${before.heads.length}`));
    await reload(page);
    assert.deepEqual((await seen(page)).heads, kept, "a reload keeps it");

    await page.locator("a.keep").first().click();
    assert.ok(page.url().includes(turned));
    assert.deepEqual((await seen(page)).rows.map((row) => row.id), kept, "so does the table the other way round");
    await page.locator(".day summary").first().click();
    await page.locator(".day .days a").first().click();
    assert.match(page.url(), /on-\d{4}-\d\d-\d\d\.html#/);
    assert.deepEqual((await seen(page)).rows.map((row) => row.id), kept, "and another day");
    await page.locator(".day > p:not(.slider) a:visible").click();
    assert.deepEqual((await seen(page)).rows.map((row) => row.id), kept, "and the way back");

    await unfold(page);
    await tools(page).locator("[data-reset]").click();
    assert.equal((await seen(page)).rows.length, before.heads.length + 1, "this way round the region is a row");
    assert.equal(new URL(page.url()).hash, "");
    assert.deepEqual(complaints, []);
    assert.deepEqual(requests.filter((url) => !url.startsWith(at(""))), []);
    await context.close();
  });
}

test("only differences are rows whose chosen cells give different answers; what all share is folded into a list", async () => {
  const { context, page } = await open(browser);
  await page.goto(`${local(matrix)}#c=kz,uz`);
  const all = (await seen(page)).rows;
  await unfold(page);
  await tools(page).locator("select").selectOption("differ");
  const differ = (await seen(page)).rows;
  assert.ok(differ.length > 1 && differ.length < all.length);
  const silent = ["source silent", "not researched", "not applicable", "source unavailable", "conflicting", "unclear"];
  for (const { id, words } of differ) assert.ok(!words.some((word) => silent.includes(word)), `${id}: ${words}`);
  const other = all.filter(({ words: [a, b] }) => a !== b && ![a, b].some((word) => silent.includes(word)));
  for (const { id } of other) assert.ok(differ.some((row) => row.id === id), `${id} differs`);
  assert.ok((await status(page).innerText()).startsWith(`${differ.length} of ${all.length}`));

  await tools(page).locator("select").selectOption("");
  await tools(page).locator("[name=fold]").check();
  const open_ = (await seen(page)).rows;
  const folded = page.locator("details.folded");
  const count = all.length - open_.length;
  assert.ok(count > 1);
  assert.ok((await folded.locator("summary").innerText()).includes(String(count)));
  await page.locator(".choices").evaluate((box) => (box.open = false));
  await folded.locator("summary").click();
  assert.equal(await folded.locator("li").count(), count);
  for (const { id } of differ) assert.ok(open_.some((row) => row.id === id), id);
  assert.match(new URL(page.url()).hash, /fold=1/);
  await page.goto(`${local(turned)}${new URL(page.url()).hash}`);
  assert.equal((await seen(page)).heads.length, open_.length, "the other way round the same questions are shown");
  await context.close();
});

test("with an answer to look for, only questions that have it are shown, and the cells are marked", async () => {
  const { context, page } = await open(browser);
  await page.goto(local(matrix));
  await unfold(page);
  await choices(page).nth(2).click();
  await tools(page).locator("[name=a][value=partial]").check();
  const { rows } = await seen(page);
  assert.ok(rows.length > 0);
  for (const { id, words } of rows) assert.ok(words.includes("partial"), id);
  const marked = await page.locator("td.hit:visible").count();
  assert.equal(marked, rows.flatMap((row) => row.words).filter((word) => word === "partial").length);
  await context.close();
});

test("a section is chosen as a whole, and stands in the address by its own name", async () => {
  const { context, page } = await open(browser);
  await page.goto(local(matrix));
  await unfold(page);
  await choices(page).nth(1).click();
  await tools(page).locator("[data-none=q]").click();
  const box = tools(page).locator("[name=s]").nth(1);
  const id = await box.getAttribute("value");
  await box.check();
  assert.equal(new URL(page.url()).hash, `#s=${id}`);
  const inSection = await tools(page).locator(`li:has(> label > [value="${id}"]) [name=q]`).count();
  assert.equal((await seen(page)).rows.length, inSection);
  await tools(page).locator("[name=q]:checked").first().uncheck();
  assert.equal(await box.evaluate((box) => box.indeterminate), true);
  assert.match(new URL(page.url()).hash, /^#q=/);
  await context.close();
});

test("anchors of sections lead to their place, with and without a choice", async () => {
  const { context, page } = await open(browser, { viewport: { width: 1000, height: 700 } });
  const id = await (async () => {
    await page.goto(local(matrix));
    return page.locator("tr.section th").nth(2).getAttribute("id");
  })();
  const inSight = () => page.locator(`[id="${id}"]`).evaluate((th) => {
    const { top, bottom } = th.getBoundingClientRect();
    return top >= -5 && bottom <= innerHeight + 5;
  });
  await page.goto("about:blank");
  await page.goto(`${local(matrix)}#${id}`);
  assert.ok(await inSight());
  assert.ok((await page.locator("p.chosen:visible").count()) === 0);
  await page.goto("about:blank");
  await page.goto(`${local(matrix)}#c=kz,uz`);
  await page.locator(".bar > .pop > summary").first().click();
  await page.locator(`.contents a[href$="#${id}"]`).click();
  assert.equal(await page.locator(".bar > .pop[open]").count(), 0, "the list of sections does not cover the place");
  assert.ok(await inSight());
  assert.equal(new URL(page.url()).hash, `#c=kz,uz&at=${id}`);
  assert.deepEqual((await seen(page)).heads, ["kz", "uz"]);
  await reload(page);
  assert.ok(await inSight(), "the place is kept too");
  await context.close();
});

test("an address that names what there is not, or nothing sensible, shows the table all the same", async () => {
  const { context, page, complaints } = await open(browser);
  for (const hash of ["#c=xx,kz&q=%E0%A4%A&show=everything&a=&zzz=1", "#=", "#&&==", "#c=%3Cimg%20src=x%3E"]) {
    await page.goto("about:blank");
    await page.goto(local(matrix) + hash);
    assert.ok((await tools(page).count()) === 1, hash);
  }
  assert.deepEqual(complaints, []);
  await context.close();
});

test("paper shows what is chosen, says so in words, and has no controls", async () => {
  const { context, page } = await open(browser, { viewport: { width: 680, height: 960 } });
  await page.emulateMedia({ media: "print" });
  for (const path of [matrix, turned]) {
    await page.goto("about:blank");
    await page.goto(`${local(path)}#c=kz,uz&show=differ&a=partial`);
    assert.equal(await page.locator("form.tools:visible").count(), 0);
    const said = await page.locator("p.chosen").innerText();
    for (const words of ["Kazakhstan, Uzbekistan", "only differences", "partial"]) assert.ok(said.includes(words), said);
    const { rows } = await seen(page);
    assert.ok(rows.length > 0 && rows.length < 42, path);
    assert.ok(await page.evaluate(() => document.scrollingElement.scrollWidth <= innerWidth + 1), path);
  }
  await context.close();
});

test("a region that is not asked makes no question open, and an address that is older than the site shows what there is", async () => {
  const { context, page } = await open(browser);
  await page.goto(local(matrix));
  const regions = await page.locator("thead th[data-region]").evaluateAll((list) => list.map((th) => th.dataset.id));
  assert.deepEqual(regions, ["central-asia"]);
  await unfold(page);
  await tools(page).locator("select").selectOption("alike");
  const together = (await seen(page)).rows.map((row) => row.id);
  await page.goto(`${local(matrix)}#c=kz,kg,tj,tm,uz&show=alike`);
  assert.deepEqual(together, (await seen(page)).rows.map((row) => row.id));
  assert.ok(together.length > 3);
  await page.goto("about:blank");
  await page.goto(`${local(matrix)}#c=nowhere&q=nothing`);
  assert.equal((await seen(page)).heads.length, 5, "the region stands there when it is asked for");
  assert.ok((await seen(page)).rows.length > 20);
  await context.close();
});

test("the controls are folded until they are asked for, and what is chosen is told beside the table", async () => {
  for (const viewport of [{ width: 360, height: 740 }, { width: 1440, height: 900 }]) {
    const { context, page } = await open(browser, { viewport });
    await page.goto(local(matrix));
    assert.equal(await tools(page).locator("select:visible").count(), 0);
    assert.equal(await page.locator(".chosen:visible").count(), 0);
    await filter(page).focus();
    await page.keyboard.press("Enter");
    await tools(page).locator("select").selectOption("differ");
    await page.keyboard.press("Escape");
    assert.equal(await tools(page).locator("select:visible").count(), 0);
    assert.equal(await page.evaluate(() => document.activeElement.tagName), "SUMMARY");
    await reload(page);
    assert.equal(await page.locator(".chosen:visible").count(), 1, "what is chosen is seen");
    await filter(page).click();
    await tools(page).locator("[data-reset]").click();
    await reload(page);
    assert.equal(await page.locator(".chosen:visible").count(), 0);
    await context.close();
  }
});

for (const [look, options, rules] of looks) {
  test(`${look}: axe finds nothing with every control open, and nothing moves sideways`, async () => {
    const { context, page } = await open(browser, { ...options, bypassCSP: true });
    for (const [path, hash] of [[matrix, "#c=kz,uz&fold=1&a=yes,no"], [turned, "#show=differ"], [section, ""], [pair, ""]]) {
      await page.goto("about:blank");
      await page.goto(local(path) + hash);
      await page.evaluate(() => document.querySelectorAll("main details").forEach((box) => (box.open = true)));
      assert.deepEqual(await violations(page, rules), [], path);
      const wide = await overflow(page);
      assert.ok(wide <= 1, `${path}: ${wide}`);
    }
    await context.close();
  });
}

test("two countries side by side: on paper what is folded is printed too", async () => {
  const { context, page } = await open(browser, { viewport: { width: 680, height: 960 } });
  await page.goto(local(pair));
  const folded = page.locator("main details tbody tr");
  const count = await folded.count();
  assert.ok(count > 0);
  assert.equal(await page.locator("main details tbody tr:visible").count(), 0);
  await page.emulateMedia({ media: "print" });
  const printed = await folded.evaluateAll((rows) => rows.filter((row) => row.getBoundingClientRect().height > 0).length);
  assert.equal(printed, count);
  assert.ok(pages(shipped).filter(({ kind }) => kind === "pair").length >= 10);
  await context.close();
});
