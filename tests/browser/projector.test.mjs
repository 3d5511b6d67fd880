// The projector: a page shown on a wall, screen by screen, by keys alone. Nothing of the page is lost or cut, the address
// keeps the screen, and without script there is nothing of it.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { faults, looks, overflow } from "./axe.mjs";
import { launch, open } from "./browser.mjs";
import { settle } from "./host.mjs";
import { built, main, pages, shipped } from "./site.mjs";

let browser;
let site;
let bilingual;
before(async () => {
  browser = await launch();
  site = await settle(shipped);
  bilingual = await settle(join(built, "bilingual"));
});
after(async () => {
  await browser?.close();
  site?.end();
  bilingual?.end();
});

const largest = (kind) => {
  const list = pages(shipped).filter((page) => page.kind === kind);
  return list.reduce((a, b) => (b.length > a.length ? b : a)).path;
};
const kinds = ["question", "module", "handout", "section", "pair", "law", "provision", "topic", "country"];
const question = largest("question");

const wall = (page) => page.locator(".wall");
const button = (page) => page.locator(".project button");
const number = async (page) => (await page.locator(".wall-at").innerText()).split(" / ").map(Number);
const begin = async (page) => {
  await button(page).focus();
  await page.keyboard.press("Enter");
  await wall(page).waitFor();
};
const reload = async (page) => {
  const url = page.url();
  await page.goto("about:blank");
  await page.goto(url);
  await wall(page).waitFor();
};

// The words of the page that are for a wall, each text by itself. Not for a wall are the sign below a strip and the way to
// an original: they stand on telephones alone.
const words = (page) =>
  page.evaluate(() => {
    const left = "[data-slide=none], script, template, noscript, nav, .project, .hint, .collect, .taking, .take, .cite-cell, .cite-go, .bar, .slider, label[for^=pick], label[for=regions], [data-region], .tools, .chosen, .backlinks, .paper-only, .at-last, .to-original, svg title, svg desc";
    const walker = document.createTreeWalker(document.getElementById("main"), NodeFilter.SHOW_TEXT);
    window.texts = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.data.trim() && !node.parentElement.closest(`${left}, [hidden]`)) window.texts.push(node);
    }
    return window.texts.length;
  });

// Which screen it is and of how many; which of the words stand on it, and what of them is cut at its sides.
const seen = (page) =>
  page.evaluate(() => {
    const main = document.getElementById("main");
    const cut = [];
    const shown = [];
    const room = main.getBoundingClientRect();
    window.texts.forEach((node, n) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      const rects = [...range.getClientRects()];
      if (!rects.length) return;
      shown.push(n);
      // Words for the ear alone are clipped to nothing wherever they stand.
      if (node.parentElement.closest(".said")) return;
      if (rects.some((rect) => rect.left < room.left - 1 || rect.right > room.right + 1)) cut.push(node.data.trim());
    });
    const at = document.querySelector(".wall-at").innerText.split(" / ").map(Number);
    return { at, shown, cut };
  });

for (const [width, height] of [[1024, 768], [1440, 900], [1920, 1080]]) {
  for (const kind of kinds) {
    test(`${width} × ${height}: every word of the largest ${kind} comes on the wall, large, and none is cut`, async () => {
      const { context, page, complaints } = await open(browser, { viewport: { width, height } });
      await page.goto(site.local(largest(kind)));
      const count = await words(page);
      await begin(page);
      // What stands behind the answers to a question comes when it is asked for.
      if (await page.locator("[data-slide=more]").count()) await page.keyboard.press("s");
      let now = await seen(page);
      const [first, of] = now.at;
      assert.equal(first, 1);
      const found = new Set();
      for (let n = 1; n <= of; n += 1) {
        assert.deepEqual(now.at, [n, of]);
        const before = found.size;
        do {
          assert.deepEqual(now.cut, [], `screen ${n}`);
          for (const text of now.shown) found.add(text);
          await page.keyboard.press("PageDown");
          now = await seen(page);
        } while (n < of && now.at[0] === n);
        assert.ok(found.size > before, `screen ${n} brings something`);
      }
      const missing = await page.evaluate((found) => window.texts.filter((_, n) => !found.includes(n)).map((node) => node.data.trim()), [...found]);
      assert.deepEqual(missing, []);
      assert.ok(count > 20);
      const size = await page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize) / innerWidth);
      assert.ok(size > 0.017, `letters are ${size} of the width`);
      assert.deepEqual(complaints, []);
      await context.close();
    });
  }
}

