import { beforeEach, expect, test, vi } from 'vitest';
import { bad, fakeControllerApi, good } from '../api/api.fake';
import { settle } from '../api/world.fake';
import { controllerView } from '../model/view.fake';
import { HistoryDesk, type HistoryFormat, type Maker } from './history_desk';

const empty = { title: '', choices: [], rounds: [] };
const api = fakeControllerApi();
const onProblem = vi.fn();
const read = vi.fn<(format: HistoryFormat) => Promise<string | undefined>>();
type Text = string | Promise<string | undefined>;
const copyText = vi.fn<(text: Text, html?: string) => Promise<boolean>>();
const trackerFile = {
  tracker: 'jira',
  name: 'jira.csv',
  type: 'text/csv',
  text: 'for Jira',
  withoutKey: 0,
  unfitValues: 0,
} as const;
const maker = {
  historyTable: vi.fn<Maker['historyTable']>(),
  trackerFiles: vi.fn<Maker['trackerFiles']>(),
};
const fetchMaker = vi.fn<() => Promise<Maker>>();
let desk: HistoryDesk;

beforeEach(() => {
  api.history.mockReset().mockResolvedValue(good(empty));
  onProblem.mockReset();
  read.mockReset().mockResolvedValue('text');
  copyText.mockReset().mockImplementation(async (text) => (await text) !== undefined);
  maker.historyTable.mockReset().mockReturnValue({ html: '<table>', text: 'cells' });
  maker.trackerFiles.mockReset().mockReturnValue([]);
  fetchMaker.mockReset().mockResolvedValue(maker);
  desk = new HistoryDesk({ api, read, copyText, onProblem, fetchMaker });
});

test('is fetched when somebody looks at it, and not before', async () => {
  desk.follow(controllerView({ rounds: 1 }));
  expect(api.history).not.toHaveBeenCalled();
  desk.toggle(true);
  await settle();
  expect(desk.history.value).toEqual(empty);
});

test('is fetched anew while somebody looks, once a change', async () => {
  const votes = new Map([['Ana', '5']]);
  desk.follow(controllerView({ rounds: 1, votes }));
  desk.toggle(true);
  await settle();
  expect(api.history).toHaveBeenCalledTimes(1);
  desk.follow(controllerView({ rounds: 1, votes, agreed: '5' }));
  desk.follow(controllerView({ rounds: 1, votes, agreed: '5' }));
  expect(api.history).toHaveBeenCalledTimes(2);
  // Neither the next vote nor what it lacks is history.
  desk.follow(controllerView({ rounds: 1, round: 2, open: true }));
  desk.follow(controllerView({ rounds: 1, round: 2, open: true, votes: new Map([['Ana', '*']]) }));
  expect(api.history).toHaveBeenCalledTimes(2);
  desk.follow(controllerView({ rounds: 2, round: 2, votes }));
  expect(api.history).toHaveBeenCalledTimes(3);
});

test('is not fetched while closed, nor again when it is opened and nothing has changed', async () => {
  desk.toggle(true);
  await settle();
  desk.toggle(false);
  desk.toggle(true);
  expect(api.history).toHaveBeenCalledTimes(1);
  desk.toggle(false);
  desk.follow(controllerView({ rounds: 1 }));
  expect(api.history).toHaveBeenCalledTimes(1);
  desk.toggle(true);
  expect(api.history).toHaveBeenCalledTimes(2);
});

test('is fetched again when it is opened and could not be fetched before', async () => {
  api.history.mockResolvedValueOnce(bad('offline', 0));
  desk.toggle(true);
  await settle();
  desk.toggle(false);
  desk.toggle(true);
  await settle();
  expect(desk.history.value).toEqual(empty);
});

test('says what went wrong until it is there, and keeps what was there before', async () => {
  desk.toggle(true);
  await settle();
  api.history.mockResolvedValueOnce(bad('offline', 0));
  desk.follow(controllerView({ rounds: 1 }));
  await settle();
  expect(desk.trouble.value).toBe('offline');
  expect(desk.history.value).toEqual(empty);
  expect(onProblem).not.toHaveBeenCalled();
  await desk.load();
  expect(desk.trouble.value).toBeUndefined();
});

