// A real Chromium or Firefox with a profile of its own, and a record of what a page asks for and complains of.

import { existsSync } from "node:fs";
import { chromium, firefox } from "playwright-core";

// The shell is the same engine without a window, its frame and its services, and costs half of the time.
const candidates = [process.env.CHROMIUM, "/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

export function launch() {
  const executablePath = candidates.find((path) => path && existsSync(path));
  if (!executablePath) throw new Error("no Chromium: ./scripts/test installs it, or CHROMIUM names one");
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-quic",
      "--no-first-run",
    ],
  });
}

// The Firefox ESR of the system, which is not patched: it is spoken to by WebDriver BiDi.
// `javaScriptEnabled` of a context does not reach it, so preferences switch script off.
export function launchFirefox(preferences = {}) {
  const executablePath = [process.env.FIREFOX, "/usr/bin/firefox-esr"].find((path) => path && existsSync(path));
  if (!executablePath) throw new Error("no Firefox ESR: ./scripts/test installs it, or FIREFOX names one");
  return firefox.launch({
    channel: "moz-firefox",
    executablePath,
    // As people have it: a page from a folder is an origin of its own.
    firefoxUserPrefs: { "security.fileuri.strict_origin_policy": true, ...preferences },
  });
}

// A page in a context of its own, with the list of its requests and of its complaints.
export async function open(browser, options = {}) {
  // Scrolling that takes its time would make a test see the page on its way.
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  const requests = [];
  const complaints = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("requestfailed", (request) => complaints.push(`${request.url()} failed`));
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.url()}: ${response.status()}`);
  });
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return { context, page, requests, complaints };
}
