import { computed, effect } from '@preact/signals-core';
import './styles/shared.css';
import './styles/round.css';
import './styles/result.css';
import './styles/desk.css';
import './styles/fold.css';
import './styles/rounds.css';
import './styles/topics.css';
import { copyText } from './api/clipboard';
import { controllerApi, fileText, historyFile } from './api/controller_api';
import { browserDevice } from './api/device';
import { HOST_SLUGS } from './api/host_slugs';
import { sender } from './api/request';
import { browserWorld, socketOrigin } from './api/world';
import { openOwnVote } from './browser_own_vote';
import { isWrittenIn } from './components/is_written_in';
import { mount, pagePlace } from './components/mount';
import { plainKey } from './components/plain_key';
import { controlPlace } from './model/place';
import { ControlPage, controlPageTitle } from './pages/ControlPage';
import { ControlRoom } from './state/control_room';
import { Copier } from './state/copier';
import { Invite } from './state/invite';
import { OwnVote } from './state/own_vote';

const place = controlPlace(location.pathname);
const device = browserDevice();
const world = browserWorld();
const root = `${place.base}/api`;
const room = new ControlRoom({
  api: controllerApi(
    sender(root, (...ask) => fetch(...ask), HOST_SLUGS),
    place.id,
    world,
  ),
  world,
  socketUrl: `${socketOrigin(location)}${root}/${place.id}/control/ws`,
  hideKey: () => history.replaceState(null, '', location.pathname),
  readHistory: (format) => fileText(historyFile(root, place.id, format), (...ask) => fetch(...ask)),
  forget: () => {
    device.forget(place);
    void lead('dropLed');
  },
  copyText,
});

const ownVote = new OwnVote({
  open: () => openOwnVote({ place, root, world }, room.news.tell),
});

const voteLink = new Copier(`${location.origin}${place.base}/${place.id}`, { world, copyText });
const invite = new Invite({
  copier: voteLink,
  share: 'share' in navigator ? (url) => navigator.share({ url }) : undefined,
});
const controlLink = computed(() => {
  const key = room.handOver.freshKey.value;
  if (key === undefined) return undefined;
  return new Copier(`${voteLink.link}/control#${key}`, { world, copyText });
});

/** Takes the key that the address brings, if any, without what a sentence has put behind the link. */
function start(): void {
  room.start(/^#([\w-]*)/.exec(location.hash)?.[1] ?? '');
}

// The home page leads back to where the reader leads.
effect(() => {
  if (room.phase.value === 'ready') void lead('keepLed');
  if (room.phase.value === 'locked') void lead('dropLed');
});

/** What keeps it is not needed at first. Where it can't be fetched, the home page does without. */
async function lead(act: 'keepLed' | 'dropLed'): Promise<void> {
  try {
    (await import('./api/last_sessions')).browserLastSessions()[act](place);
  } catch {}
}

// A control link that is pasted into this very tab changes the hash only.
window.addEventListener('hashchange', start);
device.forgetOld(place);
// A file that misses its field must not take the place of the page.
for (const kind of ['dragover', 'drop'] as const) {
  window.addEventListener(kind, (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  });
}
window.addEventListener('keydown', (event) => {
  if (event.repeat || room.phase.value !== 'ready' || isWrittenIn(event.target)) return;
  if (invite.press(plainKey(event))) event.preventDefault();
});
start();
mount(pagePlace(), {
  title: () => controlPageTitle(room),
  page: () => (
    <ControlPage
      room={room}
      ownVote={ownVote}
      home={`${place.base}/`}
      invite={invite}
      links={{
        vote: voteLink,
        control: controlLink.value,
        history: (format) => historyFile(root, place.id, format),
      }}
    />
  ),
});
// Nobody prints at first.
import('./styles/print.css').catch(() => {});
