import { historyWords as words } from '../i18n/words';
import { plainKey } from './plain_key';

/** What recording an agreement needs. */
export interface AgreeFormProps {
  readonly text: string;
  /** What is recorded already. */
  readonly recorded: string | undefined;
  readonly onText: (text: string) => void;
  readonly onRecord: () => void;
  /** What is written is not to be recorded after all. */
  readonly onGiveUp: () => void;
}

/** What the team settles on; begins with the most chosen card. */
export function AgreeForm({ text, recorded, onText, onRecord, onGiveUp }: AgreeFormProps) {
  const isRecorded = recorded !== undefined && recorded === text.trim();
  return (
    <form
      class="agree"
      onSubmit={(event) => {
        event.preventDefault();
        onRecord();
      }}
    >
      <label class="agree-field">
        <span>{words.agreedOn}</span>
        <input
          value={text}
          dir="auto"
          maxLength={128}
          autoComplete="off"
          onInput={(event) => onText(event.currentTarget.value)}
          onKeyDown={(event) => plainKey(event) === 'Escape' && onGiveUp()}
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
            onGiveUp();
          }}
        >
          {words.cancel}
        </button>
      )}
    </form>
  );
}
