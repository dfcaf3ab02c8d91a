// Whatever is written can be read, in light and in dark: by the tokens of the styles, without a browser.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const TEXT = 4.5;
const EDGE = 3;

const STYLES = new URL('../../static/src/styles/', import.meta.url);
const sheets = readdirSync(STYLES)
  .filter((name) => name.endsWith('.css'))
  .map((name) => ({ name, text: readFileSync(new URL(name, STYLES), 'utf8') }));

/** What anything may lie on. */
const GROUNDS = ['paper', 'felt', 'card'];
/** Text of these lies on all grounds, also on those of a colour. */
const COMMON_TEXT = ['ink', 'quiet'];
/** These colour a drawing and no words, for which less will do. */
const DRAWN = [/\.sign\b/, /\.seat-card\b/, /\.icon\b/, /\.buddy/];

const STEP = /^(from|to|[\d.]+%)/;

/** Each rule of the styles: where it stands, its selector, and its declarations in their order. */
const rules = sheets.flatMap(({ name, text }) =>
  [...text.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{};]+)\{([^{}]*)\}/g)].map(
    ([, selector, body]) => ({
      where: `${name} ${selector.trim().replace(/\s+/g, ' ')}`,
      selector: selector.trim(),
      declarations: body
        .split(';')
        .map((one) => /^\s*([\w-]+):\s*([\s\S]+?)\s*$/.exec(one))
        .filter((one) => one !== null)
        .map(([, property, value]) => ({ property, value })),
    }),
  ),
);
const drawn = rules.filter(
  ({ where, selector }) => !where.startsWith('tokens.css') && !STEP.test(selector),
);

/** The schemes: each set of tokens over the one before it. */
function schemes() {
  const sets = rules
    .filter(({ where }) => where === 'tokens.css :root')
    .map(({ declarations }) =>
      Object.fromEntries(declarations.map(({ property, value }) => [property, value])),
    );
  const [light, dark, ...others] = sets;
  const more = others.find((set) => '--line' in set) ?? {};
  return {
    light,
    dark: { ...light, ...dark },
    'light, with more contrast': { ...light, ...more },
    'dark, with more contrast': { ...light, ...dark, ...more },
  };
}

/** The colour of a token, from 0 to 1 a channel. */
function colorOf(tokens, name) {
  const value = tokens[`--${name}`];
  const other = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
  if (other !== undefined) return colorOf(tokens, other);
  assert.match(value ?? '', /^#[\da-f]{6}$/, `--${name} is no plain colour: ${value}`);
  return [1, 3, 5].map((at) => Number.parseInt(value.slice(at, at + 2), 16) / 255);
}

/** By WCAG 2.2. */
function luminance(color) {
  const [r, g, b] = color.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(tokens, one, other) {
  const [less, more] = [one, other]
    .map((name) => luminance(colorOf(tokens, name)))
    .sort((a, b) => a - b);
  return (more + 0.05) / (less + 0.05);
}

function tokensIn(value) {
  return [...value.matchAll(/var\(--([\w-]+)\)/g)].map(([, name]) => name);
}

/** The colours among the tokens. */
const COLORS = new Set(
  Object.entries(schemes().light)
    .filter(([, value]) => value.startsWith('#'))
    .map(([name]) => name.slice(2)),
);

function colorsOf(declarations, property) {
  return declarations
    .filter((one) => property.test(one.property))
    .flatMap(({ value }) => tokensIn(value))
    .filter((name) => COLORS.has(name));
}

/** Each pair that a rule makes, with how far apart it has to be. */
function pairs() {
  return drawn.flatMap(({ where, selector, declarations }) => {
    const texts = colorsOf(declarations, /^color$/);
    const grounds = colorsOf(declarations, /^background(-color)?$/);
    const edges = colorsOf(
      declarations.filter(({ value }) => !isHairline(value)),
      /^(border|outline)/,
    );
    const least = DRAWN.some((one) => one.test(selector)) ? EDGE : TEXT;
    const words = texts.flatMap((text) =>
      (grounds.length > 0 ? grounds : GROUNDS).map((on) => [text, on, least]),
    );
    const under = grounds
      .filter((on) => on.endsWith('-soft') || on === 'dots' || GROUNDS.includes(on))
      .flatMap((on) => (texts.length > 0 ? [] : COMMON_TEXT.map((text) => [text, on, TEXT])));
    const around = edges
      .filter((edge) => !grounds.includes(edge))
      .flatMap((edge) => (edge === 'paper' ? [] : GROUNDS.map((on) => [edge, on, EDGE])));
    return [...words, ...under, ...around].map(([one, on, at]) => ({ where, one, on, at }));
  });
}

/** A line between two things that says nothing but that they are two. */
function isHairline(value) {
  return /^1px\b/.test(value);
}

test('the styles have pairs of colours to look at', () => {
  assert.ok(rules.length > 100 && pairs().length > 100, `${rules.length}, ${pairs().length}`);
});

for (const [scheme, tokens] of Object.entries(schemes())) {
  test(`text and borders stand out from their ground in ${scheme}`, () => {
    const faults = new Map();
    for (const { where, one, on, at } of pairs()) {
      const found = contrast(tokens, one, on);
      if (found >= at) continue;
      const fault = `${one} on ${on}: ${found.toFixed(2)} and not ${at}`;
      faults.set(fault, [...(faults.get(fault) ?? []), where]);
    }
    const told = [...faults].map(([fault, places]) => `${fault} (${places.join('; ')})`);
    assert.ok(told.length === 0, `\n${told.join('\n')}`);
  });
}

test('nothing is made pale: text keeps the contrast of its token', () => {
  const pale = drawn.flatMap(({ where, declarations }) =>
    declarations
      .filter(
        ({ property, value }) => property === 'opacity' && Number(value) > 0 && Number(value) < 1,
      )
      .map(({ value }) => `${where}: opacity ${value}`),
  );
  assert.deepEqual(pale, []);
});

test('every colour is a token, or one of the reader’s own', () => {
  const KNOWN =
    /^(inherit|currentcolor|transparent|none|0|Highlight|HighlightText|GrayText|CanvasText|Canvas|ButtonText|LinkText)$/i;
  const own = drawn.flatMap(({ where, declarations }) =>
    declarations
      .filter(({ property }) =>
        /^(color|background-color|fill|stroke|border(-[a-z]+)*-color)$/.test(property),
      )
      .filter(
        ({ value }) =>
          !value
            .split(/\s+(?![^(]*\))/)
            .every((one) => KNOWN.test(one) || /^var\(--[\w-]+\)$/.test(one)),
      )
      .map(({ property, value }) => `${where}: ${property} ${value}`),
  );
  assert.deepEqual(own, []);
});
