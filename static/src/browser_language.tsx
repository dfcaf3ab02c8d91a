import type { FunctionComponent } from 'preact';
import { browserDraftShelf } from './api/draft_shelf';
import { rememberLanguage } from './api/language';
import { LanguagePicker } from './components/LanguagePicker';
import { type Draft, Language } from './state/language';
import type { VoteRoom } from './state/vote_room';

/** Choosing the language of a page on which `drafts` are written. `home` is the address of the home page. */
export function languagePicker(
  home: string,
  drafts: Readonly<Record<string, Draft>>,
): FunctionComponent {
  const language = new Language({
    remember: (tag) => rememberLanguage(tag, home),
    reload: () => location.reload(),
    shelf: browserDraftShelf(),
    drafts,
  });
  language.restore();
  return () => <LanguagePicker language={language} />;
}

/** The same for a voter, who may have written a name. */
export function voterLanguagePicker(home: string, { seat }: VoteRoom): FunctionComponent {
  const field = () => document.querySelector<HTMLInputElement>('.join-form [name=name]');
  return languagePicker(home, {
    name: {
      get value() {
        return field()?.value;
      },
      set value(name) {
        // The picker comes after the form, in which somebody may have begun to write.
        const { value, defaultValue } = field() ?? {};
        if (value === defaultValue && typeof name === 'string') seat.suggestedName.value = name;
      },
    },
  });
}
