import { deskWords } from '../i18n/words';
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
            {deskWords.undo.left(shown.seconds)}
          </span>
        </>
      )}
    </div>
  );
}

function what({ undo }: UndoShown) {
  return undo.what === 'reset' ? deskWords.undo.reset : deskWords.undo.kick(<bdi>{undo.name}</bdi>);
}
