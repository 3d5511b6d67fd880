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
  const words = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeZone: "UTC" });
  const wanted = () => (location.hash.match(/^#on-(\d{4}-\d\d-\d\d)$/) || [""]).pop();

  function show(day) {
    const stands = ({ first, last }) => !day || ((!first || first <= day) && (!last || day <= last));
    lines.forEach((line) => {
      line.hidden = !stands(line.dataset);
    });
    parts.forEach((link) => {
      link.hash = day ? `on-${day}` : "";
    });
    if (input.value !== day) input.value = day;
    button.hidden = !day;
    output.textContent = day ? filled(output.dataset.shown, { day: words.format(new Date(day)) }) : "";
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
