import type { ComponentChildren } from 'preact';
import { controlWords, sessionWords as words } from '../i18n/host_words';
import type { TitleDesk } from '../state/title_desk';
import { Fold } from './Fold';

/** What is set for the whole session. */
export interface SessionFoldProps {
  readonly titleDesk: TitleDesk;
  readonly children: ComponentChildren;
}

/** 200 code points may take twice as many units, which browsers count; the server says what is too long. */
const TITLE_UNITS = 400;

/** What the session is called, and what else holds for all of its rounds. */
export function SessionFold({ titleDesk, children }: SessionFoldProps) {
  return (
    <Fold heading={controlWords.session}>
      <form
        class="title-form"
        onSubmit={(event) => {
          event.preventDefault();
          void titleDesk.change();
        }}
      >
        <label class="field">
          <span>{words.title}</span>
          <input
            value={titleDesk.text.value}
            dir="auto"
            maxLength={TITLE_UNITS}
            autoComplete="off"
            onInput={(event) => {
              titleDesk.text.value = event.currentTarget.value;
            }}
          />
        </label>
        <button type="submit" class="tool">
          {words.changeTitle}
        </button>
      </form>
      {children}
    </Fold>
  );
}
