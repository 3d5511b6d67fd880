// axe-core's rules, and that nothing moves sideways: what every page is held to.

import { createRequire } from "node:module";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

// What axe finds on a page, a line each; the page's context must have `bypassCSP`, for axe is a script of our own that
// the pages' policy would rightly refuse.
export async function violations(page) {
  await page.addScriptTag({ path: axe });
  return page.evaluate(async () => {
    const rules = { "target-size": { enabled: true } };
    const { violations } = await window.axe.run(document, { rules, resultTypes: ["violations"] });
    return violations.map((fault) => `${fault.id}: ${fault.nodes.length} × ${fault.nodes[0].html.slice(0, 160)}`);
  });
}

// By how many pixels a page is wider than its window.
export function overflow(page) {
  return page.evaluate(() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth);
}

// How pages are looked at.
export const looks = [
  ["light", { colorScheme: "light" }],
  ["dark", { colorScheme: "dark" }],
  ["forced colours", { forcedColors: "active" }],
  ["a narrow screen", { viewport: { width: 320, height: 640 } }],
];
