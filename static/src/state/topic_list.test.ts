import { beforeEach, describe, expect, test } from 'vitest';
import * as reader from '../model/topic_reader';
import { type Found, TopicList, type TopicsFault } from './topic_list';

let kept: readonly string[];
let isKept: boolean;
let isReachable: boolean;
let list: TopicList;
beforeEach(() => {
  isKept = true;
  isReachable = true;
  kept = ['a', 'b'];
  list = new TopicList({
    topics: () => kept,
    keep: async (topics) => {
      kept = topics;
      return isKept;
    },
    tell: () => {},
    fetchReader: async () => {
      if (!isReachable) throw new Error('offline');
      return reader;
    },
  });
});

/** Writes `text`, once it can be read. */
async function write(text: string): Promise<void> {
  list.write(text, true);
  await Promise.resolve();
}

const topicsOf = (found: Found | undefined) => found?.topics.map(({ text }) => text);

test('what is written goes to the end of the list', async () => {
  await write('c\nd');
  await list.add();
  expect(kept).toEqual(['a', 'b', 'c', 'd']);
  expect(list.draft.value).toBe('');
});

test('it does so at once, though nothing has been read yet', async () => {
  list.draft.value = 'c';
  await list.add();
  expect(kept).toEqual(['a', 'b', 'c']);
});

test('nothing is added where nothing is written', async () => {
  await write(' \n');
  await list.add();
  expect(kept).toEqual(['a', 'b']);
});

test('of a list that would be too long, what there is no room for stays', async () => {
  kept = Array.from({ length: 499 }, () => 'x');
  await write('c\nd\ne');
  expect(list.room()).toBe(1);
  await list.add();
  expect(kept).toHaveLength(500);
  expect(kept.at(-1)).toBe('c');
  expect(list.draft.value).toBe('d\ne');
  expect(list.fault.value).toEqual({ kind: 'tooMany' });
});

test('what can’t be added stays, and says why; the others are added', async () => {
  const long = 'x'.repeat(201);
  await write(`c\n${long}\nbell\u0007\nd`);
  expect(list.found.value?.topics.map(({ fault }) => fault)).toEqual([
    undefined,
    'tooLong',
    'unfit',
    undefined,
  ]);
  await list.add();
  expect(kept).toEqual(['a', 'b', 'c', 'd']);
  expect(list.draft.value).toBe(`${long}\nbell\u0007`);
  await list.add();
  expect(kept).toEqual(['a', 'b', 'c', 'd']);
  expect(list.draft.value).toBe(`${long}\nbell\u0007`);
});

test('what could not be kept stands in the field again, unless something else does', async () => {
  isKept = false;
  await write('c');
  await list.add();
  expect(list.draft.value).toBe('c');
  const adding = list.add();
  list.draft.value = 'd';
  await adding;
  expect(list.draft.value).toBe('d');
});

test('without what reads topics nothing is added, and nothing is lost', async () => {
  isReachable = false;
  await write('c');
  await list.add();
  expect(kept).toEqual(['a', 'b']);
  expect(list.draft.value).toBe('c');
  expect(list.fault.value).toEqual({ kind: 'noReader' });
  isReachable = true;
  await list.add();
  expect(kept).toEqual(['a', 'b', 'c']);
});

describe('a table', () => {
  const TABLE = 'Key,Who,Summary\nPAJ-1,Ana,Login\nPAJ-2,,Logout';

  test('shows what would be taken, and another column may be', async () => {
    await write(TABLE);
    expect(topicsOf(list.found.value)).toEqual(['PAJ-1 Login', 'PAJ-2 Logout']);
    expect(list.found.value?.table?.columns.map(({ name }) => name)).toEqual([
      'Key',
      'Who',
      'Summary',
    ]);
    expect(list.found.value?.table?.column).toBe(2);
    list.pick(1);
    expect(topicsOf(list.found.value)).toEqual(['PAJ-1 Ana']);
    expect(list.found.value?.table?.blank).toBe(1);
    list.pick(undefined);
    expect(topicsOf(list.found.value)).toEqual(TABLE.split('\n'));
    list.pick(2);
    list.setHeaded(false);
    expect(topicsOf(list.found.value)).toEqual(['Summary', 'PAJ-1 Login', 'PAJ-2 Logout']);
    expect(kept).toEqual(['a', 'b']);
    await list.add();
    expect(kept).toEqual(['a', 'b', 'Summary', 'PAJ-1 Login', 'PAJ-2 Logout']);
  });

  test('is not taken before anybody has seen the choice', async () => {
    list.draft.value = TABLE;
    await list.add();
    expect(kept).toEqual(['a', 'b']);
    expect(list.found.value?.table).toBeDefined();
    await list.add();
    expect(kept).toEqual(['a', 'b', 'PAJ-1 Login', 'PAJ-2 Logout']);
  });

  test('is chosen from anew when another is pasted', async () => {
    await write(TABLE);
    list.pick(1);
    list.write(`${TABLE}!`);
    expect(list.found.value?.table?.column).toBe(1);
    list.write(TABLE, true);
    expect(list.found.value?.table?.column).toBe(2);
  });

  test('leaves in the field what is not like its rows', async () => {
    await write(`${TABLE}\nPAJ-3,Bo,Search,at last`);
    await list.add();
    expect(kept).toEqual(['a', 'b', 'PAJ-1 Login', 'PAJ-2 Logout']);
    expect(list.draft.value).toBe('PAJ-3 Bo Search at last');
  });
});

describe('a file', () => {
  const file = (text: string | Uint8Array<ArrayBuffer>, name = 'backlog.csv') =>
    new File([text], name);

  test('is read into the field', async () => {
    await list.open([file('Key\tSummary\nPAJ-1\tLogin')]);
    expect(topicsOf(list.found.value)).toEqual(['PAJ-1 Login']);
    expect(kept).toEqual(['a', 'b']);
  });

  test('takes the place of nothing', async () => {
    await write('c');
    await list.open([file('d')]);
    expect(list.draft.value).toBe('c');
    expect(list.fault.value).toEqual({ kind: 'fieldFirst' });
  });

  test.each<[TopicsFault, File[]]>([
    [{ kind: 'oneFile' }, [file('c'), file('d')]],
    [{ kind: 'noText', file: 'backlog.csv' }, [file(new Uint8Array([0xe4, 0x0a]))]],
    [{ kind: 'emptyFile', file: 'backlog.csv' }, [file(' \n')]],
    [{ kind: 'fileTooLarge', file: 'backlog.csv' }, [file('x'.repeat(2 * 1024 * 1024 + 1))]],
  ])('may not be taken: %o', async (why, files) => {
    await list.open(files);
    expect(list.draft.value).toBe('');
    expect(list.fault.value).toEqual(why);
  });
});

test('topics are moved and taken out', () => {
  list.move(1, -1);
  expect(kept).toEqual(['b', 'a']);
  list.move(1, 1);
  expect(kept).toEqual(['b', 'a']);
  list.remove(0);
  expect(kept).toEqual(['a']);
});
