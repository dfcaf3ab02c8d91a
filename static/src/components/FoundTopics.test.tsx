// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { Found, FoundTable } from '../state/topic_list';
import { FoundTopics } from './FoundTopics';

afterEach(cleanup);

const onPick = vi.fn<(column: number | undefined) => void>();
const onSetHeaded = vi.fn<(isHeaded: boolean) => void>();

const TABLE: FoundTable = {
  columns: [
    { name: 'Card Name', example: 'Login', places: [0] },
    { name: '', example: 'x'.repeat(50), places: [1] },
  ],
  column: 0,
  isHeaded: true,
  heading: 'Card Name, Card URL',
  blank: 0,
  unlinked: 0,
  others: [],
};

function show(
  table: FoundTable | undefined,
  topics = ['Login https://tracker.example/1'],
  room = 9,
) {
  const found: Found = {
    topics: topics.map((text, index) => ({ place: index + 1, text, fault: undefined })),
    table,
  };
  render(<FoundTopics found={found} room={room} onPick={onPick} onSetHeaded={onSetHeaded} />);
}

test('says what was found, and shows it', () => {
  show(TABLE, ['Login https://tracker.example/1', 'Logout']);
  expect(screen.getByRole('status').textContent).toBe('2 topics from the column Card Name');
  expect(screen.getAllByRole('listitem').map((line) => line.textContent)).toEqual([
    'Login',
    'Logout',
  ]);
  const link = screen.getByRole('link', { name: 'Login' });
  expect(link.getAttribute('href')).toBe('https://tracker.example/1');
  expect(link.getAttribute('rel')).toBe('noopener noreferrer');
});

test('another column can be chosen, or whole lines', () => {
  show(TABLE);
  const choice = screen.getByLabelText<HTMLSelectElement>('Topics are in');
  expect([...choice.options].map(({ text }) => text)).toEqual([
    'Card Name: Login',
    `Column 2: ${'x'.repeat(40)}…`,
    'Whole lines',
  ]);
  fireEvent.change(choice, { target: { value: '1' } });
  fireEvent.change(choice, { target: { value: '' } });
  expect(onPick.mock.calls).toEqual([[1], [undefined]]);
  fireEvent.click(screen.getByLabelText('The first row is a heading: Card Name, Card URL'));
  expect(onSetHeaded).toHaveBeenCalledWith(false);
});

test('what is not taken is named', () => {
  show({ ...TABLE, blank: 2, unlinked: 1, others: ['Sprint 12'] }, ['a', 'b', 'c'], 1);
  for (const text of [
    '2 rows with nothing in this column',
    '1 without the address of the row: it would be too long with it',
    'Sprint 12',
    'There is room for 1 more: the others stay in the field.',
  ]) {
    expect(screen.getByText(text)).toBeTruthy();
  }
});

test('lines are not shown twice, except those that stay', () => {
  show(undefined, ['Login']);
  expect(screen.queryByRole('listitem')).toBeNull();
  cleanup();
  const topics = [
    { place: 1, text: 'Login', fault: undefined },
    { place: 2, text: 'x'.repeat(201), fault: 'tooLong' as const },
  ];
  const found: Found = { topics, table: undefined };
  render(<FoundTopics found={found} room={9} onPick={onPick} onSetHeaded={onSetHeaded} />);
  expect(screen.getByRole<HTMLLIElement>('listitem').value).toBe(2);
  expect(screen.getByRole('listitem').textContent).toBe(
    `${'x'.repeat(201)}longer than 200 characters, stays in the field`,
  );
});
