import { sessionWords as words } from '../i18n/host_words';

/** What the door needs. */
export interface DoorProps {
  readonly isLocked: boolean;
  readonly onTurn: () => void;
}

/** Whether somebody new may come in: a switch, with what its state means. */
export function Door({ isLocked, onTurn }: DoorProps) {
  return (
    <div class="door">
      <button
        type="button"
        role="switch"
        class="switch"
        aria-checked={isLocked}
        aria-describedby="door-meaning"
        onClick={onTurn}
      >
        {words.lock}
      </button>
      <p id="door-meaning" class="door-meaning">
        {isLocked ? words.locked : words.open}
      </p>
    </div>
  );
}
