// The offline copy as people meet it: unpacked into a folder of their own, opened with a double click; and its first page
// alone, as Windows shows it from inside the ZIP.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { looks, overflow, violations } from "./axe.mjs";
import { launch, open } from "./browser.mjs";

const copies = resolve(process.env.COPY ?? fileURLToPath(new URL("../../target/copy", import.meta.url)));

let browser;
let home;
let folder;

before(async () => {
  browser = await launch();
  home = mkdtempSync(join(tmpdir(), "collatio "));
  folder = join(home, "Копия с флешки (1)");
  const [top] = readdirSync(join(copies, "whole"));
  cpSync(join(copies, "whole", top), folder, { recursive: true });
});

after(async () => {
  await browser?.close();
  if (home) rmSync(home, { recursive: true });
});

const local = (path) => pathToFileURL(join(folder, path)).href;

test("from a folder with spaces and Cyrillic the copy leads to the site and asks for nothing but files", async () => {
  const { context, page, requests, complaints } = await open(browser);
  await page.goto(local("index.html"));
  assert.equal(await page.locator(".unpack").isVisible(), false, "who has unpacked is not told to");
  await page.locator(".open a").click();
  await page.locator("main h1").waitFor();
  await page.locator("nav a[href='matrix/index.html']").first().click();
  assert.match(await page.locator("table").first().innerText(), /\w/);
  assert.deepEqual(requests.filter((url) => !/^(file|data):/.test(url)), []);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("inside the ZIP, where the first page is alone, it says that one must unpack first", async () => {
  const alone = join(home, "Temp1_copy.zip");
  cpSync(join(folder, "index.html"), join(alone, "index.html"));
  const { context, page } = await open(browser);
  await page.goto(pathToFileURL(join(alone, "index.html")).href);
  const unpack = page.locator(".unpack");
  assert.equal(await unpack.isVisible(), true);
  assert.ok((await unpack.boundingBox()).y < 100, "it is the first thing that one reads");
  await context.close();
});

test("the handbook alone has its layout and its links, and asks for nothing", async () => {
  const alone = join(home, "телефон");
  cpSync(join(folder, "handbook.html"), join(alone, "handbook.html"));
  const { context, page, requests, complaints } = await open(browser);
  await page.goto(pathToFileURL(join(alone, "handbook.html")).href);
  assert.equal(await page.locator(".skip").evaluate((skip) => getComputedStyle(skip).position), "absolute");
  await page.locator("nav.contents a").nth(1).click();
  assert.match(page.url(), /#countries-/);
  await page.emulateMedia({ media: "print" });
  assert.match(await page.locator(".running:visible").innerText(), /2026/, "each sheet says of which edition it is");
  assert.deepEqual(requests.filter((url) => !url.endsWith("/handbook.html") && !url.startsWith("data:") && !url.includes("#")), []);
  assert.deepEqual(complaints, []);
  await context.close();
});

for (const [look, options, rules] of looks.filter(([look]) => look !== "forced colours")) {
  test(`${look}: axe finds nothing on the first page and in the handbook, and nothing moves sideways`, async () => {
    const { context, page } = await open(browser, { ...options, bypassCSP: true });
    for (const path of ["index.html", "handbook.html"]) {
      await page.goto(local(path));
      assert.deepEqual(await violations(page, rules), [], path);
      const over = await overflow(page);
      assert.ok(over <= 0, `${path} is ${over} pixels too wide`);
    }
    await context.close();
  });
}
