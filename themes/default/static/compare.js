// What script adds to the matrix and its slices: countries and questions to choose, answers to look for, differences
// only, what all share folded away. What is shown stands in the address after `#`, so that it can be kept, sent and
// printed, and goes along to other days and to the transposed table. Without script the whole table is there.
//
// It compares no words: cells of a question with the same number in `data-says` give the same answer, 0 gives none.
"use strict";
(function () {
  var table = document.querySelector("table.matrix");
  var template = document.getElementById("tools");
  if (!table || !template) return;
  var grid = table.closest(".grid");
  var turned = table.classList.contains("turned");
  var all = function (css, within) {
    return Array.from((within || document).querySelectorAll(css));
  };

  // The table: what there is in it.
  var countries = [];
  var questions = [];
  var sections = [];

  function named(th) {
    var link = th.querySelector("a");
    return { id: th.dataset.id, region: "region" in th.dataset, name: link.textContent, link: link, nodes: [th] };
  }

  function read() {
    if (turned) {
      var heads = all("thead th[data-id]", table).map(named);
      var at = 0;
      all("thead .section th", table).forEach(function (th) {
        var section = { id: th.id, name: th.textContent, head: th, questions: heads.slice(at, (at += th.colSpan)) };
        sections.push(section);
      });
      countries = all("tbody tr", table).map(function (tr) {
        var country = named(tr.cells[0]);
        country.nodes = [tr];
        Array.from(tr.cells).slice(1).forEach(function (td, n) {
          (heads[n].cells = heads[n].cells || []).push(td);
          heads[n].nodes.push(td);
        });
        return country;
      });
    } else {
      countries = all("thead th[data-id]", table).map(named);
      Array.from(table.tBodies).forEach(function (body) {
        var head = body.querySelector(".section th");
        var section = { id: head.id, name: head.textContent, head: head, body: body };
        section.questions = all("tr:not(.section)", body).map(function (tr) {
          var question = named(tr.cells[0]);
          question.nodes = [tr];
          question.cells = Array.from(tr.cells).slice(1);
          question.cells.forEach(function (td, n) {
            countries[n].nodes.push(td);
          });
          return question;
        });
        sections.push(section);
      });
    }
    sections.forEach(function (section) {
      questions = questions.concat(section.questions);
    });
  }
  read();

  // What is chosen: identities, and nothing where all are.
  var chosen;
  var place = "";
  var own = ["c", "q", "s", "a", "show", "fold", "at"];

  // Parts of the address that other scripts wrote: they are kept.
  function others() {
    return location.hash.slice(1).split("&").filter(function (part) {
      return part.indexOf("=") > 0 && own.indexOf(part.split("=")[0]) < 0;
    });
  }

  function nothing() {
    return { c: null, q: null, a: null, show: "", fold: false };
  }

  function ids(list) {
    return list.map(function (thing) {
      return thing.id;
    });
  }

  function listed(text, known) {
    var given = text.split(",");
    return known.filter(function (id) {
      return given.indexOf(id) >= 0;
    });
  }

  // The same, or `before` where the address is older than the site and names nothing that it has. None may be chosen.
  function chosenOf(text, known, before) {
    var list = listed(text, known);
    return list.length || !text ? (before || []).concat(list) : before;
  }

  // `s` names whole sections, `q` single questions.
  function parse(hash) {
    chosen = nothing();
    place = "";
    if (hash.indexOf("=") < 0) return;
    var q = null;
    hash.slice(1).split("&").forEach(function (part) {
      var at = part.indexOf("=");
      var key = part.slice(0, at);
      var value = part.slice(at + 1);
      try {
        value = decodeURIComponent(value);
      } catch (torn) {}
      if (key === "c") chosen.c = chosenOf(value, ids(countries), null);
      else if (key === "q") q = chosenOf(value, ids(questions), q);
      else if (key === "s") {
        sections.forEach(function (section) {
          if (value.split(",").indexOf(section.id) >= 0) q = (q || []).concat(ids(section.questions));
        });
      } else if (key === "a") chosen.a = listed(value, states());
      else if (key === "show") chosen.show = ["differ", "alike", "open"].indexOf(value) < 0 ? "" : value;
      else if (key === "fold") chosen.fold = value === "1";
      else if (key === "at") place = value;
    });
    chosen.q = q;
    settle();
  }

  // All of a kind is the same as no choice, and so is no answer to look for.
  function settle() {
    if (chosen.c && chosen.c.length === countries.length) chosen.c = null;
    if (chosen.q && chosen.q.length === questions.length) chosen.q = null;
    if (chosen.a && !chosen.a.length) chosen.a = null;
  }

  function written() {
    var parts = others();
    if (chosen.c) parts.push("c=" + chosen.c.join(","));
    if (chosen.q) {
      var these = grouped();
      if (these.whole.length) parts.push("s=" + ids(these.whole).join(","));
      if (these.single.length || !these.whole.length) parts.push("q=" + ids(these.single).join(","));
    }
    if (chosen.a) parts.push("a=" + chosen.a.join(","));
    if (chosen.show) parts.push("show=" + chosen.show);
    if (chosen.fold) parts.push("fold=1");
    return parts.join("&");
  }

  // What is chosen, as sections where all of one is, and as single questions.
  function grouped() {
    var whole = sections.filter(function (section) {
      return section.questions.every(isChosen);
    });
    var single = questions.filter(function (question) {
      return isChosen(question) && !whole.some(function (section) {
        return section.questions.indexOf(question) >= 0;
      });
    });
    return { whole: whole, single: single };
  }

  function isChosen(question) {
    return !chosen.q || chosen.q.indexOf(question.id) >= 0;
  }

  function state(td) {
    var found = Array.from(td.classList).find(function (name) {
      return name.slice(0, 2) === "s-";
    });
    return found ? found.slice(2) : "";
  }

  // The controls, made of the words in the template.
  var form = template.content.firstElementChild.cloneNode(true);
  var words = form.dataset;
  var status = form.querySelector("[role=status]");
  var note = document.createElement("p");
  note.className = "chosen";
  var folded = template.content.lastElementChild.cloneNode(true);

  function states() {
    return all("[name=a]", form).map(function (box) {
      return box.value;
    });
  }

  function box(list, name, value, text) {
    var item = document.createElement("li");
    var label = document.createElement("label");
    var input = document.createElement("input");
    input.type = "checkbox";
    input.name = name;
    input.value = value;
    label.append(input, " ", text);
    item.append(label);
    list.append(item);
    return item;
  }

  countries.forEach(function (country) {
    box(form.querySelector("[data-list=c]"), "c", country.id, country.name);
  });
  sections.forEach(function (section) {
    var list = form.querySelector("[data-list=q]");
    if (sections.length > 1) {
      var item = box(list, "s", section.id, section.name);
      list = document.createElement("ul");
      item.append(list);
    }
    section.questions.forEach(function (question) {
      box(list, "q", question.id, question.name);
    });
  });

  function checked(name) {
    return all("[name=" + name + "]", form).filter(function (box) {
      return box.checked;
    }).map(function (box) {
      return box.value;
    });
  }

  // The controls as they are after something was chosen elsewhere.
  function show() {
    all("[name=c]", form).forEach(function (box) {
      box.checked = !chosen.c || chosen.c.indexOf(box.value) >= 0;
    });
    all("[name=a]", form).forEach(function (box) {
      box.checked = !!chosen.a && chosen.a.indexOf(box.value) >= 0;
    });
    questions.forEach(function (question) {
      form.querySelector('[name=q][value="' + question.id + '"]').checked = isChosen(question);
    });
    sections.forEach(function (section) {
      var box = form.querySelector('[name=s][value="' + section.id + '"]');
      var some = section.questions.filter(isChosen).length;
      if (!box) return;
      box.checked = some === section.questions.length;
      box.indeterminate = some > 0 && !box.checked;
    });
    form.elements.show.value = chosen.show;
    form.elements.fold.checked = chosen.fold;
  }

  function filled(pattern, values) {
    return pattern.replace(/\{(\w+)\}/g, function (_, name) {
      return values[name];
    });
  }

  function names(list) {
    return list.map(function (thing) {
      return thing.name;
    }).join(", ");
  }

  // How the chosen countries answer a question. A region is asked few of them: where it gives no answer, none is missing.
  function kind(question, columns) {
    var says = columns.map(function (n) {
      return question.cells[n].dataset.says;
    }).filter(function (number, n) {
      return number !== "0" || !countries[columns[n]].region;
    });
    var given = says.filter(function (number, n) {
      return number !== "0" && says.indexOf(number) === n;
    });
    if (given.length > 1) return "differ";
    return given.length === 1 && says.indexOf("0") < 0 ? "alike" : "open";
  }

  function apply() {
    var columns = [];
    countries.forEach(function (country, n) {
      country.shown = !chosen.c || chosen.c.indexOf(country.id) >= 0;
      if (country.shown) columns.push(n);
      country.nodes.forEach(function (node) {
        node.hidden = !country.shown;
      });
    });
    var alike = [];
    var count = 0;
    sections.forEach(function (section) {
      var here = 0;
      section.questions.forEach(function (question) {
        var is = kind(question, columns);
        var fits = isChosen(question) && columns.length > 0 && (!chosen.show || chosen.show === is);
        fits = fits && (!chosen.a || columns.some(function (n) {
          return chosen.a.indexOf(state(question.cells[n])) >= 0;
        }));
        var away = fits && chosen.fold && is === "alike";
        if (away) alike.push(question);
        if (fits) count += 1;
        question.shown = fits && !away;
        if (question.shown) here += 1;
        question.nodes.forEach(function (node) {
          node.hidden = !question.shown;
        });
        question.cells.forEach(function (td, n) {
          td.classList.toggle("hit", !!chosen.a && countries[n].shown && chosen.a.indexOf(state(td)) >= 0);
        });
      });
      (section.body || section.head).hidden = !here;
      section.head.colSpan = turned ? here || 1 : columns.length + 1;
      all('.contents a[href$="#' + section.id + '"]').forEach(function (link) {
        link.parentElement.hidden = !here;
      });
    });
    grid.hidden = alike.length === count;
    fold(alike, columns[0]);
    say(count, columns);
  }

  // What all share: its answers in one list.
  function fold(alike, column) {
    folded.hidden = !alike.length;
    folded.querySelector("summary").textContent = filled(words.folded, { n: alike.length });
    var list = folded.querySelector("ul");
    list.textContent = "";
    alike.forEach(function (question) {
      var item = document.createElement("li");
      var link = question.link.cloneNode(true);
      link.removeAttribute("title");
      item.append(link, " ", question.cells[column].querySelector(".state").cloneNode(true));
      list.append(item);
    });
  }

  function say(count, columns) {
    var values = { n: count, of: questions.length, countries: columns.length, all: countries.length };
    var line = filled(words.shown, values);
    if (status.textContent !== line) status.textContent = line;
    var parts = [];
    if (chosen.c) parts.push(filled(words.countries, { list: names(countries.filter(function (c) { return c.shown; })) || "–" }));
    if (chosen.q) {
      var these = grouped();
      parts.push(filled(words.questions, { list: names(these.whole.concat(these.single)) || "–" }));
    }
    if (chosen.show) parts.push(filled(words.only, { what: form.elements.show.selectedOptions[0].textContent }));
    if (chosen.a) {
      var answers = all("[name=a]", form).filter(function (box) { return chosen.a.indexOf(box.value) >= 0; });
      parts.push(filled(words.answers, { list: answers.map(function (box) {
        return box.parentElement.querySelector(".word").textContent;
      }).join(", ") }));
    }
    note.hidden = !parts.length && !chosen.fold;
    note.textContent = note.hidden ? "" : parts.join(" ") + " ";
    // On the screen the number stands above already.
    var paper = document.createElement("span");
    paper.textContent = line;
    if (!note.hidden) note.append(paper);
  }

  // Links that keep what is chosen: the table the other way round, in other languages, and on other days.
  function lead() {
    var state = written();
    all("a.keep, .languages a, .day .days a, .day > p a").forEach(function (link) {
      link.href = link.href.split("#")[0] + (state ? "#" + state : "");
    });
  }

  function write(at) {
    var state = written();
    var hash = at && state ? state + "&at=" + at : at || state;
    history.replaceState(history.state, "", hash ? "#" + hash : location.pathname + location.search);
  }

  function update() {
    settle();
    show();
    apply();
    lead();
  }

  form.addEventListener("change", function (event) {
    var name = event.target.name;
    if (name === "s") {
      all("[name=q]", event.target.closest("li")).forEach(function (box) {
        box.checked = event.target.checked;
      });
    }
    if (name === "c") chosen.c = checked("c");
    if (name === "q" || name === "s") chosen.q = checked("q");
    if (name === "a") chosen.a = checked("a");
    chosen.show = form.elements.show.value;
    chosen.fold = form.elements.fold.checked;
    update();
    write();
  });

  form.addEventListener("click", function (event) {
    var button = event.target.closest("button");
    if (!button) return;
    var what = button.dataset.all || button.dataset.none;
    if (what) chosen[what] = button.dataset.all ? null : [];
    else chosen = nothing();
    update();
    write();
  });

  form.addEventListener("submit", function (event) {
    event.preventDefault();
  });

  form.addEventListener("keydown", function (event) {
    var open = event.target.closest(".choices details[open]");
    if (event.key !== "Escape" || !open) return;
    open.open = false;
    open.querySelector("summary").focus();
  });

  // The table scrolls to a place in it, and so does the window: it must not take the head of the table away.
  function keepHead(id) {
    var target = id && document.getElementById(id);
    if (target && table.contains(target)) scrollTo(0, scrollY + grid.getBoundingClientRect().top - 16);
  }

  // An anchor of the page leads to its place and leaves the choice as it is.
  addEventListener("hashchange", function () {
    keepHead(location.hash.slice(1));
    if (location.hash.indexOf("=") < 0 && location.hash.length > 1) {
      if (written()) write(location.hash.slice(1));
      return;
    }
    parse(location.hash);
    update();
    if (!note.hidden) settleChoices();
  });

  // On a narrow screen the table begins on the first one: the controls are folded until something is chosen.
  var narrow = matchMedia("(max-width: 44rem)");
  function settleChoices() {
    form.querySelector(".choices").open = !narrow.matches || !note.hidden;
  }

  parse(location.hash);
  var hint = grid.previousElementSibling;
  (hint && hint.classList.contains("hint") ? hint : grid).before(form, note, folded);
  update();
  settleChoices();
  if (narrow.addEventListener) narrow.addEventListener("change", settleChoices);
  if (place && document.getElementById(place)) document.getElementById(place).scrollIntoView();
  keepHead(place || location.hash.slice(1));
})();
