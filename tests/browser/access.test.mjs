// Whether everybody can use the pages: axe-core's rules, on each page once and on the smallest and the largest page of
// each kind in every way of looking at them; the measures that WCAG asks for besides.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { each, every, faults, left, look, ofColour, overflow, quick, violations, ways, whole } from "./axe.mjs";
import { launch, open } from "./browser.mjs";
import { built, extremes, pages, shipped, sites } from "./site.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

// The styles about which the rules of colour have been asked.
const known = new Set();

// A page that only sends on, or that stands alone, has no frame of its own.
const framed = (list) => list.filter(({ kind }) => !["frameless", "moved"].includes(kind));
const ends = framed(extremes(shipped));
const local = (path) => pathToFileURL(join(shipped, path)).href;
const styles = readFileSync(join(shipped, "assets/style.css"), "utf8");

test("nothing but what is named is left out of axe's rules", () => {
  assert.equal(every.length + Object.keys(left).length, whole.length);
  for (const [rule, reason] of Object.entries(left)) {
    assert.ok(whole.includes(rule), rule);
    assert.ok(reason.length > 20, rule);
  }
  // What stands for a rule that is left out: no style asks how a screen is turned.
  assert.ok(!styles.includes("orientation"));
});

test("words that are hard to read are found, and those that can hardly be seen", async () => {
  const { context, page } = await open(browser);
  await page.goto(local("index.html"));
  const paint = (grey) => page.evaluate((grey) => {
    const { style } = document.querySelector("main p");
    [style.color, style.background, style.fontSize] = [`rgb(${grey}, ${grey}, ${grey})`, "white", "16px"];
  }, grey);
  for (const [grey, faults] of [[80, 0], [100, 1], [140, 1], [240, 1]]) {
    await paint(grey);
    assert.equal((await violations(page, ofColour)).length, faults, `grey ${grey} on white`);
  }
  await context.close();
});

test("words that are hard to read are found on a page whose other words are known to be readable, and where they lie on other ground", async () => {
  const { context, page } = await open(browser);
  await page.goto(local("index.html"));
  const asked = new Set();
  const ask = () => faults(page, ofColour, asked);
  const paint = (selector, name, value) =>
    page.evaluate(([selector, name, value]) => (document.querySelector(selector).style[name] = value), [selector, name, value]);
  assert.deepEqual(await ask(), []);
  // What is moved from its place in the flow is asked each time, for it may lie upon something else.
  const settled = () => [...asked].filter((style) => !style.includes(" moved ")).length;
  assert.ok(settled() > 10, `${settled()} styles`);
  const before = settled();
  assert.deepEqual(await ask(), []);
  assert.equal(settled(), before, "a page that is seen twice has nothing new");
  await paint("main p", "color", "rgb(140, 140, 140)");
  assert.match((await ask()).join(), /^color-contrast-enhanced: /);
  await paint("main p", "color", "");
  await paint("main", "background", "rgb(120, 120, 120)");
  assert.match((await ask()).join(), /^color-contrast-enhanced: /);
  await paint("main", "background", "");
  await paint("main", "opacity", "0.4");
  assert.match((await ask()).join(), /^color-contrast-enhanced: /);
  await paint("main", "opacity", "");
  // A link in a text that nothing but its colour tells from the words around it.
  await page.evaluate(() => {
    const [text, link] = ["p", "a"].map((name) => document.createElement(name));
    link.href = "#x";
    link.textContent = "a link";
    text.append("Words that stand before ", link, " and words that stand behind it.");
    document.querySelector("main").append(text);
    Object.assign(link.style, { color: "rgb(70, 20, 20)", textDecoration: "none" });
  });
  assert.match((await ask()).join(), /link-in-text-block: /);
  await context.close();
});

// Every way at every width, every page with every rule, and the views of other days: `sweep.mjs` has the time for it.
test("axe finds nothing on the smallest and the largest page of each kind, at three widths, in light, dark and forced colours, with text twice as large", async () => {
  const found = [];
  await each(browser, shipped, ends, async (page, { path, length }) => {
    for (const way of ways) {
      // The handbook of all is as long as some ten pages that are looked at themselves.
      for (const width of length > 300_000 ? way.widths.slice(-1) : way.widths) {
        await look(page, way, width);
        const here = `${path}, ${way.name}, ${width} px`;
        found.push(...(await faults(page, way.rules, known)).map((fault) => `${here}: ${fault}`));
        const over = await overflow(page);
        if (over > 0) found.push(`${here}: ${over} px wider than its window`);
      }
    }
  });
  assert.deepEqual(found, []);
});

test("axe finds nothing in the markup of any page but views of other days, which are made like these", async () => {
  const known = new Set(ends.map(({ path }) => path));
  const rest = framed(pages(shipped)).filter(({ path }) => !known.has(path) && !/\d{4}-\d{2}-\d{2}/.test(path));
  assert.ok(rest.length > 300, `only ${rest.length} pages`);
  const found = [];
  await each(browser, shipped, rest, async (page, { path }) => {
    found.push(...(await violations(page, quick)).map((fault) => `${path}: ${fault}`));
  });
  assert.deepEqual(found, []);
});

// The small sites are there for their words and their gaps; how colours work out, the shipped site shows.
for (const name of sites.filter((name) => join(built, name) !== shipped)) {
  test(`${name}: axe finds nothing on any kind of page`, async () => {
    const found = [];
    const site = join(built, name);
    await each(browser, site, framed(extremes(site)), async (page, { path }) => {
      found.push(...(await faults(page, every, known)).map((fault) => `${path}: ${fault}`));
    });
    assert.deepEqual(found, []);
  });
}

