import type { ProblemKind } from '../api/request';
import { voteWords } from '../i18n/words';
import type { JoinNotice } from '../state/vote_room';
import { submittedName } from './submitted_name';
import { Trouble } from './Trouble';

/** What the join form needs. */
export interface JoinFormProps {
  /** The session's title; empty where there is none. */
  readonly title: string;
  readonly suggestedName: string;
  /** Why the reader is here again. */
  readonly notice: JoinNotice | undefined;
  /** Whether nobody new gets in. */
  readonly isLocked: boolean;
  readonly isJoining: boolean;
  readonly trouble: ProblemKind | undefined;
  readonly onJoin: (name: string) => void;
  readonly onWatch: () => void;
}

/** 64 code points may take twice as many units, which browsers count; the server says what is too long. */
const NAME_UNITS = 128;

/** A name, and in. */
export function JoinForm(props: JoinFormProps) {
  const { title, suggestedName, isJoining, trouble, onJoin, onWatch } = props;
  const note = noteOf(props);
  return (
    <main class="join">
      <form
        key={suggestedName}
        class="join-form"
        onSubmit={(event) => onJoin(submittedName(event))}
        noValidate
      >
        <h1>{title === '' ? voteWords.join.heading : <bdi>{title}</bdi>}</h1>
        {note !== '' && (
          <p id="join-note" class="note" role="status">
            {note}
          </p>
        )}
        <label class="field">
          <span>{voteWords.join.name}</span>
          <input
            ref={focus}
            name="name"
            dir="auto"
            defaultValue={suggestedName}
            maxLength={NAME_UNITS}
            autoComplete="nickname"
            autoCapitalize="words"
            spellcheck={false}
            enterKeyHint="go"
            aria-invalid={trouble !== undefined}
            aria-describedby="join-note join-trouble"
          />
        </label>
        <div id="join-trouble">
          <Trouble kind={trouble} />
        </div>
        <button type="submit" class="button button-strong" aria-disabled={isJoining}>
          {isJoining ? voteWords.join.joining : voteWords.join.join}
        </button>
        <button type="button" class="quiet" onClick={onWatch}>
          {voteWords.join.watch}
        </button>
      </form>
    </main>
  );
}

/** What has happened, and what to do: neither is said twice where the door is locked and refused somebody. */
function noteOf({ notice, isLocked, trouble }: JoinFormProps): string {
  const [what = '', todo = ''] = notice === undefined ? [] : voteWords.join.notices[notice];
  const door = trouble === 'door-locked' ? '' : voteWords.join.locked;
  return `${what} ${isLocked ? door : todo}`.trim();
}

/** Stays the same function, so that it is called once: when the field appears. */
function focus(field: HTMLInputElement | null): void {
  field?.focus();
}
