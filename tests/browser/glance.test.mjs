// What a reader meets first: the finding and the grid on the first page, the table of the matrix, one country on a
// telephone, the answer on the page of a question. Positions are those that a reader sees without scrolling.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { launch, open } from "./browser.mjs";
import { main, shipped } from "./site.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const url = (path) => pathToFileURL(join(shipped, path)).href;
const desktop = { width: 1440, height: 900 };
const telephone = { width: 360, height: 740 };

const visit = async (path, options) => {
  const { context, page } = await open(browser, options);
  const [file, place = ""] = path.split("#");
  await page.goto(url(file) + (place && `#${place}`));
  return { context, page };
};
const box = (page, css) => page.locator(css).first().boundingBox();

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with script" : "without script";

  test(`${how}: the first page begins with findings, three ways in and the grid, which fits one screen`, async () => {
    const { context, page } = await visit("index.html", { viewport: desktop, javaScriptEnabled });
    const [found, ways, grid] = [await box(page, ".found"), await box(page, ".ways"), await box(page, ".gg")];
    assert.ok(found.y < ways.y && ways.y < grid.y, "in this order");
    assert.ok(grid.y < 400, `the grid begins at ${grid.y}`);
    assert.ok(grid.height <= 900, `the grid is ${grid.height} high`);
    assert.equal(await page.locator(".ways a").count(), 3);
    assert.match(await page.locator(".found").innerText(), /all 5 countries/);
    await context.close();
  });

  test(`${how}: the index of questions begins with its questions, and the grid of treaties with its grid`, async () => {
    for (const viewport of [desktop, telephone]) {
      const questions = await visit("questions/index.html", { viewport, javaScriptEnabled });
      const third = await questions.page.locator(".records a.record").nth(2).boundingBox();
      assert.ok(third.y < viewport.height, `at ${viewport.width} the third question stands at ${third.y}`);
      await questions.context.close();
      const treaties = await visit("treaties/index.html", { viewport, javaScriptEnabled });
      const mark = await box(treaties.page, ".heat tbody td");
      assert.ok(mark.y + mark.height < 540, `at ${viewport.width} the first mark ends at ${mark.y + mark.height}`);
      await treaties.context.close();
    }
  });

  test(`${how}: on a telephone no page of a country is longer than 25,000 pixels, and a fact in a fold is reached`, async () => {
    const { context, page } = await visit("countries/index.html", { viewport: telephone, javaScriptEnabled });
    const paths = await page.locator("main .cards h3 a").evaluateAll((links) => links.map((link) => link.href));
    assert.equal(paths.length, 6, "five states and their region");
    for (const path of paths) {
      await page.goto(path);
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      assert.ok(height <= 25_000, `${path} is ${height} high`);
    }
    await page.goto(url("countries/kz/index.html"));
    const folds = await page.locator("details.fold").evaluateAll((list) => list.map((fold) => [fold.open, fold.querySelector("summary small")?.innerText]));
    assert.ok(folds.length > 8 && folds.every(([open]) => !open), "what is much of a kind is folded");
    const line = page.locator(".fold .observations > li").first();
    assert.equal(await line.isVisible(), false);
    await page.locator("details.fold:has(.observations) > summary").first().click();
    assert.equal(await line.isVisible(), true, "a touch opens the fold");
    await context.close();
  });

  test(`${how}: a link to a fact opens the fold in which it stands`, async () => {
    const { context, page } = await visit("countries/kz/index.html", { viewport: telephone, javaScriptEnabled });
    const id = await page.locator(".fold .gaps > li").first().getAttribute("id");
    await page.goto(url("search/index.html"));
    await page.goto(`${url("countries/kz/index.html")}#${id}`);
    assert.equal(await page.locator(`#${id}`).isVisible(), true);
    await context.close();
  });

  test(`${how}: the table of the matrix begins high on a desktop, and a telephone shows a cell on its first screen`, async () => {
    const wide = await visit("matrix/index.html", { viewport: desktop, javaScriptEnabled });
    const table = await box(wide.page, ".matrix");
    assert.ok(table.y <= 230, `the table begins at ${table.y}`);
    const scrolls = (grid) => grid.scrollHeight > grid.clientHeight + 1 && getComputedStyle(grid).overflowY !== "visible";
    assert.equal(await wide.page.locator(".grid").evaluate(scrolls), false, "no scroller in the page");
    await wide.context.close();
    const narrow = await visit("matrix/index.html", { viewport: telephone, javaScriptEnabled });
    const cell = await box(narrow.page, ".matrix tbody td:visible");
    assert.ok(cell.y + cell.height <= 740, `the first cell ends at ${cell.y + cell.height}`);
    await narrow.context.close();
  });

  test(`${how}: on a telephone a touch chooses the country, and its answers stand there with age and source`, async () => {
    const { context, page } = await visit("matrix/index.html", { viewport: telephone, javaScriptEnabled });
    const columns = () => page.locator(".matrix thead th[data-id]:visible").allInnerTexts();
    assert.equal((await columns()).length, 1);
    const labels = page.locator("input.pick + label:visible");
    const name = (await labels.nth(3).innerText()).trim();
    await labels.nth(3).click();
    assert.deepEqual((await columns()).map((text) => text.trim()), [name]);
    const cell = page.locator(".matrix tbody td:visible").first();
    assert.match(await cell.innerText(), /\d{4}/, "the answer has its time");
    const source = await cell.evaluate((td) => getComputedStyle(td, "::after").content);
    assert.ok(source.length > 4, `its source is seen: ${source}`);
    const wide = await page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, "nothing moves sideways");
    await context.close();
  });

  test(`${how}: regions stand in the matrix when they are asked for`, async () => {
    const { context, page } = await visit("matrix/index.html", { viewport: desktop, javaScriptEnabled });
    const seen = () => page.locator(".matrix thead th[data-id]:visible").count();
    const before = await seen();
    await page.locator("label[for=regions]").click();
    assert.equal(await seen(), before + 1);
    await context.close();
  });
}

