import type { Result } from './result';

/** Somebody's vote that changed from one attempt to the next. */
export interface Move {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** Who changed their vote since the attempt before, of those who voted in both; `undefined` where names are not known. */
export function moves({ ballots, before }: Result): Move[] | undefined {
  if (before?.ballots.kind !== 'named' || ballots.kind !== 'named') return undefined;
  const earlier = before.ballots.votes;
  return [...ballots.votes].flatMap(([name, to]) => {
    const from = earlier.get(name);
    return from === undefined || from === to ? [] : [{ name, from, to }];
  });
}

/** How the spread, in deck steps, changed since the attempt before. */
export interface SpreadChange {
  readonly kind: 'shrank' | 'grew' | 'stayed';
  readonly from: number;
  readonly to: number;
}

/** How the spread changed; `undefined` where one of the two attempts had none. */
export function spreadChange({ statistics, before }: Result): SpreadChange | undefined {
  const from = before?.spread;
  const to = statistics?.spread;
  if (from === undefined || to === undefined) return undefined;
  if (from === to) return { kind: 'stayed', from, to };
  return { kind: to < from ? 'shrank' : 'grew', from, to };
}
