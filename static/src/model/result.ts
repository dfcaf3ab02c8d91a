/** The numbers of a closed round, computed by the server. Absent ones are `undefined`, or empty. */
export interface Statistics {
  readonly votes: number;
  readonly abstentions: number;
  readonly mean: string | undefined;
  readonly median: string | undefined;
  /** On a deck of more than numbers: the card in the middle, or the two that it lies between. */
  readonly middle: readonly string[];
  /** The most frequent cards, in deck order. */
  readonly modes: readonly string[];
  readonly lowest: string | undefined;
  readonly highest: string | undefined;
  /** Deck steps from the lowest card to the highest. */
  readonly spread: number | undefined;
  /** The card nearest to the mean. */
  readonly nearest: string | undefined;
  /** Whole percent of the votes that are on the most frequent card. */
  readonly agreement: number | undefined;
}

/** What a closed round brought: who chose what, or, where names are not shown, how many chose what. */
export type Ballots =
  | { readonly kind: 'named'; readonly votes: ReadonlyMap<string, string> }
  | { readonly kind: 'counted'; readonly counts: ReadonlyMap<string, number> };

/** The attempt before, on the same topic. */
export interface Before {
  readonly ballots: Ballots;
  readonly spread: number | undefined;
}

/** What is known of a closed round beside its ballots. */
export interface Findings {
  readonly statistics: Statistics | undefined;
  /** From the second attempt on. */
  readonly before: Before | undefined;
  /** The value that was recorded for the round. */
  readonly agreed: string | undefined;
  /** How many there were to vote. */
  readonly asked: number | undefined;
  /** Who speaks first where the votes lie far apart, by name: of the lowest, and of the highest. */
  readonly first: readonly string[];
}

/** What is known while nothing is revealed. */
export const NO_FINDINGS: Findings = {
  statistics: undefined,
  before: undefined,
  agreed: undefined,
  asked: undefined,
  first: [],
};

/** A revealed round. */
export interface Result extends Findings {
  readonly ballots: Ballots;
}

/** One line of the result: a choice and who is behind it. */
export interface Tally {
  readonly choice: string;
  readonly count: number;
  /** Empty where the server sent counts only. */
  readonly names: readonly string[];
  /** `count` as a part of the most frequent choice's, 0 to 1. */
  readonly share: number;
  /** Whether it has more votes than each other choice: a tie is no agreement. */
  readonly leads: boolean;
}

/** The result as lines in the order of the deck, one for each choice, chosen or not. */
export function tally(choices: readonly string[], ballots: Ballots): Tally[] {
  const lines = choices.map((choice) => {
    if (ballots.kind === 'counted') {
      return { choice, count: ballots.counts.get(choice) ?? 0, names: [] };
    }
    const names = [...ballots.votes].filter(([, voted]) => voted === choice).map(([name]) => name);
    return { choice, count: names.length, names };
  });
  const most = Math.max(1, ...lines.map((line) => line.count));
  const [first, second] = lines.filter((line) => line.count === most);
  return lines.map((line) => ({
    ...line,
    share: line.count / most,
    leads: line === first && !second,
  }));
}

/** From the lowest card that was chosen to the highest, with those between that nobody took; none where no card counts. */
export function range(choices: readonly string[], statistics: Statistics | undefined): string[] {
  const { lowest = '', highest = '' } = statistics ?? {};
  const first = choices.indexOf(lowest);
  const last = choices.indexOf(highest);
  return choices.filter((_, index) => index >= first && index <= last);
}

/** The choice that everybody took, if two or more voted, all the same, and nobody abstained. */
export function consensus(lines: readonly Tally[], statistics: Statistics | undefined) {
  const chosen = lines.filter((line) => line.count > 0);
  const [only] = chosen;
  if (only === undefined || chosen.length > 1 || only.count < 2) return undefined;
  return statistics !== undefined && statistics.abstentions === 0 ? only.choice : undefined;
}
