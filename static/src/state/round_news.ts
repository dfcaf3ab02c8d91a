import { commonWords, roundWords } from '../i18n/words';
import type { ControllerEvent } from '../model/controller';
import type { Timer } from '../model/timer';
import type { VoterEvent } from '../model/voter';
import { announce } from './announcer';

/** How a round stands, whoever looks at it. */
export interface Standing {
  readonly open: boolean;
  readonly timer: Timer | undefined;
  readonly isRevealed: boolean;
}

/** Tells what `event` has done to the round. */
export function announceRound(
  event: ControllerEvent | VoterEvent,
  before: Standing,
  after: Standing,
): void {
  const { said } = commonWords;
  switch (event.kind) {
    case 'enabled': {
      const opened = event.restored ? said.restored : said.opened;
      return announce(after.timer ? `${opened}. ${timeLeft(after.timer)}` : opened);
    }
    case 'disabled':
      if (before.open) return announce(said.closed);
      // It comes again where the result has changed, which is not worth a word, or was brought back by an undo.
      if (!before.isRevealed && after.isRevealed) announce(said.restored);
      return;
    case 'reset':
      return announce(said.cleared);
    case 'timer':
      if (!before.timer && after.timer) announce(timeLeft(after.timer));
      return;
  }
}

function timeLeft({ remainingMs }: Timer): string {
  return roundWords.timeLeft(Math.ceil(remainingMs / 1000));
}
