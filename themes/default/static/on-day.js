// The day that a reader chose goes along to the pages of questions, which are there for all days at once: as `?on=2005-06-30`
// in the address. Such a page then says first what held on that day, in the words of its own fold of all days.
"use strict";
(() => {
  const { all, filled } = collatio;
  const asked = new URLSearchParams(location.search).get("on") || "";
  const chosen = document.querySelector(".day.other[data-on]");
  const time = new Date(/^\d{4}-\d\d-\d\d$/.test(asked) ? asked : NaN);
  const day = chosen ? chosen.dataset.on : !isNaN(time) && time.toISOString().startsWith(asked) ? asked : "";
  if (!day) return;

  // Before a link is followed, copied or opened beside: the addresses of the page itself stay as they are.
  const main = document.getElementById("main");
  const carry = (event) => {
    const link = event.target.closest && event.target.closest("a[href]");
    if (!link || link.matches(".without-day")) return;
    if (/\/questions\/(?!index\.html)[^/]+\.html$/.test(link.pathname)) link.search = `?on=${day}`;
  };
  for (const event of ["pointerdown", "focusin", "click", "contextmenu"]) main.addEventListener(event, carry, true);

  const template = document.getElementById("on-day");
  const folds = all(".strip-words h3");
  if (!template || !folds.length) return;
  const part = template.content.firstElementChild.cloneNode(true);
  const { shown, months } = part.dataset;
  const [year, month, number] = day.split("-").map(Number);
  const title = filled(shown, { day: number, month: months.split("|")[month - 1], year });
  part.querySelector("h2").textContent = title;
  const list = part.querySelector("ul");
  folds.forEach((head) => {
    const stands = ({ first, last }) => (!first || first <= day) && (!last || day <= last);
    const line = all("li", head.nextElementSibling).find((item) => stands(item.dataset));
    if (!line) return;
    const said = [...line.childNodes].filter((node) => !(node.matches && node.matches(".when")));
    const told = (tag, words) => {
      const item = document.createElement(tag);
      const name = document.createElement("strong");
      name.textContent = words;
      item.append(name, ": ", ...said.map((node) => node.cloneNode(true)));
      return item;
    };
    list.append(told("li", head.textContent));
    // A link to one country passes the list by.
    const place = document.getElementById(head.dataset.cell);
    if (!place) return;
    const own = told("p", title);
    own.className = "on-day";
    place.after(own);
  });
  part.querySelector("a").href = location.pathname + location.hash;
  // What stands below it is no answer of that day.
  template.before(part, template.content.querySelector(".latest").cloneNode(true));
})();
