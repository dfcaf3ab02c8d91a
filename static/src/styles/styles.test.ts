/** What the styles keep to: layers, tokens, one wide limit, and directions that turn with the reader's language. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.css'));
const sheets = files.map((name) => {
  const text = readFileSync(join(import.meta.dirname, name), 'utf8');
  return { name, text: text.replace(/\/\*[\s\S]*?\*\//g, '') };
});

/** Each declaration as `property: value`. */
function declarations(text: string): string[] {
  return [...text.matchAll(/(?<=[{;])\s*([\w-]+:[^;{}]+);/g)].map(([, found = '']) => found);
}

/** What stands at the top of a sheet, without the blocks. */
function outermost(text: string): string[] {
  let depth = 0;
  let outside = '';
  for (const sign of text) {
    if (sign === '{') depth += 1;
    if (depth === 0) outside += sign;
    if (sign === '}') {
      depth -= 1;
      if (depth === 0) outside += ';';
    }
  }
  return outside
    .split(';')
    .map((rule) => rule.trim())
    .filter((rule) => rule !== '');
}

test('there are styles to look at', () => {
  expect(files).toContain('tokens.css');
});

describe.each(sheets)('$name', ({ name, text }) => {
  test('is in a layer', () => {
    const rules = outermost(text).filter((rule) => !/^@(import|layer|keyframes)\b/.test(rule));
    expect(rules).toEqual([]);
  });

  test('takes size and weight of text, and space, from the tokens', () => {
    if (name === 'tokens.css') return;
    const own = declarations(text).filter(
      (one) =>
        // Letters in a picture are as large as the picture, in px.
        /^font-size: *[\d.]+rem$/.test(one) ||
        /^font-weight: *[5-9]\d\d$/.test(one) ||
        /^((row-|column-)?gap|(margin|padding)(-[\w-]+)?):(.*\s)?-?([4-9]|\d\d+)px/.test(one),
    );
    expect(own).toEqual([]);
  });

  test('knows one wide limit', () => {
    const limits = [...text.matchAll(/\((?:min|max)-width: *([^)]+)\)/g)]
      .filter(({ index }) => !/@container[^{]*$/.test(text.slice(0, index)))
      .map(([, limit]) => limit);
    expect(limits.filter((limit) => limit !== '50rem')).toEqual([]);
  });

  test('turns with the direction of the language', () => {
    const fixed = declarations(text).filter((one) =>
      /^((margin|padding|border|inset)(-[a-z]+)*-(left|right|top|bottom)(-|:)|(left|right|top|bottom):|(text-align|float|clear): *(left|right))/.test(
        one,
      ),
    );
    expect(fixed).toEqual([]);
  });

  test('needs no :has(), which the oldest of our browsers do not know', () => {
    expect(text).not.toMatch(/:has\(/);
  });
});
