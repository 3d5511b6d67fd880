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
  if (!rules.length) return [];
  return page.evaluate(async ([values, checks]) => {
    const options = { runOnly: { type: "rule", values }, checks, resultTypes: ["violations"], preload: false };
    const { violations } = await window.axe.run(document, options);
    return violations.map((fault) => `${fault.id}: ${fault.nodes.length} × ${fault.nodes[0].html.slice(0, 160)}`);
  }, [rules, checks]);
}

// So many elements of a style are asked before all are.
const SOME = 4;

// The same, where many pages are looked at in many ways. The two rules of colour take most of the time, and what they say
// of an element follows from the computed styles of it and of all that it lies in: so they are asked once for each such
// style, on whichever page and in whichever look it comes first, and again only where they gave no answer. What is taken out
// of the flow, moved in it, or wider than its box may lie upon something else: there they are asked each time. `known` keeps
// the styles that have an answer.
export async function faults(page, rules, known) {
  const others = rules.filter((rule) => !ofColour.includes(rule));
  const found = others.length ? await violations(page, others) : [];
  const asked = rules.filter((rule) => ofColour.includes(rule));
  if (!asked.length) return found;
  await violations(page, []);
  const sizes = new Map(await page.evaluate(group, asked));
  let waiting = [...sizes.keys()].filter((style) => !known.has(style));
  // Of what has the same style some are asked; where none of them gives an answer, all are.
  for (const most of [SOME, Infinity]) {
    if (!waiting.length) break;
    const { wrong, answered } = await page.evaluate(ask, [waiting, most, checks]);
    found.push(...wrong);
    answered.forEach((style) => known.add(style));
    waiting = waiting.filter((style) => sizes.get(style) > SOME && !answered.includes(style));
  }
  return found;
}

