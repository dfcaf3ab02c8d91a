import { computed, effect } from '@preact/signals-core';
import { showFavicon } from './api/favicon';
import { browserPhone } from './api/phone';
import { browserWorld } from './api/world';
import { badgeOf } from './state/badge';
import { beBuzzer } from './state/buzzer';
import type { ControlRoom } from './state/control_room';
import type { DeviceSettings } from './state/device_settings';
import type { OwnVote } from './state/own_vote';
import type { VoteRoom } from './state/vote_room';

/** The device of a voter: it tells by the screen, the hand and the tab that a vote is wanted. */
export function buzzForVoter(room: VoteRoom, settings: DeviceSettings): void {
  beBuzzer({
    ...device(settings),
    hasSeat: computed(() => room.phase.value === 'seated'),
    isOpen: computed(() => room.view.value?.open === true),
    told: room.news.last,
  });
  effect(() => {
    const badge = badgeOf(room);
    showFavicon(badge === 'none' ? undefined : badge);
  });
}

/** The device of a host who votes, too. */
export function buzzForHost(room: ControlRoom, own: OwnVote, settings: DeviceSettings): void {
  beBuzzer({
    ...device(settings),
    hasSeat: computed(() => own.room.value?.phase.value === 'seated'),
    isOpen: computed(() => room.view.value?.open === true),
    told: room.news.last,
  });
}

function device(settings: DeviceSettings) {
  return { phone: browserPhone(), world: browserWorld(), settings };
}
