import { LANGUAGES } from '../i18n/languages';
import { commonWords } from '../i18n/words';
import type { Language } from '../state/language';
import '../styles/language.css';
import { Icon } from './Icon';

/** What choosing a language needs. */
export interface LanguagePickerProps {
  readonly language: Pick<Language, 'choose'>;
}

const GLOBE = 'M3 12a9 9 0 0 0 18 0 9 9 0 0 0-18 0h18M12 3c-5 5-5 13 0 18 5-5 5-13 0-18';

/** The languages of the page, each by its own name: whoever can't read the page finds theirs. */
export function LanguagePicker({ language }: LanguagePickerProps) {
  return (
    <label class="language">
      <Icon name="globe" path={GLOBE} />
      <span>{commonWords.language}</span>
      <select
        value={document.documentElement.lang}
        onChange={({ currentTarget }) => language.choose(currentTarget.value)}
      >
        {Object.entries(LANGUAGES).map(([tag, name]) => (
          <option key={tag} value={tag} lang={tag} translate={false}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
