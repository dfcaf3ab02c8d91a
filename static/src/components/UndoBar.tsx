import { durationText } from '../i18n/format';
import { deskWords } from '../i18n/host_words';
import { rich } from '../i18n/message';
import type { UndoNote, UndoShown } from '../state/undo_note';
import { handFocusOn } from './hand_focus_on';

/** What undoing needs. */
export interface UndoBarProps {
  readonly note: UndoNote;
}

const going = handFocusOn();

/** Says what has just gone, to screen readers as well, and brings it back while it can. */
export function UndoBar({ note }: UndoBarProps) {
  const shown = note.shown.value;
  return (
    <div class="undo" role="status">
      {shown && (
        <>
          <span class="undo-what">{what(shown)}</span>
          <button
            ref={going.ref}
            type="button"
            class="tool"
            onClick={() => going.press(note.undo())}
          >
            {deskWords.undo.button}
          </button>
          <span class="undo-left" aria-hidden="true">
            {durationText(shown.seconds)}
          </span>
        </>
      )}
    </div>
  );
}

function what({ undo }: UndoShown) {
  const { reset, kick } = deskWords.undo;
  return undo.what === 'reset' ? reset : rich(kick, { name: <bdi>{undo.name}</bdi> });
}
