import type * as english from '../en/html';
import type { Translation } from '../message';

export const htmlWords: Translation<typeof english.htmlWords> = {
  script: 'Activa JavaScript para usar esta página.',
  home: { title: 'pajthy', description: 'Estima historias en equipo, con las cartas boca abajo.' },
  vote: { title: 'pajthy', description: 'Entra en la sesión y vota.' },
  control: { title: 'Anfitrión · pajthy', description: 'Dirige la sesión.' },
};