test("each mark of the grid leads to its cell, and says its answer and its time in words", async () => {
  const { context, page } = await visit("index.html", { viewport: desktop });
  const marks = await page.locator(".gg td a").evaluateAll((links) => links.map((a) => ({ href: a.href, text: a.textContent.trim() })));
  assert.ok(marks.length >= 200);
  assert.ok(marks.every(({ href, text }) => href.includes("#country-") && text));
  const dated = marks.filter(({ text }) => /\d{4}/.test(text));
  assert.ok(dated.every(({ text }) => /\p{L}/u.test(text)), "a year never stands without a word");
  await context.close();
});

test("the grid prints on one sheet of A4, filled as on the screen", async () => {
  const { context, page } = await visit("index.html", { viewport: { width: 680, height: 960 } });
  await page.emulateMedia({ media: "print" });
  const grid = await box(page, ".glancing");
  // 297 mm less the margins of the sheet.
  assert.ok(grid.height <= (297 - 30) * (96 / 25.4), `it is ${grid.height} high`);
  assert.equal(await page.locator(".gg .f-fresh").first().evaluate((a) => getComputedStyle(a).printColorAdjust), "exact");
  await context.close();
});

test("the grid as a picture holds its title, edition, licence and a line on sources, and a mark for each cell", async () => {
  const { context, page } = await visit("index.html", { viewport: desktop });
  const href = await page.locator(".gg-key a[download]").getAttribute("href");
  const marks = await page.locator(".gg td a").count();
  await page.goto(url(href));
  const parsed = await page.evaluate(() => ({
    root: document.documentElement.localName,
    cells: document.querySelectorAll("g > rect").length,
    words: [...document.querySelectorAll("text")].map((text) => text.textContent),
  }));
  assert.equal(parsed.root, "svg", "it is read as a picture");
  assert.equal(parsed.cells, marks);
  const all = parsed.words.join("\n");
  for (const part of [/at a glance/, /edition/i, /CC BY/, /source/i]) assert.match(all, part);
  await context.close();
});

test("a question says since when each answer is on record, what its doubtful answers mean, and gives its years as a picture", async () => {
  const { context, page } = await visit("questions/definition-covered.html", { viewport: desktop });
  const since = await page.locator(".lines-of tbody td.first-said").allInnerTexts();
  assert.ok(since.filter((words) => /\d{4}/.test(words)).length >= 4, since.join("; "));
  assert.match(await page.locator(".doubted").innerText(), /partial.*\w{4}/s);
  const href = await page.locator(".take-picture a[download]").evaluate((a) => a.href);
  const picture = readFileSync(join(shipped, "questions", href.split("/").pop()), "utf8");
  for (const words of ["Does the criminal law cover", "Kazakhstan", "Uzbekistan", "CC BY 4.0", "First edition"]) assert.ok(picture.includes(words), words);
  await page.goto(pathToFileURL(join(shipped, "questions", href.split("/").pop())).href);
  assert.equal(await page.evaluate(() => document.documentElement.tagName), "svg", "it is well formed");
  await context.close();
});

test("a reference has a button that copies it; without script its words stand there", async () => {
  const { context, page } = await visit("questions/trafficking-offence.html", { viewport: desktop });
  const cited = page.locator(".lines-of .cite-cell").first();
  await cited.locator("summary").click();
  await cited.locator("button.copy").first().click();
  await page.waitForFunction(() => getSelection().toString().length > 40 || document.querySelector(".copy + [role=status]").textContent.trim().length > 0);
  await context.close();
});

