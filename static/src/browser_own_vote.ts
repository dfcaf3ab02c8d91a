import { type VotePlace, voteRoomDeps } from './browser_vote_room';
import { deskWords } from './i18n/words';
import { VoteRoom } from './state/vote_room';

/** The seat of a controller who votes, too; which card it is, is not said before the close. */
export function openOwnVote(place: VotePlace): VoteRoom {
  return new VoteRoom({ ...voteRoomDeps(place), saidOfVote: () => deskWords.own.faceDown });
}
