import type { FunctionComponent } from 'preact';
import { buzzForVoter } from './browser_buzzer';
import { celebrate } from './browser_festivity';
import { browserSettings } from './browser_settings';
import { pageKey } from './components/page_key';
import { Voting } from './components/Voting';
import type { VotingProps } from './pages/VotePage';
import type { VoteRoom } from './state/vote_room';

export { VoterNews } from './components/Voting';

/** All that nobody needs before they have joined `room`, whose page is at the address `here`. */
export function votingIn(room: VoteRoom, here: string, LanguagePicker: FunctionComponent) {
  const settings = browserSettings();
  celebrate(room.news.last, settings);
  buzzForVoter(room, settings);
  document.addEventListener('keydown', (event) => {
    if (settings.keys.value && room.phase.value === 'seated') room.voteByKey(pageKey(event));
  });
  return ({ view }: VotingProps) => (
    <Voting
      room={room}
      view={view}
      here={here}
      fetchDevice={async () => (await import('./browser_other_device')).showOtherDevice}
      settings={settings}
      LanguagePicker={LanguagePicker}
    />
  );
}
