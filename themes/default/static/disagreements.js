// The lists of disputes by country and by topic as two choices above the disputes, which hide what is not chosen. The
// choice stands in the address as the place of its list, so that a banner elsewhere leads to the disputes of a country.
"use strict";
(() => {
  const { all, filled, text } = collatio;
  const fold = document.querySelector(".narrowing");
  const disputes = all("main section > article[id]");
  if (!fold || !disputes.length) return;

  const bar = document.createElement("p");
  bar.className = "filters narrow";
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  status.className = "count";

  // One choice for each kind of list: its name, and an option for each list.
  const choices = all(".lists > div", fold).map((kind, n) => {
    const label = document.createElement("label");
    const select = document.createElement("select");
    select.id = `narrow-${n}`;
    label.htmlFor = select.id;
    label.textContent = text(kind.querySelector("h2"));
    select.add(new Option(fold.dataset.all, ""));
    const lists = new Map();
    all("details", kind).forEach((box) => {
      const list = box.querySelector("ul");
      lists.set(list.id, new Set(all("a", list).map((link) => decodeURIComponent(link.hash.slice(1)))));
      const name = box.querySelector("summary").firstElementChild;
      const option = new Option(`${text(name)} (${lists.get(list.id).size})`, list.id);
      if (name.lang) option.lang = name.lang;
      select.add(option);
    });
    const box = document.createElement("span");
    box.append(label, select);
    bar.append(box);
    return { select, lists };
  });
  bar.append(status);

  function show() {
    const wanted = choices.filter(({ select }) => select.value).map(({ select, lists }) => lists.get(select.value));
    disputes.forEach((box) => {
      box.hidden = !wanted.every((ids) => ids.has(box.id));
    });
    all("main section:not(.narrowing)").forEach((part) => {
      const own = disputes.filter((box) => part.contains(box));
      part.hidden = own.length > 0 && own.every((box) => box.hidden);
    });
    const n = disputes.filter((box) => !box.hidden).length;
    status.textContent = filled(fold.dataset.count, { n, of: disputes.length });
  }

  // A list of that name is chosen; a dispute that is hidden comes into sight.
  function follow() {
    const name = decodeURIComponent(location.hash.slice(1));
    const choice = choices.find(({ lists }) => lists.has(name));
    const hidden = disputes.find((box) => box.hidden && (box.id === name || box.querySelector(`#${CSS.escape(name || "-")}`)));
    if (!choice && !hidden) return;
    choices.forEach(({ select }) => (select.value = ""));
    if (choice) choice.select.value = name;
    show();
    if (hidden) hidden.scrollIntoView();
  }

  bar.addEventListener("change", (event) => {
    history.replaceState(history.state, "", event.target.value ? `#${event.target.value}` : location.pathname + location.search);
    show();
  });
  addEventListener("hashchange", follow);
  fold.before(bar);
  fold.hidden = true;
  show();
  follow();
})();
