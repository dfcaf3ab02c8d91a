/** The languages of the page by their tags, each by its own name. */
export const LANGUAGES = {
  en: 'English',
  hu: 'magyar',
  de: 'Deutsch',
  fr: 'français',
  es: 'español',
  'pt-BR': 'português (Brasil)',
  pl: 'polski',
  ja: '日本語',
} as const satisfies Record<string, string>;