// Runs in the page: keeps its visible elements by rule and style, and gives back which there are, and how many of each.
function group(rules) {
  // What colours the ground under words: of what they lie in, each that adds something.
  const ground = ["backgroundColor", "backgroundImage", "opacity", "filter", "mixBlendMode"];
  const nothing = "rgba(0, 0, 0, 0)|none|1|none|normal";
  const ink = ["color", "textShadow", "webkitTextStrokeWidth"];
  const sides = ["borderTop", "borderBottom", "outline"].flatMap((side) => [`${side}Style`, `${side}Width`, `${side}Color`]);
  const letters = ["fontWeight", "fontStyle", "fontFamily", "fontSize"];
  const lines = ["textDecorationLine", "textDecorationStyle", "textDecorationColor"];
  const of = (style, names) => names.map((name) => style[name]).join("|");
  // 14 pt in bold, 18 pt else: of larger letters the rule asks less.
  const isLarge = ({ fontSize, fontWeight }) => Math.ceil(parseFloat(fontSize) * 72) / 96 >= (fontWeight >= 700 ? 14 : 18);
  // FNV-1a twice, from two beginnings: short, and the same in each page.
  const digest = (text) => {
    let [one, two] = [0x811c9dc5, 0x01234567];
    for (let at = 0; at < text.length; at++) {
      one = Math.imul(one ^ text.charCodeAt(at), 0x01000193);
      two = Math.imul(two ^ text.charCodeAt(at), 0x01000193);
    }
    return (one >>> 0).toString(36) + "." + (two >>> 0).toString(36);
  };
  const isMoved = (style) =>
    ["absolute", "fixed"].includes(style.position) ||
    (style.position === "relative" && ["top", "right", "bottom", "left"].some((side) => !["auto", "0px"].includes(style[side]))) ||
    [style.transform, style.translate, style.scale, style.rotate].some((move) => move !== "none") ||
    ["marginTop", "marginRight", "marginBottom", "marginLeft"].some((side) => style[side].startsWith("-"));
  // There for the ear, or beyond the edge of the page until it is focused: no rule of colour looks at it.
  const isUnseen = (element, style) =>
    ["absolute", "fixed"].includes(style.position) &&
    (/^inset\((5\d|[6-9]\d|100)%/.test(style.clipPath) || element.getBoundingClientRect().bottom + scrollY < 0);
  const isBlock = ({ display }) => /^(block|list-item|table|flex|grid)/.test(display);
  // The links of a block that stand in a text, as the rule has it: in their line the other words are more than those of the
  // links.
  const inText = new Map();
  const standsInText = (link, block) => {
    if (!inText.has(block)) {
      const found = new Set();
      let line;
      const end = () => {
        const [words, links] = [line?.words, line?.links].map((text) => (text ?? "").replace(/\s+/g, " ").trim().length);
        if (words > links) line.list.forEach((link) => found.add(link));
        line = { words: "", links: "", list: [] };
      };
      const read = (node) => {
        for (const child of node.childNodes) {
          if (child.nodeType === Node.TEXT_NODE) line.words += child.data;
          if (child.nodeType !== Node.ELEMENT_NODE) continue;
          const style = getComputedStyle(child);
          if (isBlock(style) || ["BR", "HR"].includes(child.tagName)) end();
          if (isBlock(style) || style.display === "none" || style.visibility !== "visible" || isUnseen(child, style)) continue;
          const isLink = child.matches("a[href], [role=link]");
          if (isLink) line.list.push(child);
          if (isLink || child.matches("button, input, select, textarea")) line.links += child.textContent;
          else read(child);
        }
      };
      end();
      read(block);
      end();
      inText.set(block, found);
    }
    return inText.get(block).has(link);
  };
  const groups = (window.styleGroups = new Map());
  const add = (rule, element, style, moved) => {
    const key = moved ? `${rule} ${digest(style)} moved ${Math.random()}` : `${rule} ${digest(style)}`;
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(element);
  };
  // What has no letter has no answer, but for fields.
  const { removeUnicode } = window.axe.commons.text;
  const hasWords = (element) => {
    if (element.getClientRects().length === 0) return false;
    if (element.tagName === "INPUT") return !["hidden", "range", "color", "checkbox", "radio", "image"].includes(element.type);
    if (["SELECT", "TEXTAREA"].includes(element.tagName)) return true;
    const texts = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data);
    const text = texts.join("").trim();
    return text && [{ emoji: true, punctuations: true }, { nonBmp: true }].every((kinds) => removeUnicode(text, kinds).trim());
  };
  const walk = (element, above) => {
    const computed = getComputedStyle(element);
    if (computed.display === "none" || isUnseen(element, computed)) return;
    const layer = of(computed, ground);
    const grounds = layer === nothing ? above.grounds : `${above.grounds}/${layer}`;
    const isOwnBlock = isBlock(computed);
    const looks = () => `${grounds}/${of(computed, [...ink, ...sides, ...letters, ...lines])}`;
    const [block, blockLooks] = isOwnBlock ? [element, looks()] : [above.block, above.blockLooks];
    const sticksOut = isOwnBlock && computed.overflowX === "visible" && element.scrollWidth > element.clientWidth + 1;
    // What has an opaque ground of its own hides what it lies upon.
    const isOpaque = computed.backgroundColor.startsWith("rgb(");
    const moved = sticksOut || ((above.moved || isMoved(computed)) && !isOpaque);
    if (computed.visibility === "visible") {
      const style = `${grounds}/${of(computed, ink)}/${isLarge(computed)}`;
      if (rules.includes("color-contrast-enhanced") && hasWords(element)) add("color-contrast-enhanced", element, style, moved);
      const isLink = rules.includes("link-in-text-block") && computed.display === "inline" && element.matches("a[href], [role=link]");
      if (isLink && standsInText(element, block)) add("link-in-text-block", element, `${looks()}//${blockLooks}`, moved);
    }
    const here = { grounds, block, blockLooks, moved };
    for (const child of element.children) walk(child, here);
  };
  walk(document.documentElement, { grounds: "", moved: false });
  return [...groups].map(([key, elements]) => [key, elements.length]);
}

// Runs in the page: asks the rules about some elements of each of these styles, and says which gave an answer.
async function ask([styles, most, checks]) {
  const marks = { "color-contrast-enhanced": "data-asked-contrast", "link-in-text-block": "data-asked-link" };
  const names = Object.entries(marks);
  window.axe.configure({ rules: names.map(([id, mark]) => ({ id, selector: `[${mark}]` })) });
  const asked = new Map(names.map(([rule]) => [rule, new Map()]));
  for (const key of styles) {
    const [rule] = key.split(" ");
    const elements = window.styleGroups.get(key);
    const some = elements.length > most ? [...elements.slice(0, most - 1), elements.at(-1)] : elements;
    for (const element of some) {
      element.setAttribute(marks[rule], "");
      asked.get(rule).set(element, key);
    }
  }
  const runOnly = { type: "rule", values: names.map(([rule]) => rule) };
  const options = { runOnly, checks, resultTypes: ["violations", "passes"], preload: false, elementRef: true, selectors: false };
  const { violations, passes } = await window.axe.run(document, options);
  for (const [rule, mark] of names) for (const element of asked.get(rule).keys()) element.removeAttribute(mark);
  const answered = [...violations, ...passes].flatMap(({ id, nodes }) => nodes.map(({ element }) => asked.get(id).get(element)));
  const wrong = violations.map((fault) => `${fault.id}: ${fault.nodes.length} × ${fault.nodes[0].html.slice(0, 160)}`);
  return { wrong, answered: [...new Set(answered)] };
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
