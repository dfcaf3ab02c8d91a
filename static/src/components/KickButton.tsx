import { controlWords } from '../i18n/words';
import { ignoreRepeat } from './ignore_repeat';

/** What a kick button needs. */
export interface KickButtonProps {
  readonly name: string;
  /** Whether it was tapped once and waits for the second tap. */
  readonly isAsking: boolean;
  readonly onTap: () => void;
  readonly onGiveUp: () => void;
}

/** Asks once, in place, before somebody is removed. */
export function KickButton({ name, isAsking, onTap, onGiveUp }: KickButtonProps) {
  const { kick, kickShort, kickSure, kickSureShort } = controlWords;
  return (
    <button
      type="button"
      class="kick"
      data-asking={isAsking}
      aria-label={isAsking ? kickSure(name) : kick(name)}
      onClick={onTap}
      onBlur={onGiveUp}
      onKeyDown={(event) => {
        ignoreRepeat(event);
        if (event.key === 'Escape') onGiveUp();
      }}
    >
      {isAsking ? kickSureShort : kickShort}
    </button>
  );
}
