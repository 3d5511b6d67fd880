// Asks a built site (`SITE`) questions, each in a browser that has read nothing yet, and prints the bytes that the index
// cost and the time from the last key to the first results. `scripts/measure-search` makes the site.

import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { launch, open } from "./browser.mjs";

const site = process.env.SITE;
const folder = join(site, "search");

// Words as they occur: titles of every so-many-th record.
const records = readdirSync(folder).filter((name) => /^r\d+\.js$/.test(name)).sort();
const titles = records.filter((_, at) => at % Math.ceil(records.length / 24) === 0).flatMap((name) => {
  const text = readFileSync(join(folder, name), "utf8");
  const rows = JSON.parse(text.slice(text.indexOf("["), text.lastIndexOf(")")));
  return [rows[0][1], rows.at(-1)[4].split(" ").slice(3, 6).join(" ")];
});
const long = titles.flatMap((title) => title.match(/\p{L}{6,}/gu) ?? []);
const slips = long.slice(0, 8).map((word) => word.slice(0, 3) + word.slice(4));
const beginnings = long.slice(8, 16).map((word) => word.slice(0, 4));
const most = ["pa", "article", "article 12", "law provision article question", "a", "so pa ve", "art. 16"];
const questions = [...titles, ...slips, ...beginnings, ...most].map((text) => text.replace(/[…·]/g, " ").trim()).filter(Boolean);

const browser = await launch();
const url = pathToFileURL(join(folder, "index.html")).href;
const read = (requests) =>
  requests
    .filter((url) => /\/search\/[a-z]+\d*\.js/.test(url))
    .reduce((sum, url) => sum + statSync(fileURLToPath(url.split("?")[0])).size, 0);
const bytes = [];
const typedBytes = [];
const times = [];
for (const question of questions) {
  // Asked at once, as by a link.
  const asked = await open(browser);
  await asked.page.goto(url + "#q=" + encodeURIComponent(question));
  await asked.page.waitForFunction((question) => document.getElementById("search").dataset.done === question, question);
  bytes.push([read(asked.requests), question]);
  await asked.context.close();

  // Typed, and what is begun on the way is answered too. A person looks at the page before the first key.
  const typing = await open(browser);
  await typing.page.goto(url);
  await typing.page.waitForFunction(() => document.querySelectorAll("#search-kind option").length > 1);
  await typing.page.evaluate((question) => {
    let key = 0;
    document.getElementById("q").addEventListener("input", () => (key = performance.now()));
    const box = document.getElementById("search");
    new MutationObserver(() => {
      if (box.dataset.done === question && !window.took) window.took = performance.now() - key;
    }).observe(box, { attributes: true });
  }, question);
  await typing.page.keyboard.type(question, { delay: 90 });
  await typing.page.waitForFunction(() => window.took > 0);
  times.push([await typing.page.evaluate(() => window.took), question]);
  typedBytes.push([read(typing.requests), question]);
  await typing.context.close();
}
await browser.close();

const show = (list, unit, scale = 1) => {
  const sorted = [...list].sort((a, b) => a[0] - b[0]);
  const at = (part) => (sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))][0] / scale).toFixed(0);
  console.log(`${unit}: median ${at(0.5)}, 95 % below ${at(0.95)}, most ${at(1)} (${sorted.at(-1)[1]})`);
};
console.log(`${questions.length} questions, each in a browser that has read nothing`);
show(bytes, "KiB of the index for a question that is asked at once", 1024);
show(typedBytes, "KiB of the index for a question that is typed letter by letter", 1024);
show(times, "ms from the last key to the results");
