// A site as it is used: copied to a folder with spaces and Cyrillic in its name, and hosted below a path.

import { cpSync, createReadStream, existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { pathToFileURL } from "node:url";

const below = "/some/path/of a host/";
const types = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml" };

// A host that knows nothing but files: no directory listings, no rewriting. Below the path, `404.html` answers for what is
// missing, at any depth.
// The address of a page of the site in the folder, and on the host; `end` clears both away.
export async function settle(site) {
  const folder = join(mkdtempSync(join(tmpdir(), "collatio ")), "Сайт о праве (копия 2)");
  cpSync(site, folder, { recursive: true });
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://host/").pathname);
    // A browser may ask the root of a host for a picture by itself; no page does.
    if (path === "/favicon.ico") return response.writeHead(204).end();
    const file = path.startsWith(below) && join(folder, path.slice(below.length));
    if (!file || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404, { "content-type": types[".html"] });
      return file ? createReadStream(join(folder, "404.html")).pipe(response) : response.end();
    }
    response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  }).listen(0, "127.0.0.1");
  await new Promise((listening) => server.once("listening", listening));
  return {
    local: (path) => pathToFileURL(join(folder, path)).href,
    hosted: (path) => `http://127.0.0.1:${server.address().port}${encodeURI(below)}${path}`,
    end: () => {
      server.close();
      rmSync(join(folder, ".."), { recursive: true });
    },
  };
}
