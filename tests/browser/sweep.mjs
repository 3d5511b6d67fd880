// Everything at once, which is too slow for a test: each page of a site with every rule that axe has, and the smallest
// and the largest page of each kind at each width in each way of looking. Prints what it finds and how much it asked.
// `node sweep.mjs`, or `node sweep.mjs NAME` for another site than the shipped one.

import { each, look, overflow, violations, ways, whole, widths } from "./axe.mjs";
import { launch } from "./browser.mjs";
import { join } from "node:path";
import { built, extremes, pages } from "./site.mjs";

const site = join(built, process.argv[2] ?? "shipped");
const browser = await launch();
const begun = Date.now();
let runs = 0;
let wide = 0;
const found = new Map();

async function ask(page, path, way, width) {
  runs++;
  for (const fault of await violations(page, whole)) {
    const [rule] = fault.split(":");
    found.set(rule, (found.get(rule) ?? 0) + 1);
    console.log(`${path}, ${way}, ${width} px: ${fault}`);
  }
  const over = await overflow(page);
  if (over > 0) {
    wide++;
    console.log(`${path}, ${way}, ${width} px: ${over} px wider than its window`);
  }
}

const framed = (list) => list.filter(({ kind }) => kind !== "frameless");
const all = framed(pages(site));
const ends = framed(extremes(site));
await each(browser, site, ends, async (page, { path }) => {
  for (const width of widths) {
    for (const way of ways) {
      await look(page, way, width);
      await ask(page, path, way.name, width);
    }
  }
});
const asked = runs;
await each(browser, site, process.env.ENDS ? [] : all, (page, { path }) => ask(page, path, "light", 1440));
console.log(`${whole.length} rules; ${ends.length} pages × ${widths.length} widths × ${ways.length} ways = ${asked} runs`);
console.log(`${runs - asked} pages once; ${Math.round((Date.now() - begun) / 1000)} s`);
console.log(`violations: ${JSON.stringify(Object.fromEntries(found))}; wider than the window: ${wide}`);
await browser.close();