for (const where of ["local", "hosted"]) {
  test(`${where}: keys lead on and back, the address keeps the screen through a reload and a link, Escape gives the page back`, async () => {
    const { context, page, complaints } = await open(browser, { viewport: { width: 1440, height: 900 } });
    const url = site[where](question);
    await page.goto(url);
    await begin(page);
    const [, of] = await number(page);
    assert.equal(await page.evaluate(() => document.activeElement.id), "main");
    assert.match(await page.locator("body > [role=status]").innerText(), new RegExp(`Escape.*1 .* ${of}`));
    for (const [key, at] of [["ArrowRight", 2], ["ArrowDown", 3], ["PageDown", 4], [" ", 5], ["ArrowLeft", 4], ["ArrowUp", 3], ["PageUp", 2], ["Shift+Space", 1], ["End", of], ["Home", 1]]) {
      await page.keyboard.press(key);
      assert.deepEqual(await number(page), [at, of], key);
    }
    while ((await number(page))[0] < 7) await page.keyboard.press("ArrowRight");
    const there = await page.locator("main").innerText();
    assert.match(await page.locator("body > [role=status]").innerText(), /^Screen 7 of/);
    const bar = await wall(page).innerText();
    for (const part of [await page.evaluate(() => document.querySelector("h1").textContent), "edition of", "what sources say up to"]) assert.ok(bar.includes(part), bar);

    await reload(page);
    assert.equal(await page.locator("main").innerText(), there, "a reload keeps it");
    await page.setViewportSize({ width: 800, height: 500 });
    await page.waitForFunction((of) => !document.querySelector(".wall-at").textContent.endsWith(`/ ${of}`), of);
    assert.ok((await page.locator("main").innerText()).includes(there.split("\n")[0]), "so does another window");
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.waitForFunction(() => document.querySelector(".wall-at").textContent.startsWith("7 /"));

    await page.keyboard.press("ArrowRight");
    const next = await page.locator("main").innerText();
    await page.locator("main a:visible").first().click();
    await page.waitForLoadState();
    assert.notEqual(page.url().split("#")[0], url);
    await page.goBack();
    await wall(page).waitFor();
    assert.equal(await page.locator("main").innerText(), next, "and the way back from a link");

    await page.keyboard.press("Escape");
    await wall(page).waitFor({ state: "detached" });
    assert.equal(page.url(), url);
    assert.ok(await button(page).evaluate((button) => button === document.activeElement));
    assert.equal(await page.locator("body > [role=status]").innerText(), "The projector is off.");
    assert.equal(await page.locator("main .on, main .via, main li[value]").count(), 0);
    assert.deepEqual(complaints, []);
    await context.close();
  });
}

test("the wall shows how far an answer can be trusted, by words and by form, and up to which day sources speak", async () => {
  const { context, page } = await open(browser, { viewport: { width: 1440, height: 900 } });
  await page.goto(site.local("questions/main-article-changed.html"));
  await begin(page);
  const [, of] = await number(page);
  const seen = { overtaken: 0, known: 0 };
  for (let n = 1; n <= of; n += 1) {
    for (const answer of await page.locator("main .answer.st-overtaken:visible").all()) {
      seen.overtaken += 1;
      assert.match(await answer.innerText(), /^was:/);
      const outline = await answer.locator(".state").evaluate((node) => getComputedStyle(node).outlineStyle);
      assert.equal(outline, "dashed");
    }
    seen.known += await page.locator("main .obs:visible", { hasText: /^\s*(as of|last known)/ }).count();
    assert.match(await wall(page).innerText(), /what sources say up to/);
    await page.keyboard.press("PageDown");
  }
  assert.ok(seen.overtaken > 3 && seen.known > 3, JSON.stringify(seen));
  await context.close();
});

