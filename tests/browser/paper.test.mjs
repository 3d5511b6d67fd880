// Screens of all widths and colours, and paper.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { launch, open } from "./browser.mjs";
import { built, extremes, pages, shipped, sites } from "./site.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const screens = [
  { width: 320, height: 640 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
];

// Whether the page as a whole can be moved sideways. A wide table may, inside its own region.
const overflow = () => {
  const root = document.scrollingElement;
  if (root.scrollWidth <= root.clientWidth + 1) return "";
  const wide = [...document.querySelectorAll("body *")].find((box) => box.getBoundingClientRect().right > root.clientWidth + 1);
  return `${root.scrollWidth} px in ${root.clientWidth}: <${wide?.tagName.toLowerCase()} class="${wide?.className}">`;
};

for (const name of sites) {
  const site = join(built, name);
  const url = (path) => pathToFileURL(join(site, path)).href;

  // A page is opened on the narrowest screen and stays open: most of the time goes into opening it.
  test(`${name}: at ${screens.map(({ width }) => width).join(", ")} pixels no page moves sideways`, async () => {
    const { context, page } = await open(browser, { viewport: screens[0] });
    const wide = [];
    for (const { path } of extremes(site)) {
      await page.setViewportSize(screens[0]);
      await page.goto(url(path));
      for (const screen of screens) {
        await page.setViewportSize(screen);
        const found = await page.evaluate(overflow);
        if (found) wide.push(`${path}, ${screen.width} px: ${found}`);
      }
    }
    assert.deepEqual(wide, []);
    await context.close();
  });

  test(`${name}: on A4 every page has its words and none is cut at the edge`, async () => {
    const { context, page } = await open(browser, { viewport: { width: 680, height: 960 } });
    await page.emulateMedia({ media: "print" });
    const cut = [];
    for (const { path } of extremes(site)) {
      await page.goto(url(path));
      const found = await page.evaluate(overflow);
      if (found) cut.push(`${path}: ${found}`);
      const hidden = await page.evaluate(() =>
        [...document.querySelectorAll("main *")]
          .filter((box) => box.scrollWidth > box.clientWidth + 2 && box.clientWidth > 0)
          .filter((box) => /auto|scroll|hidden|clip/.test(getComputedStyle(box).overflowX))
          .filter((box) => box.clientWidth > 40)
          .map((box) => `<${box.tagName.toLowerCase()} class="${box.className}"> hides what is wider`)
          .slice(0, 1),
      );
      if (hidden.length) cut.push(`${path}: ${hidden}`);
      assert.ok((await page.locator("main, body").first().innerText()).trim().length > 0, path);
      const pdf = await page.pdf({ format: "A4" });
      assert.equal(pdf.subarray(0, 5).toString("latin1"), "%PDF-", path);
      assert.match(pdf.toString("latin1"), /\/Font\b/, `${path} prints words`);
    }
    assert.deepEqual(cut, []);
    await context.close();
  });
}

test("the matrix is short on paper, with its heads on each sheet and without the region that is switched off", async () => {
  const { context, page } = await open(browser);
  await page.goto(pathToFileURL(join(shipped, "matrix/index.html")).href);
  const sheets = async (landscape) => (await page.pdf({ format: "A4", landscape })).toString("latin1").match(/\/Type\s*\/Page\b/g).length;
  assert.ok((await sheets(true)) <= 5, "landscape");
  assert.ok((await sheets(false)) <= 4, "portrait");
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 680, height: 960 });
  assert.equal(await page.locator(".matrix [data-region]:visible").count(), 0);
  const size = await page.locator(".matrix td small").first().evaluate((node) => parseFloat(getComputedStyle(node).fontSize));
  assert.ok(size >= 9, `small type is ${size} px`);
  await context.close();
});

