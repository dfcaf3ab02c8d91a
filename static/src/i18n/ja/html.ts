import type * as english from '../en/html';
import type { Translation } from '../message';

export const htmlWords: Translation<typeof english.htmlWords> = {
  script: 'このページではJavaScriptを有効にしてください。',
  home: { title: 'pajthy', description: 'カードを伏せたまま、チームでストーリーに投票できます。' },
  vote: { title: 'pajthy', description: 'セッションに参加して投票できます。' },
  control: { title: 'ホスト · pajthy', description: 'セッションを進行するホストのページです。' },
};
