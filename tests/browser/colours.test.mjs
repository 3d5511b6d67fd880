// The colours of the pictures, computed: letters on them, marks on the page, in grey, and as the colour-blind see them.
// The figures are printed with `node --test tests/browser/colours.test.mjs`.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const style = (name) => readFileSync(new URL(`../../themes/default/static/style/${name}`, import.meta.url), "utf8");
const colours = (text) => Object.fromEntries([...text.matchAll(/--([\w-]+):\s*(#[0-9a-f]{3,6})\b/g)].map(([, name, hex]) => [name, hex]));

const [light, dark] = style("tokens.css").split("prefers-color-scheme: dark");
const themes = { light: colours(light), dark: { ...colours(light), ...colours(dark) } };
themes.paper = { ...themes.light, ...colours(style("print.css").split(":root")[1].split("}")[0]) };

const marks = ["yes", "no", "half", "value", "odd"];
const pairs = marks.flatMap((a, n) => marks.slice(n + 1).map((b) => [a, b]));

const bytes = (hex) => {
  const full = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit).join("") : hex.slice(1);
  return [0, 2, 4].map((at) => parseInt(full.slice(at, at + 2), 16) / 255);
};
// WCAG 2: from sRGB to light, and the contrast of two colours.
const linear = (hex) => bytes(hex).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
const luminance = ([r, g, b]) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
const contrast = (a, b) => {
  const [low, high] = [a, b].map((hex) => luminance(linear(hex))).sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};

// G. M. Machado and others, A Physiologically-based Model for Simulation of Color Vision Deficiency (2009), severity 1.0;
// the matrices are for linear light.
const eyes = {
  all: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
};
const seen = (hex, eye) => eyes[eye].map((row) => Math.min(1, Math.max(0, row.reduce((sum, part, n) => sum + part * linear(hex)[n], 0))));

// CIE 1976 L*a*b* for D65, and the distance in it. A distance of 2 can just be seen; 10 is seen at a glance.
const lab = ([r, g, b]) => {
  const [x, y, z] = [
    (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047,
    luminance([r, g, b]),
    (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883,
  ].map((part) => (part > 216 / 24389 ? Math.cbrt(part) : (part * 24389 / 27 + 16) / 116));
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
};
const apart = (a, b, eye) => Math.hypot(...lab(seen(a, eye)).map((part, n) => part - lab(seen(b, eye))[n]));
const lightness = (hex) => lab([luminance(linear(hex)), luminance(linear(hex)), luminance(linear(hex))])[0];

for (const [name, of] of Object.entries(themes)) {
  test(`${name}: letters on a mark have a contrast of 4.5, a mark on the page of 3`, (t) => {
    for (const mark of marks) {
      const [full, pale] = [of[`mark-${mark}`], of[`pale-${mark}`]];
      const figures = {
        "letters on full": [contrast(of["on-mark"], full), 4.5],
        "letters on pale": [contrast(of.ink, pale), 4.5],
        "full on the page": [Math.min(contrast(full, of.paper), contrast(full, of.sheet)), 3],
        "hatching on pale": [contrast(full, pale), 3],
      };
      t.diagnostic(`${mark}: ${Object.entries(figures).map(([what, [is]]) => `${what} ${is.toFixed(1)}`).join(", ")}`);
      for (const [what, [is, least]] of Object.entries(figures)) assert.ok(is >= least, `${mark}, ${what}: ${is.toFixed(2)}`);
    }
    assert.ok(contrast(of.soft, of.quiet) >= 4.5, "words on the ground of what has no answer");
  });

  test(`${name}: marks stay apart for protanopes and deuteranopes`, (t) => {
    for (const [a, b] of pairs) {
      const list = Object.keys(eyes).map((eye) => [eye, apart(of[`mark-${a}`], of[`mark-${b}`], eye)]);
      t.diagnostic(`${a}–${b}: ${list.map(([eye, is]) => `${eye} ${is.toFixed(0)}`).join(", ")}`);
      for (const [eye, is] of list) assert.ok(is >= 15, `${a} and ${b}, ${eye}: ${is.toFixed(1)}`);
    }
  });

  test(`${name}: in grey, yes, no and partial have each their lightness`, (t) => {
    const list = ["yes", "no", "half"].map((mark) => [mark, lightness(of[`mark-${mark}`])]);
    t.diagnostic(list.map(([mark, is]) => `${mark} L* ${is.toFixed(0)}`).join(", "));
    const [a, b, c] = list.map(([, is]) => is).sort((x, y) => x - y);
    assert.ok(Math.min(b - a, c - b) >= 6, `${(b - a).toFixed(1)} and ${(c - b).toFixed(1)}`);
  });
}

test("the picture to save has the colours of the light theme", () => {
  const picture = readFileSync(new URL("../../src/publish/picture.rs", import.meta.url), "utf8");
  const table = picture.split("const COLOURS")[1].split("];")[0];
  const own = [...table.matchAll(/"(#[0-9a-f]{6})"/g)].map(([, hex]) => hex).sort();
  assert.deepEqual(own, marks.flatMap((mark) => [themes.light[`mark-${mark}`], themes.light[`pale-${mark}`]]).sort());
});
