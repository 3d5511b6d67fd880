// The way out of a page, made quicker: the empty page takes the place of this one in the history, so that the way back does
// not lead here again from there, and Shift pressed three times does the same as the link. Without script the link is a link.
"use strict";
(() => {
  const bar = document.querySelector(".leave");
  if (!bar) return;
  const html = document.documentElement;
  const link = bar.querySelector(".leave-now");
  const status = bar.querySelector("[role=status]");
  const title = document.title;
  let pressed = 0;
  let alone = false;
  let waits;

  function leave() {
    // What is here goes out of sight before the other page comes, and its name with it.
    html.classList.add("left");
    document.title = bar.dataset.title;
    location.replace(link.href);
  }

  function forget() {
    clearTimeout(waits);
    pressed = 0;
    alone = false;
    status.textContent = "";
  }

  link.addEventListener("click", (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    leave();
  });

  // Shift counts when it is pressed by itself, not on the way to a capital letter or backwards through the links.
  addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Shift" || event.ctrlKey || event.altKey || event.metaKey) return forget();
      if (!event.repeat) alone = true;
    },
    true,
  );

  addEventListener(
    "keyup",
    (event) => {
      if (event.key !== "Shift" || !alone) return;
      alone = false;
      pressed += 1;
      clearTimeout(waits);
      if (pressed === 3) return leave();
      status.textContent = pressed === 1 ? bar.dataset.twice : bar.dataset.once;
      waits = setTimeout(forget, 5000);
    },
    true,
  );

  addEventListener("pointerdown", forget, true);

  // A browser may keep the page as it was left.
  addEventListener("pageshow", () => {
    html.classList.remove("left");
    document.title = title;
    forget();
  });

  bar.querySelectorAll("[data-with-script]").forEach((line) => {
    line.hidden = false;
  });
})();
