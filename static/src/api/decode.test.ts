import { expect, test } from 'vitest';
import { count, decoded, list, mapOf, maybe, oneOf, or, record, text, truth } from './decode';

test.each([
  [text, 'a', [1, null, undefined, ['a']]],
  [truth, false, ['false', 0, undefined]],
  [count, 0, [-1, 0.5, '1', Number.NaN, 2 ** 53, undefined]],
  [oneOf(['a', 'b']), 'b', ['c', undefined]],
  [list(count), [1, 2], [[1, '2'], { 0: 1 }, 'ab']],
  [record({ a: text }), { a: 'x' }, [null, [], 'x', {}, { A: 1 }, { a: 'x' }]],
  [mapOf(count), new Map([['__proto__', 1]]), [[], { a: '1' }, null]],
])('what is as it was agreed is read, and nothing else: %#', (read, made, others) => {
  const given = JSON.parse('{"A":"x"}');
  const maps = JSON.parse('{"__proto__":1}');
  const value = made instanceof Map ? maps : typeof made === 'object' && 'a' in made ? given : made;
  expect(decoded<unknown>(read)(value)).toEqual(made);
  for (const other of others) {
    expect(() => read(other)).toThrow();
    expect(decoded<unknown>(read)(other)).toBeUndefined();
  }
});

test('what may not be there is read if it is', () => {
  expect(maybe(text)(undefined)).toBeUndefined();
  expect(or(text, 'none')(undefined)).toBe('none');
  expect(or(text, 'none')('some')).toBe('some');
  expect(() => maybe(text)(null)).toThrow();
});
