import { waysWords as words } from '../i18n/host_words';
import { rich } from '../i18n/message';
import { problemText } from '../i18n/problems';
import type { WayIn, WayInFault } from '../state/way_in';

/** What the way in needs. */
export interface WayInFormProps {
  readonly wayIn: WayIn;
}

/** Longer than any link that leads here; what is pasted by mistake is cut. */
const MOST_UNITS = 4000;

/** A field that takes a link or a code. */
export function WayInForm({ wayIn }: WayInFormProps) {
  const fault = wayIn.fault.value;
  return (
    <form
      class="way-in"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void wayIn.enter();
      }}
    >
      <label class="field">
        <span>{words.field}</span>
        <input
          value={wayIn.text.value}
          onInput={(event) => wayIn.write(event.currentTarget.value)}
          maxLength={MOST_UNITS}
          dir="auto"
          inputMode="url"
          enterkeyhint="go"
          autoComplete="off"
          autoCapitalize="off"
          spellcheck={false}
          aria-invalid={fault !== undefined}
          aria-describedby="way-in-fault"
        />
      </label>
      <button type="submit" class="button" aria-disabled={wayIn.isAsking.value}>
        {words.go}
      </button>
      <p id="way-in-fault" class="trouble" role="alert">
        {fault && textOf(fault)}
      </p>
    </form>
  );
}

function textOf(fault: WayInFault) {
  if (fault.kind === 'problem') return problemText(fault.problem);
  if (fault.kind !== 'foreign') return words.faults[fault.kind];
  return rich(words.faults.foreign, { host: <bdi>{fault.host}</bdi> });
}
