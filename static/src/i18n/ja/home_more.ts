import type * as english from '../en/home_more';
import type { Translation } from '../message';

export const settingsWords: Translation<typeof english.settingsWords> = {
  timer: '各ラウンドのタイマー',
  noTimer: 'なし',
  results: '結果を見られる人',
  who: {
    everybody: { label: '全員', hint: '誰がどれに投票したかまで見えます' },
    counts: {
      label: '全員（名前なし）',
      hint: '各カードの票数だけ見えます。ホストには名前も見えます',
    },
    controllers: { label: 'ホストのみ', hint: 'ほかの人には投票の終了だけ伝わります' },
  },
};

export const ownCardsWords: Translation<typeof english.ownCardsWords> = {
  field: 'カードを入力または貼り付け',
  help: 'カンマ、セミコロン、スペース、改行で区切ってください。絵文字も使えます。',
  example: '½, 1, 2, 4, 8, 大きすぎ, ☕',
  cards: '{count}枚',
  create: 'このカードで始める',
  remembered: 'この端末に保存済み',
  forget: '削除',
  forgetDeck: '{cards}を削除',
  forgotten: '削除しました：{cards}',
  bringBack: '元に戻す',
};

export const recipeLinkWords: Translation<typeof english.recipeLinkWords> = {
  text: 'このリンクを開いた人は、選んだデッキと上の設定で新しいセッションを始め、そのホストになります。ホストにだけ渡してください。ほかの人に送るのは、セッションのリンクです。',
  deck: 'リンクで使うデッキ',
  typed: '上のカード：{cards}',
  own: 'オリジナル：{cards}',
  label: 'セッションを始めるリンク',
  copy: 'リンクをコピー',
  tooLong: 'リンクが長くなりすぎます。タイトルを短くするか、カードを減らしてください。',
};

export const recipeWords: Translation<typeof english.recipeWords> = {
  heading: 'このリンクには誤りがあります',
  pick: 'そのほかの設定は反映済みです。デッキを選ぶと続けられます。',
  mend: 'そのほかの設定は反映済みです。「オリジナルのカード」でカードを直すか、デッキを選んでください。',
  goOn: 'そのほかの設定は反映済みです。',
  failed: 'このリンクのセッションを作成できませんでした',
  create: 'セッションを始める',
};

export const waysWords: Translation<typeof english.waysWords> = {
  field: 'セッションのリンクまたはコード',
  go: '開く',
  faults: {
    empty: 'セッションのリンクを貼り付けるか、コードを入力してください。',
    unclear: 'セッションのリンクでもコードでもないようです。',
    unknown: 'セッションが見つかりません。すでに終了したか、文字が間違っている可能性があります。',
    foreign: 'このリンクは別のサイト（{host}）のものです。',
  },
  recent: '最近のセッション',
  host: 'ホスト',
  voter: '{name}として参加',
  forget: 'セッション「{title}」を削除',
  forgotten: '削除しました：{title}',
  bringBack: '元に戻す',
};
