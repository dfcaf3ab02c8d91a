import { expect, test } from 'vitest';
import type { PastRound } from './history';
import { type Tracker, trackerFiles } from './tracker_files';
import { statisticsOf } from './view.fake';

type Agreed = readonly [topic: string | undefined, value?: string];

/** Rounds on these topics, one after the other, and what was agreed on. */
function rounds(...agreed: readonly Agreed[]) {
  return agreed.map(
    ([topic, value], index): PastRound => ({
      round: index + 1,
      topic,
      attempt: 1,
      started: 0,
      ended: 0,
      votes: new Map(),
      statistics: statisticsOf(),
      agreed: value,
    }),
  );
}

function fileFor(tracker: Tracker, ...agreed: readonly Agreed[]) {
  return trackerFiles(rounds(...agreed)).find((file) => file.tracker === tracker);
}

const lines = (...all: readonly string[]) => all.map((line) => `${line}\r\n`).join('');

test('Jira gets the key, the points and the summary', () => {
  const file = fileFor(
    'jira',
    ['PAJ-1 Login, with a key', '8'],
    ['[PAJ-2] Export', '½'],
    ['Search https://company.test/jira/browse/PAJ-3', '3'],
    ['https://company.test/board?selectedIssue=PAJ-4', '2'],
    ['PAJ-5 see https://wiki.test/page', '1'],
  );
  expect(file?.name).toBe('jira.csv');
  expect(file?.text).toBe(
    lines(
      'Issue key,Story Points,Summary',
      'PAJ-1,8,"Login, with a key"',
      'PAJ-2,0.5,Export',
      'PAJ-3,3,Search',
      'PAJ-4,2,https://company.test/board?selectedIssue=PAJ-4',
      'PAJ-5,1,see',
    ),
  );
});

test('Azure DevOps gets the number, the title and the points', () => {
  const file = fileFor(
    'azure',
    ['AB#12 Say "hello"', '8'],
    ['#13 Login', '5'],
    ['Search https://dev.azure.com/company/app/_workitems/edit/14', '3'],
    ['https://company.visualstudio.com/app/_boards/board?workitem=15', '0,5'],
    ['owner/app#16 elsewhere', '1'],
    ['Bug https://github.com/owner/app/issues/17', '1'],
  );
  expect(file?.name).toBe('azure-devops.csv');
  expect(file?.text.split('\r\n').slice(0, 4)).toEqual([
    'ID,Title,Story Points',
    '12,"Say ""hello""",8',
    '13,Login,5',
    '14,Search,3',
  ]);
  expect(file?.text).toContain('\r\n15,');
  expect(file?.withoutKey).toBe(2);
});

test('Linear gets the ID, the title and the estimate, which is whole', () => {
  const file = fileFor(
    'linear',
    ['ENG-1 Login', '8'],
    ['Search https://linear.app/company/issue/ENG-2/search', '3'],
    ['ENG-3 Export', '½'],
    ['ENG-4 Import', 'M'],
    ['ENG-5 https://company.test/browse/ENG-5', '1'],
  );
  expect(file?.text).toBe(lines('ID,Title,Estimate', 'ENG-1,Login,8', 'ENG-2,Search,3'));
  expect(file).toMatchObject({ unfitValues: 2, withoutKey: 1 });
});

test('GitHub gets a label for each issue', () => {
  const file = fileFor(
    'github',
    ['owner/app#12 Login', '5'],
    ['#13 Export', '½'],
    ['GH-14 Import', 'M'],
    ['Search https://github.com/owner/app/issues/15#comment', '3'],
    ['Bug https://github.company.test/owner/app/issues/16', '8'],
    ['app#17 whose?', '1'],
    ['PAJ-18 Jira', '1'],
    ['MR https://gitlab.test/owner/app/-/issues/19', '1'],
  );
  expect(file?.name).toBe('github.sh');
  expect(file?.text.split('\n')).toEqual([
    'gh issue edit 12 --repo owner/app --add-label "points: 5"',
    'gh issue edit 13 --add-label "points: 0.5"',
    'gh issue edit 14 --add-label "points: M"',
    'gh issue edit 15 --repo owner/app --add-label "points: 3"',
    'gh issue edit 16 --repo github.company.test/owner/app --add-label "points: 8"',
    '',
  ]);
  expect(file?.withoutKey).toBe(3);
});

