// The projector: a page shown on a wall, one question or one slice on each screen. Nothing is copied: of the page itself all
// but the pieces of one screen is hidden, so that citations, days and notes stay beside what they belong to. Pieces that do
// not fit a screen are divided where their parts end; what cannot be divided is moved through by the same keys.
//
// A screen begins at a second heading and at `data-slide`; `data-slide="flow"` may share one with what stands before it, and
// `data-slide="none"` is not shown, and `data-slide="more"` when all sources are asked for. The screen stands in the address after `#`, named by its place on the page and not by a
// number, for the number depends on the window.
"use strict";
(() => {
  const main = document.getElementById("main");
  const { addressWith, filled, hashParts, lettersAreOff, load, text } = collatio;
  const all = (css, root = main) => collatio.all(css, root);
  const html = document.documentElement;
  const button = main.querySelector(".project button");
  const status = document.createElement("p");
  status.className = "said";
  status.setAttribute("role", "status");
  // The bar below the screens with its words, and the list of keys: they are loaded when the projector begins.
  let wall;
  let keys;
  let words;

  // What belongs to every part of what it stands in; and what is for readers at a desk.
  const KEPT =
    "[data-keep], .banners, .translation, [role=note], .verdict, .finding > .source, thead, caption, colgroup, summary, tr.section";
  const LEFT =
    "[data-slide=none], script, template, noscript, nav, .project, .hint, .collect, .taking, .take, .tools, .chosen, .backlinks, .cite-cell, .cite-go";
  const MORE = "[data-slide=more]";
  const UNIT = "[data-slide], section, article, details, .finding";

  let on = false;
  let screens = [];
  let at = 0;
  let size = 0;
  let opened = [];
  let numbered = [];
  let gone = new Set();
  // Whether what stands behind the answers is shown too.
  let whole = false;

  // The page as structure.

  function level(node) {
    const found = /^H([1-6])$/.exec(node.tagName);
    return found ? Number(found[1]) : 0;
  }

  function isOut(node) {
    return gone.has(node) || node.matches(LEFT) || (!whole && node.matches(MORE));
  }

  // Whether a screen must begin somewhere within.
  function mustDivide(node) {
    if (all("[data-slide]:not([data-slide=none])", node).some((slide) => whole || !slide.matches(MORE))) return true;
    return all("h2", node).some((h2) => h2.parentElement !== node || !node.matches(UNIT));
  }

  function begins(node) {
    if (node.dataset.slide !== undefined) return node.dataset.slide === "";
    return node.matches("section, article") && Array.from(node.children).some((child) => level(child) === 2);
  }

  // A thing can be divided if it is made of parts that stand below each other, and of nothing else.
  function canDivide(node) {
    if (node.matches("figure, blockquote, p, tr, td, th, pre, svg, .head, .sides") || !node.children.length) return false;
    if (node.tagName === "TBODY" && node.querySelector("[rowspan]")) return false;
    return Array.from(node.childNodes).every((child) => {
      if (child.nodeType === 3) return !child.data.trim();
      return child.nodeType !== 1 || gone.has(child) || !/^inline/.test(getComputedStyle(child).display);
    });
  }

  // The headings under which a part stands: each is higher than the one below it, and than the part's own. A slide of its
  // own stands under the heading of what holds it alone.
  function headings(part) {
    const found = [];
    let below = level(part.firstElementChild || part) || 7;
    for (let node = part.previousElementSibling; node; node = node.previousElementSibling) {
      if (level(node) && level(node) < below) {
        found.push(node);
        below = level(node);
      }
    }
    return part.dataset.slide === undefined ? found : found.slice(-1);
  }

  // Shows these pieces, what they stand in, and what is kept of that; nothing else. Of several headings the lowest is that
  // of the screen, the others stand small above it.
  function reveal(pieces) {
    all(".on, .via, .first, .above")
      .concat(main)
      .forEach((node) => {
        node.classList.remove("on", "via", "first", "above");
      });
    pieces.forEach((piece, n) => {
      let named = !!level(piece.firstElementChild || piece);
      piece.classList.add("on");
      for (let node = piece; node !== main; node = node.parentElement) {
        const parent = node.parentElement;
        if (n === 0) node.classList.add("first");
        headings(node).forEach((heading) => {
          heading.classList.add("on");
          if (n === 0 && named) heading.classList.add("above");
          named = true;
        });
        if (parent.classList.contains("via")) continue;
        parent.classList.add("via");
        Array.from(parent.children).forEach((child) => {
          if (child.matches(KEPT) && !isOut(child)) child.classList.add("on");
        });
      }
    });
  }

  // Whether pieces fit one screen, with letters of the usual size or a little smaller.
  function fits(pieces, snug) {
    reveal(pieces);
    html.classList.toggle("snug", !!snug);
    return main.scrollHeight <= main.clientHeight + 1;
  }

  // How much of the screen pieces take.
  function share(pieces) {
    reveal(pieces);
    html.classList.remove("snug");
    const top = main.getBoundingClientRect().top;
    return (pieces[pieces.length - 1].getBoundingClientRect().bottom - top) / main.clientHeight;
  }

  // All screens, for the window as it is.
  function plan() {
    screens = [];
    let current = [];
    let placed = 0;

    function flush() {
      if (current.length) screens.push(current);
      current = [];
    }

    function add(node) {
      current.push(node);
      placed += 1;
    }

    function open(node, snug) {
      flush();
      add(node);
      current.snug = snug;
    }

    function inside(node, start) {
      let heading = null;
      Array.from(node.children).forEach((child) => {
        if (isOut(child) || child.matches(KEPT)) return;
        if (level(child)) {
          heading = child;
          if (level(child) === 2 && !node.matches(UNIT)) start = true;
          return;
        }
        start = lay(child, start);
        heading = null;
      });
      if (heading) put(heading, start);
      return heading ? false : start;
    }

    function lay(node, start) {
      start = start || begins(node);
      if (mustDivide(node)) return inside(node, start);
      put(node, start);
      return false;
    }

    function put(node, start) {
      if (start) flush();
      if (fits(current.concat(node), current.snug)) return add(node);
      if (fits([node])) return open(node, false);
      if (fits([node], true)) return open(node, true);
      // What has a heading of its own begins on a screen of its own, unless the one before it is nearly empty.
      if (current.length && level(node.firstElementChild || node) && share(current) > 0.4) flush();
      const before = placed;
      if (canDivide(node)) inside(node, false);
      if (placed === before) open(node, true);
    }

    inside(main, false);
    flush();
    if (!screens.length) screens.push([main.firstElementChild]);
  }

  // Tables that are wider than the wall are set smaller, as far as letters can be read from the last row of seats.
  function tighten() {
    all("table").forEach((table) => {
      table.classList.remove("tight-1", "tight-2", "tight-3");
      for (let step = 1; step <= 3 && table.offsetWidth > table.parentElement.clientWidth + 1; step += 1) {
        table.classList.remove(`tight-${step - 1}`);
        table.classList.add(`tight-${step}`);
      }
    });
  }

  function prepare() {
    reveal([]);
    html.classList.remove("snug");
    gone = new Set(all("*").filter((node) => getComputedStyle(node).display === "none"));
    html.style.setProperty("--wall", 1.15 ** size);
    tighten();
    plan();
  }

  // The address.

  function counted(box) {
    return all("*", box).filter((node) => !node.closest(LEFT));
  }

  // A place as the nearest name before it, and how many elements further on.
  function nameOf(piece) {
    const nameOfBox = (box) => box.id || box.getAttribute("aria-labelledby");
    let box = piece;
    while (box !== main && !(nameOfBox(box) && document.getElementById(nameOfBox(box)))) box = box.parentElement;
    const n = counted(box).indexOf(piece) + 1;
    return (box === main ? "main" : nameOfBox(box)) + (n ? `.${n}` : "");
  }

  function named(name) {
    const parts = /^(.*?)(?:\.(\d+))?$/.exec(name);
    let box = document.getElementById(parts[1]) || document.getElementById(name);
    if (!box || !main.contains(box)) return null;
    const part = all(`[aria-labelledby="${box.id.replace(/["\\]/g, "\\$&")}"]`)[0];
    box = part || box;
    return parts[2] ? counted(box)[parts[2] - 1] || box : box;
  }

  function asked() {
    const part = hashParts().find((part) => part.startsWith("screen="));
    if (!part) return null;
    try {
      return decodeURIComponent(part.slice(7));
    } catch (torn) {
      return "";
    }
  }

  // Where an anchor of the page leads.
  function placeOf(hash) {
    try {
      return hash.length > 1 && !hash.includes("=") ? named(decodeURIComponent(hash.slice(1))) : null;
    } catch (torn) {
      return null;
    }
  }

  // What others wrote there is kept.
  function written(name) {
    const kept = hashParts().filter((part) => !part.startsWith("screen="));
    if (name) kept.push(`screen=${encodeURIComponent(name)}`);
    return addressWith(kept);
  }

  // The first screen that reaches a place.
  function screenOf(node) {
    const found = screens.findIndex((pieces) => {
      const last = pieces[pieces.length - 1];
      const where = node.compareDocumentPosition(last);
      return !(where & Node.DOCUMENT_POSITION_PRECEDING) || !!(where & Node.DOCUMENT_POSITION_CONTAINS);
    });
    return found < 0 ? screens.length - 1 : found;
  }

  // What is on the wall.

  function isLow() {
    return main.scrollTop + main.clientHeight < main.scrollHeight - 2;
  }

  function more() {
    wall.classList.toggle("is-low", isLow());
    wall.querySelector("[data-do=next]").disabled = at === screens.length - 1 && !isLow();
  }

  // The heading next above what is shown, without the links in it.
  function heading() {
    let found;
    for (let node = screens[at][0]; node !== main && !found; node = node.parentElement) {
      found = level(node.firstElementChild || main) ? node.firstElementChild : headings(node)[0];
    }
    const own = (found || main.querySelector("h1")).cloneNode(true);
    all("small, .go, .tag, [data-slide=none]", own).forEach((part) => {
      part.remove();
    });
    return text(own);
  }

  function show(n, fromBelow) {
    at = Math.max(0, Math.min(n, screens.length - 1));
    reveal(screens[at]);
    html.classList.toggle("snug", !!screens[at].snug);
    html.classList.remove("blank");
    main.scrollTop = fromBelow ? main.scrollHeight : 0;
    wall.querySelector(".wall-at").textContent = filled(words.number, { n: at + 1, of: screens.length });
    wall.querySelector("[data-do=back]").disabled = at === 0;
    more();
    history.replaceState(history.state, "", written(nameOf(screens[at][0])));
    if (!wall.contains(document.activeElement) || document.activeElement.disabled) main.focus({ preventScroll: true });
    say(filled(words.screen, { n: at + 1, of: screens.length, what: heading() }));
  }

  function say(line) {
    status.textContent = line;
  }

  function again() {
    if (!on) return;
    const piece = screens[at] && screens[at][0];
    prepare();
    show(piece ? screenOf(piece) : 0);
  }

  const acts = {
    next() {
      if (isLow()) main.scrollTop += main.clientHeight * 0.85;
      else if (at < screens.length - 1) show(at + 1);
      more();
    },
    back() {
      if (main.scrollTop > 2) main.scrollTop -= main.clientHeight * 0.85;
      else if (at > 0) show(at - 1, true);
      more();
    },
    first() {
      show(0);
    },
    last() {
      show(screens.length - 1);
    },
    larger() {
      resize(Math.min(size + 1, 5));
    },
    smaller() {
      resize(Math.max(size - 1, -3));
    },
    usual() {
      resize(0);
    },
    blank() {
      html.classList.add("blank");
      main.focus({ preventScroll: true });
      say(words.blank);
    },
    whole() {
      whole = !whole;
      unfold();
      again();
    },
    full() {
      if (document.fullscreenElement) return document.exitFullscreen();
      const asked = html.requestFullscreen && html.requestFullscreen();
      if (asked) asked.catch(() => {});
    },
    keys() {
      keys.showModal();
    },
    end() {
      // The entry that the button made goes; a bookmark made none.
      if (history.state && history.state.projector) return history.back();
      history.replaceState(history.state, "", written(""));
      dispatchEvent(new Event("hashchange"));
    },
  };

  function resize(to) {
    size = to;
    again();
  }

  // What is folded on the page is open on the wall.
  function unfold() {
    html.classList.toggle("wall-whole", whole);
    wall.querySelector("[data-do=whole]").hidden = !all(MORE).length;
    wall.querySelector("[data-do=whole]").setAttribute("aria-pressed", String(whole));
    all("details:not([open])").forEach((box) => {
      if (box.closest(LEFT) || (!whole && box.closest(MORE))) return;
      box.open = true;
      opened.push(box);
    });
  }

  function begin(name) {
    if (on) return;
    on = true;
    html.classList.add("projecting");
    wall.querySelector(".wall-title").textContent = text(main.querySelector("h1"));
    wall.querySelector(".wall-when").textContent = text(document.querySelector(".running"));
    document.body.append(wall, keys);
    whole = false;
    opened = [];
    unfold();
    // Numbers of a list stay, whatever of it is shown.
    numbered = all("ol:not([start]):not([reversed]) > li:not([value])");
    numbered.forEach((item) => {
      item.value = Array.from(item.parentElement.children).indexOf(item) + 1;
    });
    prepare();
    const node = name === null ? null : named(name);
    show(node ? screenOf(node) : 0);
    main.focus({ preventScroll: true });
    say(`${words.begun} ${status.textContent}`);
  }

  function leave() {
    if (!on) return;
    on = false;
    if (document.fullscreenElement) document.exitFullscreen();
    if (keys.open) keys.close();
    html.classList.remove("projecting", "wall-whole", "blank", "snug");
    html.style.removeProperty("--wall");
    reveal([]);
    opened.forEach((box) => {
      box.open = false;
    });
    numbered.forEach((item) => {
      item.removeAttribute("value");
    });
    wall.remove();
    keys.remove();
    main.scrollTop = 0;
    button.focus();
    say(words.ended);
  }

  // The style and the words of the wall come when they are asked for. A reader who has no projector loads neither.
  let loading;
  function ready() {
    loading ??= Promise.all([load("projector.css"), load("projector-words.js")]).then(build);
    loading.catch(() => (loading = undefined));
    return loading;
  }

  function build() {
    const box = document.createElement("template");
    box.innerHTML = collatio.policy.createHTML(collatio["projector-words"]);
    wall = box.content.querySelector(".wall");
    keys = box.content.querySelector("dialog");
    words = wall.dataset;
    wall.addEventListener("click", (event) => {
      const pressed = event.target.closest("button");
      if (pressed) acts[pressed.dataset.do]();
    });
    keys.addEventListener("click", (event) => {
      if (event.target.closest("button")) keys.close();
    });
  }

  function follow() {
    const name = asked();
    if (name === null) {
      leave();
    } else if (on) {
      prepare();
      const there = named(name);
      show(there ? screenOf(there) : at);
    } else {
      ready().then(
        () => asked() !== null && begin(asked()),
        () => {},
      );
    }
  }

  collatio.project = () => {
    ready().then(
      () => {
        if (on) return;
        const node = placeOf(location.hash);
        history.pushState({ projector: true }, "", written(node ? nameOf(node) : "main"));
        begin(node ? nameOf(node) : null);
      },
      () => {},
    );
  };

  // An anchor of the page leads to the screen that holds it.
  main.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!on || !link || link.href.split("#")[0] !== location.href.split("#")[0]) return;
    const node = placeOf(link.hash);
    if (!node) return;
    event.preventDefault();
    show(screenOf(node));
  });

  main.addEventListener("scroll", () => {
    if (on) more();
  });

  const forth = html.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
  const moves = {
    ArrowDown: "next",
    PageDown: "next",
    ArrowUp: "back",
    PageUp: "back",
    Home: "first",
    End: "last",
    Escape: "end",
  };
  moves[forth] = "next";
  moves[forth === "ArrowLeft" ? "ArrowRight" : "ArrowLeft"] = "back";
  const letters = {
    "?": "keys",
    "+": "larger",
    "=": "larger",
    "-": "smaller",
    0: "usual",
    ".": "blank",
    b: "blank",
    B: "blank",
    s: "whole",
    S: "whole",
  };

  function act(event) {
    if (event.key === " ") return event.shiftKey ? "back" : "next";
    const letter = letters[event.key] || ({ KeyB: "blank", KeyS: "whole" }[event.code] || "");
    return moves[event.key] || (letter && !lettersAreOff() ? letter : "");
  }

  document.addEventListener("keydown", (event) => {
    if (!on || keys.open || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.key === " " && event.target.closest("button, summary")) return;
    const what = act(event);
    if (!what) return;
    event.preventDefault();
    // From a blank wall any key leads back to the screen as it was.
    if (html.classList.contains("blank") && what !== "end") {
      html.classList.remove("blank");
      say(filled(words.screen, { n: at + 1, of: screens.length, what: heading() }));
    } else acts[what]();
  });

  let waits;
  addEventListener("resize", () => {
    clearTimeout(waits);
    waits = setTimeout(again, 120);
  });
  addEventListener("load", again);
  addEventListener("hashchange", follow);

  document.body.append(status);
  if (asked() !== null) follow();
})();
