import type * as english from '../en/home';
import type { Translation } from '../message';

export const homeWords: Translation<typeof english.homeWords> = {
  heading: 'デッキを選ぶ',
  moreDecks: 'ほかのデッキ',
  ownDeck: 'オリジナル',
  sessionTitle: 'タイトル（任意）',
  sessionTitleExample: 'スプリント12',
  creating: 'セッションを作成中…',
  settings: 'タイマーと結果',
  own: 'オリジナルのカード',
  link: 'カレンダー用リンク',
  results: { counts: '名前なし', controllers: 'ホストのみ' },
};
