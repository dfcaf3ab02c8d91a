import type * as english from '../en/common';
import type { Translation } from '../message';

export const commonWords: Translation<typeof english.commonWords> = {
  app: 'pajthy',
  titled: '{what} · pajthy',
  sentences: '{first}{second}',
  unreachable: 'サーバーに接続できません。再試行しています…',
  more: 'ほか{count}人',

  connection: {
    connecting: '接続中…',
    open: 'オンライン',
    reconnecting: '再接続中…',
    cookieless: '遅延あり',
    ended: '未接続',
  },

  over: {
    heading: 'このセッションは終了しました',
    text: 'セッションが終わったか、サーバーが再起動されました。データは残っていません。',
  },
  nowhere: {
    heading: 'リンクを確認してください',
    text: 'リンクが途中で切れているか間違っている、またはセッションが終了しています。',
  },
  newSession: '新しいセッションを作成',
  language: '言語',

  copy: {
    copied: 'コピーしました',
    byHand: 'コピーできませんでした。リンクを選択してあるので、手動でコピーしてください。',
  },

  said: {
    opened: '投票受付中',
    openedFor: '投票受付中。残り{time}',
    closed: '投票が終了しました',
    cleared: 'テーブルが片付けられました',
    restored: 'カードがテーブルに戻りました',
    restoredFor: 'カードがテーブルに戻りました。残り{time}',
    voted: '{choice}に投票しました',
    doorLocked: '参加の受付が締め切られました',
    doorOpen: '参加を受け付けています',
    renamed: '名前を「{name}」に変更しました',
  },

  problems: {
    'bad-name': 'この名前は使えません。表示できる文字で、64文字以内にしてください。',
    'no-name': '名前を入力してください。',
    'foreign-origin':
      'このアドレスからの変更はサーバーで許可されていません。理由はサーバーのログに記録されているので、管理者に確認してください。',
    'already-joined':
      'この名前はすでに使われています。別の名前にするか、その人が退出するまでお待ちください。',
    'session-full': '満席です。',
    'door-locked': '参加の受付は締め切られています。ホストが再開すると参加できます。',
    'too-many-requests':
      'お使いのネットワークからのアクセスが集中しています。少し待ってからお試しください。',
    'too-many-cookies':
      'ブラウザから送られるCookieが多すぎます。このサイトのCookieを削除して、もう一度お試しください。',
    barred:
      'サーバーに届く前に拒否されました。ページを再読み込みするか、ログインし直してください。',
    busy: 'サーバーが混み合っています。少し待ってからもう一度お試しください。',
    offline: 'サーバーに接続できません。ネットワークを確認して、もう一度お試しください。',
    unclear: 'サーバーの応答を読み取れませんでした。ページを再読み込みしてください。',
    failed: 'うまくいきませんでした。もう一度お試しください。',
  },
};