// Letters of a picture are scaled with it.
const smallest = () => {
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const box = node.parentElement;
    if (!node.data.trim() || box.closest("script, template, style, title, .said, .skip") || !box.checkVisibility({ visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const { width, height } = range.getBoundingClientRect();
    const scale = box.ownerSVGElement ? box.getScreenCTM().a : 1;
    const points = parseFloat(getComputedStyle(box).fontSize) * scale * 0.75;
    if (width && height && points < 8.49) found.push(`${points.toFixed(2)} pt: ${node.data.trim().slice(0, 40)}`);
  }
  return found.slice(0, 3);
};

for (const name of sites) {
  test(`${name}: no letters on paper are smaller than 8.5 points`, async () => {
    const { context, page } = await open(browser, { viewport: { width: 673, height: 1009 } });
    await page.emulateMedia({ media: "print" });
    for (const { path } of extremes(join(built, name))) {
      await page.goto(pathToFileURL(join(built, name, path)).href);
      assert.deepEqual(await page.evaluate(smallest), [], path);
    }
    await context.close();
  });
}

test("a handout with a day is one sheet of A4, and tells how much is recorded of a later time", async () => {
  const { context, page } = await open(browser);
  let dated = 0;
  for (const { path } of pages(shipped).filter((one) => one.kind === "handout")) {
    await page.goto(pathToFileURL(join(shipped, path)).href);
    if ((await page.locator(".later-said").count()) === 0) continue;
    dated += 1;
    const pdf = (await page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
    assert.equal(pdf.match(/\/Type\s*\/Page\b/g).length, 1, path);
  }
  assert.ok(dated >= 8, `${dated}`);
  await context.close();
});

test("the first sheet of the home page has its findings and the whole grid", async () => {
  const { context, page } = await open(browser, { viewport: { width: 673, height: 1009 } });
  await page.emulateMedia({ media: "print" });
  await page.goto(pathToFileURL(join(shipped, "index.html")).href);
  const end = await page.locator(".glancing").evaluate((box) => box.getBoundingClientRect().bottom);
  const foot = await page.locator(".running").evaluate((box) => box.getBoundingClientRect().height);
  assert.ok(end + foot <= (297 - 30) * (96 / 25.4), `${end}`);
  await context.close();
});

test("on paper no control is left of what stands below a title", async () => {
  const { context, page } = await open(browser);
  await page.emulateMedia({ media: "print" });
  for (const kind of ["matrix", "country", "section", "pair"]) {
    await page.goto(pathToFileURL(join(shipped, pages(shipped).find((one) => one.kind === kind).path)).href);
    assert.equal(await page.locator(".head .more:visible, .project:visible").count(), 0, kind);
  }
  await context.close();
});

test("dark and light differ, and both are set by the system alone", async () => {
  const seen = [];
  for (const colorScheme of ["light", "dark"]) {
    const { context, page } = await open(browser, { colorScheme });
    await page.goto(pathToFileURL(join(built, sites[0], "index.html")).href);
    seen.push(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor + getComputedStyle(document.body).backgroundColor));
    await context.close();
  }
  assert.notEqual(seen[0], seen[1]);
});

test("each country's sheet is one page of A4, with its main article, its dates and every answer", async () => {
  const sheets = pages(shipped).filter((page) => page.kind === "country-sheet");
  assert.ok(sheets.length >= 5);
  const { context, page } = await open(browser);
  for (const { path } of sheets) {
    await page.goto(pathToFileURL(join(shipped, path)).href);
    const pdf = (await page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
    assert.equal(pdf.match(/\/Type\s*\/Page\b/g).length, 1, path);
    const answers = await page.locator(".sheet-answers tbody tr").count();
    assert.ok(answers > 0, path);
    if (!path.includes("central-asia")) {
      assert.ok(answers >= 40, `${path}: ${answers}`);
      assert.ok((await page.locator(".main-articles article").count()) >= 1, path);
      assert.ok((await page.locator(".timeline .lane").count()) >= 1, path);
    }
  }
  await context.close();
});
