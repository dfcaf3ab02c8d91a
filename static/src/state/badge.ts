import type { VoteRoom } from './vote_room';

/** How the round stands for the reader, as small as the icon of a tab: a vote is wanted, or is in; else nothing is. */
export type Badge = 'open' | 'voted' | 'none';

/** The one for `room`. It never tells the vote itself: the screen may be shared. */
export function badgeOf({ phase, view, ballot, isExpected }: VoteRoom): Badge {
  if (phase.value !== 'seated' || isExpected.value || !view.value?.open) return 'none';
  return ballot.own.value === undefined ? 'open' : 'voted';
}
