// Opens the heaviest pages of a built site (`SITE`) as on a slow telephone, 360 pixels wide with a quarter of this
// processor, from the folder, each in a browser that has read nothing yet. Prints for each the bytes, the number of
// elements and the milliseconds until it was loaded and until it was drawn and could be used; medians of `ROUNDS`.
// Usage: SITE=public [PAGES=12] [ROUNDS=3] node tests/browser/measure-opening.mjs

import { readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { launch, open } from "./browser.mjs";

const site = process.env.SITE;
const count = Number(process.env.PAGES ?? 12);
const rounds = Number(process.env.ROUNDS ?? 3);

// The heaviest page of each folder, then the heaviest of all.
const pages = readdirSync(site, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => ({ path, bytes: statSync(path).size, folder: relative(site, path).split("/")[0] }))
  .sort((a, b) => b.bytes - a.bytes);
const first = [...new Map([...pages].reverse().map((page) => [page.folder, page])).values()].sort((a, b) => b.bytes - a.bytes);
const chosen = [...new Set([...first.slice(0, count), ...pages])].slice(0, count);

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const browser = await launch();
console.log("bytes      elements  loaded ms  usable ms  page");
let slowest = 0;
for (const { path, bytes } of chosen) {
  const loaded = [];
  const usable = [];
  let elements = 0;
  for (let round = 0; round < rounds; round++) {
    const { context, page } = await open(browser, { viewport: { width: 360, height: 780 }, deviceScaleFactor: 2 });
    const devtools = await context.newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await page.goto(pathToFileURL(path).href, { waitUntil: "load", timeout: 120_000 });
    const times = await page.evaluate(async () => {
      // Two frames later everything is laid out and drawn.
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      const [entry] = performance.getEntriesByType("navigation");
      return { loaded: entry.loadEventEnd, usable: performance.now(), elements: document.getElementsByTagName("*").length };
    });
    loaded.push(times.loaded);
    usable.push(times.usable);
    elements = times.elements;
    await context.close();
  }
  slowest = Math.max(slowest, median(usable));
  const column = (value, width) => String(Math.round(value)).padEnd(width);
  console.log(column(bytes, 11) + column(elements, 10) + column(median(loaded), 11) + column(median(usable), 11) + relative(site, path));
}
console.log(`the slowest of ${chosen.length} pages can be used after ${Math.round(slowest)} ms`);
await browser.close();
