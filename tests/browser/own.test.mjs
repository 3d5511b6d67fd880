// One's own sheet: answers are collected where they are shown and listed on a page of their own; they survive a reload,
// can be annotated, put in order, printed and saved, and need no storage.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { looks, overflow, violations } from "./axe.mjs";
import { launch, open } from "./browser.mjs";
import { main, pages, shipped } from "./site.mjs";


let browser;
let folder;
before(async () => {
  browser = await launch();
  folder = join(mkdtempSync(join(tmpdir(), "collatio ")), "Сайт о праве (копия 2)");
  cpSync(shipped, folder, { recursive: true });
});
after(async () => {
  await browser?.close();
  if (folder) rmSync(join(folder, ".."), { recursive: true });
});

const local = (path) => pathToFileURL(join(folder, path)).href;
const matrix = main(shipped, "matrix");
const turned = main(shipped, "matrix-transposed");
const pair = main(shipped, "pair");
const question = main(shipped, "question");
const sheet = main(shipped, "sheet");

const words = async (page) => (await page.waitForLoadState(), page.locator("table.lines tbody tr").evaluateAll((rows) =>
  rows.map((row) => [...row.querySelectorAll("[data-slot]")].reduce((all, slot) => ({ ...all, [slot.dataset.slot]: slot.href ?? slot.value ?? slot.textContent }), {})),
));

// Collects some cells of a table and answers what they said.
async function collect(page, path, at) {
  await page.goto(local(path));
  await page.locator(".collect > button").click();
  const cells = [];
  for (const n of at) {
    const cell = page.locator("td[data-source]:visible").nth(n);
    await cell.locator("button.take").click();
    cells.push(await cell.locator(":scope > a .state .word").textContent());
  }
  return cells;
}

test("without script the sheet says what it is and leads to the matrix, and no page offers to collect", async () => {
  const { context, page } = await open(browser, { javaScriptEnabled: false });
  await page.goto(local(sheet));
  assert.ok((await page.locator("main").innerText()).includes("needs script"));
  assert.ok((await page.locator(`main a[href$="${matrix}"]`).count()) > 0);
  assert.equal(await page.locator("main button:visible, main table:visible").count(), 0);
  for (const path of [matrix, turned, pair, question]) {
    await page.goto(local(path));
    assert.equal(await page.locator("main button").count(), 0, path);
  }
  await context.close();
});

test("answers of all kinds of page come together, survive a reload, and lead back", async () => {
  const { context, page, complaints, requests } = await open(browser);
  const said = await collect(page, matrix, [0, 7]);
  said.push(...(await collect(page, turned, [3])), ...(await collect(page, pair, [1])));
  await page.goto(local(question));
  const part = page.locator("section.cell").nth(1);
  await part.locator("button.take").click();
  said.push(await part.locator(".verdict .word").first().textContent());
  assert.ok((await page.locator(".collect [role=status]").innerText()).includes("5"));
  await page.locator(".collect a").click();
  assert.ok(page.url().includes(sheet));
  for (const _ of [1, 2]) {
    const lines = await words(page);
    assert.deepEqual(lines.map((line) => line.state), said);
    for (const line of lines) {
      for (const part of ["country", "question", "day"]) assert.ok(line[part].length > 1, JSON.stringify(line));
      assert.match(line.question, /\.html#[a-z-]+$/);
    }
    assert.ok(lines.filter((line) => line.source.length > 3).length >= 3, "sources came along");
    await page.goto("about:blank");
    await page.goto(local(sheet));
  }
  const lines = await words(page);
  for (const line of lines) {
    await page.goto(line.question);
    assert.equal(await page.locator(`[id="${new URL(line.question).hash.slice(1)}"]`).count(), 1, line.question);
  }
  await page.goto(local(question));
  assert.equal(await page.locator("section.cell").nth(1).locator("button.take").getAttribute("aria-pressed"), "true");
  assert.deepEqual(complaints, []);
  assert.deepEqual(requests.filter((url) => !/^(file|data|about|blob):/.test(url)), []);
  await context.close();
});

test("on a view of another day the line says that day and leads to that view", async () => {
  const { context, page } = await open(browser);
  const other = pages(shipped).find(({ path }) => path.startsWith("matrix/on-")).path;
  await collect(page, other, [0]);
  await page.goto(local(sheet));
  const [line] = await words(page);
  assert.ok(line.day.endsWith(other), line.day);
  await context.close();
});

test("with the keyboard lines are moved, annotated, removed and brought back, and the focus is never lost", async () => {
  const { context, page } = await open(browser);
  await collect(page, matrix, [0, 1, 2]);
  await page.goto(local(sheet));
  const [a, b, c] = (await words(page)).map((line) => line.country);
  const order = async () => (await words(page)).map((line) => line.country);
  const focus = () => page.evaluate(() => document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent);
  await page.locator('[data-move="1"]').first().focus();
  await page.keyboard.press("Enter");
  assert.deepEqual(await order(), [b, a, c]);
  assert.ok((await focus()).includes(a), await focus());
  await page.keyboard.press("Enter");
  assert.deepEqual(await order(), [b, c, a]);
  assert.ok((await focus()).includes(a), await focus());
  await page.locator("textarea").first().fill("Проверить = 1");
  await page.locator("[data-remove]").nth(1).press("Enter");
  assert.deepEqual(await order(), [b, a]);
  assert.ok((await focus()).includes(a), await focus());
  assert.ok((await page.locator("#sheet [role=status]").innerText()).includes(c));
  await page.locator("[data-do=undo]").press("Enter");
  assert.deepEqual(await order(), [b, c, a]);
  await page.reload();
  assert.deepEqual(await order(), [b, c, a]);
  assert.equal((await words(page))[0].note, "Проверить = 1");
  await page.locator("[data-do=clear]").click();
  assert.ok(await page.locator(".sheet-empty").isVisible());
  await context.close();
});

test("saved as CSV the sheet opens in a program for tables and starts no formula", async () => {
  const { context, page } = await open(browser);
  const [state] = await collect(page, matrix, [0]);
  await page.goto(local(sheet));
  await page.locator("textarea").fill('=HYPERLINK("http://x")');
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("[data-do=save]").click()]);
  assert.equal(download.suggestedFilename(), "my-sheet.csv");
  const text = readFileSync(await download.path(), "utf8");
  assert.equal(text.charCodeAt(0), 0xfeff);
  const [head, row] = text.slice(1).split("\r\n");
  assert.equal(head.split(",").length, 8);
  assert.ok(row.includes(`"${state}"`), row);
  assert.ok(!text.includes("file:"), "where the folder lies is nobody's business");
  assert.match(row, /"questions\/[\w-]+\.html#[\w-]+"/);
  assert.ok(row.endsWith(`"'=HYPERLINK(""http://x"")"`), row);
  await context.close();
});

