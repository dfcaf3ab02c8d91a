import { soundWords as words } from '../i18n/en/sound';
import type { Festivity } from '../state/festivity';

/** What the switch of the sounds needs. */
export interface SoundSwitchProps {
  readonly festivity: Pick<Festivity, 'hasSound' | 'turnSound'>;
}

/** Whether this device makes a sound as a vote opens and closes. */
export function SoundSwitch({ festivity }: SoundSwitchProps) {
  return (
    <div class="door">
      <button
        type="button"
        role="switch"
        class="door-switch"
        aria-checked={festivity.hasSound.value}
        onClick={() => festivity.turnSound()}
      >
        {words.sound}
      </button>
    </div>
  );
}
