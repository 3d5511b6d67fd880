// What script adds to the matrix and its slices: countries and questions to choose, answers to look for, differences
// only, what all share folded away. What is shown stands in the address after `#`, so that it can be kept, sent and
// printed, and goes along to other days and to the transposed table. Without script the whole table is there.
//
// It compares no words: cells of a question with the same number in `data-says` give the same answer, 0 gives none.
"use strict";
(() => {
  const { addressWith, all, filled, hashParts } = collatio;
  const table = document.querySelector("table.matrix");
  const template = document.getElementById("tools");
  if (!table || !template) return;
  const grid = table.closest(".grid");
  const turned = table.classList.contains("turned");

  // The table: what there is in it.
  let countries = [];
  let questions = [];
  const sections = [];

  function named(th) {
    const link = th.querySelector("a");
    return { id: th.dataset.id, region: "region" in th.dataset, name: link.textContent, link, nodes: [th] };
  }

  function read() {
    if (turned) {
      const heads = all("thead th[data-id]", table).map(named);
      let at = 0;
      all("thead .section th", table).forEach((th) => {
        const section = { id: th.dataset.section, name: th.textContent, head: th, questions: heads.slice(at, (at += th.colSpan)) };
        sections.push(section);
      });
      countries = all("tbody tr", table).map((tr) => {
        const country = named(tr.cells[0]);
        country.nodes = [tr];
        Array.from(tr.cells)
          .slice(1)
          .forEach((td, n) => {
            (heads[n].cells = heads[n].cells || []).push(td);
            heads[n].nodes.push(td);
          });
        return country;
      });
    } else {
      countries = all("thead th[data-id]", table).map(named);
      Array.from(table.tBodies).forEach((body) => {
        const head = body.querySelector(".section th");
        const section = { id: head.dataset.section, name: head.textContent, head, body };
        section.questions = all("tr:not(.section)", body).map((tr) => {
          const question = named(tr.cells[0]);
          question.nodes = [tr];
          question.cells = Array.from(tr.cells).slice(1);
          question.cells.forEach((td, n) => {
            countries[n].nodes.push(td);
          });
          return question;
        });
        sections.push(section);
      });
    }
    sections.forEach((section) => {
      questions = questions.concat(section.questions);
    });
  }
  read();

  // What is chosen: identities, and nothing where all are.
  let chosen;
  let place = "";
  const own = ["c", "q", "s", "a", "k", "show", "fold", "at"];

  // Parts of the address that other scripts wrote: they are kept.
  function others() {
    return hashParts().filter((part) => !own.includes(part.split("=")[0]));
  }

  function nothing() {
    return { c: null, q: null, a: null, k: null, show: "", fold: false };
  }

  function ids(list) {
    return list.map((thing) => thing.id);
  }

  function listed(text, known) {
    const given = text.split(",");
    return known.filter((id) => given.includes(id));
  }

  // The same, or `before` where the address is older than the site and names nothing that it has. None may be chosen.
  function chosenOf(text, known, before) {
    const list = listed(text, known);
    return list.length || !text ? (before || []).concat(list) : before;
  }

  // `s` names whole sections, `q` single questions.
  function parse(hash) {
    chosen = nothing();
    place = "";
    if (!hash.includes("=")) return;
    let q = null;
    hash
      .slice(1)
      .split("&")
      .forEach((part) => {
        const at = part.indexOf("=");
        const key = part.slice(0, at);
        let value = part.slice(at + 1);
        try {
          value = decodeURIComponent(value);
        } catch (torn) {}
        if (key === "c") chosen.c = chosenOf(value, ids(countries), null);
        else if (key === "q") q = chosenOf(value, ids(questions), q);
        else if (key === "s") {
          sections.forEach((section) => {
            if (value.split(",").includes(section.id)) q = (q || []).concat(ids(section.questions));
          });
        } else if (key === "a") chosen.a = listed(value, values("a"));
        else if (key === "k") chosen.k = listed(value, values("k"));
        else if (key === "show") chosen.show = ["differ", "alike", "open"].includes(value) ? value : "";
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
    if (chosen.k && !chosen.k.length) chosen.k = null;
  }

  function written() {
    return chosenParts().join("&");
  }

  function chosenParts() {
    const parts = others();
    if (chosen.c) parts.push(`c=${chosen.c.join(",")}`);
    if (chosen.q) {
      const these = grouped();
      if (these.whole.length) parts.push(`s=${ids(these.whole).join(",")}`);
      if (these.single.length || !these.whole.length) parts.push(`q=${ids(these.single).join(",")}`);
    }
    if (chosen.a) parts.push(`a=${chosen.a.join(",")}`);
    if (chosen.k) parts.push(`k=${chosen.k.join(",")}`);
    if (chosen.show) parts.push(`show=${chosen.show}`);
    if (chosen.fold) parts.push("fold=1");
    return parts;
  }

  // What is chosen, as sections where all of one is, and as single questions.
  function grouped() {
    const whole = sections.filter((section) => section.questions.every(isChosen));
    const single = questions.filter(
      (question) => isChosen(question) && !whole.some((section) => section.questions.includes(question)),
    );
    return { whole, single };
  }

  function isChosen(question) {
    return !chosen.q || chosen.q.includes(question.id);
  }

  // The key behind a class of a cell: `s-` its state, `st-` its standing.
  function keyOf(td, prefix) {
    const found = Array.from(td.classList).find((name) => name.startsWith(prefix));
    return found ? found.slice(prefix.length) : "";
  }

  // Whether a cell is one of those that are looked for: by its answer, by its standing, or by both.
  function isSought(td) {
    const names = [keyOf(td, "s-"), ...(td.dataset.value || "").split(" ").map((value) => `=${value}`)];
    const state = !chosen.a || names.some((name) => chosen.a.includes(name));
    return state && (!chosen.k || chosen.k.includes(keyOf(td, "st-")));
  }

  // The controls, made of the words in the template.
  const form = template.content.firstElementChild.cloneNode(true);
  const words = form.dataset;
  const status = form.querySelector("[role=status]");
  const note = document.createElement("p");
  note.className = "chosen";
  const folded = template.content.lastElementChild.cloneNode(true);

  const regions = document.querySelector("input.pick-regions");
  if (regions) regions.addEventListener("change", () => apply());

  function values(name) {
    return all(`[name=${name}]`, form).map((box) => box.value);
  }

  function box(list, name, value, text) {
    const item = document.createElement("li");
    const label = document.createElement("label");
    const input = document.createElement("input");
    input.type = "checkbox";
    input.name = name;
    input.value = value;
    label.append(input, " ", text);
    item.append(label);
    list.append(item);
    return item;
  }

  countries.forEach((country) => {
    box(form.querySelector("[data-list=c]"), "c", country.id, country.name);
  });
  sections.forEach((section) => {
    let list = form.querySelector("[data-list=q]");
    if (sections.length > 1) {
      const item = box(list, "s", section.id, section.name);
      list = document.createElement("ul");
      item.append(list);
    }
    section.questions.forEach((question) => {
      box(list, "q", question.id, question.name);
    });
  });

  function checked(name) {
    return all(`[name=${name}]`, form)
      .filter((box) => box.checked)
      .map((box) => box.value);
  }

  // The controls as they are after something was chosen elsewhere.
  function show() {
    all("[name=c]", form).forEach((box) => {
      box.checked = !chosen.c || chosen.c.includes(box.value);
    });
    ["a", "k"].forEach((name) => {
      all(`[name=${name}]`, form).forEach((box) => {
        box.checked = !!chosen[name] && chosen[name].includes(box.value);
      });
    });
    questions.forEach((question) => {
      form.querySelector(`[name=q][value="${question.id}"]`).checked = isChosen(question);
    });
    sections.forEach((section) => {
      const box = form.querySelector(`[name=s][value="${section.id}"]`);
      const some = section.questions.filter(isChosen).length;
      if (!box) return;
      box.checked = some === section.questions.length;
      box.indeterminate = some > 0 && !box.checked;
    });
    form.elements.show.value = chosen.show;
    form.elements.fold.checked = chosen.fold;
  }

  function names(list) {
    return list.map((thing) => thing.name).join(", ");
  }

  // How the chosen countries answer a question. A region is asked few of them: where it gives no answer, none is missing.
  function kind(question, columns) {
    const says = columns
      .map((n) => question.cells[n].dataset.says)
      .filter((number, n) => number !== "0" || !countries[columns[n]].region);
    const given = says.filter((number, n) => number !== "0" && says.indexOf(number) === n);
    if (given.length > 1) return "differ";
    return given.length === 1 && !says.includes("0") ? "alike" : "open";
  }

  function apply() {
    const columns = [];
    countries.forEach((country, n) => {
      country.shown = !chosen.c || chosen.c.includes(country.id);
      country.nodes.forEach((node) => {
        node.hidden = !country.shown;
      });
    });
    pick();
    countries.forEach((country, n) => {
      if (country.shown && !isAway(country)) columns.push(n);
    });
    const alike = [];
    let count = 0;
    sections.forEach((section) => {
      let here = 0;
      section.questions.forEach((question) => {
        const is = kind(question, columns);
        let fits = isChosen(question) && columns.length > 0 && (!chosen.show || chosen.show === is);
        const sought = chosen.a || chosen.k;
        fits = fits && (!sought || columns.some((n) => isSought(question.cells[n])));
        const away = fits && chosen.fold && is === "alike";
        if (away) alike.push(question);
        if (fits) count += 1;
        question.shown = fits && !away;
        if (question.shown) here += 1;
        question.nodes.forEach((node) => {
          node.hidden = !question.shown;
        });
        question.cells.forEach((td, n) => {
          td.classList.toggle("hit", !!sought && countries[n].shown && isSought(td));
        });
      });
      (section.body || section.head).hidden = !here;
      section.head.colSpan = turned ? here || 1 : columns.length + 1;
      all(`.contents a[href$="#${section.head.id}"]`).forEach((link) => {
        link.parentElement.hidden = !here;
      });
    });
    grid.hidden = alike.length === count;
    fold(alike, columns[0]);
    say(count, columns);
  }

  // A region stands there only when it is asked for.
  function isAway(country) {
    return country.region && regions && !regions.checked;
  }

  // On a narrow screen one country is shown; it must be one of those that are chosen. A region that is chosen by name is
  // shown on a wide screen, too.
  function pick() {
    const picks = all("input.pick");
    picks.forEach((input, n) => {
      input.hidden = input.labels[0].hidden = !countries[n].shown;
    });
    const lost = picks.find((input, n) => input.checked && !countries[n].shown);
    const next = picks.find((_, n) => countries[n].shown);
    if (lost && next) next.checked = true;
    if (regions && chosen.c && countries.some((country) => country.region && country.shown)) regions.checked = true;
  }

  // What all share: its answers in one list.
  function fold(alike, column) {
    folded.hidden = !alike.length;
    folded.querySelector("summary").textContent = filled(words.folded, { n: alike.length });
    const list = folded.querySelector("ul");
    list.textContent = "";
    alike.forEach((question) => {
      const item = document.createElement("li");
      const link = question.link.cloneNode(true);
      link.removeAttribute("title");
      item.append(link, " ", question.cells[column].querySelector(".state").cloneNode(true));
      list.append(item);
    });
  }

  function say(count, columns) {
    const known = countries.filter((country) => !isAway(country)).length;
    const values = { n: count, of: questions.length, countries: columns.length, all: known };
    const line = filled(words.shown, values);
    if (status.textContent !== line) status.textContent = line;
    const parts = [];
    if (chosen.c) parts.push(filled(words.countries, { list: names(countries.filter((c) => c.shown)) || "–" }));
    if (chosen.q) {
      const these = grouped();
      parts.push(filled(words.questions, { list: names(these.whole.concat(these.single)) || "–" }));
    }
    if (chosen.show) parts.push(filled(words.only, { what: form.elements.show.selectedOptions[0].textContent }));
    if (chosen.a || chosen.k) {
      const answers = all("[name=a], [name=k]", form).filter((box) => (chosen[box.name] || []).includes(box.value));
      parts.push(
        filled(words.answers, {
          list: answers.map((box) => box.parentElement.querySelector(".word").textContent).join(", "),
        }),
      );
    }
    note.hidden = !parts.length && !chosen.fold;
    // Where nothing is chosen, only those who listen are told how much there is.
    status.classList.toggle("said", note.hidden);
    note.textContent = note.hidden ? "" : `${parts.join(" ")} `;
    // On the screen the number stands above already.
    const paper = document.createElement("span");
    paper.textContent = line;
    if (!note.hidden) note.append(paper);
  }

  // Links that keep what is chosen: the table the other way round, in other languages, and on other days.
  function lead() {
    const state = written();
    all("a.keep[href], .languages a[href], .day .days a[href], .day > p a[href]").forEach((link) => {
      link.href = link.href.split("#")[0] + (state ? `#${state}` : "");
    });
  }

  function write(at) {
    const parts = chosenParts();
    if (at) parts.push(parts.length ? `at=${at}` : at);
    history.replaceState(history.state, "", addressWith(parts));
  }

  function update() {
    settle();
    show();
    apply();
    lead();
  }

  form.addEventListener("change", (event) => {
    const name = event.target.name;
    if (name === "s") {
      all("[name=q]", event.target.closest("li")).forEach((box) => {
        box.checked = event.target.checked;
      });
    }
    if (name === "c") chosen.c = checked("c");
    if (name === "q" || name === "s") chosen.q = checked("q");
    if (name === "a" || name === "k") chosen[name] = checked(name);
    chosen.show = form.elements.show.value;
    chosen.fold = form.elements.fold.checked;
    update();
    write();
  });

  form.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const what = button.dataset.all || button.dataset.none;
    if (what) chosen[what] = button.dataset.all ? null : [];
    else chosen = nothing();
    update();
    write();
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
  });

  form.addEventListener("keydown", (event) => {
    const open = event.target.closest("details[open]");
    if (event.key !== "Escape" || !open) return;
    open.open = false;
    open.querySelector("summary").focus();
  });

  // The table scrolls to a place in it, and so does the window: it must not take the head of the table away.
  function keepHead(id) {
    const target = id && document.getElementById(id);
    if (getComputedStyle(grid).overflowY === "visible") return;
    if (target && table.contains(target)) scrollTo(0, scrollY + grid.getBoundingClientRect().top - 16);
  }

  // An anchor of the page leads to its place and leaves the choice as it is.
  addEventListener("hashchange", () => {
    keepHead(location.hash.slice(1));
    if (!location.hash.includes("=") && location.hash.length > 1) {
      if (written()) write(location.hash.slice(1));
      return;
    }
    parse(location.hash);
    update();
  });

  // What opens over the table closes when a place in the table is chosen.
  all(".bar .contents a").forEach((link) => {
    link.addEventListener("click", () => {
      link.closest("details").open = false;
    });
  });

  parse(location.hash);
  const bar = template.closest(".bar");
  let first = bar ? bar.nextElementSibling : grid;
  if (!bar && first.previousElementSibling && first.previousElementSibling.classList.contains("hint"))
    first = first.previousElementSibling;
  if (bar) template.before(form);
  else first.before(form);
  first.before(note, folded);
  update();
  if (place && document.getElementById(place)) document.getElementById(place).scrollIntoView();
  keepHead(place || location.hash.slice(1));
})();