test("where people ask for rest nothing moves by itself; with the spacing that readers may set nothing is cut off, and nothing moves sideways", async () => {
  const found = [];
  await each(browser, shipped, ends, async (page, { path }) => {
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll("*")]
        .filter((element) => {
          const style = getComputedStyle(element);
          const lasts = (times) => times.split(",").some((time) => parseFloat(time) > 0);
          return style.scrollBehavior !== "auto" || lasts(style.transitionDuration) || style.animationName !== "none";
        })
        .map((element) => element.outerHTML.slice(0, 80)),
    );
    found.push(...moving.map((element) => `${path}: moves: ${element}`));
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }");
      document.adoptedStyleSheets = [sheet];
    });
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      const over = await overflow(page);
      if (over > 0) found.push(`${path}, ${width} px: ${over} px wider than its window`);
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll("body *")]
          .filter((box) => {
            const style = getComputedStyle(box);
            // What is there for the ear alone is cut by its makers.
            if (style.clipPath !== "none" || box.closest("svg") || box.closest("input, select, textarea")) return false;
            const hides = (axis) => ["hidden", "clip"].includes(style[`overflow${axis}`]);
            return (
              (hides("Y") && box.scrollHeight > box.clientHeight + 1) || (hides("X") && box.scrollWidth > box.clientWidth + 1)
            );
          })
          .map((box) => box.outerHTML.slice(0, 120)),
      );
      found.push(...cut.map((box) => `${path}, ${width} px: cut off: ${box}`));
    }
  });
  assert.deepEqual(found, []);
});

test("who zooms to 400 % reads in one column: no page is wider than 320 pixels", async () => {
  const { context, page } = await open(browser, { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 });
  for (const { path } of ends) {
    await page.goto(local(path));
    assert.ok((await overflow(page)) <= 0, path);
  }
  await context.close();
});

test("no script of the theme makes anything glide", () => {
  for (const name of readdirSync(join(shipped, "assets")).filter((name) => name.endsWith(".js"))) {
    assert.doesNotMatch(readFileSync(join(shipped, "assets", name), "utf8"), /behavior:\s*["']smooth|\.animate\(/, name);
  }
});

// The letters of the languages of the shipped content, in the scripts that their laws are written in.
const letters = {
  kk: "ӘәҒғҚқҢңӨөҰұҮүҺһІі",
  ky: "ҢңӨөҮү",
  tg: "ҒғӢӣҚқӮӯҲҳҶҷ",
  tk: "ÇçÄäŽžŇňÖöŞşÜüÝý",
  uz: "OʻoʻGʻgʻʼЎўҚқҒғҲҳ",
  ru: "ЁёЙйЩщЪъЫыЭэ№«»—",
};

test("the letters of each language are drawn, each as itself, and in the font of the words around them", async () => {
  const { context, page } = await open(browser);
  await page.goto(local("index.html"));
  const client = await context.newCDPSession(page);
  await client.send("DOM.enable");
  await client.send("CSS.enable");
  for (const family of ["serif", "sans"]) {
    for (const [language, text] of Object.entries(letters)) {
      const alike = await page.evaluate(
        ([family, text]) => {
          const canvas = document.createElement("canvas");
          canvas.width = canvas.height = 64;
          const paint = canvas.getContext("2d", { willReadFrequently: true });
          paint.font = `40px ${getComputedStyle(document.documentElement).getPropertyValue(`--${family}`)}`;
          const draw = (letter) => {
            paint.clearRect(0, 0, 64, 64);
            paint.fillText(letter, 8, 44);
            return paint.getImageData(0, 0, 64, 64).data.join();
          };
          // A place of Unicode without a letter shows the box that stands for letters a font does not have.
          const seen = new Map([[draw("\u0378"), "the empty box"], [draw(" "), "nothing"]]);
          return [...new Set(text)].flatMap((letter) => {
            const drawn = draw(letter);
            const other = seen.get(drawn);
            seen.set(drawn, letter);
            return other ? [`${letter} looks like ${other}`] : [];
          });
        },
        [family, text],
      );
      assert.deepEqual(alike, [], `${language}, ${family}`);
      await page.evaluate(
        ([family, text, language]) => {
          const sample = document.createElement("p");
          sample.id = "sample";
          sample.lang = language;
          sample.textContent = `абвгдеж abcdefg ${text}`;
          sample.style.fontFamily = `var(--${family})`;
          document.querySelector("#sample")?.remove();
          document.querySelector("main").append(sample);
        },
        [family, text, language],
      );
      const { root } = await client.send("DOM.getDocument");
      const { nodeId } = await client.send("DOM.querySelector", { nodeId: root.nodeId, selector: "#sample" });
      // Before it is painted it has no font.
      let fonts = [];
      while (!fonts.length) {
        await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
        ({ fonts } = await client.send("CSS.getPlatformFontsForNode", { nodeId }));
      }
      assert.equal(fonts.length, 1, `${language}, ${family}: ${fonts.map((font) => font.familyName)}`);
    }
  }
  await context.close();
});

test("the fonts that are named are those that old systems have with these letters", () => {
  const stack = (name) => new RegExp(`--${name}: ([^;]*);`).exec(styles)[1];
  // Windows 7 and later, Android from 5 on, macOS, Linux: in turn, and at last whatever there is.
  for (const font of ["Cambria", "Noto Serif", "PT Serif", "DejaVu Serif", "Liberation Serif", "Times New Roman"]) {
    assert.ok(stack("serif").includes(font), font);
  }
  for (const font of ["system-ui", "Segoe UI", "Roboto", "Noto Sans", "DejaVu Sans", "Liberation Sans", "Arial"]) {
    assert.ok(stack("sans").includes(font), font);
  }
  assert.match(stack("serif"), /, serif$/);
  assert.match(stack("sans"), /, sans-serif$/);
});
