import type * as english from '../en/vote_more';
import type { Translation } from '../message';

export const votingWords: Translation<typeof english.votingWords> = {
  cards: 'あなたの投票',
  open: 'カードを選んでください',
  sending: '{choice}を送信中…',
  voted: '{choice}に投票しました',
  lost: '{choice}が届いていないかもしれません。もう一度タップしてください。',
  closed: '次の投票を待っています',
  hidden: '結果はホストだけに表示されます',
  you: '{name}さん',
  device: 'この端末',
  watch: '見学',
  more: 'その他',
  watching: '見学中です',
  joinVote: '投票に参加',
  changeName: '{name}さんとして参加中。名前を変更',
  cookieless:
    'ブラウザがCookieを保存しないため、表示の更新が遅れます。このサイトのCookieを許可してください。',
};

export const seatWords: Translation<typeof english.seatWords> = {
  name: '新しい名前',
  rename: '名前を変更',
  leave: '退出する',
  somebodyElse: '別の人として参加',
  notYou: '{name}さんではない場合はこちら',
  noDevice: 'QRコードを取得できませんでした。代わりにこのリンクを使えます。',
};

export const deviceWords: Translation<typeof english.deviceWords> = {
  text: '別の端末でこのQRコードを読み取るか、リンクを開いてください。あなたの席をそのまま使えるので、ほかの人には渡さないでください。',
  code: 'あなたの席を別の端末で開くQRコード',
  link: 'あなたの席のリンク',
  copy: 'リンクをコピー',
};

export const leadsWords: Translation<typeof english.leadsWords> = {
  unled: 'このセッションにはホストがいません。',
  ask: 'ホストになる',
  asked: '{name}さんがホストに立候補中（あと{time}）',
  object: '異議あり',
  withdraw: '取り下げる',
  passed: '{name}さんがホストになりました。',
  mine: 'あなたがホストになりました。',
  open: 'ホストのページを開く',
};