test("the way back ends it where the button began it; a bookmark and an anchor begin at their screen", async () => {
  const { context, page } = await open(browser, { viewport: { width: 1440, height: 900 } });
  await page.goto(site.local(question));
  await begin(page);
  await page.keyboard.press("ArrowRight");
  await page.goBack();
  await wall(page).waitFor({ state: "detached" });
  assert.equal(page.url(), site.local(question));

  const anchor = await page.locator("section.cell h2").nth(2).getAttribute("id");
  await page.goto(`${site.local(question)}#${anchor}`);
  await begin(page);
  assert.ok(await page.locator(`[id="${anchor}"]`).isVisible());
  const kept = page.url();
  await page.goto("about:blank");
  await page.goto(kept);
  await wall(page).waitFor();
  assert.ok(await page.locator(`[id="${anchor}"]`).isVisible());
  await page.keyboard.press("Escape");
  assert.equal(page.url(), site.local(question), "a bookmark has no way back, and leaves the page");
  for (const hash of ["#screen=", "#screen=nowhere.7", "#screen=%E0%A4%A", "#screen=main.999999", "#screen=%22%5D"]) {
    await page.goto("about:blank");
    await page.goto(site.local(question) + hash);
    await wall(page).waitFor();
    assert.ok((await number(page))[0] >= 1, hash);
  }
  await context.close();
});

