// What a screen reader hears of a table: each cell in a row with its header and in a column with its header, also where
// the table is drawn as cards; the words of states, and not their glyphs.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { launch, open } from "./browser.mjs";
import { main, shipped } from "./site.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

// The tables of a page as the accessibility tree has them: rows of cells with their roles and names.
async function heard(page) {
  const client = await page.context().newCDPSession(page);
  const { nodes } = await client.send("Accessibility.getFullAXTree");
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const role = (node) => node.role?.value;
  const below = (node, roles) =>
    (node.childIds ?? []).map((id) => byId.get(id)).filter(Boolean).flatMap((child) => (!child.ignored && roles.includes(role(child)) ? [child] : below(child, roles)));
  // A field says its own name.
  const words = (node) => below(node, ["StaticText", "textbox"]).map((text) => text.name?.value ?? "");
  return nodes
    .filter((node) => !node.ignored && role(node) === "table")
    .map((table) => below(table, ["row"]).map((row) => below(row, ["cell", "gridcell", "rowheader", "columnheader"]).map((cell) => ({ role: role(cell), words: words(cell) }))));
}

async function held(page, name) {
  const tables = await heard(page);
  assert.ok(tables.length > 0, `${name}: no table is heard`);
  assert.equal(tables.length, await page.locator("main table:visible").count(), `${name}: all tables are heard`);
  const glyphs = new Set(await page.locator("main td .glyph").evaluateAll((all) => all.map((glyph) => glyph.textContent.trim())));
  let cells = 0;
  for (const [head, ...rows] of tables) {
    const last = [head, ...rows].filter((row) => row.every(({ role }) => role === "columnheader" || role === "cell") && row.some(({ role }) => role === "columnheader")).at(-1);
    for (const row of rows.filter((row) => row !== last)) {
      for (const [at, { role, words }] of row.entries()) {
        if (!["cell", "gridcell"].includes(role)) continue;
        cells++;
        assert.ok(row.some((cell) => cell.role === "rowheader" && cell.words.join("").trim()), `${name}: a row without a header: ${words}`);
        assert.ok(last[at]?.words.join("").trim(), `${name}: a column without a header: ${words}`);
        assert.ok(words.join("").trim(), `${name}: a cell without words`);
        assert.ok(!words.some((word) => glyphs.has(word.trim())), `${name}: a glyph is read: ${words}`);
      }
    }
  }
  assert.ok(cells > 5, `${name}: ${cells} cells`);
  return cells;
}

for (const kind of ["matrix", "treaties", "section", "pair", "handout", "sheet"]) {
  for (const width of [1440, 320]) {
    test(`${kind}, ${width} px: each cell is heard with its row and its column`, async () => {
      const { context, page } = await open(browser, { viewport: { width, height: 800 } });
      await page.goto(pathToFileURL(join(shipped, main(shipped, kind === "sheet" ? "matrix" : kind))).href);
      if (kind === "sheet") {
        await page.locator(".collect > button").click();
        for (const at of [0, 8]) await page.locator("td[data-source]:visible").nth(at).locator("button.take").click();
        await page.locator(".collect a").click();
        await page.locator("table.lines tbody tr").nth(1).waitFor();
      }
      await held(page, kind);
      await context.close();
    });
  }
}