test("a question begins with its answer in a sentence and a line for each country, and cites one in a click", async () => {
  const path = "questions/trafficking-offence.html";
  const { context, page } = await visit(path, { viewport: desktop });
  const sentence = page.locator(".lead.found");
  assert.match(await sentence.innerText(), /^yes in all 5 countries\./i);
  const lines = page.locator(".lines-of tbody tr");
  assert.ok((await lines.count()) >= 5);
  const first = await lines.first().boundingBox();
  assert.ok(first.y + first.height < 900, "the first line is on the first screen");
  const below = await lines.nth(2).boundingBox();
  await lines.nth(1).locator(".cite-cell summary").click();
  const cited = lines.nth(1).locator(".cite-cell");
  await cited.locator("a[download]").first().waitFor();
  assert.ok((await lines.nth(2).boundingBox()).y > below.y + 50, "the rows below give way");
  const text = await cited.innerText();
  assert.ok(text.includes("questions/trafficking-offence.html#country-kg"), text);
  assert.match(text, /OSCOLA\s+U\.S\. Department of State, 2022 Trafficking in Persons Report[^]*<https:\/\/www\.state\.gov\/[^]*Counter-trafficking law/, "its source first, in full and with its address");
  const files = await cited.locator("a[download]").evaluateAll((links) => links.map((a) => decodeURIComponent(a.href)));
  assert.equal(files.length, 2);
  assert.ok(files[0].includes("Kyrgyzstan") && files[1].startsWith("data:application/x-research-info-systems"));
  await context.close();
});

test("the slider stays under the pointer, and says its day before, during and after", async () => {
  const { context, page } = await visit("matrix/index.html", { viewport: desktop });
  const slider = page.locator(".slider input");
  const shows = page.locator(".slider .shows");
  assert.equal(await shows.innerText(), "the latest view");
  const box = await slider.boundingBox();
  await page.mouse.move(box.x + box.width - 8, box.y + box.height / 2);
  await page.mouse.down();
  const days = new Set();
  for (const part of [0.9, 0.7, 0.5, 0.3]) {
    await page.mouse.move(box.x + box.width * part, box.y + box.height / 2, { steps: 4 });
    assert.deepEqual(await slider.boundingBox(), box);
    days.add(await shows.innerText());
  }
  assert.equal(days.size, 4, [...days].join());
  assert.match(page.url(), /matrix\/index\.html$/, "no other day is shown before the pointer lets go");
  await Promise.all([page.waitForURL(/matrix\/on-\d{4}/), page.mouse.up()]);
  assert.match(await shows.innerText(), /^\d+ \w+ \d{4}$/);
  await context.close();
});

test("the slider leads from day to day, keeps what is chosen and the row that was read; without script the list stays", async () => {
  const { context, page } = await visit("matrix/index.html#c=kz,uz", { viewport: { width: 1440, height: 700 } });
  const slider = page.locator(".slider input");
  const days = await page.locator(".day .days a").count();
  assert.equal(await slider.getAttribute("max"), String(days), "a step for each day, and the latest view");
  const row = page.locator("th[data-id=victims-prosecuted]");
  await row.evaluate((th) => scrollBy({ top: th.getBoundingClientRect().top - 200, behavior: "instant" }));
  const before = (await row.boundingBox()).y;
  await slider.focus();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  assert.match(await slider.getAttribute("aria-valuetext"), /\d{4}/);
  assert.ok(page.url().includes("matrix/index.html"), "a key alone leads nowhere");
  await page.keyboard.press("Enter");
  await page.waitForURL(/on-\d{4}-\d\d-\d\d\.html#c=kz,uz$/);
  await page.waitForFunction(() => scrollY > 0);
  const after = (await page.locator("th[data-id=victims-prosecuted]").boundingBox()).y;
  assert.ok(Math.abs(after - before) < 60, `the row stood at ${before} and stands at ${after}`);
  await context.close();
  const plain = await visit("matrix/index.html", { viewport: desktop, javaScriptEnabled: false });
  assert.equal(await plain.page.locator(".slider:visible").count(), 0);
  assert.ok((await plain.page.locator(".day .days").count()) === 1);
  await plain.context.close();
});

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with script" : "without script";
  test(`${how}: a country's first screens have its answers, the words of its main article and its dates, and the same dates in words`, async () => {
    const { context, page } = await visit("countries/kz/index.html", { viewport: desktop, javaScriptEnabled });
    const [answers, article, dates] = [await box(page, ".at-a-glance"), await box(page, ".main-articles"), await box(page, ".of-one .picture")];
    assert.ok(answers.y < 600 && article.y < 600, `${answers.y}, ${article.y}`);
    assert.match(await page.locator(".main-articles").innerText(), /art\. 128[\s\S]*Торговля людьми[\s\S]*4 to 7 years/);
    assert.ok(dates.y < 2 * 900, `the dates are on the second screen: ${dates.y}`);
    const counts = await page.locator(".of-one .lane > :is(a, g)").evaluateAll((marks) =>
      marks.map((mark) => Number(/^×(\d+)$/.exec(mark.querySelector("text").textContent)?.[1] ?? 1)));
    const lines = await page.locator(".of-one .events li").count();
    const undated = await page.locator(".of-one .events li .when:not(:has(time))").count();
    assert.ok(lines >= 10 && counts.reduce((a, b) => a + b) <= lines && counts.reduce((a, b) => a + b) >= lines - undated);
    await page.locator(".of-one summary").click();
    assert.ok(await page.locator(".of-one .events li").first().isVisible());
    await context.close();
  });
}

