// An article whose words are in a language that is not the page's: what a reader can read comes first, named for what it
// is, and the original is never further than one touch.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { overflow, violations } from "./axe.mjs";
import { launch, open } from "./browser.mjs";
import { shipped } from "./site.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const address = pathToFileURL(join(shipped, "countries/kz/laws/penal-code-2014/128.html")).href;

async function parts(page) {
  const first = page.locator(".wording").first();
  const translated = first.locator(".translated");
  assert.match(await translated.innerText(), /English, machine translation/);
  return [await translated.locator("blockquote").boundingBox(), await first.locator(".of-original blockquote").boundingBox()];
}

for (const [width, javaScriptEnabled] of [[360, true], [360, false], [768, false], [1440, true]]) {
  test(`at ${width} pixels ${javaScriptEnabled ? "with" : "without"} script the translation stands ${width < 768 ? "above" : "beside"} the original`, async () => {
    const { context, page, complaints } = await open(browser, { viewport: { width, height: 740 }, javaScriptEnabled });
    await page.goto(address);
    const [translated, original] = await parts(page);
    const link = page.locator(".wording").first().getByRole("link", { name: "original: Russian" });
    if (width < 768) {
      assert.ok(translated.y + translated.height <= original.y && translated.y < 740);
      await link.click();
      const at = await page.locator(".of-original").first().boundingBox();
      assert.ok(at.y > -1 && at.y < 740, `the original is in sight: ${at.y}`);
    } else {
      assert.ok(translated.x + translated.width <= original.x && Math.abs(translated.y - original.y) < 40);
      assert.equal(await link.isVisible(), false);
    }
    assert.ok((await overflow(page)) <= 1);
    assert.deepEqual(complaints, []);
    await context.close();
  });
}

test("both are on paper, and on a wide screen the facts of a wording stand beside its words", async () => {
  const { context, page } = await open(browser, { viewport: { width: 1440, height: 900 }, bypassCSP: true });
  await page.goto(address);
  const facts = await page.locator(".wording .facts").first().boundingBox();
  const words = await page.locator(".wording .tongues").first().boundingBox();
  assert.ok(facts.x > words.x + words.width && facts.y < words.y + words.height);
  assert.deepEqual(await violations(page), []);
  await page.emulateMedia({ media: "print" });
  for (const box of await parts(page)) assert.ok(box.width > 100 && box.height > 20);
  await context.close();
});
