// What a page loads before anybody can read it: its HTML, its styles and its scripts, as a host that compresses sends
// them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { launch, open } from "./browser.mjs";
import { extremes, pages, shipped } from "./site.mjs";

const LARGEST = 60 * 1024;
const LARGEST_PARTS = 33 * 1024;
// The whole comparison on one page may weigh more, and so may the handbook of all countries, which is for paper.
const WHOLE = ["matrix", "matrix-transposed", "handbook-all"];

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const known = new Map();
function weight(file) {
  if (!known.has(file)) known.set(file, gzipSync(readFileSync(file)).length);
  return known.get(file);
}

// The styles and scripts that a page names; what a script asks for itself, only a browser can tell.
function parts(path) {
  const text = readFileSync(join(shipped, path), "utf8");
  const here = pathToFileURL(join(shipped, path));
  const named = [...text.matchAll(/<(?:script|link)\b[^>]*>/g)].flatMap(([tag]) => {
    const address = /^<script/.test(tag)
      ? /\ssrc="?([^"\s>]+)/.exec(tag)
      : /\srel="?stylesheet\b/.test(tag) && /\shref="?([^"\s>]+)/.exec(tag);
    return address ? [new URL(address[1], here)] : [];
  });
  return [...new Set(named.map((url) => fileURLToPath(new URL(url.pathname, here))))];
}

const kib = (bytes) => (bytes / 1024).toFixed(1);

test("the first view of every page is light", () => {
  const kinds = new Map();
  for (const { path, kind } of pages(shipped)) {
    const besides = parts(path).reduce((sum, file) => sum + weight(file), 0);
    const all = besides + weight(join(shipped, path));
    if (!kinds.has(kind)) kinds.set(kind, []);
    kinds.get(kind).push({ path, besides, all });
  }
  const heavy = [];
  for (const [kind, list] of kinds) {
    list.sort((a, b) => a.all - b.all);
    const most = list.at(-1);
    console.log(`${kind}: ${list.length} pages, ${kib(list[0].all)} to ${kib(most.all)} KiB, ${most.path}`);
    for (const { path, besides, all } of list) {
      if (besides > LARGEST_PARTS) heavy.push(`${path}: styles and script ${kib(besides)} KiB`);
      if (all > LARGEST && !WHOLE.includes(kind)) heavy.push(`${path}: ${kib(all)} KiB`);
    }
  }
  assert.deepEqual(heavy, []);
});

test("and it stays light with what its scripts ask for", async () => {
  const { context, page, requests } = await open(browser);
  const heavy = [];
  for (const { path, kind } of extremes(shipped)) {
    // A page that only sends on has no first view of its own.
    if (kind === "frameless" || kind === "moved") continue;
    requests.length = 0;
    await page.goto(pathToFileURL(join(shipped, path)).href, { waitUntil: "networkidle" });
    const files = new Set(requests.filter((url) => /^file:/.test(url)).map((url) => fileURLToPath(url.split(/[?#]/)[0])));
    for (const file of parts(path)) assert.ok(files.has(file), `${path} names ${file} and does not load it`);
    const all = [...files].reduce((sum, file) => sum + weight(file), 0);
    const besides = all - weight(join(shipped, path));
    if (besides > LARGEST_PARTS) heavy.push(`${path}: styles and script ${kib(besides)} KiB`);
    if (all > LARGEST && !WHOLE.includes(kind)) heavy.push(`${path}: ${kib(all)} KiB`);
  }
  assert.deepEqual(heavy, []);
  await context.close();
});
