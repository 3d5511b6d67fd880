// What script adds to every page: a field in the head that leads to the page of the search, and the key `/` that leads to
// the field. Without script there is a link in its place.
"use strict";
(function () {
  var place = document.querySelector(".find");
  var link = place && place.querySelector("a");
  if (!link) return;

  function field() {
    return document.getElementById("q") || document.getElementById("find");
  }

  // The key can be turned off on the page of the search, for those whose software speaks single letters.
  function slashIsOff() {
    try {
      if (localStorage.getItem("collatio.slash") === "off") return true;
    } catch (refused) {}
    return /(^|; )collatio-slash=off/.test(document.cookie);
  }

  if (!document.body.classList.contains("k-search")) {
    var form = document.createElement("form");
    form.setAttribute("role", "search");
    var input = document.createElement("input");
    input.type = "search";
    input.id = "find";
    input.setAttribute("aria-label", place.dataset.label);
    input.autocomplete = "off";
    var button = document.createElement("button");
    button.textContent = link.textContent;
    form.append(input, button);
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      var words = input.value.trim();
      location.href = link.href + (words ? "#q=" + encodeURIComponent(words) : "");
    });
    link.replaceWith(form);
  }

  document.addEventListener("keydown", function (event) {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    var at = event.target;
    if (at.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(at.tagName) || !field() || slashIsOff()) return;
    event.preventDefault();
    field().focus();
    field().select();
  });
})();