test.each([
  ['unknown-session', 404],
  ['key-wrong', 403],
] as const)('leaves %s to the page, which it ends', async (kind, status) => {
  api.history.mockResolvedValue(bad(kind, status));
  await desk.load();
  expect(onProblem).toHaveBeenCalledWith({ kind, status });
  expect(desk.trouble.value).toBeUndefined();
});

test.each([good({ ...empty, title: 'older' }), bad('offline', 0)])(
  'an answer that was overtaken by a newer one is dropped',
  async (older) => {
    let give: (answer: typeof older) => void = () => {};
    api.history.mockReturnValueOnce(
      new Promise((resolve) => {
        give = resolve;
      }),
    );
    desk.toggle(true);
    desk.follow(controllerView({ rounds: 1 }));
    await settle();
    give(older);
    await settle();
    expect(desk.history.value).toEqual(empty);
    expect(desk.trouble.value).toBeUndefined();
  },
);

/** With what is made in the page. */
async function openDesk(): Promise<void> {
  desk.toggle(true);
  await settle();
}

test('is copied in the form that was chosen', async () => {
  desk.pick('markdown');
  await desk.copy([]);
  expect(read).toHaveBeenCalledWith('markdown');
  expect(await copyText.mock.calls[0]?.[0]).toBe('text');
  expect(desk.copied.value).toEqual({ format: 'markdown', worked: true });
});

test('asks for the clipboard within the tap, before the text is there', () => {
  read.mockReturnValue(new Promise(() => {}));
  desk.pick('markdown');
  void desk.copy([]);
  expect(copyText).toHaveBeenCalledOnce();
});

test('hands over the text that the browser refuses to copy', async () => {
  copyText.mockResolvedValue(false);
  await desk.copy([]);
  expect(desk.copied.value).toEqual({ format: 'csv', worked: false, text: 'text' });
});

test('says when it could not be copied', async () => {
  read.mockResolvedValue(undefined);
  await desk.copy([]);
  expect(desk.copied.value).toEqual({ format: 'csv', worked: false });
});

test('is copied as a table, within the tap, once that can be made', async () => {
  await openDesk();
  void desk.copy(['Round']);
  expect(maker.historyTable).toHaveBeenCalledWith(empty, ['Round']);
  expect(copyText).toHaveBeenCalledWith('cells', '<table>');
  await settle();
  expect(desk.copied.value).toEqual({ format: 'csv', worked: true });
  expect(read).not.toHaveBeenCalled();
});

test('a table that the browser refuses is there as text', async () => {
  await openDesk();
  copyText.mockResolvedValue(false);
  await desk.copy([]);
  expect(desk.copied.value).toEqual({ format: 'csv', worked: false, text: 'cells' });
});

test('what was agreed on is there for trackers, and follows the history', async () => {
  maker.trackerFiles.mockImplementation((rounds) => (rounds.length > 0 ? [trackerFile] : []));
  desk.pick('jira');
  expect(desk.chosen).toBe('csv');
  await openDesk();
  expect(desk.trackerFiles.value).toEqual([]);
  expect(desk.chosen).toBe('csv');
  desk.history.value = { ...empty, rounds: [{} as never] };
  expect(desk.trackerFiles.value).toEqual([trackerFile]);
  expect(desk.chosen).toEqual(trackerFile);
  await desk.copy([]);
  expect(copyText).toHaveBeenCalledWith('for Jira', undefined);
  expect(desk.copied.value).toEqual({ format: 'jira', worked: true });
});

test('what could not be fetched to make more of it is fetched when it is opened again', async () => {
  fetchMaker.mockRejectedValueOnce(new Error('offline'));
  await openDesk();
  expect(desk.trackerFiles.value).toEqual([]);
  maker.trackerFiles.mockReturnValue([trackerFile]);
  desk.toggle(false);
  await openDesk();
  expect(desk.trackerFiles.value).toEqual([trackerFile]);
  desk.toggle(false);
  await openDesk();
  expect(fetchMaker).toHaveBeenCalledTimes(2);
});

test('what was said of copying goes when something else is chosen', async () => {
  await desk.copy([]);
  desk.pick('json');
  expect(desk.copied.value).toBeUndefined();
});
