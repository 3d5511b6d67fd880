// The way out: on the pages that the configuration names, at once, by pointer and by keyboard, with and without script and
// network; it promises nothing that it cannot do, and is nowhere else.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { looks, overflow, violations } from "./axe.mjs";
import { launch, open } from "./browser.mjs";
import { settle } from "./host.mjs";
import { built, pages, shipped } from "./site.mjs";

const bilingual = join(built, "bilingual");
const wanted = ["topics/index.html", "topics/bridges.html", "sections/movement.html", "questions/ferry.html", "pages/guide.html"];
const topic = "topics/bridges.html";

let browser;
let site;
before(async () => {
  browser = await launch();
  site = await settle(bilingual);
});
after(async () => {
  await browser?.close();
  site?.end();
});

const button = (page) => page.getByRole("link", { name: "Leave this page" });
const status = (page) => page.locator(".leave [role=status]");
const isBlank = async (page) => {
  await page.waitForURL(/\/blank\.html$/);
  assert.equal(await page.title(), "Empty page");
  const text = await page.locator("body").innerText();
  assert.equal(text.replace(/\s+/g, " ").trim(), "Empty page There is nothing on this page.");
  assert.equal(await page.locator("a, [href]:not([rel=icon])").count(), 0, "nothing leads back");
};

test("the pages that the configuration names have it, in each language, and no others", async () => {
  const { context, page } = await open(browser);
  const found = [];
  for (const { path } of pages(bilingual)) {
    await page.goto(site.local(path));
    if (await page.locator(".leave").count()) found.push(path);
  }
  assert.deepEqual(found.filter((path) => !/on-\d{4}/.test(path)), [...wanted, ...wanted.map((path) => `ru/${path}`)].sort());
  await page.goto(site.local(`ru/${topic}`));
  await page.getByRole("link", { name: "Покинуть страницу" }).click();
  await page.waitForURL(/\/ru\/blank\.html$/);
  assert.equal(await page.title(), "Пустая страница");
  assert.ok(pages(shipped).every(({ path }) => path !== "blank.html"), "a site that asks for none has none");
  await context.close();
});

for (const where of ["local", "hosted"]) {
  for (const script of [true, false]) {
    test(`${where}, ${script ? "with" : "without"} script: the second stop of the keyboard leaves the page`, async () => {
      const { context, page, complaints } = await open(browser, { javaScriptEnabled: script });
      await page.goto(site[where]("index.html"));
      await page.goto(site[where](topic));
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      assert.ok(await button(page).evaluate((link) => link === document.activeElement));
      await page.keyboard.press("Enter");
      await isBlank(page);
      await page.goBack();
      assert.equal(page.url(), site[where](script ? "index.html" : topic), "the way back does not lead here, with script");
      assert.deepEqual(complaints, []);
      await context.close();
    });
  }

  test(`${where}: Shift three times leaves the page; on the way to a letter or through the links it does not`, async () => {
    const { context, page, complaints } = await open(browser);
    await page.goto(site[where](topic));
    const url = page.url();
    for (const key of ["Shift", "Shift", "Shift+Tab", "Shift", "Shift", "a", "Shift+A", "Shift+A", "Shift+A"]) await page.keyboard.press(key);
    assert.equal(await status(page).innerText(), "");
    await page.keyboard.press("Shift");
    assert.match(await status(page).innerText(), /twice more/);
    await page.keyboard.press("Shift");
    assert.match(await status(page).innerText(), /once more/);
    await page.mouse.click(5, 400);
    assert.equal(page.url(), url);
    await page.keyboard.press("Shift");
    assert.match(await status(page).innerText(), /twice more/, "a click begins the count anew");
    await page.keyboard.press("Shift");
    await page.keyboard.press("Shift");
    await isBlank(page);
    assert.deepEqual(complaints, []);
    await context.close();
  });
}

test("it says what it does and what it cannot, with and without script, and where help is", async () => {
  for (const script of [true, false]) {
    const { context, page } = await open(browser, { javaScriptEnabled: script });
    await page.goto(site.local(topic));
    await page.getByText("What this does").click();
    const text = await page.locator(".leave").innerText();
    assert.ok(text.includes("Nothing is erased."));
    assert.ok(text.includes("The browser’s own help explains"));
    assert.equal(text.includes("Pressing Shift three times"), script);
    assert.equal(text.includes("JavaScript is off"), !script);
    const help = page.locator(".leave p a");
    await help.click();
    assert.equal(page.url(), site.local("pages/guide.html"));
    assert.equal(await button(page).count(), 1, "the page with help has it, too");
    await context.close();
  }
});

test("it stays in sight, hides nothing that has the focus, and is not printed", async () => {
  for (const width of [320, 768, 1440]) {
    const { context, page } = await open(browser, { viewport: { width, height: 600 } });
    await page.goto(site.local("questions/ferry.html"));
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    const inSight = () => page.locator(".leave-now").evaluate((link) => {
      const { top, bottom, left, right } = link.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight && left >= 0 && right <= innerWidth;
    });
    assert.ok(await inSight(), `${width}`);
    // Backwards through the page, what has the focus comes from behind the bar.
    await page.locator(".foot a").last().focus();
    for (let n = 0; n < 40; n += 1) {
      await page.keyboard.press("Shift+Tab");
      const hidden = await page.evaluate(() => {
        const focused = document.activeElement;
        if (focused === document.body || focused.closest(".leave, .skip")) return "";
        const { top, bottom } = focused.getBoundingClientRect();
        const bar = document.querySelector(".leave").getBoundingClientRect();
        return bottom <= bar.bottom && top < bar.bottom && scrollY > 0 ? focused.outerHTML.slice(0, 100) : "";
      });
      assert.equal(hidden, "", `${width}`);
    }
    assert.ok((await overflow(page)) <= 1, `${width}`);
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator(".leave:visible").count(), 0);
    await context.close();
  }
});

for (const [look, options, rules] of looks) {
  test(`${look}: axe finds nothing, with the words open and closed, and on the empty page`, async () => {
    const { context, page } = await open(browser, { ...options, bypassCSP: true });
    for (const path of [topic, "questions/ferry.html", "blank.html"]) {
      await page.goto(site.local(path));
      assert.deepEqual(await violations(page, rules), [], path);
      if (path === "blank.html") continue;
      await page.getByText("What this does").click();
      assert.deepEqual(await violations(page, rules), [], path);
      assert.ok((await overflow(page)) <= 1, path);
    }
    await context.close();
  });
}
