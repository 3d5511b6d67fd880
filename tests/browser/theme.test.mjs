// What a theme can change by the custom properties alone: the layer of the tokens is the weakest but for paper, which has
// the last word.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { launch, open } from "./browser.mjs";
import { main, shipped } from "./site.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const own = "@layer tokens { :root { --paper: rgb(1 2 3); --ink: rgb(4 5 6); --text-m: 20px; } }";
const look = (page) =>
  page.evaluate(() => {
    const { backgroundColor, color, fontSize } = getComputedStyle(document.body);
    return { backgroundColor, color, fontSize };
  });

test("a theme's own tokens change colours and sizes on every screen, and paper stays black on white", async () => {
  const { context, page } = await open(browser, { bypassCSP: true });
  for (const kind of ["home", "matrix", "question"]) {
    await page.goto(pathToFileURL(join(shipped, main(shipped, kind))).href);
    await page.addStyleTag({ content: own });
    const changed = { backgroundColor: "rgb(1, 2, 3)", color: "rgb(4, 5, 6)", fontSize: "20px" };
    assert.deepEqual(await look(page), changed, kind);
    await page.emulateMedia({ media: "print" });
    const { backgroundColor, color } = await look(page);
    assert.deepEqual([backgroundColor, color], ["rgb(255, 255, 255)", "rgb(0, 0, 0)"], kind);
    await page.emulateMedia({ media: "screen" });
  }
  await context.close();
});

test("a page loads one style sheet, and all its rules stand in layers", async () => {
  const { context, page, requests } = await open(browser);
  await page.goto(pathToFileURL(join(shipped, main(shipped, "matrix"))).href);
  assert.equal(requests.filter((url) => url.endsWith(".css")).length, 1);
  await context.close();
});
