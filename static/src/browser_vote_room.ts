import { browserDevice } from './api/device';
import { sender } from './api/request';
import { asSeat, voterApi } from './api/voter_api';
import { socketOrigin, type World } from './api/world';
import type { Place } from './model/place';
import type { VoteRoomDeps } from './state/vote_room';

/** Where a seat is to be taken. */
export interface VotePlace {
  readonly place: Place;
  /** `{base}/api` */
  readonly root: string;
  readonly world: World;
}

/** What a voter's seat stands on in a browser. */
export function voteRoomDeps({ place, root, world }: VotePlace): VoteRoomDeps {
  return {
    place,
    api: voterApi(
      sender(root, (...ask) => fetch(...ask)),
      place.id,
      () => world.now(),
    ),
    device: browserDevice(),
    world,
    socketUrl: (seat) =>
      `${socketOrigin(location)}${root}/${place.id}/ws${seat === undefined ? '' : asSeat(seat)}`,
  };
}