test("what is chosen in the matrix is what comes on the wall, and stays in the address", async () => {
  const { context, page, complaints } = await open(browser, { viewport: { width: 1440, height: 900 } });
  await page.goto(`${site.local(main(shipped, "matrix"))}#c=kz,uz&show=differ`);
  const rows = await page.locator("table.matrix tr:has(> td):visible").count();
  await begin(page);
  assert.match(new URL(page.url()).hash, /^#c=kz,uz&show=differ&screen=/);
  const [, of] = await number(page);
  let shown = 0;
  for (let n = 1; n <= of; n += 1) {
    shown += await page.locator("table.matrix tr:has(> td):visible").count();
    if (await page.locator("table.matrix").isVisible()) assert.equal(await page.locator("thead th[data-id]:visible").count(), 2);
    await page.keyboard.press("ArrowRight");
  }
  assert.equal(shown, rows);
  await reload(page);
  assert.deepEqual(await number(page), [of, of]);
  assert.equal(await page.locator("form.tools:visible").count(), 0);
  await page.keyboard.press("Escape");
  await wall(page).waitFor({ state: "detached" });
  assert.equal(new URL(page.url()).hash, "#c=kz,uz&show=differ");
  assert.deepEqual(complaints, []);
  await context.close();
});

test("what cannot be divided is moved through before the next screen comes, both ways", async () => {
  const { context, page } = await open(browser, { viewport: { width: 900, height: 320 } });
  await page.goto(site.local(largest("provision")));
  await begin(page);
  const top = () => page.evaluate(() => document.getElementById("main").scrollTop);
  const [, of] = await number(page);
  let tall = 0;
  for (let n = 1; n < of && !tall; n += 1) {
    if (await page.evaluate(() => document.querySelector(".wall").classList.contains("is-low"))) tall = n;
    else await page.keyboard.press("ArrowRight");
  }
  assert.ok(tall > 0);
  assert.ok(await page.getByText("continues below").isVisible());
  let last = await top();
  while (await page.evaluate(() => document.querySelector(".wall").classList.contains("is-low"))) {
    await page.keyboard.press("ArrowRight");
    assert.equal((await number(page))[0], tall);
    assert.ok((await top()) > last);
    last = await top();
  }
  await page.keyboard.press("ArrowRight");
  assert.equal((await number(page))[0], tall + 1);
  await page.keyboard.press("ArrowLeft");
  assert.equal((await number(page))[0], tall);
  assert.ok((await top()) > 0, "the way back begins below");
  await context.close();
});

test("of a module the wall shows what the class is to see: the first screen is its title with the aims, then each slide with what its step hands out, no note comes, and each answer by itself after its task", async () => {
  const { context, page, complaints } = await open(browser, { viewport: { width: 1440, height: 900 } });
  for (const kind of ["module", "module-version"]) {
    await page.goto("about:blank");
    await page.goto(site.local(main(shipped, kind)));
    const closed = await page.locator("main details:not([open])").count();
    const slide = await page.locator(".slide").first().evaluate((box) => box.lastElementChild.textContent);
    const kept = await page.locator(".notes-of-trainer, .proofs, .cut:not(.wall-only), .paper-only").evaluateAll((boxes) =>
      boxes.map((box) => box.textContent.replace(/\s+/g, " ").trim()).filter((text) => text.length > 30));
    assert.ok(kept.length > 1);
    await begin(page);
    const title = page.locator("h1:visible, .facts:visible");
    assert.equal(await title.count(), 2, `${kind}: the first screen says what it is, for whom and how long`);
    assert.equal(await page.locator("#objectives:visible").count(), kind === "module" ? 1 : 0, `${kind}: and what for`);
    assert.equal(await page.locator("nav:visible").count(), 0, kind);
    await page.keyboard.press("PageDown");
    assert.ok((await page.locator("main").innerText()).includes(slide), `${kind}: the second screen is a slide`);
    assert.equal(await title.count(), 0, kind);
    await page.keyboard.press("Home");
    const [, of] = await number(page);
    let tasks = 0;
    let asked = "";
    let answers = 0;
    let cards = 0;
    for (let n = 1; n <= of; n += 1) {
      const shown = (await page.locator("main").innerText()).replace(/\s+/g, " ");
      for (const text of kept) assert.ok(!shown.includes(text.slice(0, 60)), `${kind}, screen ${n} of ${of} shows: ${text.slice(0, 60)}`);
      assert.equal(await page.locator('[data-slide="none"]:visible').count(), 0, `screen ${n}`);
      cards += await page.locator(".wall-only li:visible").count();
      const answered = await page.locator("article.exercise:has(details:visible) h3").allInnerTexts();
      const tasked = await page.locator("article.exercise:has(h4:visible) h3").allInnerTexts();
      for (const title of answered) {
        answers += 1;
        assert.ok(!tasked.includes(title), `screen ${n}: a task and its answer come together`);
        assert.equal(title, asked, `screen ${n}: an answer before its task`);
      }
      asked = tasked.at(-1) ?? asked;
      tasks += await page.locator("article.exercise:visible").count();
      for (const box of await page.locator("article.exercise:visible").all()) {
        assert.ok(await box.locator(".b-composite").isVisible(), "that it is invented stands with it");
      }
      while ((await number(page))[0] === n && n < of) await page.keyboard.press("PageDown");
    }
    if (kind === "module") assert.ok(tasks > 0 && answers > 0);
    assert.equal(cards, await page.locator(".cut:not(.wall-only) li").count(), `${kind}: each card comes once`);
    await page.keyboard.press("Escape");
    await wall(page).waitFor({ state: "detached" });
    assert.equal(await page.locator("main details:not([open])").count(), closed);
  }
  assert.deepEqual(complaints, []);
  await context.close();
});

for (const javaScriptEnabled of [true, false]) {
  test(`${javaScriptEnabled ? "with" : "without"} script each module comes in 10, 30 and 120 minutes, and the steps of each add up`, async () => {
    const { context, page } = await open(browser, { viewport: { width: 360, height: 740 }, javaScriptEnabled });
    await page.goto(site.local("index.html"));
    await page.locator(".menu-name").click();
    await page.locator("nav.doors").getByRole("link", { name: "Training" }).click();
    const modules = await page.locator("a.record").evaluateAll((links) => links.map((link) => link.href));
    assert.ok(modules.length >= 3);
    for (const module of modules) {
      await page.goto(module);
      const minutes = (await page.locator("nav.versions a").allTextContents()).map((words) => parseInt(words, 10));
      assert.deepEqual(minutes, [10, 30, 120], module);
      for (const length of minutes) {
        await page.goto(module);
        await page.locator("nav.versions").getByRole("link", { name: `${length} minutes`, exact: true }).click();
        assert.equal(parseInt(await page.locator("nav.versions [aria-current=page]").innerText(), 10), length);
        const steps = await page.locator(".step h3 small").allTextContents();
        assert.equal(steps.reduce((sum, words) => sum + parseInt(words, 10), 0), length, page.url());
      }
    }
    await context.close();
  });
}

test("a handout is on the wall in three clicks from the home page, with its cells on the first screen", async () => {
  const { context, page } = await open(browser, { viewport: { width: 1440, height: 900 } });
  await page.goto(site.local("index.html"));
  await page.locator("nav.doors").getByRole("link", { name: "Training" }).click();
  await page.locator("main .touches a").first().click();
  await button(page).click();
  await wall(page).waitFor();
  assert.equal((await number(page))[0], 1);
  assert.ok((await page.locator("table.matrix td .state:visible").count()) > 0);
  await context.close();
});

test("a country on the wall is its answers: few screens, and no prose of a desk", async () => {
  const { context, page } = await open(browser, { viewport: { width: 1440, height: 900 } });
  await page.goto(site.local(largest("country")));
  await begin(page);
  const [, of] = await number(page);
  assert.ok(of <= 60, `${of} screens`);
  const rows = await page.locator(".answers tbody tr").count();
  const seen = new Set();
  for (let n = 1; n <= of; n += 1) {
    assert.equal(await page.locator("main .b-disputed:visible, main .observations:visible").count(), 0, `screen ${n}`);
    for (const row of await page.locator(".answers tbody th:visible").allInnerTexts()) seen.add(row);
    const at = await wall(page).innerText();
    for (let turn = 0; turn < 20 && n < of && (await wall(page).innerText()) === at; turn += 1) await page.keyboard.press("PageDown");
  }
  assert.equal(seen.size, rows, "each answer comes");
  await context.close();
});

test("a question on the wall is at most twelve screens, one for a country; what stands behind them comes when it is asked for", async () => {
  const { context, page } = await open(browser, { viewport: { width: 1280, height: 720 } });
  const questions = pages(shipped).filter((one) => one.kind === "question");
  assert.ok(questions.length > 30);
  for (const { path } of [...questions].sort((a, b) => b.length - a.length).slice(0, 12)) {
    await page.goto("about:blank");
    await page.goto(site.local(path));
    await begin(page);
    const [, of] = await number(page);
    assert.ok(of <= 12, `${path}: ${of} screens`);
    const seen = [];
    for (let n = 1; n <= of; n += 1) {
      for (const name of await page.locator("section.cell:visible > h2").allInnerTexts()) seen.push(name);
      while ((await number(page))[0] === n && n < of) await page.keyboard.press("PageDown");
    }
    assert.equal(new Set(seen).size, seen.length, `${path}: a country on two screens`);
  }
  const [, few] = await number(page);
  await page.keyboard.press("s");
  assert.ok((await number(page))[1] > few, "all sources");
  assert.equal(await page.locator(".wall [data-do=whole]").getAttribute("aria-pressed"), "true");
  await page.keyboard.press("s");
  assert.equal((await number(page))[1], few);
  await context.close();
});

test("a handout on a telephone held upright has no column out of sight", async () => {
  const { context, page } = await open(browser, { viewport: { width: 360, height: 740 } });
  await page.goto(site.local(largest("handout")));
  await begin(page);
  const [, of] = await number(page);
  for (let n = 1; n <= of; n += 1) {
    const out = await page.locator(".scroll:visible").evaluateAll((boxes) => boxes.filter((box) => box.scrollWidth > box.clientWidth + 1).length);
    assert.equal(out, 0, `screen ${n}`);
    const at = await wall(page).innerText();
    for (let turn = 0; turn < 20 && n < of && (await wall(page).innerText()) === at; turn += 1) await page.keyboard.press("PageDown");
  }
  await context.close();
});

test("keys in a list, a blank screen, larger letters, the full screen: all by keyboard", async () => {
  const { context, page, complaints } = await open(browser, { viewport: { width: 1440, height: 900 } });
  await page.goto(site.local(question));
  await begin(page);
  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog");
  assert.ok(await dialog.isVisible());
  assert.ok(await overflow(page) <= 1);
  await page.keyboard.press("ArrowRight");
  assert.equal((await number(page))[0], 1, "behind the list nothing moves");
  await page.keyboard.press("Escape");
  assert.ok(!(await dialog.isVisible()));
  assert.ok(await wall(page).isVisible(), "Escape closed the list alone");

  await page.keyboard.press("b");
  assert.ok(!(await page.locator("h1").isVisible()));
  await page.keyboard.press("ArrowRight");
  assert.ok(await page.locator("h1").isVisible(), "a key brings the same screen back");
  assert.equal((await number(page))[0], 1);
  const letters = () => page.locator("h1").evaluate((h1) => parseFloat(getComputedStyle(h1).fontSize));
  const usual = await letters();
  await page.keyboard.press("+");
  assert.ok((await letters()) > usual);
  await page.keyboard.press("0");
  await page.keyboard.press("-");
  assert.ok((await letters()) < usual);
  await page.keyboard.press("0");
  assert.equal(await letters(), usual);

  // The bar is reached by the keyboard, and its buttons keep the focus.
  await wall(page).getByRole("button", { name: "Next" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Space");
  assert.equal((await number(page))[0], 3);
  await wall(page).getByRole("button", { name: "Full screen" }).focus();
  await page.keyboard.press("Enter");
  await wall(page).getByRole("button", { name: "End" }).click();
  await wall(page).waitFor({ state: "detached" });
  assert.deepEqual(complaints, []);
  await context.close();
});

for (const [language, folder, next] of [["en", "", "Next"], ["ru", "ru/", "Далее"]]) {
  for (const where of ["local", "hosted"]) {
    test(`${where}, ${language}: the words of the wall come when it begins, and not before, in the language of the page`, async () => {
      const { context, page, requests, complaints } = await open(browser, { viewport: { width: 1440, height: 900 } });
      await page.goto(bilingual[where](`${folder}${main(join(built, "bilingual"), "question")}`));
      const words = () => requests.filter((url) => url.endsWith(`/${folder}assets/projector-words.js`)).length;
      assert.equal(words(), 0);
      assert.ok(!(await page.content()).includes(`>${next}<`));
      await begin(page);
      assert.equal(words(), 1);
      assert.equal(await page.locator('.wall [data-do="next"]').innerText(), next);
      await page.keyboard.press("Escape");
      await wall(page).waitFor({ state: "detached" });
      await begin(page);
      assert.equal(words(), 1, "and only once");
      assert.deepEqual(complaints, []);
      await context.close();
    });
  }
}

test("where the words cannot be loaded the page stays as it is, and a second try may do better", async () => {
  const { context, page } = await open(browser);
  await page.route("**/projector-words.js", (route) => route.abort());
  await page.goto(site.hosted(question));
  const failed = page.waitForEvent("requestfailed");
  await button(page).click();
  await failed;
  assert.equal(await wall(page).count(), 0);
  assert.ok(!(await page.evaluate(() => document.documentElement.classList.contains("projecting"))));
  await page.unroute("**/projector-words.js");
  // The promise of the first try is given up in the turn after its failure.
  await page.waitForFunction(() => !document.querySelector('script[src$="projector-words.js"]'));
  await begin(page);
  await context.close();
});

test("without script there is no button, and all is there", async () => {
  const { context, page } = await open(browser, { javaScriptEnabled: false });
  for (const kind of kinds) {
    await page.goto(site.local(largest(kind)));
    assert.equal(await page.getByRole("button").count(), 0, kind);
    assert.equal(await page.getByText("Show as slides", { exact: true }).count(), 0, kind);
    assert.ok(await page.locator("main h1").isVisible());
  }
  await context.close();
});

test("paper gets the page as it is, from the middle of a projection too", async () => {
  const { context, page } = await open(browser, { viewport: { width: 680, height: 960 } });
  await page.goto(site.local(question));
  await page.emulateMedia({ media: "print" });
  const whole = await page.locator("main").innerText();
  await page.emulateMedia({ media: "screen" });
  await begin(page);
  await page.keyboard.press("ArrowRight");
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator("main").innerText(), whole);
  assert.equal(await wall(page).isVisible(), false);
  assert.ok(await page.evaluate(() => document.querySelector(".foot").getClientRects().length > 0));
  await context.close();
});

// Styles of which the rules of colour have spoken, on whichever screen.
const known = new Set();
for (const [look, options, rules] of looks) {
  test(`${look}: axe finds nothing on the wall, and nothing moves sideways`, async () => {
    const { context, page } = await open(browser, { viewport: { width: 1440, height: 900 }, ...options, bypassCSP: true });
    for (const kind of ["question", "module", "handout", "pair"]) {
      await page.goto("about:blank");
      await page.goto(site.local(largest(kind)));
      await begin(page);
      for (const key of ["", "ArrowRight", "ArrowRight", "End", "?"]) {
        if (key) await page.keyboard.press(key);
        assert.deepEqual(await faults(page, rules, known), [], `${kind} ${key}`);
        assert.ok((await overflow(page)) <= 1, kind);
      }
    }
    await context.close();
  });
}
