/** The parts of the buddies' faces, as lines of one weight in a box of 60 × 60. Six pairs of eyes, four mouths. */
const EYES = [
  'M20 22v8M40 22v8',
  'M15 28q5-7 10 0M35 28q5-7 10 0',
  'M14 26a7 7 0 1 0 14 0a7 7 0 1 0-14 0m18 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0M28 25q2-2 4 0M21 25v2M39 25v2',
  'M20 22v8M34 27q6-3 11-1',
  'M14 20l8-3M46 20l-8-3M20 25v5M40 25v5',
  'M16 26a4 5 0 1 0 8 0a4 5 0 1 0-8 0m20 0a4 5 0 1 0 8 0a4 5 0 1 0-8 0',
];
const MOUTHS = [
  'M20 41q10 9 20 0',
  'M23 44h14',
  'M26 44a4 4.5 0 1 0 8 0a4 4.5 0 1 0-8 0',
  'M19 40h22q-2 11-11 11t-11-11Z',
];

/** Who is away sleeps, whoever it is. */
export const ASLEEP = 'M15 26q5 4 10 0M35 26q5 4 10 0M26 43h8M45 8h8l-8 9h8';

/** The face of seat `number`: one of 24. */
export function buddyOf(number: number): string {
  const eyes = EYES[number % EYES.length] ?? '';
  // Shifted after each twelve, so that every pair of eyes meets every mouth.
  const mouth = MOUTHS[(number + Math.floor(number / 12)) % MOUTHS.length] ?? '';
  return eyes + mouth;
}
