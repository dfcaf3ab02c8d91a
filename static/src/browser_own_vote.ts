import { type VotePlace, voteRoomDeps } from './browser_vote_room';
import type { SeatFact, Tell } from './state/news';
import { ofSeat } from './state/own_vote';
import { VoteRoom } from './state/vote_room';

/** The seat of a controller who votes, too. */
export function openOwnVote(place: VotePlace, tell: Tell<SeatFact>): VoteRoom {
  return new VoteRoom({ ...voteRoomDeps(place), tell: ofSeat(tell) });
}
