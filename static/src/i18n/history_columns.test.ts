import { expect, test } from 'vitest';
import { historyColumns } from './history_columns';
import type { Words } from './message';

const files = import.meta.glob<{ historyWords: { columns: Words } }>('./*/control_more.ts', {
  eager: true,
});

test('there are as many headings as the server has columns', () => {
  const columns = historyColumns();
  expect(columns).toHaveLength(17);
  expect(columns.slice(0, 3)).toEqual(['Round', 'Topic', 'Attempt']);
  expect(columns.at(-1)).toBe('Agreement %');
});

test.each(Object.entries(files))(
  'no heading in %s has the comma that separates them',
  (_, file) => {
    const withComma = Object.values(file.historyWords.columns).filter((one) =>
      String(one).includes(','),
    );
    expect(withComma).toEqual([]);
  },
);
