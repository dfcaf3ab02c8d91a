import './styles/shared.css';
import './styles/join.css';
import './styles/table.css';
import './styles/round.css';
import './styles/result.css';
import { browserWorld } from './api/world';
import { voteRoomDeps } from './browser_vote_room';
import { mount, pagePlace } from './components/mount';
import { votePlace } from './model/place';
import { readSeatHash } from './model/seat_link';
import { VotePage, votePageTitle } from './pages/VotePage';
import { VoteRoom } from './state/vote_room';

const place = votePlace(location.pathname);
const root = `${place.base}/api`;
const world = browserWorld();
const room = new VoteRoom(voteRoomDeps({ place, root, world }));

/** Takes the seat that the address brings, if any, and its key out of the address bar. */
function start(): void {
  const seat = readSeatHash(location.hash);
  if (location.hash !== '') history.replaceState(null, '', location.pathname);
  if (seat === undefined) room.start();
  else room.arrive(seat);
}

// A link that is pasted into this very tab changes the hash only.
window.addEventListener('hashchange', () => location.hash !== '' && start());
start();
mount(pagePlace(), {
  title: () => votePageTitle(room),
  page: () => (
    <VotePage
      room={room}
      home={`${place.base}/`}
      here={`${location.origin}${place.base}/${place.id}`}
      fetchDevice={async () => (await import('./browser_other_device')).showOtherDevice}
    />
  ),
});
