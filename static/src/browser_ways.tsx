import { browserLastSessions } from './api/last_sessions';
import { sender } from './api/request';
import { RecentList } from './components/RecentList';
import { WayInForm } from './components/WayInForm';
import { homePlace } from './model/place';
import { Recent } from './state/recent';
import { WayIn } from './state/way_in';
import './styles/ways.css';

const place = homePlace(location.pathname);
const send = sender(`${place.base}/api`, (...ask) => fetch(...ask));
const wayIn = new WayIn({
  here: { origin: location.origin, base: place.base },
  send,
  go: (path) => location.assign(path),
});
const recent = new Recent({ place, send, sessions: browserLastSessions() });

void recent.load();
// A page that was kept as it was: much may have happened since.
window.addEventListener('pageshow', ({ persisted }) => persisted && recent.load());

/** The ways to sessions that are there already. */
export function Ways() {
  return (
    <>
      <WayInForm wayIn={wayIn} />
      <RecentList recent={recent} base={place.base} />
    </>
  );
}
