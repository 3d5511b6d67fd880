// What every page loads: the field for search in the head with the key `/`, the switch between languages, and the forms
// of the citation; and what the other scripts share, as `collatio`. Plain scripts in ES2021, no modules: a page from a
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

  // Loads a script beside this one, or a style; resolves when it has run.
  const folder = document.currentScript.src;
  function load(name) {
    const isStyle = name.endsWith(".css");
    const node = document.createElement(isStyle ? "link" : "script");
    const address = new URL(name, folder).href;
    if (isStyle) Object.assign(node, { rel: "stylesheet", href: address });
    else node.src = address;
    return new Promise((resolve, reject) => {
      node.addEventListener("load", resolve);
      node.addEventListener("error", () => {
        node.remove();
        reject(new Error(`${name} was not loaded`));
      });
      document.head.append(node);
    });
  }

  return { all, text, filled, hashParts, addressWith, lettersAreOff, setLetters, load };
})();

// The field for search. Without script there is a link in its place.
(() => {
  const place = document.querySelector(".find");
  const link = place && place.querySelector("a");
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
    link.replaceWith(form);
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const at = event.target;
    if (at.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(at.tagName)) return;
    if (!field() || collatio.lettersAreOff()) return;
    event.preventDefault();
    field().focus();
    field().select();
  });
})();

// The switch between languages keeps the place on the page and the state of a view, which stand behind the `#` of the
// address. Without script it leads to the head of the same page.
(() => {
  const nav = document.querySelector(".languages");
  if (!nav) return;
  const keep = () => collatio.all("a", nav).forEach((link) => (link.hash = location.hash));
  // Whatever a reader does with a link comes after one of these.
  for (const event of ["pointerdown", "focusin", "click", "contextmenu"]) nav.addEventListener(event, keep, true);
})();

// How the page is cited, in two more forms. The page holds its reference as CSL-JSON; BibTeX and RIS are made of it, as
// `src/publish/cite` makes them for `data/references.*`, and a test compares the two.
(() => {
  // White space as Rust has it.
  const SPACE = /[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
  const folded = (value) => value.replace(SPACE, " ").replace(/^ | $/g, "");

  // Text in which TeX sees nothing to do.
  const TEX = { "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };
  const escaped = (value) => folded(value).replace(/[\\~^{}%#&$_]/g, (letter) => TEX[letter] || `\\${letter}`);

  const URL_LETTERS = { "{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20" };
  const address = (url) => url.replace(/[{}\\ ]/g, (letter) => URL_LETTERS[letter]);

  // What both forms take from an item. `more` is what CSL-JSON has no field for: the article in words, and the year of a
  // source in its own words.
  function fields(item, more) {
    const figures = item.issued?.["date-parts"]?.[0] ?? [];
    const padded = figures.map((figure, at) => String(figure).padStart(at ? 2 : 4, "0"));
    const author = item.author ? item.author[0].literal : item.jurisdiction || "";
    return { padded, author, section: more.section || "", year: more.year || "" };
  }

  function bibtex(item, more) {
    const { padded, author, section, year } = fields(item, more);
    let out = `@${item.type === "webpage" ? "online" : "misc"}{${item.id},\n`;
    const set = (name, value) => {
      if (value) out += `  ${name} = {${value}},\n`;
    };
    if (item.author || item.jurisdiction) set("author", `{${escaped(author)}}`);
    set("title", `{${escaped(item.title || "")}}`);
    set("date", padded.join("-"));
    set("year", padded[0]);
    set("year", escaped(year));
    set("number", escaped(item.number || ""));
    set("pages", escaped(section));
    set("publisher", escaped(item.publisher || ""));
    set("organization", escaped(item["container-title"] || ""));
    set("note", escaped(item.note || ""));
    set("url", address(item.URL || ""));
    set("langid", item.language);
    return `${out}}\n\n`;
  }

  const RIS = { legislation: "STAT", treaty: "STAT", bill: "BILL", document: "GEN", webpage: "ELEC" };

  function ris(item, more) {
    const { padded, author, section, year } = fields(item, more);
    let out = "";
    const set = (name, value) => {
      const line = folded(value || "");
      if (line) out += `${name}  - ${line}\r\n`;
    };
    set("TY", RIS[item.type]);
    set("ID", item.id);
    set("AU", author);
    set("TI", item.title);
    set("PY", padded[0]);
    set("DA", padded.join("/"));
    set("PY", year);
    set("M1", item.number);
    set("SE", section);
    set("PB", item.publisher);
    set("T2", item["container-title"]);
    set("LA", item.language);
    set("N1", item.note);
    set("UR", item.URL);
    return `${out}ER  - \r\n\r\n`;
  }

  // For tests.
  collatio.cite = { bib: bibtex, ris };

  const kept = document.querySelector(".cite-page a[download]");
  if (!kept) return;
  const more = kept.parentElement.dataset;
  const [item] = JSON.parse(decodeURIComponent(kept.getAttribute("href").replace(/^[^,]*,/, "")));
  const forms = [["bib", "application/x-bibtex", bibtex], ["ris", "application/x-research-info-systems", ris]];
  for (const [form, type, print] of forms) {
    const link = document.createElement("a");
    link.href = `data:${type};charset=utf-8,${encodeURIComponent(print(item, more))}`;
    link.download = `${item.id}.${form}`;
    link.textContent = more[form];
    kept.before(link, " · ");
  }
})();
