// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeControllerApi, good } from '../api/api.fake';
import type { ProblemKind } from '../api/request';
import type { History, PastRound } from '../model/history';
import type { Statistics } from '../model/result';
import { statisticsOf } from '../model/view.fake';
import { type HistoryCopy, HistoryDesk } from '../state/history_desk';
import { HistoryFold } from './HistoryFold';
import { pagePlace } from './mount';

const ENDED = new Date(2026, 2, 5, 14, 30).getTime();
const api = fakeControllerApi();
let desk: HistoryDesk;

beforeEach(() => {
  desk = new HistoryDesk({
    api,
    read: async () => undefined,
    copyText: async () => false,
    onProblem: () => {},
  });
  document.body.innerHTML = '<div id="app"></div>';
});

afterEach(() => render(null, pagePlace()));

interface Shown {
  readonly history?: History;
  readonly trouble?: ProblemKind;
  readonly copied?: HistoryCopy;
  readonly date?: number;
}

function show({ history, trouble, copied, date = ENDED + 60_000 }: Shown = {}): void {
  desk.history.value = history;
  desk.trouble.value = trouble;
  desk.copied.value = copied;
  draw(date);
}

function draw(date = ENDED): void {
  render(<HistoryFold count={1} desk={desk} date={date} file={(format) => format} />, pagePlace());
}

function pastRound(numbers: Partial<Statistics> = {}): PastRound {
  return {
    round: 1,
    topic: undefined,
    attempt: 1,
    started: ENDED - 60_000,
    ended: ENDED,
    votes: new Map([['Ana', '5']]),
    statistics: statisticsOf({ votes: 1, ...numbers }),
    agreed: undefined,
  };
}

function agreedOn(topic: string | undefined, agreed: string): PastRound {
  return { ...pastRound(), topic, agreed };
}

const historyOf = (...rounds: PastRound[]) => ({ title: '', choices: [], rounds });
const none = () => screen.queryByText('No round has ended yet.');

test('that there is no round is said once that is known', () => {
  show();
  expect(none()).toBeNull();
  expect(screen.getByText('Loading the history…')).toBeTruthy();
  show({ history: historyOf() });
  expect(none()).toBeTruthy();
});

test('where it could not be had, it is tried again on a tap, and the focus is kept', () => {
  const onRetry = vi.spyOn(desk, 'load').mockResolvedValue();
  show({ trouble: 'offline' });
  expect(screen.getByRole('alert').textContent).toMatch(/can’t be reached/);
  expect(none()).toBeNull();
  expect(screen.queryByText('Loading the history…')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(onRetry).toHaveBeenCalledTimes(1);
  show({ history: historyOf(pastRound()) });
  expect(document.activeElement?.textContent).toContain('History');
});

test('where it could not be had anew, the one from before is still there', () => {
  show({ trouble: 'offline', history: historyOf(pastRound()) });
  expect(screen.getByText('Round 1')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
});

test.each([
  [{ mean: '6.33', median: '5' }, 'average 6.33 · median 5'],
  [{ median: '6.5' }, 'median 6.5'],
  [{ middle: ['M'] }, 'middle card M'],
  [{ middle: ['M', 'L'] }, 'middle cards M, L'],
])('of the numbers %j it shows: %s', (numbers, shown) => {
  show({ history: historyOf(pastRound(numbers)) });
  expect(document.querySelector('.past-line')?.textContent).toMatch(new RegExp(`· ${shown}$`));
});

test('what the browser refuses to copy is there to be copied by hand, selected', () => {
  const history = historyOf(pastRound());
  show({ history });
  expect(screen.queryByRole('textbox')).toBeNull();
  show({ history, copied: { format: 'csv', worked: false, text: 'Round\n1' } });
  const text = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text to copy' });
  expect(text.value).toBe('Round\n1');
  expect(text.readOnly).toBe(true);
  expect(document.activeElement).toBe(text);
  expect([text.selectionStart, text.selectionEnd]).toEqual([0, 7]);
  expect(screen.getByRole('status').textContent).toMatch(/selected: copy it by hand/);
  show({ history, copied: { format: 'csv', worked: false } });
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(screen.getByRole('status').textContent).toMatch(/Download it instead/);
});

test('the day is said of a round that did not end today', () => {
  const said = () => document.querySelector('time')?.textContent;
  const history = historyOf(pastRound());
  const time = new Date(ENDED).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  const day = new Date(ENDED).toLocaleDateString([], { day: 'numeric', month: 'short' });
  show({ history });
  expect(said()).toBe(time);
  show({ history, date: new Date(2026, 2, 6, 0, 5).getTime() });
  expect(said()).toContain(day);
  expect(said()).toContain(time.slice(1));
});

const formats = () => screen.getAllByRole('option').map((option) => option.textContent);

function choose(name: string): void {
  const select = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Take along' });
  const option = screen.getByRole<HTMLOptionElement>('option', { name });
  fireEvent.change(select, { target: { value: option.value } });
  draw();
}

test.each([
  ['Table (CSV)', 'Download CSV', 'csv', '', 'Copy table'],
  ['Markdown', 'Download Markdown', 'markdown', '', 'Copy Markdown'],
  ['JSON', 'Download JSON', 'json', 'pajthy.json', 'Copy JSON'],
])('the history is taken along as %s', async (name, download, href, file, copy) => {
  show({ history: historyOf(pastRound()) });
  expect(formats()).toEqual(['Table (CSV)', 'Markdown', 'JSON']);
  choose(name);
  const link = await screen.findByRole('link', { name: download });
  expect(link.getAttribute('href')).toBe(href);
  expect(link.getAttribute('download')).toBe(file);
  expect(screen.getByRole('button', { name: copy })).toBeTruthy();
});

test('what was agreed on goes back to the trackers that know a topic, and says what is left out', async () => {
  const history = historyOf(
    agreedOn('PAJ-1 Login', '8'),
    agreedOn('PAJ-2 Size', 'M'),
    agreedOn('no key', '3'),
    agreedOn(undefined, '3'),
  );
  api.history.mockResolvedValue(good(history));
  desk.toggle(true);
  await waitFor(() => {
    draw();
    expect(formats()).toEqual(['Table (CSV)', 'Markdown', 'JSON', 'Jira', 'Linear']);
  });
  choose('Jira');
  const link = await screen.findByRole('link', { name: 'Download Jira CSV' });
  const [, data = ''] = link.getAttribute('href')?.split(',') ?? [];
  expect(decodeURIComponent(data)).toBe('Issue key,Story Points,Summary\r\nPAJ-1,8,Login\r\n');
  expect(link.getAttribute('download')).toBe('jira.csv');
  const about = screen.getByText(/In Jira: System/).textContent;
  expect(about).toContain(
    'Left out: 2 topics without a key for Jira. Left out: 1 agreed value that is no number.',
  );
});
