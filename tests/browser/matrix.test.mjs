// The comparison: its headings stay in sight, each cell is named by its row and column and leads to what it rests on.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { launch, open } from "./browser.mjs";
import { main, shipped } from "./site.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const url = (kind) => pathToFileURL(join(shipped, main(shipped, kind))).href;

test("the head row of the matrix stays while the page is scrolled", async () => {
  for (const width of [1440, 768, 360]) {
    const { context, page } = await open(browser, { viewport: { width, height: 740 } });
    await page.goto(url("matrix"));
    await page.evaluate(() => scrollTo(0, 2000));
    const head = await page.locator(".matrix thead th:visible").last().boundingBox();
    assert.ok(head.y >= -1 && head.y < 4, `${width}: it stands at ${head.y}`);
    await context.close();
  }
});

for (const kind of ["matrix-transposed"]) {
  test(`${kind}: head row and first column stay while the rest is scrolled`, async () => {
    const { context, page } = await open(browser, { viewport: { width: 420, height: 420 } });
    await page.goto(url(kind));
    const moved = await page.evaluate(() => {
      const scrolls = (box) => box.scrollWidth > box.clientWidth + 20 && getComputedStyle(box).overflowX !== "visible";
      const table = [...document.querySelectorAll("main table")].find((table) => {
        for (let box = table; box; box = box.parentElement) if (box !== table && scrolls(box)) return true;
      });
      if (!table) return "no table is wider than its region";
      let region = table.parentElement;
      while (!scrolls(region)) region = region.parentElement;
      const row = table.querySelector("tbody th[scope=row]");
      const column = table.querySelector("thead tr:last-child th:last-child");
      region.scrollIntoView();
      const before = row.getBoundingClientRect().left - region.getBoundingClientRect().left;
      region.scrollLeft = region.scrollWidth;
      const after = row.getBoundingClientRect().left - region.getBoundingClientRect().left;
      if (Math.abs(before - after) > 2) return `the first column moved from ${before} to ${after}`;
      const inner = region.scrollHeight > region.clientHeight + 20;
      const frame = inner ? region : document.scrollingElement;
      const last = table.tBodies[table.tBodies.length - 1].rows;
      const down = last[last.length - 1].getBoundingClientRect().bottom - column.getBoundingClientRect().bottom;
      frame.scrollTop += Math.min(down / 2, 600);
      const top = column.getBoundingClientRect().top;
      const edge = inner ? region.getBoundingClientRect().top : 0;
      if (Math.abs(top - edge) > 4) return `the head row lies at ${top}, the edge at ${edge}`;
      return "";
    });
    assert.equal(moved, "");
    await context.close();
  });
}

for (const kind of ["matrix", "matrix-transposed", "treaties"]) {
  test(`${kind}: a screen reader hears row and column of every cell`, async () => {
    const { context, page } = await open(browser);
    await page.goto(url(kind));
    const tables = page.locator("main table");
    for (let at = 0; at < (await tables.count()); at++) {
      const table = tables.nth(at);
      const shape = await table.evaluate((table) => ({
        name: (table.caption ?? table.closest("[aria-label], [aria-labelledby]"))?.outerHTML ?? "",
        nameless: [...table.querySelectorAll("tbody td")].filter((cell) => {
          const row = cell.parentElement.querySelector("th[scope=row]");
          const head = [...(table.tHead?.rows ?? [])].at(-1)?.cells[cell.cellIndex];
          return !row || head?.getAttribute("scope") !== "col" || !head.textContent.trim();
        }).length,
        blank: [...table.querySelectorAll("tbody td")].filter((cell) => !cell.textContent.trim()).length,
        rows: table.querySelectorAll("tbody th[scope=row]").length,
      }));
      assert.notEqual(shape.name, "", "the table or its region has a name");
      assert.equal(shape.nameless, 0, "every cell stands under a column's and beside a row's heading");
      assert.equal(shape.blank, 0, "no cell is blank");
      // The roles as the browser hands them on: styling a table as blocks would take them away.
      assert.ok((await table.getByRole("rowheader").count()) >= shape.rows);
      assert.ok((await table.getByRole("columnheader").count()) > 0);
    }
    await context.close();
  });
}

test("who goes to a section sees the names of the countries above it, and its first row below them", async () => {
  const { context, page } = await open(browser);
  for (const [width, height] of [[1280, 800], [768, 1024], [320, 640]]) {
    await page.setViewportSize({ width, height });
    await page.goto(url("matrix"));
    const sections = await page.locator("tr.section th").evaluateAll((list) => list.map((th) => th.id));
    for (const id of sections.slice(1)) {
      await page.goto(url("matrix") + "#" + id);
      const [head, section] = await page.evaluate((id) => {
        const box = (element) => element.getBoundingClientRect();
        return [box(document.querySelector(".matrix thead th")), box(document.getElementById(id))].map(({ top, bottom }) => ({ top, bottom }));
      }, id);
      assert.ok(head.top >= 0 && head.bottom <= height, `${width}: ${id}: the head stands at ${head.top}`);
      assert.ok(section.top >= head.bottom - 1 && section.bottom <= height, `${width}: ${id}: it stands at ${section.top}`);
    }
  }
  await context.close();
});

test("each cell of the matrix leads to an anchor that is seen and names the cell's country", async () => {
  const { context, page } = await open(browser, { viewport: { width: 1200, height: 700 } });
  await page.goto(url("matrix"));
  const cells = await page.locator("tbody td > a").evaluateAll((links) =>
    links.map((link) => ({ href: link.href, word: link.textContent.trim() })),
  );
  assert.ok(cells.length > 0);
  const step = Math.ceil(cells.length / 12);
  for (const { href, word } of cells.filter((_, at) => at % step === 0)) {
    await page.goto(href);
    const id = decodeURIComponent(new URL(href).hash.slice(1));
    assert.ok(id, href);
    const target = page.locator(`[id="${id}"]`);
    assert.equal(await target.count(), 1, href);
    const box = await target.boundingBox();
    assert.ok(box && box.height > 0 && box.y < 700 && box.y + box.height > 0, `${href} is in sight`);
    assert.ok(word.length > 0, "a cell says its state in words");
  }
  await context.close();
});
