import './styles/shared.css';
import './styles/join.css';
import { browserWorld } from './api/world';
import { takeSeat } from './browser_seat';
import { voteRoomDeps } from './browser_vote_room';
import { mount, pagePlace } from './components/mount';
import { votePlace } from './model/place';
import { VotePage, votePageTitle } from './pages/VotePage';
import { VoteRoom } from './state/vote_room';

const place = votePlace(location.pathname);
const root = `${place.base}/api`;
const world = browserWorld();
const deps = voteRoomDeps({ place, root, world });
const room = new VoteRoom(deps);

// A link that is pasted into this very tab changes the hash only; any other hash leaves the reader in peace.
window.addEventListener('hashchange', () => takeSeat(room));
if (!takeSeat(room)) room.start();
deps.device.forgetOld(place);
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
