import { expect, test } from 'vitest';
import type { HostFact } from '../state/news';
import { hostNews } from './host_news';
import { voterNews } from './voter_news';

test('a round that opens is told with its time, if it has any', () => {
  expect(voterNews({ kind: 'opened' })).toBe('Voting is open');
  expect(voterNews({ kind: 'opened', seconds: 90 })).toBe(
    'Voting is open. 1 minute 30 seconds left',
  );
});

test('an own vote is told to who has cast it, and not where others may look on', () => {
  expect(voterNews({ kind: 'voted', choice: '5' })).toBe('You voted 5');
  expect(hostNews({ kind: 'voted', choice: '5' })).toBe('Your card lies face down');
});

test('who has a question is told, and that the timer rests', () => {
  const asks = { kind: 'asks', names: ['Ana', 'Béla'] } as const;
  expect(voterNews({ ...asks, rests: false })).toBe('Ana and Béla have a question');
  expect(voterNews({ ...asks, rests: true })).toBe('Ana and Béla have a question, The timer rests');
  expect(hostNews({ kind: 'answered', names: ['Ana'] })).toBe('No more questions');
});

test.each<[HostFact, string]>([
  [{ kind: 'closed' }, 'Voting has closed'],
  [{ kind: 'timeLeft', seconds: 10 }, '10 seconds left'],
  [{ kind: 'timeUp' }, 'Time is up'],
  [{ kind: 'doorLocked' }, 'The door is locked'],
  [{ kind: 'renamed', name: 'Anna' }, 'You are Anna now'],
  // Said by what undoes it.
  [{ kind: 'cleared' }, ''],
  [{ kind: 'topicsAdded', count: 2 }, '2 topics added'],
  [{ kind: 'topicMoved', topic: 'login', place: 2, of: 3 }, 'login is number 2 of 3 now'],
  [{ kind: 'topicRemoved', topic: 'login' }, 'login was removed'],
  [{ kind: 'keysTakenBack' }, 'All other host links were taken back'],
])('a controller is told of %j', (fact, text) => {
  expect(hostNews(fact)).toBe(text);
});
