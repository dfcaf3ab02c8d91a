import { historyWords as words } from '../i18n/words';

/** What recording an agreement needs. */
export interface AgreeFormProps {
  readonly text: string;
  /** What is recorded already. */
  readonly recorded: string | undefined;
  readonly onText: (text: string) => void;
  readonly onRecord: () => void;
}

/** What the team settles on; begins with the most chosen card. */
export function AgreeForm({ text, recorded, onText, onRecord }: AgreeFormProps) {
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
        />
      </label>
      <button type="submit" class="tool" aria-disabled={isRecorded}>
        {isRecorded ? words.recorded : words.record}
      </button>
    </form>
  );
}
