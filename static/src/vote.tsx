import './styles/shared.css';
import './styles/join.css';
import './styles/table.css';
import './styles/round.css';
import './styles/result.css';
import { browserDevice } from './api/device';
import { sender } from './api/request';
import { asSeat, voterApi } from './api/voter_api';
import { browserWorld, socketOrigin } from './api/world';
import { mount, pagePlace } from './components/mount';
import { votePlace } from './model/place';
import { VotePage, votePageTitle } from './pages/VotePage';
import { VoteRoom } from './state/vote_room';

const place = votePlace(location.pathname);
const root = `${place.base}/api`;
const world = browserWorld();
const room = new VoteRoom({
  place,
  api: voterApi(
    sender(root, (...ask) => fetch(...ask)),
    place.id,
    () => world.now(),
  ),
  device: browserDevice(),
  world,
  socketUrl: (name) => `${socketOrigin(location)}${root}/${place.id}/ws${asSeat(name)}`,
});

room.start();
mount(pagePlace(), {
  title: () => votePageTitle(room),
  page: () => <VotePage room={room} home={`${place.base}/`} />,
});
