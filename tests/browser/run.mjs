// Runs every file of tests, as many at once as there are processors, the long ones first: a long file that begins last
// keeps one processor busy while the others have nothing left to do.

import { readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { fileURLToPath } from "node:url";

// By the time of processors that they take, the longest first; those that are not named take less and follow by name.
const long = ["projector", "keyboard", "paper", "access", "everywhere", "search", "own", "compare"];

const folder = dirname(fileURLToPath(import.meta.url));
const names = readdirSync(folder).filter((name) => name.endsWith(".test.mjs")).sort();
const first = long.map((name) => `${name}.test.mjs`);
for (const name of first) if (!names.includes(name)) throw new Error(`${name} is not there`);
const files = [...first, ...names.filter((name) => !first.includes(name))].map((name) => join(folder, name));

run({ files, concurrency: availableParallelism() })
  .on("test:fail", () => (process.exitCode = 1))
  .compose(new spec())
  .pipe(process.stdout);
