import { readSeatHash } from './model/seat_link';
import type { VoteRoom } from './state/vote_room';

/** Goes to the seat that the address brings, and takes its key out of the address bar; says whether there was one. */
export function takeSeat(room: Pick<VoteRoom, 'arrive'>): boolean {
  const seat = readSeatHash(location.hash);
  if (location.hash !== '') history.replaceState(null, '', location.pathname);
  if (seat !== undefined) room.arrive(seat);
  return seat !== undefined;
}
