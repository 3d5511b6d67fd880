// How the page is cited, in two more forms: loaded when the citation is opened. The page holds its reference as CSL-JSON;
// BibTeX and RIS are made of it, as `src/publish/cite` makes them for `data/references.*`, and a test compares the two.
"use strict";
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
  const linksTo = (item, more) =>
    forms.map(([form, type, print]) => {
      const link = document.createElement("a");
      link.href = `data:${type};charset=utf-8,${encodeURIComponent(print(item, more))}`;
      link.download = `${item.id}.${form}`;
      link.textContent = kept.parentElement.dataset[form];
      return link;
    });
  linksTo(item, more).forEach((link) => kept.before(link, " · "));

  // A button beside each reference in words. Where the browser gives no clipboard, the words are marked, ready to be copied.
  document.querySelectorAll(".cite-page dd, .cite-cell dd").forEach((line) => {
    const words = line.textContent.trim();
    const button = document.createElement("button");
    const said = document.createElement("span");
    button.type = "button";
    button.className = "copy";
    button.textContent = more.copy;
    said.setAttribute("role", "status");
    button.addEventListener("click", () => {
      const mark = () => getSelection().setBaseAndExtent(line, 0, line, line.childNodes.length - 2);
      const done = () => (said.textContent = ` ${more.copied}`);
      if (navigator.clipboard) navigator.clipboard.writeText(words).then(done, mark);
      else mark();
    });
    line.append(button, said);
  });

  // An answer of the page by itself: its title, the source behind it, and the address of its cell.
  document.querySelectorAll(".cite-cell dl").forEach((list) => {
    const { id, day } = list.dataset;
    const [title, said] = [".to", ".of"].map((part) => folded(list.querySelector(part).textContent));
    const note = said.replace(/ <[^>]*>/, "");
    const own = { ...item, id: [item.id, id, day].filter(Boolean).join("-"), title, note: [note, item.note].filter(Boolean).join("; ") };
    if (item.URL) own.URL = `${item.URL}#${id}`;
    const line = document.createElement("dd");
    linksTo(own, {}).forEach((link, at) => line.append(...(at ? [" · "] : []), link));
    list.append(line);
  });
})();
