// The switch between languages keeps the place on the page and the state of a view, which stand behind the # of the address.
// Without script it leads to the head of the same page.
"use strict";
(function () {
  var nav = document.querySelector(".languages");
  if (!nav) return;

  function keep() {
    nav.querySelectorAll("a").forEach(function (link) {
      link.hash = location.hash;
    });
  }

  // Whatever a reader does with a link comes after one of these.
  ["pointerdown", "focusin", "click", "contextmenu"].forEach(function (event) {
    nav.addEventListener(event, keep, true);
  });
})();
