import { describe, expect, test } from 'vitest';
import { decodeFrame } from './frame';

describe('a frame', () => {
  test('has a kind, data and a number', () => {
    expect(decodeFrame('{"Kind":"reset","Data":{"Open":false},"Seq":7}')).toEqual({
      kind: 'reset',
      data: { Open: false },
      seq: 7,
    });
  });

  test.each(['', 'hello', 'null', '[]', '7', '{}', '{"Kind":1}', '{"Kind":"vote","Data":[]}'])(
    'is not %j',
    (text) => {
      expect(decodeFrame(text)).toBeUndefined();
    },
  );
});
