// One day of a country's history: of all lines, those whose period has the day. The address holds the day as `#on-2004-10-05`,
// whether something changes on it or not; without script it leads to the nearest change.
"use strict";
(() => {
  const { all, filled } = collatio;
  const template = document.getElementById("one-day");
  if (!template) return;
  const bar = template.content.firstElementChild.cloneNode(true);
  const [input, button, output] = ["input", "button", "output"].map((name) => bar.querySelector(name));
  const lines = all("main tr[data-first], main tr[data-last]");
  const parts = all("a.keeps-day");
  // A day in the words of the site, which are not those of every browser.
  const months = output.dataset.months.split("|");
  const words = (iso) => {
    const [year, month, day] = iso.split("-").map(Number);
    return filled(output.dataset.shown, { day, month: months[month - 1], year });
  };
  // The day in the address; nothing for one that no calendar has.
  function wanted() {
    const day = (location.hash.match(/^#on-(\d{4}-\d\d-\d\d)$/) || [""]).pop();
    const time = new Date(day);
    return !isNaN(time) && time.toISOString().startsWith(day) ? day : "";
  }

  function show(day) {
    if (input.value !== day) input.value = day;
    const stands = ({ first, last }) => !day || ((!first || first <= day) && (!last || day <= last));
    lines.forEach((line) => {
      line.hidden = !stands(line.dataset);
    });
    parts.forEach((link) => {
      link.hash = day ? `on-${day}` : "";
    });
    button.hidden = !day;
    output.textContent = day ? words(day) : "";
  }

  const go = (day) => {
    history.replaceState(null, "", day ? `#on-${day}` : location.pathname + location.search);
    show(day);
  };
  input.addEventListener("change", () => go(input.value));
  button.addEventListener("click", () => {
    go("");
    input.focus();
  });
  addEventListener("hashchange", () => show(wanted()));

  template.before(bar);
  if (wanted()) {
    show(wanted());
    if (bar.isConnected) bar.scrollIntoView();
  } else show("");
})();
