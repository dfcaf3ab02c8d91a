import { computed, effect, signal } from '@preact/signals-core';
import './styles/shared.css';
import './styles/control.css';
import { copyText } from './api/clipboard';
import { controllerApi, fileText, historyFile } from './api/controller_api';
import { browserDevice } from './api/device';
import { HOST_SLUGS } from './api/host_slugs';
import { sender } from './api/request';
import { onHidden } from './api/when_hidden';
import { browserWorld, socketOrigin } from './api/world';
import { browserSettings } from './browser_settings';
import { hostKey } from './components/host_keys';
import { isWrittenIn } from './components/is_written_in';
import { lately } from './components/lately';
import { mount, pagePlace } from './components/mount';
import { pageKey } from './components/page_key';
import { historyColumns } from './i18n/history_columns';
import { type MainAction, mainAction } from './model/controller';
import { controlPlace } from './model/place';
import { ControlPage, controlPageTitle } from './pages/ControlPage';
import { ControlRoom } from './state/control_room';
import { Copier } from './state/copier';
import type { HistoryFormat } from './state/history_desk';
import { Invite } from './state/invite';
import { OwnVote } from './state/own_vote';

/** So much of the table is enough to see what it says, in px. */
const STAGE_IN_VIEW = 120;

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
  readHistory: (format) => fileText(historyAddress(format), (...ask) => fetch(...ask)),
  forget: () => {
    device.forget(place);
    void lead('dropLed');
  },
  copyText,
});

/** The history as a file, headed in the page's language. */
function historyAddress(format: HistoryFormat): string {
  const isEnglish = document.documentElement.lang === 'en';
  return historyFile(root, place.id, format, isEnglish ? [] : historyColumns());
}

const ownVote = new OwnVote({
  open: async () =>
    (await import('./browser_own_vote')).openOwnVote({ place, root, world }, room.news.tell),
  world,
  onHidden,
});

const settings = browserSettings();

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

const home = `${place.base}/`;
const LanguagePicker = lately(async () =>
  (await import('./browser_language')).languagePicker(home, {
    title: room.titleDesk.text,
    topic: room.nextRound.topic,
    seconds: room.nextRound.seconds,
    topics: room.topicList.draft,
    agreed: room.agreement.text,
    isOther: room.agreement.isOther,
    cards: room.deckChange.text,
    form: room.historyDesk.form,
  }),
);

const isHelpOpen = signal(false);
const overlays = {
  invite: () => invite.open(),
  help: () => {
    isHelpOpen.value = true;
  },
};

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
document.addEventListener('keydown', (event) => {
  const key = pageKey(event);
  // The help says how they are switched on again.
  const act = settings.keys.value || key === '?' ? hostKey(key, room, overlays) : undefined;
  if (act === undefined) return;
  event.preventDefault();
  act();
});
/** What has just begun or ended is to be seen, wherever on the page somebody reads; who writes is left in peace. */
let shownAction: MainAction | undefined;
effect(() => {
  const action = room.view.value && mainAction(room.view.value);
  if (action === shownAction) return;
  shownAction = action;
  const stage = document.querySelector('.table');
  if (stage === null || isWrittenIn(document.activeElement)) return;
  if (stage.getBoundingClientRect().bottom < STAGE_IN_VIEW) scrollTo(0, 0);
});
start();
mount(pagePlace(), {
  title: () => controlPageTitle(room),
  page: () => (
    <ControlPage
      room={room}
      ownVote={ownVote}
      settings={settings}
      isHelpOpen={isHelpOpen}
      invite={invite}
      home={home}
      LanguagePicker={LanguagePicker}
      links={{
        vote: voteLink,
        control: controlLink.value,
        history: historyAddress,
      }}
    />
  ),
});
// Nothing happens at first, and nobody prints.
import('./browser_hosting')
  .then(({ accompany }) => accompany(room, ownVote, settings))
  .catch(() => {});
import('./styles/print.css').catch(() => {});
