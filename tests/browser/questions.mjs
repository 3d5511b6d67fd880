// Questions for the search of the shipped site, and what should answer each: those that people wrote down
// (`tests/search/queries.csv`), and those made by rule from the claims, the titles and the glossary, half of them with a
// slip of the pen. The same content gives the same questions.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pages } from "./site.mjs";

const tests = fileURLToPath(new URL("..", import.meta.url));

// Rows of a CSV file as objects.
export function csv(path) {
  const text = readFileSync(join(tests, path), "utf8");
  const rows = [];
  let row = [""];
  for (let at = 0, quoted = false; at < text.length; at++) {
    const c = text[at];
    if (quoted && c === '"' && text[at + 1] === '"') row[row.length - 1] += text[++at];
    else if (c === '"') quoted = !quoted;
    else if (!quoted && c === ",") row.push("");
    else if (!quoted && c === "\n") {
      rows.push(row);
      row = [""];
    } else if (c !== "\r") row[row.length - 1] += c;
  }
  const [names, ...rest] = rows;
  return rest.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at] ?? ""])));
}

// The same numbers in every run.
function stream(seed) {
  let state = seed >>> 0;
  return (end) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * end);
  };
}

// A letter too few, twice, another one, or two in the wrong order; never the first, which people get right.
function slip(text, next) {
  const words = text.split(" ");
  const long = words.map((word, at) => [word, at]).filter(([word]) => /^\p{L}{6,}$/u.test(word));
  if (long.length === 0) return text;
  const [word, place] = long[next(long.length)];
  const at = 1 + next(word.length - 2);
  const kinds = [
    () => word.slice(0, at) + word.slice(at + 1),
    () => word.slice(0, at) + word[at] + word.slice(at),
    () => word.slice(0, at) + (word[at] === "e" ? "a" : "e") + word.slice(at + 1),
    () => word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2),
  ];
  words[place] = kinds[next(kinds.length)]();
  return words.join(" ");
}

const PLACES = { KZ: "Kazakhstan", KG: "Kyrgyzstan", TJ: "Tajikistan", TM: "Turkmenistan", UZ: "Uzbekistan", REG: "" };

// From each third claim: the four longest of its words, and its country; any page that publishes the claim answers.
function fromClaims(site, next) {
  const carriers = new Map();
  for (const { path } of pages(site)) {
    if (/on-\d{4}/.test(path)) continue;
    for (const found of readFileSync(join(site, path), "utf8").matchAll(/data-trace="([^"]*)"/g)) {
      for (const id of found[1].split(" ")) carriers.set(id, (carriers.get(id) ?? new Set()).add(path));
    }
  }
  return csv("dossier/claims.csv")
    .filter((claim, at) => at % 3 === 0 && carriers.has(claim.claim_id))
    .map((claim, at) => {
      const words = [...new Set(claim.paraphrase.match(/\p{L}{5,}/gu) ?? [])];
      const longest = [...words].sort((a, b) => b.length - a.length).slice(0, 4);
      const country = PLACES[claim.countries.split(/[^A-Z]/)[0]] ?? "";
      const query = [...words.filter((word) => longest.includes(word)), country].filter(Boolean).join(" ");
      return { query: at % 2 ? slip(query, next) : query, expected: [...carriers.get(claim.claim_id)], made: "claim" };
    });
}

// Titles as the list of all pages has them, each seventh; the page of that title answers.
function fromTitles(site, next) {
  const list = readFileSync(join(site, "search/index.html"), "utf8");
  const links = [...list.slice(list.indexOf("search-all")).matchAll(/<li><a href="\.\.\/([^"]+)">([^<]+)<\/a>/g)];
  const same = (title) => links.filter(([, , other]) => other === title).map(([, path]) => path);
  const plain = (text) => text.replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&amp;/g, "&");
  return links
    .filter((_, at) => at % 7 === 0)
    .map(([, , title], at) => {
      const query = plain(title).split(" ").slice(0, 8).join(" ");
      return { query: at % 2 ? slip(query, next) : query, expected: same(title), made: "title" };
    });
}

// Every term of the glossary; its entry answers, or a page that publishes the claim behind it.
function fromGlossary(site, next) {
  const page = readFileSync(join(site, "glossary/index.html"), "utf8");
  const ids = [...page.matchAll(/<h2[^>]*>([^<]+)/g)];
  return csv("dossier/glossary.csv").map((row, at) => {
    const query = row.term.replace(/\s*\(.*/, "");
    return { query: at % 2 ? slip(query, next) : query, expected: ids.length ? ["glossary/index.html"] : [], made: "term" };
  });
}

export function questions(site) {
  const next = stream(20261124);
  const written = csv("search/queries.csv").map(({ query, expected }) => ({ query, expected: expected.split(" "), made: "written" }));
  return [...written, ...fromClaims(site, next), ...fromTitles(site, next), ...fromGlossary(site, next)];
}
