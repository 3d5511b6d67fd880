// Loads the page anew when the site was made anew. Only the page in front waits: a browser opens few connections to one
// host, and pages behind must not use them up.
(function () {
  "use strict";
  var edition = document.currentScript.getAttribute("data-edition");
  var waiting = false;
  function again() {
    waiting = false;
    setTimeout(wait, 500);
  }
  function wait() {
    if (waiting || document.hidden) return;
    waiting = true;
    fetch("/_collatio/wait?" + edition)
      .then(function (answer) { return answer.text(); })
      .then(function (now) {
        if (now !== edition) location.reload();
        else again();
      }, again);
  }
  document.addEventListener("visibilitychange", wait);
  wait();
})();
