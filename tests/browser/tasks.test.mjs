// Five things for which people come, done by a script that clicks as they would: how many clicks each takes, and how
// many screens are scrolled on the way. Each begins where a reader begins, and fails if the way becomes longer.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { launch, open } from "./browser.mjs";
import { settle } from "./host.mjs";
import { shipped } from "./site.mjs";

let browser, host;
before(async () => {
  browser = await launch();
  host = await settle(shipped);
});
after(() => {
  host?.end();
  return browser?.close();
});

const desktop = { width: 1440, height: 900 };
const telephone = { width: 360, height: 740 };

// A reader at a page: each click is counted, and so is what must be scrolled before a thing is in sight.
async function reader(path, viewport, javaScriptEnabled = true) {
  const { context, page, complaints } = await open(browser, { viewport, javaScriptEnabled });
  page.setDefaultTimeout(5000);
  await page.goto(path.startsWith("http") ? path : pathToFileURL(join(shipped, path)).href);
  const way = { page, context, complaints, clicks: 0, scrolled: 0 };
  way.screens = () => way.scrolled / viewport.height;
  // Scrolls just as far as it takes to see the whole of the thing, or as much of it as a screen holds.
  way.see = async (thing) => {
    await thing.waitFor();
    way.scrolled += await thing.evaluate((box) => {
      const before = scrollY;
      const { top, bottom, height } = box.getBoundingClientRect();
      const below = Math.min(bottom - innerHeight, height > innerHeight ? top : Infinity);
      const by = top < 0 ? top : Math.max(0, below);
      scrollBy({ top: by, behavior: "instant" });
      return Math.abs(scrollY - before);
    });
    const at = await thing.boundingBox();
    assert.ok(at && at.y >= -1 && at.y < viewport.height, `it is in sight: ${JSON.stringify(at)}`);
  };
  way.click = async (thing) => {
    await way.see(thing);
    way.clicks += 1;
    await thing.click();
  };
  return way;
}

const within = (way, clicks, screens) => {
  assert.ok(way.clicks <= clicks, `${way.clicks} clicks`);
  assert.ok(way.screens() <= screens, `${way.screens().toFixed(2)} screens scrolled`);
  assert.deepEqual(way.complaints, []);
};

for (const script of [true, false]) {
  const how = script ? "with script" : "without script";

  test(`${how}: whether trafficking is an offence of its own in each state, on what basis, and one of the answers cited`, async () => {
    const way = await reader("index.html", desktop, script);
    await way.click(way.page.locator(".gg tbody th a", { hasText: "Trafficking a crime of its own" }));
    const lines = way.page.locator(".lines-of tbody tr");
    assert.ok((await lines.count()) >= 5);
    for (let n = 0; n < 5; n++) {
      await way.see(lines.nth(n));
      const [country, answer, basis, source] = await lines.nth(n).locator("th, td").allInnerTexts();
      assert.ok(country.trim() && /yes|no|partial/.test(answer) && /\d{4}/.test(answer), `${country}: ${answer}`);
      assert.ok(/\d/.test(basis), `${country} rests on an article: ${basis}`);
      assert.ok(source.length > 10, `${country} has a source`);
    }
    const cite = lines.nth(2).locator(".cite-cell");
    await way.click(cite.locator("summary"));
    const cited = await cite.locator("dd").first().innerText();
    assert.ok(/Tajikistan: yes/.test(cited) && /#country-tj/.test(cited) && /2007 Trafficking in Persons Report - Tajikistan/.test(cited), cited);
    within(way, 3, 2);
    await way.context.close();
  });

  test(`${how}: on a telephone, whether victims can be punished in Uzbekistan`, async () => {
    const way = await reader("index.html", telephone, script);
    await way.click(way.page.locator(".gg-sections a", { hasText: "Victims" }));
    const row = way.page.locator(".gg tbody tr", { hasText: "Victims can be prosecuted" });
    await way.click(row.locator("td").nth(4).locator("a"));
    const answer = way.page.locator("section.cell", { has: way.page.locator("#country-uz") });
    await way.see(answer.locator("h2"));
    assert.match(await answer.locator("h2").innerText(), /Uzbekistan/);
    await way.see(answer.locator(".verdict.main"));
    assert.match(await answer.locator(".verdict.main").innerText(), /partial[\s\S]*2008/);
    await way.see(answer.locator(".source .cite").first());
    within(way, 3, 2);
    await way.context.close();
  });

  test(`${how}: one picture of the region, saved`, async () => {
    // From a folder a browser opens a file where a host's is saved.
    const way = await reader(host.hosted("index.html"), desktop, script);
    const saved = way.page.waitForEvent("download");
    await way.click(way.page.locator("a[download]").first());
    const file = await saved;
    assert.match(file.suggestedFilename(), /\.(svg|png)$/);
    within(way, 1, 1);
    await way.context.close();
  });

  for (const [name, viewport] of [["desktop", desktop], ["telephone", telephone]]) {
    test(`${how}: who comes to an article from elsewhere sees on the first screen of a ${name} its words, its state and its day`, async () => {
      const way = await reader("countries/kz/laws/penal-code-2014/128.html", viewport, script);
      assert.match(await way.page.title(), /128.*Kazakhstan/, "the name in a list of results says whose article it is");
      const ends = async (thing) => {
        const at = await thing.boundingBox();
        return at.y + at.height;
      };
      const first = way.page.locator(".wording").first();
      const tag = first.locator("h2 .tag");
      assert.match(await tag.innerText(), /in force/i);
      assert.match(await first.locator("h2").innerText(), /\d{4}/);
      assert.ok((await ends(first.locator("h2"))) < viewport.height, "state and day");
      const words = await first.locator("blockquote").first().boundingBox();
      assert.ok(words.y + 80 <= viewport.height, `three lines of the words: they begin at ${words.y}`);
      const country = way.page.getByRole("link", { name: "Kazakhstan" }).first();
      assert.ok((await ends(country)) < viewport.height, "whose law it is");
      assert.deepEqual(way.complaints, []);
      await way.context.close();
    });
  }
}

test("a handout on the wall, from the first page: the first slide is its content", async () => {
  const way = await reader("index.html", desktop);
  await way.click(way.page.locator(".ways a", { hasText: "Train" }));
  await way.click(way.page.getByRole("link", { name: "Who could be charged, stage by stage" }));
  await way.click(way.page.locator(".project button"));
  const wall = await way.page.evaluate(() => {
    const shown = [...document.querySelectorAll("table.matrix td .state")].filter((box) => {
      const { top, bottom, width } = box.getBoundingClientRect();
      return width > 0 && top >= 0 && bottom <= innerHeight && box.checkVisibility();
    });
    return shown.length;
  });
  assert.ok(wall >= 5, `${wall} answers are on the first slide`);
  within(way, 3, 2);
  await way.context.close();
});
