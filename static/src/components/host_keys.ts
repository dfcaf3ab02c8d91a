import { mainAction } from '../model/controller';
import type { ControlRoom } from '../state/control_room';

/** What keys open over the page. */
export interface HostOverlays {
  readonly invite: () => void;
  readonly help: () => void;
}

/** What `key`, a character, does on the control page; `undefined` where it does nothing now. */
export function hostKey(
  key: string,
  room: ControlRoom,
  overlays: HostOverlays,
): (() => void) | undefined {
  const view = room.view.value;
  if (room.phase.value !== 'ready' || view === undefined) return undefined;
  const { steps, undoNote } = room;
  const action = mainAction(view);
  switch (key) {
    case 'b':
      return action === 'start' ? () => void steps.act('start') : undefined;
    case 's':
      return action === 'stop' ? () => void steps.act('stop') : undefined;
    case 'n':
      return action === 'next' ? () => void steps.act('next') : undefined;
    case 'a':
      return action === 'next' ? () => void steps.voteAgain() : undefined;
    case 'u':
      return undoNote.shown.value ? () => void undoNote.undo() : undefined;
    case 'i':
      return overlays.invite;
    case '?':
      return overlays.help;
    default:
      return undefined;
  }
}