test.each([
  ['a"b', `'"points: a""b"'`],
  ['8, if split', `'"points: 8, if split"'`],
  ['$(reboot)', `'points: $(reboot)'`],
  ['`reboot`', "'points: `reboot`'"],
  ["it's", `'points: it'\\''s'`],
  ['a\nreboot', '"points: a reboot"'],
  ['a\\', "'points: a\\'"],
  ['!!', "'points: !!'"],
  ['%PATH%', "'points: %PATH%'"],
  ['a & b; c | d > e', "'points: a & b; c | d > e'"],
  ['½ ☕'.slice(2), "'points: ☕'"],
])('a shell does nothing with the value %j', (value, word) => {
  const file = fileFor('github', ['#1', value]);
  expect(file?.text).toBe(`gh issue edit 1 --add-label ${word}\n`);
});

test.each(['$(reboot)#1 a', 'owner/$(reboot)#1', '-o/app#1', 'owner/app;reboot#1', "o'/app#1"])(
  'of the topic %j no shell gets anything',
  (topic) => {
    expect(fileFor('github', [topic, '1'])).toBeUndefined();
  },
);

test('no cell is a formula for whoever opens the file in a sheet', () => {
  const file = fileFor('azure', ['#1 =1+1;=2', '5'], ['#2 -1', '5'], ['#3 @SUM(A1)', '5']);
  expect(file?.text.split('\r\n').slice(1, 4)).toEqual([
    `1,"'=1+1;'=2",5`,
    '2,-1,5',
    `3,'@SUM(A1),5`,
  ]);
});

test('what was agreed on last counts, whatever was voted on since', () => {
  const file = fileFor(
    'jira',
    ['PAJ-1 Login', '8'],
    ['PAJ-2 Export', '3'],
    ['PAJ-1 Login', '5'],
    ['PAJ-1 Login'],
    ['PAJ-2 Export as CSV', '2'],
  );
  expect(file?.text).toBe(
    lines('Issue key,Story Points,Summary', 'PAJ-2,2,Export as CSV', 'PAJ-1,5,Login'),
  );
});

test('what does not fit is counted, each topic once', () => {
  const file = fileFor(
    'jira',
    ['PAJ-1 Login', '8'],
    ['no key', '8'],
    ['no key', '5'],
    ['#12 of another', '5'],
    [undefined, '1'],
    ['UTF-8 is no key', '1'],
    ['PAJ-2 Size', 'M'],
    ['PAJ-3 never agreed'],
  );
  expect(file?.text).toBe(lines('Issue key,Story Points,Summary', 'PAJ-1,8,Login'));
  expect(file).toMatchObject({ withoutKey: 4, unfitValues: 1 });
});

test('only trackers that know a topic get a file', () => {
  const trackers = (...agreed: readonly Agreed[]) =>
    trackerFiles(rounds(...agreed)).map(({ tracker }) => tracker);
  expect(trackers()).toEqual([]);
  expect(trackers(['Login', '8'], ['PAJ-1 Size', 'M'], ['PAJ-2'])).toEqual([]);
  expect(trackers(['PAJ-1', '8'])).toEqual(['jira', 'linear']);
  expect(trackers(['#1', '8'])).toEqual(['azure', 'github']);
  expect(trackers(['GH-1', '8'])).toEqual(['github']);
  expect(trackers(['A https://linear.app/a/issue/ENG-1', '8'])).toEqual(['linear']);
  expect(trackers(['ENG-1 A https://a.test/browse/ENG-1', '8'])).toEqual(['jira']);
});

test('a label that GitHub would not take is left out', () => {
  const long = 'x'.repeat(60);
  expect(fileFor('github', ['#1', '5'], ['#2', long])).toMatchObject({ unfitValues: 1 });
});
