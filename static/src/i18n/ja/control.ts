import type * as english from '../en/control';
import type { Translation } from '../message';

export const controlWords: Translation<typeof english.controlWords> = {
  action: { start: '投票を開始', stop: 'カードをオープン', next: '新しい投票' },
  nextTopic: '次へ：{topic}',
  ready: 'いつでも始められます',
  readyText: '全員そろったら始めましょう。',
  nobody: 'まだ誰もいません',
  readyEmpty: 'リンクを共有すると、参加した人がここに表示されます。',
  readyLocked: '参加の受付を締め切っています。再開して、リンクを共有してください。',
  openEmpty: '投票受付中です。参加者はまだいません。',
  participants: '参加者',
  awaySince: '{time}から離席中',
  goneSince: '{time}から不在',
  kick: '{name}さんを退出させる',
  kickShort: '退出させる',
  close: '閉じる',
  session: 'このセッション',
  handOver: 'ホストの引き継ぎ',
  pageTitle: {
    start: '準備完了',
    stop: '{count}/{of}人が投票済み',
    next: '結果',
    locked: 'ホストリンクが必要',
    cookieless: 'Cookieが必要',
    over: 'セッション終了',
  },
};

export const deskWords: Translation<typeof english.deskWords> = {
  topic: '議題（任意）',
  topicExample: 'パスキーでログイン、またはリンク',
  timer: 'タイマー',
  timerOf: '次のラウンドからのタイマー',
  noTimer: 'なし',
  addTime: '+{time}',
  stopTimer: 'タイマーなし',
  lastCall: 'そろそろ締め切る',
  again: '再投票',
  clear: '片付ける',
  undo: {
    reset: 'テーブルを片付けました。',
    kick: '{name}さんを退出させました。',
    button: '元に戻す',
    done: '元に戻しました',
  },
};

export const inviteWords: Translation<typeof english.inviteWords> = {
  invite: '招待',
  inviteKey: '招待（I）',
  heading: 'こちらからご参加ください',
  text: 'QRコードを読み取るか、リンクを開いて、名前を入力してください。',
  code: '投票ページのQRコード',
  link: '投票用リンク',
  copy: 'リンクをコピー',
  share: '共有',
  close: '閉じる',
  locked: '参加の受付を締め切っているため、このリンクから新しく参加することはできません。',
};

export const agreeWords: Translation<typeof english.agreeWords> = {
  heading: '合意した値',
  else: 'その他…',
  field: 'その他の値',
  record: '記録',
  recorded: '記録しました',
};
