import { afterEach, expect, test, vi } from 'vitest';
import { fetchWords, teach } from './books';
import { durationText } from './format';
import { homeWords, waysWords } from './host_words';
import { commonWords } from './words';

const english = {
  heading: homeWords.heading,
  go: waysWords.go,
  newSession: commonWords.newSession,
};

afterEach(async () => {
  teach('en', {});
  Object.assign(homeWords, { heading: english.heading });
  Object.assign(waysWords, { go: english.go });
  await fetchWords();
});

/** A few words in a language, as those of a whole group. */
const group = <W extends object>(of: W, words: Partial<Record<keyof W, string>>) =>
  ({ ...of, ...words }) as W;

test('what is taught is said wherever the words are looked up', () => {
  teach('hu', { homeWords: group(homeWords, { heading: 'Válassz paklit' }) });
  expect(homeWords.heading).toBe('Válassz paklit');
  expect(durationText(60, 'long')).toBe('1 perc');
  expect(commonWords.newSession).toBe(english.newSession);
});

test('the rest is fetched once, however many ask for it', async () => {
  const fetchRest = vi.fn(async () => [{ waysWords: group(waysWords, { go: 'Mehet' }) }]);
  teach('hu', {}, fetchRest);
  expect(waysWords.go).toBe(english.go);
  await Promise.all([fetchWords(), fetchWords()]);
  expect(waysWords.go).toBe('Mehet');
  expect(fetchRest).toHaveBeenCalledOnce();
});

test('the rest that could not be fetched is asked for again', async () => {
  const fetchRest = vi
    .fn(async () => [{ waysWords: group(waysWords, { go: 'Mehet' }) }])
    .mockRejectedValueOnce(new Error('offline'));
  teach('hu', {}, fetchRest);
  await expect(fetchWords()).rejects.toThrow('offline');
  await fetchWords();
  expect(waysWords.go).toBe('Mehet');
});
