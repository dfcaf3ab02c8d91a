import { buzzForHost } from './browser_buzzer';
import { celebrate } from './browser_festivity';
import type { ControlRoom } from './state/control_room';
import type { DeviceSettings } from './state/device_settings';
import type { OwnVote } from './state/own_vote';

/** What a host sees, hears and feels beside the page. */
export function accompany(room: ControlRoom, ownVote: OwnVote, settings: DeviceSettings): void {
  celebrate(room.news.last, settings);
  buzzForHost(room, ownVote, settings);
}
