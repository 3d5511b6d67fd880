// One's own sheet: answers that a reader collects on the matrix, on pages of two countries and of questions, and the page
// that lists them. A line holds all that it shows, taken from the page where it was collected, for nothing is fetched.
//
// The list is kept in the browser's storage. Where that is refused it stands in the address after `#`, in `sheet=`, and
// goes along with the links that keep the address; from a folder it does both, for some browsers give each file a
// storage of its own. What comes with an address is words, never markup, and leads nowhere but into the site.
"use strict";
(function () {
  var template = document.getElementById("collect");
  var page = document.getElementById("sheet");
  var words = page ? page.dataset : template && template.content.firstElementChild.dataset;
  if (!words) return;
  var root = new URL(words.root || "./", location.href.split("#")[0]).href;
  var key = "collatio.sheet " + words.site;
  var most = 500;

  function all(css, within) {
    return Array.from((within || document).querySelectorAll(css));
  }

  function text(node) {
    return node ? node.textContent.replace(/\s+/g, " ").trim() : "";
  }

  function filled(pattern, values) {
    return pattern.replace(/\{(\w+)\}/g, function (_, name) {
      return values[name];
    });
  }

  // Lines: country, question, glyph, state, what stands below it, source, address of the cell, day, page of that day, note.
  function line(list) {
    if (!Array.isArray(list) || list.length < 9) return null;
    var given = list.slice(0, 10).map(function (part) {
      return String(part).slice(0, 2000);
    });
    while (given.length < 10) given.push("");
    return inside(given[6]) && inside(given[8]) ? given : null;
  }

  // Whether an address is one of a page of this site: relative, downward, and nothing else.
  function inside(path) {
    return /^[a-z0-9][a-z0-9._/-]*\.html(#[a-z0-9._-]+)?$/i.test(path) && path.indexOf("..") < 0 && path.indexOf("//") < 0;
  }

  function lines(value) {
    return (Array.isArray(value) ? value : []).map(line).filter(Boolean).slice(0, most);
  }

  function same(a) {
    return function (b) {
      return a[6] === b[6] && a[7] === b[7];
    };
  }

  function joined(list, more) {
    return list.concat(more.filter(function (one) {
      return !list.some(same(one));
    })).slice(0, most);
  }

  var refused = false;
  try {
    localStorage.setItem(key + "?", "1");
    localStorage.removeItem(key + "?");
  } catch (no) {
    refused = true;
  }
  var carries = refused || location.protocol === "file:";

  function stored() {
    try {
      return lines(JSON.parse(localStorage.getItem(key)));
    } catch (torn) {
      return [];
    }
  }

  function packed(list) {
    var bytes = new TextEncoder().encode(JSON.stringify(list));
    var letters = "";
    bytes.forEach(function (byte) {
      letters += String.fromCharCode(byte);
    });
    return btoa(letters).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  }

  function carried() {
    var found = /[#&]sheet=([\w-]*)/.exec(location.hash);
    if (!found) return [];
    try {
      var letters = atob(found[1].replace(/-/g, "+").replace(/_/g, "/"));
      var bytes = Uint8Array.from(letters, function (letter) {
        return letter.charCodeAt(0);
      });
      return lines(JSON.parse(new TextDecoder().decode(bytes)));
    } catch (torn) {
      return [];
    }
  }

  var list = stored();
  // A list that somebody else's address brought, as long as the reader has not taken it over.
  var foreign = false;

  function take() {
    var more = carried();
    foreign = false;
    list = stored();
    if (carries || !list.length) list = joined(list, more);
    else if (page && more.some(function (one) { return !list.some(same(one)); })) {
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
    var parts = location.hash.slice(1).split("&").filter(function (part) {
      return part && part.indexOf("sheet=") !== 0 && (!page || part.indexOf("=") < 0);
    });
    if ((refused || foreign) && list.length) {
      parts = parts.filter(function (part) {
        return part.indexOf("=") > 0;
      });
      parts.push("sheet=" + packed(list));
    }
    var hash = parts.length ? "#" + parts.join("&") : "";
    if (hash !== location.hash) {
      history.replaceState(history.state, "", hash || location.pathname + location.search);
      // The tools of the matrix carry it along. On the sheet itself nobody need know.
      if (!page) dispatchEvent(new Event("hashchange"));
    }
  }

  function within(href) {
    return href.indexOf(root) === 0 ? decodeURI(href.slice(root.length)) : "";
  }

  // The page as it is, without what is chosen on it.
  function here() {
    return within(location.href.split(/[?#]/)[0]);
  }

  if (page) sheet();
  else collect();

  // What collects, on pages that show answers.
  function collect() {
    var bar = template.content.firstElementChild.cloneNode(true);
    var toggle = bar.querySelector("button");
    var link = bar.querySelector("a");
    var status = bar.querySelector("[role=status]");
    var places = [];

    function place(host, read, name) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "take";
      button.addEventListener("click", function () {
        var one = read();
        var had = list.some(same(one));
        list = had ? list.filter(function (other) { return !same(one)(other); }) : joined(list, [one]);
        keep();
        mark();
        status.textContent = filled(had ? words.removed : words.added, { what: name, n: list.length });
      });
      host.append(button);
      places.push({ button: button, read: read, name: name });
    }

    // A cell of a table: its row and its column say of what and of whom it speaks.
    function cell(td) {
      var table = td.closest("table");
      var row = text(td.parentElement.cells[0].querySelector("a"));
      var head = table.tHead.rows[table.tHead.rows.length - 1].cells[td.cellIndex];
      var column = text(head.querySelector("a") || head);
      var turned = table.classList.contains("turned");
      var names = turned ? [row, column] : [column, row];
      place(td, function () {
        var below = all(":scope > small, :scope > .detail", td).map(text).join("; ");
        var address = within(td.querySelector("a[href*='#']").href);
        var own = td.querySelector("a > .state");
        return [names[0], names[1], text(own.querySelector(".glyph")), text(own.querySelector(".word")), below,
          td.dataset.source || "", address, words.day, here(), ""];
      }, names.join(": "));
    }

    // A country's part on the page of a question.
    function part(section) {
      var head = section.querySelector("h2");
      var name = head.firstChild.textContent.trim();
      var host = document.createElement("p");
      host.className = "taking";
      section.querySelector(".verdict").after(host);
      place(host, function () {
        var own = section.querySelector(".verdict");
        var cited = section.querySelector(".finding .source .cite");
        var below = all("small", own).concat(all(":scope > .detail", section)).map(text).join("; ");
        return [name, words.question, text(own.querySelector(".glyph")), text(own.querySelector(".word")), below,
          text(cited), here() + "#" + head.id, words.day, here(), ""];
      }, name);
    }

    function mark() {
      places.forEach(function (place) {
        var had = list.some(same(place.read()));
        place.button.setAttribute("aria-pressed", String(had));
        place.button.textContent = words.add;
        place.button.setAttribute("aria-label", words.add + ": " + place.name);
      });
      link.textContent = list.length ? filled(words.link, { n: list.length }) : words.empty;
      link.href = root + "sheet/index.html" + (carries && list.length ? "#sheet=" + packed(list) : "");
    }

    var parts = all("section.cell");
    if (parts.length) {
      toggle.remove();
      parts.forEach(part);
      document.querySelector("section.cell").before(bar);
    } else {
      var tables = all("table.matrix, table.beside");
      if (!tables.length) return;
      var ready = false;
      toggle.addEventListener("click", function () {
        var on = toggle.getAttribute("aria-pressed") !== "true";
        if (!ready) all("td[data-source]", document).forEach(cell);
        ready = true;
        toggle.setAttribute("aria-pressed", String(on));
        document.body.classList.toggle("collecting", on);
        mark();
      });
      var grid = document.querySelector(".text table").closest(".scroll");
      var first = grid.closest("section[aria-labelledby]") || grid;
      if (first.previousElementSibling && first.previousElementSibling.classList.contains("hint")) first = first.previousElementSibling;
      first.before(bar);
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
    var body = page.querySelector("tbody");
    var row = document.getElementById("line").content.firstElementChild;
    var status = page.querySelector("[role=status]");
    var taken = null;

    function draw() {
      body.textContent = "";
      list.forEach(function (one, n) {
        var tr = row.cloneNode(true);
        var slot = function (name) {
          return tr.querySelector("[data-slot=" + name + "]");
        };
        slot("country").textContent = one[0];
        slot("question").textContent = one[1];
        slot("question").href = root + one[6];
        slot("glyph").textContent = one[2];
        slot("state").textContent = one[3];
        slot("below").textContent = one[4];
        slot("day").textContent = one[7];
        slot("day").href = root + one[8];
        slot("source").textContent = one[5];
        var note = slot("note");
        var printed = slot("printed");
        note.value = printed.textContent = one[9];
        note.setAttribute("aria-label", words.note + ": " + one[0] + ", " + one[1]);
        note.addEventListener("input", function () {
          one[9] = printed.textContent = note.value;
          keep();
          lead();
        });
        all("button", tr).forEach(function (button) {
          button.setAttribute("aria-label", button.textContent + ": " + one[0] + ", " + one[1]);
          if (button.dataset.move) button.disabled = n + Number(button.dataset.move) < 0 || n + Number(button.dataset.move) >= list.length;
          button.addEventListener("click", function () {
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
      page.querySelector("a.carry").href = "#sheet=" + packed(list);
      all("a.on", page).forEach(function (link) {
        link.href = link.href.split("#")[0] + (refused && list.length ? "#sheet=" + packed(list) : "");
      });
    }

    function act(button, n) {
      var move = Number(button.dataset.move || 0);
      taken = null;
      if (move) {
        list.splice(n + move, 0, list.splice(n, 1)[0]);
        say(filled(words.moved, { what: list[n + move][0] + ", " + list[n + move][1], n: n + move + 1 }));
      } else {
        taken = { lines: list.slice() };
        var gone = list.splice(n, 1)[0];
        say(filled(words.removed, { what: gone[0] + ", " + gone[1], n: list.length }));
      }
      keep();
      draw();
      // The focus stays with the line that was moved, or goes to the one that took its place.
      var rows = body.rows;
      var at = rows[Math.min(n + move, rows.length - 1)];
      var again = at && (at.querySelector('[data-move="' + move + '"]:not(:disabled)') || at.querySelector("button:not(:disabled)"));
      if (!move && at) again = at.querySelector("[data-remove]");
      (again || page.querySelector("[data-do=undo]:not([hidden])") || page.querySelector("a")).focus();
    }

    function say(what) {
      status.textContent = what;
    }

    // A program for tables takes what begins so for a formula.
    function field(words) {
      var safe = /^[\s]*[=+\-@\t\r]/.test(words) ? "'" + words : words;
      return '"' + safe.replace(/"/g, '""') + '"';
    }

    function csv() {
      // Where a folder lies is nobody's business, and of no use elsewhere: there the address is that within the site.
      var base = words.base ? words.base.replace(/\/?$/, "/") : location.protocol === "file:" ? "" : root;
      var rows = [words.columns.split("|")].concat(list.map(function (one) {
        return [one[0], one[1], one[3], one[4], one[7], one[5], base + one[6], one[9]];
      }));
      return "\ufeff" + rows.map(function (row) {
        return row.map(field).join(",") + "\r\n";
      }).join("");
    }

    page.addEventListener("click", function (event) {
      var what = event.target.dataset.do;
      if (what === "print") print();
      if (what === "save") {
        var link = document.createElement("a");
        link.href = URL.createObjectURL(new Blob([csv()], { type: "text/csv;charset=utf-8" }));
        link.download = words.file;
        document.body.append(link);
        link.click();
        link.remove();
        setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
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
      if (["clear", "undo", "adopt", "own"].indexOf(what) < 0) return;
      keep();
      draw();
      var next = page.querySelector("[data-do=undo]:not([hidden])") || page.querySelector("h2");
      next.focus();
    });

    function again() {
      take();
      draw();
    }
    page.hidden = false;
    again();
    addEventListener("storage", again);
    addEventListener("hashchange", function () {
      if (location.hash.indexOf("sheet=") > 0) again();
    });
  }
})();