test("on paper the sheet has its lines and notes and no controls", async () => {
  const { context, page } = await open(browser, { viewport: { width: 680, height: 960 } });
  await collect(page, matrix, [0, 9]);
  await page.goto(local(sheet));
  await page.locator("textarea").first().fill("For the seminar");
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator("main button:visible, main textarea:visible").count(), 0);
  assert.equal(await page.locator(".noted:visible").first().innerText(), "For the seminar");
  assert.equal(await page.locator("table.lines tbody tr:visible").count(), 2);
  await page.goto(local(matrix));
  assert.equal(await page.locator("button.take:visible, .collect:visible").count(), 0);
  await context.close();
});

test("where storage is refused the list goes along in the address, from day to day and to the sheet", async () => {
  const { context, page } = await open(browser);
  await context.addInitScript(() => {
    Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("refused", "SecurityError"); } });
  });
  const said = await collect(page, matrix, [0, 3]);
  assert.match(page.url(), /#sheet=[\w-]+$/);
  await page.locator(".choices > summary").click();
  await page.locator("form.tools select").selectOption("differ");
  assert.match(page.url(), /#sheet=[\w-]+&show=differ$/);
  await page.locator("a.keep").first().click();
  await page.locator(".collect a").click();
  assert.deepEqual((await words(page)).map((line) => line.state), said);
  assert.ok(await page.locator(".sheet-refused").isVisible());
  await page.locator("textarea").first().pressSequentially("kept");
  assert.equal(await page.locator("textarea").first().inputValue(), "kept", "typing is not disturbed");
  await page.reload();
  assert.equal((await words(page))[0].note, "kept");
  await context.close();
});

test("a list that an address brings is shown as words, leads nowhere but into the site, and does not replace one's own", async () => {
  const { context, page, complaints } = await open(browser);
  const bring = (list) => Buffer.from(JSON.stringify(list)).toString("base64url");
  const line = (link, day = "a day") => ["<b>A</b>", "Q", "!", "yes", "", "S", link, day, "matrix/index.html", ""];
  const list = [line("javascript:alert(1)"), line("//evil.example/x.html"), line("../../x.html"), line("questions/x.html#kz")];
  await page.goto(`${local(sheet)}#sheet=${bring(list)}`);
  const shown = await words(page);
  assert.deepEqual(shown.map((line) => line.country), ["<b>A</b>"]);
  assert.ok(shown[0].question.endsWith("questions/x.html#kz"));
  for (const torn of ["%%%", "AAAA", "W10", bring({ a: 1 }), bring([[1, 2]])]) await page.goto(`${local(sheet)}#sheet=${torn}`);
  assert.deepEqual(complaints, []);
  await context.close();
});

for (const [look, options, rules] of looks) {
  test(`${look}: axe finds nothing on the sheet and where answers are collected, and nothing moves sideways`, async () => {
    const { context, page } = await open(browser, { ...options, bypassCSP: true });
    await collect(page, matrix, [0, 1]);
    const check = async (what) => {
      assert.deepEqual(await violations(page, rules), [], what);
      const wide = await overflow(page);
      assert.ok(wide <= 1, `${what}: ${wide}`);
    };
    await check(matrix);
    for (const path of [sheet, question, pair]) {
      await page.goto(local(path));
      await check(path);
    }
    await context.close();
  });
}
