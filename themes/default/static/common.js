// What every page loads: the field for search in the head with the key `/`, the switch between languages, the button of the
// projector and the way to the forms of the citation; and what the other scripts share, as `collatio`. Plain scripts in ES2021, no modules: a page from a
// folder may load nothing else.
"use strict";
window.collatio = (() => {
  // The elements within `root` that match, as an array.
  const all = (css, root = document) => [...root.querySelectorAll(css)];

  // The text of a node, its white space folded.
  const text = (node) => (node ? node.textContent.replace(/\s+/g, " ").trim() : "");

  // A pattern with the values in place of `{name}`; a name that has none stays.
  const filled = (pattern, values) =>
    pattern.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));

  // What an address holds behind `#`, as parts of the form `name=value`. Each script keeps the parts of the others.
  const hashParts = () => location.hash.slice(1).split("&").filter((part) => part.indexOf("=") > 0);

  // The address of this page with these parts.
  const addressWith = (parts) => (parts.length ? `#${parts.join("&")}` : location.pathname + location.search);

  const KEYS = "collatio.slash";

  // Single letters as keys can be switched off on the page of the search, for those whose software speaks them.
  function lettersAreOff() {
    try {
      if (localStorage.getItem(KEYS) === "off") return true;
    } catch (refused) {}
    return /(^|; )collatio-slash=off/.test(document.cookie);
  }

  function setLetters(on) {
    const value = on ? "on" : "off";
    try {
      localStorage.setItem(KEYS, value);
    } catch (refused) {}
    document.cookie = `collatio-slash=${value}; path=/; max-age=31536000; samesite=lax`;
  }

  // What a page takes in after it was loaded passes here, and nowhere else (the policy of the page says so): scripts of the
  // site itself, and the words of the wall.
  const folder = document.currentScript.src;
  const home = new URL("..", folder).href;
  const rules = {
    createScriptURL: (address) => {
      const href = new URL(address, document.baseURI).href;
      if (href.startsWith(home)) return href;
      throw new TypeError(`${address} is no script of this site`);
    },
    createHTML: (html) => {
      if (html === window.collatio["projector-words"]) return html;
      throw new TypeError("these are no words of this site");
    },
  };
  const policy = window.trustedTypes ? trustedTypes.createPolicy("collatio", rules) : rules;

  // Loads a script beside this one, or a style; resolves when it has run.
  function load(name) {
    const isStyle = name.endsWith(".css");
    const node = document.createElement(isStyle ? "link" : "script");
    const address = new URL(name, folder).href;
    if (isStyle) Object.assign(node, { rel: "stylesheet", href: address });
    else node.src = policy.createScriptURL(address);
    return new Promise((resolve, reject) => {
      node.addEventListener("load", resolve);
      node.addEventListener("error", () => {
        node.remove();
        reject(new Error(`${name} was not loaded`));
      });
      document.head.append(node);
    });
  }

  return { all, text, filled, hashParts, addressWith, lettersAreOff, setLetters, load, policy };
})();

// The field for search. Without script there is a link in its place.
(() => {
  const place = document.querySelector(".find");
  const link = place && place.querySelector("a[href]");
  if (!link || !("indexed" in place.dataset)) return;
  const field = () => document.getElementById("q") || document.getElementById("find");

  if (!document.body.classList.contains("k-search")) {
    const form = document.createElement("form");
    form.setAttribute("role", "search");
    const input = document.createElement("input");
    input.type = "search";
    input.id = "find";
    input.setAttribute("aria-label", place.dataset.label);
    input.autocomplete = "off";
    const button = document.createElement("button");
    button.textContent = link.textContent;
    form.append(input, button);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const words = input.value.trim();
      location.href = link.href + (words ? `#q=${encodeURIComponent(words)}` : "");
    });
    // On a telephone the link stays in its place.
    place.classList.add("has-field");
    link.after(form);
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const at = event.target;
    if (at.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(at.tagName)) return;
    if (!field()?.offsetParent || collatio.lettersAreOff()) return;
    event.preventDefault();
    field().focus();
    field().select();
  });
})();

// What an address leads to may lie in a fold: newer browsers open it by themselves, older ones not.
(() => {
  function reveal() {
    let place = null;
    try {
      place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch (faulty) {}
    const closed = (node) => node && node.closest("details:not([open])");
    if (!closed(place)) return;
    for (let box = closed(place); box; box = closed(box.parentElement)) box.open = true;
    place.scrollIntoView();
  }
  addEventListener("hashchange", reveal);
  reveal();
})();

// The switch between languages keeps the place on the page and the state of a view, which stand behind the `#` of the
// address. Without script it leads to the head of the same page.
(() => {
  const nav = document.querySelector(".languages");
  if (!nav) return;
  const keep = () => collatio.all("a[href]", nav).forEach((link) => (link.hash = location.hash));
  // Whatever a reader does with a link comes after one of these.
  for (const event of ["pointerdown", "focusin", "click", "contextmenu"]) nav.addEventListener(event, keep, true);
})();

// The button of the projector. What it needs comes when it is asked for: by the button, or by the screen in an address.
(() => {
  const template = document.getElementById("projector");
  const head = document.querySelector("#main > .head");
  if (!template || !head) return;
  let loading;
  const ready = () => (loading ??= collatio.load("projector.js").catch(() => (loading = undefined)));
  const follow = () => collatio.hashParts().some((part) => part.startsWith("screen=")) && ready();
  head.append(template.content.cloneNode(true));
  head.querySelector(".project button").addEventListener("click", () => ready().then(() => collatio.project?.()));
  addEventListener("hashchange", follow);
  follow();
})();

// The citation in further forms, when somebody opens it.
(() => {
  let loaded = false;
  collatio.all(".cite-page details, .cite-cell").forEach((box) => {
    box.addEventListener("toggle", () => {
      if (!loaded) collatio.load("cite.js").catch(() => {});
      loaded = true;
    });
  });
})();
