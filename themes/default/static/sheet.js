// One's own sheet: answers that a reader collects on the matrix, on pages of two countries and of questions, and the page
// that lists them. A line holds all that it shows, taken from the page where it was collected, for nothing is fetched.
//
// The list is kept in the browser's storage. Where that is refused it stands in the address after `#`, in `sheet=`, and
// goes along with the links that keep the address; from a folder it does both, for some browsers give each file a
// storage of its own. What comes with an address is words, never markup, and leads nowhere but into the site.
"use strict";
(() => {
  const { addressWith, all, filled, text } = collatio;
  const template = document.getElementById("collect");
  const page = document.getElementById("sheet");
  const words = page ? page.dataset : template && template.content.firstElementChild.dataset;
  if (!words) return;
  const root = new URL(words.root || "./", location.href.split("#")[0]).href;
  const key = `collatio.sheet ${words.site}`;
  const most = 500;

  // Lines: country, question, glyph, state, what stands below it, source, address of the cell, day, page of that day, note.
  function line(list) {
    if (!Array.isArray(list) || list.length < 9) return null;
    const given = list.slice(0, 10).map((part) => String(part).slice(0, 2000));
    while (given.length < 10) given.push("");
    return inside(given[6]) && inside(given[8]) ? given : null;
  }

  // Whether an address is one of a page of this site: relative, downward, and nothing else.
  function inside(path) {
    return /^[a-z0-9][a-z0-9._/-]*\.html(#[a-z0-9._-]+)?$/i.test(path) && !path.includes("..") && !path.includes("//");
  }

  function lines(value) {
    return (Array.isArray(value) ? value : []).map(line).filter(Boolean).slice(0, most);
  }

  function same(a) {
    return (b) => a[6] === b[6] && a[7] === b[7];
  }

  function joined(list, more) {
    return list.concat(more.filter((one) => !list.some(same(one)))).slice(0, most);
  }

  let refused = false;
  try {
    localStorage.setItem(`${key}?`, "1");
    localStorage.removeItem(`${key}?`);
  } catch (no) {
    refused = true;
  }
  let carries = refused || location.protocol === "file:";

  function stored() {
    try {
      return lines(JSON.parse(localStorage.getItem(key)));
    } catch (torn) {
      return [];
    }
  }

  function packed(list) {
    const bytes = new TextEncoder().encode(JSON.stringify(list));
    let letters = "";
    bytes.forEach((byte) => {
      letters += String.fromCharCode(byte);
    });
    return btoa(letters).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  }

  function carried() {
    const found = /[#&]sheet=([\w-]*)/.exec(location.hash);
    if (!found) return [];
    try {
      const letters = atob(found[1].replace(/-/g, "+").replace(/_/g, "/"));
      const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
      return lines(JSON.parse(new TextDecoder().decode(bytes)));
    } catch (torn) {
      return [];
    }
  }

  let list = stored();
  // A list that somebody else's address brought, as long as the reader has not taken it over.
  let foreign = false;

  function take() {
    const more = carried();
    foreign = false;
    list = stored();
    if (carries || !list.length) list = joined(list, more);
    else if (page && more.some((one) => !list.some(same(one)))) {
      list = more;
      foreign = true;
    }
    if (!foreign && more.length && !refused) keep();
  }

  function keep() {
    if (!refused && !foreign) {
      try {
        if (list.length) localStorage.setItem(key, JSON.stringify(list));
        else localStorage.removeItem(key);
      } catch (full) {
        refused = carries = true;
      }
    }
    let parts = location.hash
      .slice(1)
      .split("&")
      .filter((part) => part && !part.startsWith("sheet=") && !(page && part.includes("=")));
    if ((refused || foreign) && list.length) {
      parts = parts.filter((part) => part.indexOf("=") > 0);
      parts.push(`sheet=${packed(list)}`);
    }
    if ((parts.length ? `#${parts.join("&")}` : "") !== location.hash) {
      history.replaceState(history.state, "", addressWith(parts));
      // The tools of the matrix carry it along. On the sheet itself nobody need know.
      if (!page) dispatchEvent(new Event("hashchange"));
    }
  }

  function within(href) {
    return href.startsWith(root) ? decodeURI(href.slice(root.length)) : "";
  }

  // The page as it is, without what is chosen on it.
  function here() {
    return within(location.href.split(/[?#]/)[0]);
  }

  if (page) sheet();
  else collect();

  // What collects, on pages that show answers.
  function collect() {
    const bar = template.content.firstElementChild.cloneNode(true);
    const toggle = bar.querySelector("button");
    const link = bar.querySelector("a");
    const status = bar.querySelector("[role=status]");
    const places = [];

    function place(host, read, name) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "take";
      button.addEventListener("click", () => {
        const one = read();
        const had = list.some(same(one));
        list = had ? list.filter((other) => !same(one)(other)) : joined(list, [one]);
        keep();
        mark();
        status.textContent = filled(had ? words.removed : words.added, { what: name, n: list.length });
      });
      host.append(button);
      places.push({ button, read, name });
    }

    // A cell of a table: its row and its column say of what and of whom it speaks.
    function cell(td) {
      const table = td.closest("table");
      const row = text(td.parentElement.cells[0].querySelector("a"));
      const head = table.tHead.rows[table.tHead.rows.length - 1].cells[td.cellIndex];
      const column = text(head.querySelector("a") || head);
      const turned = table.classList.contains("turned");
      const names = turned ? [row, column] : [column, row];
      place(
        td,
        () => {
          const below = all(":scope > small, :scope > .detail", td).map(text).join("; ");
          const address = within(td.querySelector("a[href*='#']").href);
          const own = td.querySelector(":scope > a > .answer");
          return [
            names[0],
            names[1],
            text(own.querySelector(".glyph")),
            all(".was, .word", own).map(text).join(" "),
            below,
            td.dataset.source || "",
            address,
            words.day,
            here(),
            "",
          ];
        },
        names.join(": "),
      );
    }

    // A country's part on the page of a question.
    function part(section) {
      const head = section.querySelector("h2");
      const name = head.firstChild.textContent.trim();
      const host = document.createElement("p");
      host.className = "taking";
      section.querySelector(".verdict").after(host);
      place(
        host,
        () => {
          const verdict = section.querySelector(".verdict");
          const own = verdict.querySelector(".answer");
          const cited = section.querySelector(".finding .source .cite");
          const below = all("small:not(.was)", verdict).concat(all(":scope > .detail", section)).map(text).join("; ");
          return [
            name,
            words.question,
            text(own.querySelector(".glyph")),
            all(".was, .word", own).map(text).join(" "),
            below,
            text(cited),
            `${here()}#${head.id}`,
            words.day,
            here(),
            "",
          ];
        },
        name,
      );
    }

    function mark() {
      places.forEach((place) => {
        const had = list.some(same(place.read()));
        place.button.setAttribute("aria-pressed", String(had));
        place.button.textContent = words.add;
        place.button.setAttribute("aria-label", `${words.add}: ${place.name}`);
      });
      link.textContent = list.length ? filled(words.link, { n: list.length }) : words.empty;
      link.classList.toggle("has-some", list.length > 0);
      link.href = `${root}sheet/index.html${carries && list.length ? `#sheet=${packed(list)}` : ""}`;
    }

    const parts = all("section.cell");
    if (parts.length) {
      toggle.remove();
      parts.forEach(part);
      document.querySelector("section.cell").before(bar);
    } else {
      const tables = all("table.matrix, table.beside");
      if (!tables.length) return;
      let ready = false;
      toggle.addEventListener("click", () => {
        const on = toggle.getAttribute("aria-pressed") !== "true";
        if (!ready) all("td[data-source]", document).forEach(cell);
        ready = true;
        toggle.setAttribute("aria-pressed", String(on));
        document.body.classList.toggle("collecting", on);
        mark();
      });
      const grid = document.querySelector(".text table").closest(".scroll");
      let first = grid.closest("section[aria-labelledby]") || grid;
      if (first.previousElementSibling && first.previousElementSibling.classList.contains("hint"))
        first = first.previousElementSibling;
      if (template.closest(".bar")) template.before(bar);
      else first.before(bar);
    }
    function again() {
      take();
      mark();
    }
    again();
    addEventListener("storage", again);
    addEventListener("pageshow", again);
  }

  // The page that lists what was collected.
  function sheet() {
    const body = page.querySelector("tbody");
    const row = document.getElementById("line").content.firstElementChild;
    const status = page.querySelector("[role=status]");
    let taken = null;

    function draw() {
      body.textContent = "";
      list.forEach((one, n) => {
        const tr = row.cloneNode(true);
        const slot = (name) => tr.querySelector(`[data-slot=${name}]`);
        slot("country").textContent = one[0];
        slot("question").textContent = one[1];
        slot("question").href = root + one[6];
        slot("glyph").textContent = one[2];
        slot("state").textContent = one[3];
        slot("below").textContent = one[4];
        slot("day").textContent = one[7];
        slot("day").href = root + one[8];
        slot("source").textContent = one[5];
        const note = slot("note");
        const printed = slot("printed");
        note.value = printed.textContent = one[9];
        note.setAttribute("aria-label", `${words.note}: ${one[0]}, ${one[1]}`);
        note.addEventListener("input", () => {
          one[9] = printed.textContent = note.value;
          keep();
          lead();
        });
        all("button", tr).forEach((button) => {
          button.setAttribute("aria-label", `${button.textContent}: ${one[0]}, ${one[1]}`);
          if (button.dataset.move)
            button.disabled = n + Number(button.dataset.move) < 0 || n + Number(button.dataset.move) >= list.length;
          button.addEventListener("click", () => {
            act(button, n);
          });
        });
        body.append(tr);
      });
      page.querySelector(".sheet-list").hidden = !list.length;
      page.querySelector(".sheet-empty").hidden = list.length > 0;
      page.querySelector(".sheet-refused").hidden = !refused;
      page.querySelector(".sheet-foreign").hidden = !foreign;
      page.querySelector("[data-do=undo]").hidden = !taken;
      lead();
    }

    function lead() {
      page.querySelector("a.carry").href = `#sheet=${packed(list)}`;
      all("a.on", page).forEach((link) => {
        link.href = link.href.split("#")[0] + (refused && list.length ? `#sheet=${packed(list)}` : "");
      });
    }

    function act(button, n) {
      const move = Number(button.dataset.move || 0);
      taken = null;
      if (move) {
        list.splice(n + move, 0, list.splice(n, 1)[0]);
        say(filled(words.moved, { what: `${list[n + move][0]}, ${list[n + move][1]}`, n: n + move + 1 }));
      } else {
        taken = { lines: list.slice() };
        const gone = list.splice(n, 1)[0];
        say(filled(words.removed, { what: `${gone[0]}, ${gone[1]}`, n: list.length }));
      }
      keep();
      draw();
      // The focus stays with the line that was moved, or goes to the one that took its place.
      const rows = body.rows;
      const at = rows[Math.min(n + move, rows.length - 1)];
      let again =
        at && (at.querySelector(`[data-move="${move}"]:not(:disabled)`) || at.querySelector("button:not(:disabled)"));
      if (!move && at) again = at.querySelector("[data-remove]");
      (again || page.querySelector("[data-do=undo]:not([hidden])") || page.querySelector("a")).focus();
    }

    function say(what) {
      status.textContent = what;
    }

    // A program for tables takes what begins so for a formula.
    function field(words) {
      const safe = /^[\s]*[=+\-@\t\r]/.test(words) ? `'${words}` : words;
      return `"${safe.replace(/"/g, '""')}"`;
    }

    function csv() {
      // Where a folder lies is nobody's business, and of no use elsewhere: there the address is that within the site.
      const base = words.base ? words.base.replace(/\/?$/, "/") : location.protocol === "file:" ? "" : root;
      const rows = [words.columns.split("|")].concat(
        list.map((one) => [one[0], one[1], one[3], one[4], one[7], one[5], base + one[6], one[9]]),
      );
      return `\ufeff${rows.map((row) => `${row.map(field).join(",")}\r\n`).join("")}`;
    }

    page.addEventListener("click", (event) => {
      const what = event.target.dataset.do;
      if (what === "print") print();
      if (what === "save") {
        const link = document.createElement("a");
        link.href = URL.createObjectURL(new Blob([csv()], { type: "text/csv;charset=utf-8" }));
        link.download = words.file;
        document.body.append(link);
        link.click();
        link.remove();
        setTimeout(() => {
          URL.revokeObjectURL(link.href);
        }, 60000);
      }
      if (what === "clear") {
        taken = { lines: list };
        list = [];
        say(words.cleared);
      }
      if (what === "undo" && taken) {
        list = taken.lines;
        taken = null;
        say(words.back);
      }
      if (what === "adopt") {
        list = joined(stored(), list);
        foreign = false;
      }
      if (what === "own") {
        list = stored();
        foreign = false;
      }
      if (!["clear", "undo", "adopt", "own"].includes(what)) return;
      keep();
      draw();
      const next = page.querySelector("[data-do=undo]:not([hidden])") || page.querySelector("h2");
      next.focus();
    });

    function again() {
      take();
      draw();
    }
    page.hidden = false;
    again();
    addEventListener("storage", again);
    addEventListener("hashchange", () => {
      if (location.hash.indexOf("sheet=") > 0) again();
    });
  }
})();
