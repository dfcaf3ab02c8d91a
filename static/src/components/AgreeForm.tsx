import { historyWords as words } from '../i18n/words';
import type { Agreement } from '../state/agreement';
import { plainKey } from './plain_key';

/** What recording an agreement needs. */
export interface AgreeFormProps {
  readonly agreement: Agreement;
  /** What is recorded already. */
  readonly recorded: string | undefined;
}

/** What the team settles on; begins with the most chosen card. */
export function AgreeForm({ agreement, recorded }: AgreeFormProps) {
  const text = agreement.text.value;
  const isRecorded = recorded !== undefined && recorded === text.trim();
  return (
    <form
      class="agree"
      onSubmit={(event) => {
        event.preventDefault();
        void agreement.record();
      }}
    >
      <label class="agree-field">
        <span>{words.agreedOn}</span>
        <input
          value={text}
          dir="auto"
          maxLength={128}
          autoComplete="off"
          onInput={(event) => {
            agreement.text.value = event.currentTarget.value;
          }}
          onKeyDown={(event) => plainKey(event) === 'Escape' && agreement.giveUp()}
        />
      </label>
      <button type="submit" class="tool" aria-disabled={isRecorded}>
        {isRecorded ? words.recorded : words.record}
      </button>
      {recorded !== undefined && !isRecorded && (
        <button
          type="button"
          class="quiet"
          onClick={({ currentTarget }) => {
            currentTarget.form?.querySelector('input')?.focus();
            agreement.giveUp();
          }}
        >
          {words.cancel}
        </button>
      )}
    </form>
  );
}
