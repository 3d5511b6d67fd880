// The built sites under test, as folders of files: which pages there are, of which kind, and how large.
// `BUILT` names the folder that holds one folder for each site; the test command makes it.

import { readFileSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const built = resolve(process.env.BUILT ?? fileURLToPath(new URL("../../target/proof", import.meta.url)));

// The shipped content; the only one whose findings fill a matrix.
export const shipped = join(built, "shipped");

export const sites = readdirSync(built).filter((name) => statSync(join(built, name)).isDirectory()).sort();

// Every HTML file of a site: its path, the kind of page (its template), its length. A site is read once for each file of
// tests.
const known = new Map();
export function pages(site) {
  if (!known.has(site)) known.set(site, read(site));
  return known.get(site);
}

function read(site) {
  return readdirSync(site, { recursive: true })
    .filter((path) => path.endsWith(".html"))
    .sort()
    .map((path) => {
      const text = readFileSync(join(site, path), "utf8");
      const kind = /<body[^>]*\bclass="[^"]*\bk-([a-z-]+)/.exec(text)?.[1] ?? "frameless";
      return { path: path.replaceAll("\\", "/"), kind, length: text.length };
    });
}

// The smallest and the largest page of each kind: what a template does with nothing, and with all there is.
export function extremes(site) {
  const all = pages(site);
  return [...new Set(all.map((page) => page.kind))].sort().flatMap((kind) => {
    const list = all.filter((page) => page.kind === kind).sort((a, b) => a.length - b.length);
    return list.length > 1 ? [list[0], list.at(-1)] : list;
  });
}

// The main view of a kind of page: views of other days lie beside it under longer names.
export function main(site, kind) {
  const paths = pages(site).filter((page) => page.kind === kind).map((page) => page.path);
  if (paths.length === 0) throw new Error(`there is no page of the kind ${kind}`);
  return paths.reduce((a, b) => (b.length < a.length ? b : a));
}
