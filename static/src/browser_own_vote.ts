import { type VotePlace, voteRoomDeps } from './browser_vote_room';
import { deskWords } from './i18n/words';
import { VoteRoom } from './state/vote_room';

/**
 * The seat of a controller who votes, too; which card it is, is not said before the close, and how the round goes
 * the control page says already.
 */
export function openOwnVote(place: VotePlace): VoteRoom {
  const saidOfVote = () => deskWords.own.faceDown;
  return new VoteRoom({ ...voteRoomDeps(place), saidOfVote, isQuiet: true });
}
