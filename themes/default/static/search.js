// Search without a server. The index lies beside this page in scripts; each is read when a question needs it, by a script
// element, for that works from a folder on a stick as it does on a host. `src/publish/search` writes what is read here.
"use strict";
(() => {
  const { filled: fill, lettersAreOff, setLetters } = collatio;
  const box = document.getElementById("search");
  if (!box) return;
  const say = box.dataset;

  // How many results are shown at first and with each further step; how many bytes a question may read in all.
  const STEP = 10;
  const MOST = 290 * 1024;
  // How many of them for a word that only helps to put results in order.
  const COMMON = 16 * 1024;
  // How much each weight of a word counts: synonym, once, often, context, and names from long to short.
  const WEIGHTS = [0.4, 1, 1.3, 1.7, 2.6, 3.4, 4.4, 6];
  const KINDS = { country: 1.6, instrument: 1.5, topic: 1.4, question: 1.3, law: 1.3, term: 1.25, provision: 1.15, article: 1.1, page: 1.1, amendment: 1.1, source: 0.7 };

  // ---- Letters and words: the same as `fold` and `words` in Rust

  const APOSTROPHES = /['`\u00b4\u02b9\u02bb-\u02bf\u02c8\u2018\u2019\u201b\u2032]/g;
  const RAISED = /([0-9])([\u2070\u00b9\u00b2\u00b3\u2074-\u2079])/g;
  const LEFT_OUT = /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670\u0e47-\u0e4e\u0ec8-\u0ecd\u1037\u1039\u103a\u17c6-\u17d3\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u00ad\u200b-\u200d\u2060\ufeff]/g;
  const ALIKE = {
    ә: "а", ғ: "г", қ: "к", ҝ: "к", ҡ: "к", ң: "н", ӊ: "н", ҥ: "н", ө: "о", ұ: "у", ү: "у", һ: "х", ҳ: "х", ҷ: "ч", ҹ: "ч",
    і: "и", ı: "i", ŋ: "n", ə: "e", ß: "ss", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", æ: "ae", œ: "oe", ħ: "h", ς: "σ",
    ي: "ی", ى: "ی", ې: "ی", ۍ: "ی", ك: "ک", ڪ: "ک", ة: "ه", ە: "ه", ہ: "ه", ھ: "ه", ٱ: "ا",
  };
  const LOOKS_ALIKE = new RegExp("[" + Object.keys(ALIKE).join("") + "]", "g");

  // Digits of other scripts, from nought on, and letters of scripts without spaces between words.
  const NOUGHTS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xed0, 0x1040, 0x17e0];
  const DIGIT = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\u0ed0-\u0ed9\u1040-\u1049\u17e0-\u17e9]/g;
  const UNSPACED = /[\u0e00-\u109f\u1780-\u17ff\u1950-\u19ff\u1a20-\u1aaf\u1b00-\u1b7f\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3040-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua980-\ua9ff\uaa60-\uaa7f\uf900-\ufaff\uff66-\uff9f\u{20000}-\u{323af}]/u;

  function digitOf(letter) {
    const code = letter.codePointAt(0);
    return String(code - NOUGHTS.find((nought) => code >= nought && code < nought + 10));
  }

  function fold(text) {
    return text
      .replace(RAISED, "$1-$2")
      .replace(APOSTROPHES, "")
      .normalize("NFKD")
      .toLowerCase()
      .replace(/и\u0306/g, "й")
      .replace(LOOKS_ALIKE, (letter) => ALIKE[letter])
      .replace(DIGIT, digitOf)
      .replace(LEFT_OUT, "");
  }

  // `31-12` and a year behind it: the day as files write it.
  function dayOf(first, between, year) {
    const parts = /^([0-9]{1,2})-([0-9]{1,2})$/.exec(first || "");
    if (!parts || !/^[.\-\u2010]$/.test(between) || !/^[0-9]{4}$/.test(year)) return "";
    const [day, month] = [Number(parts[1]), Number(parts[2])];
    const fits = day > 0 && day < 32 && month > 0 && month < 13;
    return fits ? year + "-" + String(month).padStart(2, "0") + "-" + String(day).padStart(2, "0") : "";
  }

  // Runs of letters and digits, those of scripts without spaces apart from others.
  function runs(folded) {
    const list = [];
    for (const found of folded.matchAll(/[\p{Alphabetic}\p{N}]+/gu)) {
      let at = found.index;
      let run = "";
      let before;
      for (const letter of found[0]) {
        const is = UNSPACED.test(letter);
        if (run && is !== before) {
          list.push({ run, at, unspaced: before });
          at += run.length;
          run = "";
        }
        before = is;
        run += letter;
      }
      list.push({ run, at, unspaced: before });
    }
    return list;
  }

  function words(folded) {
    const list = [];
    let end = -1;
    for (const { run, at, unspaced } of runs(folded)) {
      const between = folded.slice(end, at);
      const last = list.length - 1;
      const day = end > 0 ? dayOf(list[last], between, run) : "";
      if (end > 0 && /^[.\-\u2010]$/.test(between) && /[0-9]$/.test(list[last]) && /^[0-9]{1,2}$/.test(run)) {
        list[last] += "-" + run;
      } else if (day) {
        list[last] = day;
      } else if (unspaced) {
        const letters = Array.from(run);
        if (letters.length === 1) list.push(run);
        for (let n = 1; n < letters.length; n++) list.push(letters[n - 1] + letters[n]);
      } else {
        list.push(run);
      }
      end = at + run.length;
    }
    return list.map((word) => (word.length > 40 ? Array.from(word).slice(0, 40).join("") : word));
  }

  // ---- Pieces of the index

  const pieces = new Map();
  let spent = 0;

  window.collatioSearch = (letter, number, content) => {
    const piece = pieces.get(letter + number);
    if (piece) piece.resolve(content);
  };
  // For tests: what stands in Rust and here must agree.
  window.collatioSearch.fold = fold;
  window.collatioSearch.words = words;

  function load(letter, number) {
    const key = letter + number;
    const known = pieces.get(key);
    if (known) return known.promise;
    const piece = {};
    piece.promise = new Promise((resolve, reject) => Object.assign(piece, { resolve, reject }));
    pieces.set(key, piece);
    const script = document.createElement("script");
    const file = ({ h: "head", t: "days" }[letter] || key) + ".js?" + encodeURIComponent(say.version);
    script.src = collatio.policy.createScriptURL(file);
    script.addEventListener("load", () => script.remove());
    script.addEventListener("error", () => {
      script.remove();
      pieces.delete(key);
      piece.reject(new Error(key));
    });
    document.head.append(script);
    return piece.promise;
  }

  // A number ends with one of 62 characters; 29 others say that it goes on.
  function digit(text, at) {
    const code = text.charCodeAt(at) - 35;
    return code > 57 ? code - 1 : code;
  }

  function reader(text) {
    let at = 0;
    return {
      rest: () => at < text.length,
      number() {
        let high = 0;
        for (;;) {
          const n = digit(text, at++);
          if (n < 62) return high * 62 + n;
          high = high * 29 + n - 61;
        }
      },
      signed() {
        const n = this.number();
        return n % 2 ? -(n + 1) / 2 : n / 2;
      },
      until(mark) {
        const end = text.indexOf(mark, at);
        const part = text.slice(at, end);
        at = end + 1;
        return part;
      },
    };
  }

  function table(text, size) {
    const firsts = [];
    const sizes = [];
    const read = reader(text);
    for (let first = 0; read.rest(); ) {
      first += read.number();
      firsts.push(first);
      sizes.push(size || read.number());
    }
    return { firsts, sizes };
  }

  // The last place of a sorted list whose value is not above `value`.
  function place(list, value) {
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle] <= value) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  let head;
  let loadingHead;

  function prepare(content) {
    const count = content.entries;
    head = {
      count,
      kinds: content.kinds,
      countries: content.countries,
      firsts: content.firsts,
      letters: content.letters,
      d: table(content.d),
      p: table(content.p),
      r: table(content.r, content.record),
      days: content.days,
      size: JSON.stringify(content).length,
      kind: new Uint8Array(count),
      country: new Uint16Array(count),
      dictionary: new Map(),
      lists: new Map(),
    };
    const read = reader(content.runs);
    for (let at = 0; at < count; ) {
      const kind = read.number();
      const country = read.number();
      const end = at + read.number();
      head.kind.fill(kind, at, end);
      head.country.fill(country, at, end);
      at = end;
    }
    return head;
  }

  function start() {
    loadingHead = loadingHead || load("h", 0).then(prepare);
    loadingHead.catch(() => (loadingHead = undefined));
    return loadingHead;
  }

  function cost(letter, number) {
    return pieces.has(letter + number) ? 0 : head[letter].sizes[number];
  }

  async function dictionary(number) {
    const known = head.dictionary.get(number);
    if (known) return known;
    spent += cost("d", number);
    const read = reader(await load("d", number));
    const found = { words: [], groups: [], counts: [] };
    let word = "";
    let group = 0;
    while (read.rest()) {
      const shared = read.number();
      const kept = /[\ud800-\udfff]/.test(word) ? Array.from(word).slice(0, shared).join("") : word.slice(0, shared);
      word = kept + read.until("!");
      group += read.signed();
      found.words.push(word);
      found.groups.push(group);
      found.counts.push(read.number());
    }
    head.dictionary.set(number, found);
    return found;
  }

  async function lists(number) {
    const known = head.lists.get(number);
    if (known) return known;
    spent += cost("p", number);
    const found = (await load("p", number)).split(" ");
    head.lists.set(number, found);
    return found;
  }

  // ---- From the words of a question to groups of forms

  const inDictionary = (word) => Math.max(0, place(head.firsts, word));

  // Every form that begins with `word`, or is it; a few pieces at most.
  async function beginning(word, most) {
    const found = [];
    const first = inDictionary(word);
    for (let number = first; number < head.firsts.length && number < first + most; number++) {
      if (number > first && !head.firsts[number].startsWith(word)) break;
      const piece = await dictionary(number);
      let at = place(piece.words, word);
      if (at < 0 || piece.words[at] !== word) at++;
      for (; at < piece.words.length && piece.words[at].startsWith(word); at++) {
        found.push({ word: piece.words[at], group: piece.groups[at], count: piece.counts[at] });
      }
    }
    return found;
  }

  // Forms that share all but the end with `word`: an ending that the site does not have.
  async function trimmed(word) {
    const piece = await dictionary(inDictionary(word));
    const at = place(piece.words, word);
    const found = [];
    for (const near of [at - 1, at, at + 1, at + 2]) {
      const other = piece.words[near];
      if (!other) continue;
      let shared = 0;
      while (shared < other.length && other[shared] === word[shared]) shared++;
      if (shared >= Math.max(4, word.length - 4) && other.length - shared <= 3) {
        found.push({ word: other, group: piece.groups[near], count: piece.counts[near], shared });
      }
    }
    const best = Math.max(0, ...found.map((form) => form.shared));
    return found.filter((form) => form.shared === best);
  }

  // Everything that is one slip away: a letter too many, too few, another, or two in the wrong order.
  function slips(word) {
    const cyrillic = /[\u0400-\u04ff]/.test(word);
    const letters = Array.from(head.letters).filter((c) => (cyrillic ? /[\u0400-\u04ff]/ : /[a-z]/).test(c));
    const list = new Set();
    for (let at = word.length; at >= 0; at--) {
      const before = word.slice(0, at);
      const after = word.slice(at + 1);
      if (at < word.length) list.add(before + after);
      if (at < word.length - 1) list.add(before + word[at + 1] + word[at] + word.slice(at + 2));
      for (const letter of letters) {
        if (at < word.length) list.add(before + letter + after);
        list.add(before + letter + word.slice(at));
      }
    }
    list.delete(word);
    return list;
  }

  async function misspelt(word, budget) {
    const byPiece = new Map();
    for (const other of slips(word)) {
      const number = inDictionary(other);
      if (!byPiece.has(number)) byPiece.set(number, []);
      byPiece.get(number).push(other);
    }
    // The first letters are seldom wrong: the pieces around the word come first.
    const own = inDictionary(word);
    const order = [...byPiece.keys()].sort((a, b) => Math.abs(a - own) - Math.abs(b - own));
    const exact = [];
    const begun = [];
    let read = 0;
    for (const number of order) {
      read += cost("d", number);
      if (read > budget) break;
      const piece = await dictionary(number);
      for (const other of byPiece.get(number)) {
        let at = place(piece.words, other);
        const form = (n) => ({ word: piece.words[n], group: piece.groups[n], count: piece.counts[n] });
        if (at >= 0 && piece.words[at] === other) exact.push(form(at));
        else if (other.length > 5 && piece.words[++at] && piece.words[at].startsWith(other)) begun.push(form(at));
      }
    }
    const list = exact.length ? exact : begun.filter((form) => form.word.length <= word.length + 4);
    return list.sort((a, b) => b.count - a.count).slice(0, 6);
  }

  // The groups that a word of the question may mean, each with how surely; and the words that were taken for it.
  async function meant(word, isLast) {
    const groups = new Map();
    const forms = new Map();
    const add = (form, quality) => {
      if ((groups.get(form.group) || { quality: 0 }).quality < quality) groups.set(form.group, { quality, count: form.count });
      forms.set(form.group, form.word);
    };
    const length = word.length;
    const found = await beginning(word, length > 2 ? 3 : 1);
    const exact = found.find((form) => form.word === word);
    if (exact) add(exact, 1);
    // The last word may be unfinished. In languages whose endings nobody knows here, every word is.
    // A letter of a script without spaces is the first of pairs, or the last of a run.
    const isLetter = UNSPACED.test(word) && Array.from(word).length === 1;
    const open = isLetter || (length > 1 && (isLast || !exact || (length > 3 && /[^\x00-\x7f]/.test(word))));
    if (open) {
      const rank = (form) => (length / form.word.length) * Math.log(2 + form.count);
      const begun = found.filter((form) => form !== exact && (!exact || form.group !== exact.group));
      begun.sort((a, b) => rank(b) - rank(a));
      const factor = isLetter ? 0.9 : exact && !isLast ? 0.4 : exact ? 0.5 : 0.8;
      begun.slice(0, length > 2 ? 30 : 10).forEach((form) => add(form, factor * (0.4 + (0.6 * length) / form.word.length)));
    }
    let instead = "";
    let besides = "";
    if (groups.size === 0 && length > 3 && !/^[0-9-]+$/.test(word)) {
      const ended = await trimmed(word);
      ended.forEach((form) => add(form, 0.6));
      if (ended.length === 0) {
        const near = await misspelt(word, 48 * 1024);
        near.forEach((form) => add(form, 0.6));
        instead = near.length ? near[0].word : "";
      }
    }
    // A word that hardly ever occurs may be a slip that somebody else made too.
    if (exact && exact.count < 4 && length > 4) {
      const near = await misspelt(word, 16 * 1024);
      const usual = near.filter((form) => form.count > 9 * exact.count);
      usual.forEach((form) => add(form, 0.5));
      besides = usual.length ? usual[0].word : "";
    }
    return { word, groups, forms, instead, besides };
  }

  // ---- From groups to entries

  async function entriesOf(sense, budget) {
    const score = new Float32Array(head.count);
    let best = 0;
    const order = [...sense.groups].sort((a, b) => b[1].quality - a[1].quality);
    const wanted = [];
    let read = 0;
    for (const [group, { quality }] of order) {
      const number = place(head.p.firsts, group);
      const fresh = wanted.some((other) => other.number === number) ? 0 : cost("p", number);
      if (read + fresh > budget && wanted.length > 0) continue;
      read += fresh;
      wanted.push({ group, number, quality });
    }
    await Promise.all([...new Set(wanted.map((one) => one.number))].map(lists));
    for (const { group, number, quality } of wanted) {
      const list = (await lists(number))[group - head.p.firsts[number]];
      const count = sense.groups.get(group).count;
      const rare = Math.log(1 + head.count / count) * quality;
      const read = reader(list);
      for (let entry = 0; read.rest(); entry++) {
        const value = read.number();
        entry += value >> 3;
        const says = rare * WEIGHTS[value & 7];
        if (says > score[entry]) score[entry] = says;
      }
      best = Math.max(best, rare);
    }
    return score;
  }

  // The first and the last day for which each entry speaks; 0: it speaks for none.
  let times;
  async function loadTimes() {
    if (times) return times;
    const first = new Uint32Array(head.count);
    const last = new Uint32Array(head.count);
    const read = reader(await load("t", 0));
    let before = 0;
    for (let at = 0; at < head.count; at++) {
      const value = read.number();
      if (value === 0) continue;
      const folded = (value - 1) >> 1;
      before += folded % 2 ? -(folded + 1) / 2 : folded / 2;
      first[at] = before + 1;
      last[at] = first[at] + ((value - 1) % 2 ? read.number() : 0);
    }
    times = { first, last };
    return times;
  }

  // A day as a number that grows with it, as the index counts: a year has 12 months of 31 days.
  function dayNumber(iso) {
    const [year, month, day] = iso.split("-").map(Number);
    return (Math.max(0, year - 1000) * 12 + month - 1) * 31 + day + 1;
  }

  // All entries that fit the question, best first.
  async function find(question) {
    await start();
    spent = 0;
    const asked = [...new Set(words(fold(question.q)))].slice(0, 12);
    const last = asked[asked.length - 1];
    const isOpen = /[\p{Alphabetic}\p{N}]$/u.test(question.q);
    const senses = [];
    for (const word of asked) senses.push(await meant(word, isOpen && word === last));
    const known = senses.filter((sense) => sense.groups.size > 0);
    const frequency = (sense) => Math.max(...[...sense.groups.values()].map((group) => group.count));
    // A word that is everywhere tells nothing where another tells something.
    let telling = known.filter((sense) => frequency(sense) < head.count / 3);
    if (telling.length === 0) telling = known;
    telling.sort((a, b) => frequency(a) - frequency(b));
    const total = new Float32Array(head.count);
    const hits = new Uint8Array(head.count);
    // What is read besides: the head, the records that are shown, and the days if they are asked for.
    const rest = head.size + STEP * head.r.sizes[0] + (question.from || question.to ? head.days : 0);
    const most = Math.max(MOST - rest, 32 * 1024);
    let left = telling.length;
    let needed = 0;
    for (const sense of telling) {
      const budget = Math.max(0, most - spent) / left--;
      const cheapest = Math.min(...[...sense.groups.keys()].map((group) => cost("p", place(head.p.firsts, group))));
      if (needed > 0 && spent + cheapest > most) continue;
      const score = await entriesOf(sense, budget);
      needed++;
      for (let entry = 0; entry < score.length; entry++) {
        if (score[entry] > 0) {
          total[entry] += score[entry];
          hits[entry]++;
        }
      }
    }
    // Words that are everywhere find nothing, but say which of two comes first, where that costs little.
    for (const sense of known.filter((sense) => !telling.includes(sense))) {
      const price = Math.max(...[...sense.groups.keys()].map((group) => cost("p", place(head.p.firsts, group))));
      if (price > COMMON || spent + price > most) continue;
      const score = await entriesOf(sense, COMMON);
      for (let entry = 0; entry < score.length; entry++) total[entry] += score[entry];
    }
    const fits = await filter(question);
    let top = 0;
    for (let entry = 0; entry < hits.length; entry++) if (hits[entry] > top && fits(entry)) top = hits[entry];
    // Where no entry has all words, those with most of them are shown.
    const enough = telling.length === 0 ? 1 : Math.max(1, Math.min(top, needed));
    for (let entry = 0; entry < hits.length; entry++) total[entry] *= KINDS[head.kinds[head.kind[entry]][0]] || 1;
    const having = (least, most) => {
      const list = [];
      for (let entry = 0; entry < hits.length; entry++) {
        if (hits[entry] >= least && hits[entry] <= most && fits(entry)) list.push(entry);
      }
      return list.sort((a, b) => total[b] - total[a] || a - b);
    };
    // Without words everything fits that the filters let through.
    const list = having(asked.length ? enough : 0, 255);
    // Where few have them all, those that lack one follow.
    const others = list.length < STEP && enough > 1 ? having(enough - 1, enough - 1) : [];
    const lost = asked.length - known.length;
    const partly = others.length > 0 ? list.length && enough === needed && !lost ? "few" : "none" : list.length > 0 && (enough < needed || lost) ? "none" : "";
    return { list: [...list, ...others], all: list.length, senses, partly };
  }

  async function filter(question) {
    const kind = question.kind ? head.kinds.findIndex(([key]) => key === question.kind) : -1;
    const country = question.country ? head.countries.findIndex(([key]) => key === question.country) + 1 : 0;
    const days = question.from || question.to ? await loadTimes() : undefined;
    const from = question.from ? dayNumber(question.from) : 0;
    const to = question.to ? dayNumber(question.to) : Infinity;
    return (entry) =>
      (kind < 0 || head.kind[entry] === kind) &&
      (country === 0 || head.country[entry] === country) &&
      (!days || (days.first[entry] > 0 && days.first[entry] <= to && days.last[entry] >= from));
  }

  async function record(entry) {
    const number = place(head.r.firsts, entry);
    spent += cost("r", number);
    const rows = await load("r", number);
    const [href, title, on, state, text, years] = rows[entry - head.r.firsts[number]];
    return { entry, href, title, on, state, text, years };
  }

  // ---- What is shown

  const byId = (id) => document.getElementById(id);
  const input = byId("q");
  const count = byId("search-count");
  const note = byId("search-note");
  const results = byId("search-results");
  const all = byId("search-all");
  const filters = { kind: byId("search-kind"), country: byId("search-country"), from: byId("search-from"), to: byId("search-to") };

  function element(name, className, ...content) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...content);
    return made;
  }

  // Pairs of letters that are looked for; those that follow each other are marked as one.
  function pairs(run, index, forms, found) {
    const letters = Array.from(run);
    let at = index;
    letters.forEach((letter, n) => {
      let pair = letter;
      for (let next = n + 1; next < letters.length && Array.from(fold(pair)).length < 2; next++) pair += letters[next];
      const hit = [pair, letter].find((one) => forms.has(fold(one)));
      const last = found[found.length - 1];
      if (hit && last && last.end >= at) last.end = Math.max(last.end, at + hit.length);
      else if (hit) found.push({ start: at, end: at + hit.length, group: forms.get(fold(hit)) });
      at += letter.length;
    });
  }

  // Words as they stand in a text, with their place.
  function places(text, forms) {
    const found = [];
    for (const run of text.matchAll(/[\p{Alphabetic}\p{N}](?:[\p{Alphabetic}\p{N}\p{M}'’‘ʻʼ`´\u00ad]|[.\-\u2010](?=[0-9]{1,2}(?![\p{Alphabetic}\p{N}])))*/gu)) {
      if (UNSPACED.test(run[0])) {
        pairs(run[0], run.index, forms, found);
        continue;
      }
      const hit = words(fold(run[0])).find((word) => forms.has(word));
      if (hit !== undefined) found.push({ start: run.index, end: run.index + run[0].length, group: forms.get(hit) });
    }
    return found;
  }

  function marked(text, found, from, to) {
    const out = [];
    let at = from;
    for (const { start, end } of found) {
      if (start < from || end > to) continue;
      out.push(text.slice(at, start), element("mark", "", text.slice(start, end)));
      at = end;
    }
    out.push(text.slice(at, to));
    return out;
  }

  // The stretch of a text in which most of the words stand.
  function extract(text, forms) {
    const length = 260;
    const found = places(text, forms);
    let best = { start: 0, kinds: 0 };
    for (const one of found) {
      const near = found.filter((other) => other.start >= one.start && other.end <= one.start + length - 60);
      const kinds = new Set(near.map((other) => other.group)).size + near.length / 100;
      if (kinds > best.kinds) best = { start: one.start, kinds };
    }
    let from = Math.max(0, Math.min(best.start - 60, text.length - length));
    const next = from > 0 ? text.indexOf(" ", from) + 1 : 0;
    if (next > 0 && next < best.start) from = next;
    let to = Math.min(text.length, from + length);
    const last = to < text.length ? text.lastIndexOf(" ", to) : 0;
    if (last > from + length / 2) to = last;
    return [from > 0 ? "… " : "", ...marked(text, found, from, to), to < text.length ? " …" : ""];
  }

  function formsOf(senses) {
    const wanted = new Map();
    senses.forEach((sense, number) => sense.groups.forEach((_, group) => wanted.set(group, number)));
    const forms = new Map();
    head.dictionary.forEach((piece) =>
      piece.words.forEach((word, at) => {
        if (wanted.has(piece.groups[at])) forms.set(word, wanted.get(piece.groups[at]));
      }),
    );
    return forms;
  }

  function result(one, forms) {
    const link = element("a", "record", ...marked(one.title, places(one.title, forms), 0, one.title.length));
    link.href = say.root + one.href;
    const country = head.country[one.entry];
    const name = country ? head.countries[country - 1][1] : "";
    const about = [name === one.title ? "" : name, one.on ? fill(say.speaks, { day: one.on }) : one.years && fill(say.sources, { years: one.years }), one.state].filter(Boolean);
    const item = element("li", "", link);
    if (about.length) item.append(" ", element("small", "", about.join(" · ")));
    // The title of a passage is its beginning: the extract goes on from there.
    const begun = one.title.replace(/…$/, "");
    const text = one.text.startsWith(begun) ? one.text.slice(begun.length).replace(/^[\s·.]+/, "") : one.text;
    if (text) item.append(element("p", "extract", ...extract(text, forms)));
    return item;
  }

  function grouped(shown, found, forms) {
    const groups = new Map();
    shown.forEach((one) => {
      const kind = head.kind[one.entry];
      if (!groups.has(kind)) groups.set(kind, []);
      groups.get(kind).push(one);
    });
    const counts = new Uint32Array(head.kinds.length);
    found.list.forEach((entry) => counts[head.kind[entry]]++);
    const made = [];
    groups.forEach((list, kind) => {
      const [key, name] = head.kinds[kind];
      const heading = element("h2", "", name, " ", element("small", "", String(counts[kind])));
      heading.id = "results-" + key;
      const section = element("section", "", heading, element("ol", "records results", ...list.map((one) => result(one, forms))));
      section.setAttribute("aria-labelledby", heading.id);
      if (counts[kind] > list.length && !filters.kind.value) {
        const only = element("button", "", fill(say.only, { n: counts[kind], kind: name }));
        only.type = "button";
        only.addEventListener("click", () => {
          filters.kind.value = key;
          run(true);
        });
        section.append(element("p", "more", only));
      }
      made.push(section);
    });
    return made;
  }

  let asking = 0;
  let limit = STEP;
  let enter = false;

  async function show(question) {
    const mine = ++asking;
    if (!Object.values(question).some((value) => value.trim())) {
      results.replaceChildren();
      note.textContent = "";
      count.textContent = "";
      all.hidden = false;
      return;
    }
    try {
      const found = await find(question);
      if (mine !== asking) return;
      const shown = await Promise.all(found.list.slice(0, limit).map(record));
      if (mine !== asking) return;
      const forms = formsOf(found.senses);
      const parts = grouped(shown, found, forms);
      if (found.list.length > shown.length) {
        const more = element("button", "", say.more);
        more.type = "button";
        more.addEventListener("click", () => {
          const at = links().length;
          limit += STEP;
          // The new results may stand in any group: the first that was not there before is where one reads on.
          const before = new Set(links().map((link) => link.href));
          show(question).then(() => (links().find((link) => !before.has(link.href)) || links()[at] || input).focus());
        });
        parts.push(element("p", "more", more));
      }
      results.replaceChildren(...parts);
      all.hidden = true;
      count.textContent = found.list.length ? fill(say.count, { n: found.list.length }) : say.none;
      const instead = found.senses.filter((sense) => sense.instead).map((sense) => fill(say.instead, { word: sense.word, other: sense.instead }));
      const lost = found.senses.filter((sense) => sense.groups.size === 0).map((sense) => fill(say.lost, { word: sense.word }));
      const besides = found.senses.filter((sense) => sense.besides).map((sense) => fill(say.besides, { word: sense.word, other: sense.besides }));
      note.textContent = [...instead, ...besides, ...lost, found.partly === "few" ? fill(say.few, { n: found.all }) : found.partly && !lost.length ? say.partly : ""].filter(Boolean).join(" ");
      box.dataset.done = question.q;
      box.dataset.read = String(spent);
      if (enter && links().length) {
        enter = false;
        links()[0].focus();
      }
    } catch (error) {
      if (mine !== asking) return;
      count.textContent = say.failed;
      all.hidden = false;
    }
  }

  // ---- The field, the filters, the address and the keys

  const links = () => [...results.querySelectorAll("a.record")];

  function question() {
    return { q: input.value, kind: filters.kind.value, country: filters.country.value, from: filters.from.value, to: filters.to.value };
  }

  function run(keep) {
    limit = STEP;
    const asked = question();
    const parts = Object.entries(asked).filter(([, value]) => value.trim()).map(([name, value]) => name + "=" + encodeURIComponent(value));
    try {
      history.replaceState(null, "", parts.length ? "#" + parts.join("&") : location.pathname + (keep ? location.search : ""));
    } catch (refused) {}
    return show(asked);
  }

  function fromAddress() {
    const given = new URLSearchParams(location.hash.slice(1) || location.search.slice(1));
    input.value = given.get("q") || "";
    for (const name of Object.keys(filters)) filters[name].value = given.get(name) || "";
    return show(question());
  }

  let timer;
  function soon() {
    clearTimeout(timer);
    timer = setTimeout(() => run(false), 30);
  }

  function slash() {
    const choice = byId("search-slash");
    choice.checked = !lettersAreOff();
    choice.addEventListener("change", () => setLetters(choice.checked));
  }

  function keys(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const list = links();
    const at = list.indexOf(document.activeElement);
    const isField = document.activeElement === input;
    if (event.key === "ArrowDown" && (isField || at >= 0) && list[at + 1]) {
      event.preventDefault();
      list[at + 1].focus();
    } else if (event.key === "ArrowUp" && at >= 0) {
      event.preventDefault();
      (list[at - 1] || input).focus();
    } else if (event.key === "Escape") {
      if (isField && input.value) {
        event.preventDefault();
        input.value = "";
        run(false);
      } else if (!isField) {
        input.focus();
        input.select();
      }
    } else if (at >= 0 && event.key.length === 1 && event.key !== " " && event.key !== "/") {
      // Who goes on typing goes on asking.
      input.focus();
      input.setSelectionRange(input.value.length, input.value.length);
    }
  }

  box.hidden = false;
  slash();
  input.addEventListener("input", soon);
  Object.values(filters).forEach((one) => one.addEventListener("change", () => run(false)));
  byId("search-form").addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    enter = true;
    run(false);
  });
  input.addEventListener("input", () => (enter = false));
  document.addEventListener("keydown", keys);
  window.addEventListener("hashchange", fromAddress);
  input.focus({ preventScroll: true });
  start().then(
    () => {
      const option = ([key, name]) => new Option(name, key);
      const there = new Set(head.kind);
      filters.kind.append(...head.kinds.filter((_, at) => there.has(at)).map(option));
      const places = new Set(head.country);
      filters.country.append(...head.countries.filter((_, at) => places.has(at + 1)).map(option));
      return fromAddress();
    },
    () => (count.textContent = say.failed),
  );
})();
