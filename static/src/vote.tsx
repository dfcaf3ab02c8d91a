import './styles/shared.css';
import './styles/join.css';
import { pageView } from './api/page_view';
import { browserWorld } from './api/world';
import { takeSeat } from './browser_seat';
import { voteRoomDeps } from './browser_vote_room';
import { lately } from './components/lately';
import { mount, pagePlace } from './components/mount';
import { votePlace } from './model/place';
import { VotePage, votePageTitle } from './pages/VotePage';
import { VoteRoom } from './state/vote_room';

const place = votePlace(location.pathname);
const home = `${place.base}/`;
const root = `${place.base}/api`;
const world = browserWorld();
const deps = voteRoomDeps({ place, root, world });
const room = new VoteRoom({ ...deps, pageView: pageView() });
const here = `${location.origin}${place.base}/${place.id}`;
const LanguagePicker = lately(async () =>
  (await import('./browser_language')).voterLanguagePicker(home, room),
);
const Voting = lately(async () =>
  (await import('./browser_voting')).votingIn(room, here, LanguagePicker),
);
const VoterNews = lately(async () => (await import('./browser_voting')).VoterNews);

// A link that is pasted into this very tab changes the hash only; any other hash leaves the reader in peace.
window.addEventListener('hashchange', () => takeSeat(room));
if (!takeSeat(room)) room.start();
deps.device.forgetOld(place);
mount(pagePlace(), {
  title: () => votePageTitle(room),
  page: () => (
    <VotePage
      room={room}
      home={home}
      Voting={Voting}
      VoterNews={VoterNews}
      LanguagePicker={LanguagePicker}
    />
  ),
});
// It is here when somebody has joined, and who joins sees the form before.
Voting.fetch();
