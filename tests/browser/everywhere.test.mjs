// The same bytes work from a folder, below any path of a host, and with JavaScript switched off in the browser.

import assert from "node:assert/strict";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { overflow } from "./axe.mjs";
import { launch, open } from "./browser.mjs";
import { settle } from "./host.mjs";
import { built, extremes, main, shipped } from "./site.mjs";

let browser;
let site;
const local = (path) => site.local(path);
const hosted = (path) => site.hosted(path);

before(async () => {
  browser = await launch();
  site = await settle(shipped);
});

after(async () => {
  await browser?.close();
  site?.end();
});

test("from a folder with spaces and Cyrillic nothing but files is asked for, nothing is complained of, and every link leads to a file", async () => {
  const { context, page, requests, complaints } = await open(browser);
  for (const { path, kind } of extremes(shipped)) {
    await page.goto(local(path));
    if (kind === "not-found" || kind === "frameless") continue;
    const hrefs = await page.locator("a[href]").evaluateAll((links) =>
      links.map((link) => new URL(link.getAttribute("href"), document.baseURI).href),
    );
    const files = hrefs.filter((href) => href.startsWith("file:")).map((href) => href.split("#")[0]);
    const missing = [...new Set(files)].filter((href) => {
      const file = fileURLToPath(href);
      return !existsSync(file) || !statSync(file).isFile();
    });
    assert.deepEqual(missing, [], path);
  }
  assert.deepEqual(requests.filter((url) => !/^(file|data):/.test(url)), []);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("below a path of a host the same pages ask for nothing outside that path", async () => {
  const { context, page, requests, complaints } = await open(browser);
  for (const { path, kind } of extremes(shipped)) {
    // What this page looks for would be cut off by the next.
    await page.goto(hosted(path), { waitUntil: kind === "not-found" ? "networkidle" : "load" });
  }
  assert.deepEqual(requests.filter((url) => !url.startsWith(hosted("")) && !url.startsWith("data:")), []);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("below a path of a host a visitor walks from the home page to a cell and back", async () => {
  const { context, page, complaints } = await open(browser);
  await page.goto(hosted("index.html"));
  await page.goto(hosted(await matrixPath(page)));
  await page.locator("tbody td a").first().click();
  assert.ok(new URL(page.url()).hash.length > 1);
  await page.locator("nav ol a").first().click();
  assert.equal(page.url(), hosted("index.html"));
  assert.deepEqual(complaints, []);
  await context.close();
});

async function matrixPath(page) {
  const path = main(shipped, "matrix");
  const home = await page.locator(`a[href="${path}"]`).count();
  assert.ok(home > 0, "the home page leads to the matrix");
  return path;
}

for (const [width, script] of [[320, false], [360, true], [360, false], [768, false], [1440, false]]) {
  test(`at ${width} pixels, ${script ? "with" : "without"} script, six doors stand in one row or fold out, and the rest one step behind them`, async () => {
    const { context, page } = await open(browser, { viewport: { width, height: 740 }, javaScriptEnabled: script });
    await page.goto(local("index.html"));
    const doors = page.locator("header.top nav.doors a");
    await unfold(page);
    const names = await doors.allTextContents();
    assert.deepEqual(names.map((name) => name.trim()), ["Compare", "Countries", "Treaties", "Laws and changes", "Training", "About"]);
    assert.equal(await page.locator("header.top nav.behind").count(), 0, "the home page lies behind no door");
    const rows = await doors.evaluateAll((links) => new Set(links.map((link) => Math.round(link.getBoundingClientRect().top))).size);
    assert.equal(rows, width < 400 ? 3 : 1, "rows");
    assert.ok((await doors.evaluateAll((links) => Math.min(...links.map((link) => link.getBoundingClientRect().height)))) >= 24);
    const behind = new Map();
    for (const href of await doors.evaluateAll((links) => links.map((link) => link.href))) {
      await page.goto(href);
      assert.equal(await page.locator("nav.doors [aria-current=page]").count(), 1, href);
      const row = page.locator("nav.behind a");
      for (const [at, to] of (await row.evaluateAll((links) => links.map((link) => link.href))).entries()) {
        assert.ok(!behind.has(to), `${to} lies behind one door alone`);
        behind.set(to, href);
        if (at === 0) assert.equal(to, href, "the door leads to the first");
      }
      if (await row.count()) assert.equal(await page.locator("nav.behind [aria-current=page]").count(), 1, href);
    }
    for (const [to, door] of behind) {
      await page.goto(to);
      const here = await page.locator("nav.doors [aria-current]").evaluateAll((links) => links.map((link) => link.href));
      assert.deepEqual(here, [door], `${to}: its door is marked`);
      assert.equal(await page.locator("nav.behind [aria-current=page]").evaluate((link) => link.href), to);
    }
    assert.ok(behind.size >= 15);
    await page.goto(local(main(shipped, "provision")));
    assert.equal((await page.locator('nav.doors [aria-current="true"]').textContent()).trim(), "Laws and changes");
    await context.close();
  });
}

// On a telephone the doors are folded behind a box that is ticked by touch or by the space bar.
async function unfold(page) {
  const name = page.locator(".menu-name");
  if (!(await name.isVisible())) return;
  assert.equal(await page.locator("nav.doors").isVisible(), false, "the doors are folded");
  await page.getByRole("checkbox", { name: "Menu" }).focus();
  await page.keyboard.press("Space");
  assert.ok(await page.locator("nav.doors").isVisible(), "and unfold by a key");
  await name.click();
  assert.equal(await page.locator("nav.doors").isVisible(), false, "and fold by a touch");
  await name.click();
}

for (const script of [true, false]) {
  test(`on a telephone ${script ? "with" : "without"} script each page is at its title within the first 130 pixels, and none is wider than the screen`, async () => {
    const { context, page } = await open(browser, { viewport: { width: 360, height: 740 }, javaScriptEnabled: script });
    const low = [];
    for (const { path, kind } of extremes(shipped)) {
      if (["frameless", "moved", "not-found"].includes(kind)) continue;
      await page.goto(local(path));
      const at = await page.evaluate(() => {
        const bar = document.querySelector(".leave");
        return document.querySelector("main h1").getBoundingClientRect().top - (bar ? bar.getBoundingClientRect().height : 0);
      });
      if (at > 130) low.push(`${path}: ${Math.round(at)}`);
      if ((await overflow(page)) > 1) low.push(`${path} is too wide`);
    }
    assert.deepEqual(low, []);
    await context.close();
  });
}

test("a site without treaties, laws or modules has no door to them, and in each language and direction the doors are named", async () => {
  const { context, page } = await open(browser, { viewport: { width: 360, height: 740 } });
  const names = async (site, path) => {
    await page.goto(pathToFileURL(join(built, site, path)).href);
    return (await page.locator("nav.doors a").allTextContents()).map((name) => name.trim());
  };
  assert.deepEqual(await names("bare", "index.html"), ["Compare", "Countries", "Laws and changes", "About"]);
  assert.deepEqual(await names("bilingual", "ru/index.html"), ["Сравнение", "Страны", "Законы и изменения", "О сайте"]);
  assert.ok((await names("velo", "index.html")).includes("Обучение"));
  // From right to left the first door stands at the right.
  await page.goto(local("laws/index.html"));
  await unfold(page);
  await page.evaluate(() => (document.documentElement.dir = "rtl"));
  const [first, second] = await page.locator("nav.doors a").evaluateAll((links) => links.map((link) => link.getBoundingClientRect().left));
  assert.ok(first > second);
  assert.ok((await overflow(page)) <= 1);
  await context.close();
});

test("the way past the navigation is out of sight until it is focused, also in large text", async () => {
  const { context, page } = await open(browser, { viewport: { width: 320, height: 640 } });
  await page.goto(local("index.html"));
  await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
  const edge = () => page.locator(".skip").evaluate((link) => ({ bottom: link.getBoundingClientRect().bottom, top: link.getBoundingClientRect().top }));
  assert.ok((await edge()).bottom <= 0);
  await page.keyboard.press("Tab");
  assert.ok((await edge()).top >= 0);
  await context.close();
});

test("with JavaScript switched off every page says the same", async () => {
  const off = await open(browser, { javaScriptEnabled: false });
  const on = await open(browser);
  for (const { path, kind } of extremes(shipped)) {
    // With script the page of the search has a field besides, and that for missing addresses has links; tests of their own hold it.
    if (kind === "search" || kind === "sheet" || kind === "not-found") continue;
    await off.page.goto(local(path));
    await on.page.goto(local(path));
    // What script makes has tests of its own.
    await on.page.evaluate(() => {
      for (const made of document.querySelectorAll(".tools, .chosen, .folded, .collect, .taking, .project, .slider, #sheet, .narrow, .one-day")) made.remove();
      // Lists that script makes into choices.
      for (const hidden of document.querySelectorAll(".narrowing[hidden]")) hidden.hidden = false;
    });
    const [without, with_] = await Promise.all([off.page, on.page].map((page) => page.locator("body").innerText()));
    assert.ok(without.trim().length > 0, path);
    assert.equal(without, with_, path);
  }
  assert.deepEqual(off.complaints, []);
  await off.context.close();
  await on.context.close();
});

test("the policy that stands in each page stops a script that somebody slips in", async () => {
  const { context, page } = await open(browser);
  for (const { path, kind } of extremes(shipped)) {
    if (kind === "frameless") continue;
    await page.goto(local(path));
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
    for (const part of ["default-src 'none'", "base-uri 'none'", "form-action 'none'"]) {
      assert.ok(policy.includes(part), `${path}: ${part}`);
    }
    assert.ok(!policy.includes("unsafe"), path);
    // A page that allows no script at all needs no rule for what scripts may write.
    assert.equal(policy.includes("script-src"), policy.includes("require-trusted-types-for 'script'; trusted-types"), path);
    const ran = await page.evaluate(() => {
      const script = document.createElement("script");
      try {
        script.textContent = "window.slippedIn = true";
        document.head.append(script);
        document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='window.slippedIn = true'>");
      } catch (refused) {}
      return window.slippedIn === true;
    });
    assert.equal(ran, false, path);
  }
  await context.close();
});

test("the page for missing addresses has its style at any depth, and finds the site above it", async () => {
  for (const colorScheme of ["light", "dark"]) {
    const { context, page, requests, complaints } = await open(browser, { colorScheme, viewport: { width: 320, height: 600 } });
    for (const path of ["nothing.html", "countries/nothing/", "a/b/c/d/e/nothing.html"]) {
      requests.length = complaints.length = 0;
      const address = hosted(path);
      const response = await page.goto(address);
      assert.equal(response.status(), 404);
      const drawn = await page.evaluate(() => {
        const body = getComputedStyle(document.body);
        return { margin: body.margin, ground: body.backgroundColor, wide: document.documentElement.scrollWidth };
      });
      const ground = colorScheme === "dark" ? "rgb(22, 24, 28)" : "rgb(253, 252, 250)";
      assert.deepEqual(drawn, { margin: "0px", ground, wide: 320 }, path);
      await page.locator("nav a").first().waitFor();
      // It looks for nothing but one file of the site, from the address upwards, and not above the site.
      const asked = requests.filter((url) => !url.startsWith("data:") && url !== address);
      assert.ok(asked.length > 0 && asked.every((url) => url.startsWith(hosted("")) && url.endsWith("assets/common.js")), asked.join(" "));
      // The address itself is complained of, and nothing else: not that the policy refuses the style.
      assert.deepEqual(complaints.filter((complaint) => !complaint.includes("404")), [], path);
      const links = await page.locator("nav a").evaluateAll((list) => list.map((link) => link.href));
      assert.equal(links[0], hosted("index.html"));
      assert.ok(links.length > 5);
      for (const link of links) assert.equal((await page.request.get(link)).status(), 200, link);
      assert.equal(await page.locator("#way").isVisible(), false);
    }
    await page.goto(local("404.html"));
    assert.equal(await page.locator("nav a").first().evaluate((link) => link.href), local("index.html"), "opened from a folder");
    await context.close();
  }
  const { context, page } = await open(browser, { javaScriptEnabled: false });
  await page.goto(hosted("a/b/nothing.html"));
  assert.equal(await page.locator("a[href]").count(), 0);
  assert.ok(await page.locator("#way").isVisible());
  await context.close();
});
