import './styles/shared.css';
import './styles/join.css';
import { browserWorld } from './api/world';
import { browserSettings, celebrate } from './browser_festivity';
import { takeSeat } from './browser_seat';
import { voteRoomDeps } from './browser_vote_room';
import { mount, pagePlace } from './components/mount';
import { pageKey } from './components/page_key';
import { votePlace } from './model/place';
import { VotePage, votePageTitle } from './pages/VotePage';
import { VoteRoom } from './state/vote_room';

const place = votePlace(location.pathname);
const root = `${place.base}/api`;
const world = browserWorld();
const deps = voteRoomDeps({ place, root, world });
const room = new VoteRoom(deps);
const settings = browserSettings();
celebrate(room.news.last, settings);

// A link that is pasted into this very tab changes the hash only; any other hash leaves the reader in peace.
window.addEventListener('hashchange', () => takeSeat(room));
if (!takeSeat(room)) room.start();
deps.device.forgetOld(place);
document.addEventListener('keydown', (event) => {
  if (settings.keys.value && room.phase.value === 'seated') room.voteByKey(pageKey(event));
});
mount(pagePlace(), {
  title: () => votePageTitle(room),
  page: () => (
    <VotePage
      room={room}
      home={`${place.base}/`}
      settings={settings}
      here={`${location.origin}${place.base}/${place.id}`}
      fetchDevice={async () => (await import('./browser_other_device')).showOtherDevice}
    />
  ),
});