test("on a telephone the dates of a country run down, and nothing of them is scrolled sideways", async () => {
  const { context, page } = await visit("countries/kz/index.html", { viewport: { width: 360, height: 740 } });
  assert.equal(await page.locator(".of-one :is(.picture, .key):visible").count(), 0);
  await page.locator(".of-one summary").click();
  const lines = await page.locator(".of-one .events li").evaluateAll((list) => list.map((line) => line.getBoundingClientRect()));
  assert.ok(lines.length >= 10 && lines.every(({ left, right }) => left >= 0 && right <= 360));
  assert.ok(lines.every(({ top }, at) => at === 0 || top > lines[at - 1].top), "one below the other");
  await context.close();
});

for (const width of [360, 768]) {
  test(`${width}: strips through the years fit the page, and the last answer of each stands in letters that can be read`, async () => {
    const { context, page } = await visit("questions/trafficking-offence.html", { viewport: { width, height: 740 } });
    const room = await box(page, ".strips");
    for (const strip of await page.locator(".strips tbody svg.strip").all()) {
      const drawn = await strip.boundingBox();
      assert.ok(drawn.x >= 0 && drawn.x + drawn.width <= room.x + room.width + 1 && drawn.width > 100, JSON.stringify(drawn));
    }
    const sizes = await page.locator(".strips text:visible").evaluateAll((texts) => texts.map((text) => parseFloat(getComputedStyle(text).fontSize)));
    assert.ok(sizes.every((size) => size >= 11), `${Math.min(...sizes)} px`);
    assert.ok((await page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth)) <= 0);
    await context.close();
  });
}

for (const viewport of [desktop, telephone]) {
  test(`${viewport.width}: each section of a country begins with its answers; what a source says of an older day stands behind them`, async () => {
    const { context, page } = await visit("countries/kz/index.html", { viewport });
    const orders = await page.locator("main section:has(> .scroll > .answers):has(> div > p)").evaluateAll((sections) =>
      sections.map((section) => [section.querySelector(".answers"), section.querySelector(":scope > div > p")].map((box) => box.getBoundingClientRect().y)));
    assert.ok(orders.length > 3, `${orders.length} sections with answers and prose`);
    assert.ok(orders.every(([answers, prose]) => answers < prose), JSON.stringify(orders));
    await context.close();
  });
}

test("on a telephone an answer to a question and its time share a line, without names of columns", async () => {
  const { context, page } = await visit("questions/trafficking-offence.html", { viewport: telephone });
  const rows = await page.locator(".lines-of tbody tr:has(td:nth-child(2) > .obs:not(.since))").evaluateAll((rows) => rows.map((row) => {
    const [answer, time] = [".state", "td:nth-child(2) > small"].map((css) => row.querySelector(css).getBoundingClientRect());
    const named = [...row.querySelectorAll("td:not(.first-said)")].some((cell) => getComputedStyle(cell, "::before").display !== "none");
    return { named, apart: Math.abs(answer.y + answer.height / 2 - time.y - time.height / 2) };
  }));
  assert.ok(rows.length >= 4 && rows.every(({ named, apart }) => !named && apart < 8), JSON.stringify(rows));
  await context.close();
});

test("a source names each record that cites it once, with a link for each place", async () => {
  const { context, page } = await visit("sources/iom-2005.html", { viewport: desktop });
  const names = await page.locator(".uses > li").evaluateAll((lines) =>
    lines.map((line) => `${line.querySelector("a").textContent} ${line.querySelector("small").firstChild.textContent.split(/[·,]/)[0].trim()}`));
  const twice = names.filter((name, at) => at && names[at - 1] === name);
  assert.ok(names.length > 100 && twice.length === 0, twice.slice(0, 5).join("; "));
  const places = await page.locator(".uses a").count();
  assert.ok(places > 1.5 * names.length, `${places} places in ${names.length} records`);
  await context.close();
});
