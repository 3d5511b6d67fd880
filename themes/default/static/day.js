// The days of a view on a slider, with a mark for each: the list beside it stays for those without script. Where another
// day is shown, the reader stays at the row or the part of the page that was read.
"use strict";
(() => {
  const { all, filled } = collatio;
  const template = document.getElementById("slider");
  const list = document.querySelector(".day .days");
  if (!template || !list) return;
  const KEY = "collatio-place";

  const bar = template.content.firstElementChild.cloneNode(true);
  const slider = bar.querySelector("input");
  const shows = bar.querySelector("a");

  // The days in the order of time; the latest view comes last. A part of a site may lack some.
  const links = all("li", list).filter((item) => item.querySelector("a[href], [aria-current]"));
  const days = links.map((item) => ({ link: item.querySelector("a"), text: item.textContent.trim() }));
  const main = document.querySelector(".day > p:first-child a");
  days.push({ link: main, text: shows.dataset.main });
  if (days.length < 3) return;
  const here = links.findIndex((item) => item.querySelector("[aria-current]"));
  const own = here < 0 ? days.length - 1 : here;

  slider.max = String(days.length - 1);
  slider.value = String(own);
  days.forEach((day, at) => {
    const mark = document.createElement("option");
    mark.value = String(at);
    bar.querySelector("datalist").append(mark);
  });

  // The day stands beside the slider at all times and in the room of the longest, so that nothing moves under the pointer.
  const told = (day, at) => (!day.link || at === own ? day.text : filled(shows.dataset.show, { day: day.text }));
  shows.style.minWidth = `${Math.max(...days.map((day, at) => told(day, at).length))}ch`;
  function tell() {
    const at = slider.valueAsNumber;
    const day = days[at];
    slider.setAttribute("aria-valuetext", day.text);
    shows.textContent = told(day, at);
    if (day.link && at !== own) shows.href = day.link.href;
    else shows.removeAttribute("href");
  }

  // The rows and parts of a page that the same page has on another day.
  const places = () => all("main h2[id], main h3[id], main tbody th[data-id]").filter((place) => place.offsetParent);
  const nameOf = (place) => place.id || place.dataset.id;

  function remember() {
    const place = places().find((place) => place.getBoundingClientRect().top >= 0);
    if (!place || !scrollY) return;
    try {
      sessionStorage.setItem(KEY, JSON.stringify([nameOf(place), place.getBoundingClientRect().top]));
    } catch (refused) {}
  }

  function restore() {
    try {
      const [name, top] = JSON.parse(sessionStorage.getItem(KEY) || "[]");
      sessionStorage.removeItem(KEY);
      const place = name && places().find((place) => nameOf(place) === name);
      if (place) scrollBy({ top: place.getBoundingClientRect().top - top, behavior: "instant" });
    } catch (refused) {}
  }

  function go() {
    const { link } = days[slider.valueAsNumber];
    if (!link) return;
    remember();
    location.href = link.href;
  }

  // The mouse shows a day when it lets go; keys choose one, and Enter or the link shows it.
  let byKey = false;
  slider.addEventListener("keydown", (event) => {
    byKey = true;
    if (event.key === "Enter") go();
  });
  slider.addEventListener("pointerdown", () => {
    byKey = false;
  });
  slider.addEventListener("input", tell);
  slider.addEventListener("change", () => {
    if (!byKey) go();
  });
  shows.addEventListener("click", remember);
  all("a", list).forEach((link) => link.addEventListener("click", remember));

  list.before(bar);
  tell();
  // The other scripts have hidden by then what is not chosen.
  addEventListener("load", restore);
})();
