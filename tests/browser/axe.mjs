// axe-core's rules, and that nothing moves sideways: what every page is held to, however it is looked at.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { open } from "./browser.mjs";

const require = createRequire(import.meta.url);
const axe = require("axe-core");
const source = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

// All rules that axe has: best practices, AAA, experimental and deprecated ones too.
export const whole = axe.getRules().map((rule) => rule.ruleId);

// Those that the tests leave out, each with its reason; `sweep.mjs` leaves out none.
export const left = {
  "color-contrast": "color-contrast-enhanced, as it is set here, looks at the same words and asks for more",
  "css-orientation-lock": "it has to read the styles, which no script may do from a folder; a test reads them itself",
};
export const every = whole.filter((rule) => !(rule in left));

// What another colour or another size can change, where the elements and their words stay the same.
export const ofColour = ["color-contrast-enhanced", "link-in-text-block"];
const ofSize = [...ofColour, "target-size", "scrollable-region-focusable"];

// Without those, which take most of the time and find the same on all pages of a kind.
export const quick = every.filter((rule) => !ofSize.includes(rule));

// By itself color-contrast-enhanced passes words that are fainter than even color-contrast allows, and leaves them to that
// rule. Here it finds them itself.
const contrastRatio = { normal: { expected: 7, minThreshold: 0 }, large: { expected: 4.5, minThreshold: 0 } };
const checks = { "color-contrast-enhanced": { options: { contrastRatio } } };

// What axe finds on a page, a line each.
export async function violations(page, rules = every) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(source);
  return page.evaluate(async ([values, checks]) => {
    const options = { runOnly: { type: "rule", values }, checks, resultTypes: ["violations"], preload: false };
    const { violations } = await window.axe.run(document, options);
    return violations.map((fault) => `${fault.id}: ${fault.nodes.length} × ${fault.nodes[0].html.slice(0, 160)}`);
  }, [rules, checks]);
}

// By how many pixels a page is wider than its window.
export function overflow(page) {
  return page.evaluate(() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth);
}

// How pages are looked at, by tests that open a page for each look, and what is asked in each: in other colours the
// elements are the same, and only what colour can change is asked again.
export const looks = [
  ["light", { colorScheme: "light" }, every],
  ["dark", { colorScheme: "dark" }, ofColour],
  ["forced colours", { forcedColors: "active" }, ofColour],
  ["a narrow screen", { viewport: { width: 320, height: 640 } }, every],
];

// And by those that look at one page in all ways: `sweep.mjs` at every width.
export const widths = [320, 768, 1440];
export const ways = [
  { name: "light", media: {}, rules: every, widths },
  { name: "dark", media: { colorScheme: "dark" }, rules: ofColour, widths: [1440] },
  { name: "forced colours", media: { forcedColors: "active" }, rules: ofColour, widths: [768] },
  { name: "text at 200 %", media: {}, size: "200%", rules: ofSize, widths: [320, 1440] },
];

export async function look(page, { media, size = "" }, width) {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme: "light", forcedColors: "none", ...media });
  await page.evaluate((size) => (document.documentElement.style.fontSize = size), size);
}

// Opens pages of a site, as many at a time as there are processors, with all that can be unfolded unfolded.
export async function each(browser, site, pages, run, workers = availableParallelism()) {
  const waiting = [...pages];
  await Promise.all(
    Array.from({ length: workers }, async () => {
      const { context, page } = await open(browser, { viewport: { width: 1440, height: 900 } });
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        await page.goto(pathToFileURL(join(site, next.path)).href);
        await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
        await run(page, next);
      }
      await context.close();
    }),
  );
}
