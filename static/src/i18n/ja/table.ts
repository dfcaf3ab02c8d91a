import type * as english from '../en/table';
import type { Translation } from '../message';

export const tableWords: Translation<typeof english.tableWords> = {
  table: 'テーブル',
  you: 'あなた',
  standing: { voted: '投票済み', waiting: '未投票', away: '離席中' },
  unasked: { none: '参加中', revealed: '投票なし' },
  chose: '{choice}に投票',
  others: 'ほか{count}人',
  progress: '{of}人中{count}人が投票済み',
  waitingFor: '未投票：{names}',
  summary: {
    nothing: '投票終了。{of}人中{count}人が投票',
    agreed: '投票終了。{of}人中{count}人が投票、全員一致で{choice}',
    median: '投票終了。{of}人中{count}人が投票、中央値{median}',
    span: '投票終了。{of}人中{count}人が投票、中央値{median}、{lowest}から{highest}まで',
    most: '投票終了。{of}人中{count}人が投票、最多は{cards}',
  },
  first: 'まずは{low}さん（{lowCard}）と{high}さん（{highCard}）の意見から',
};

export const roundWords: Translation<typeof english.roundWords> = {
  attempt: '{number}回目',
  timer: '残り時間',
  timeLeft: '残り{time}',
  timeUp: '時間切れです',
};

export const resultWords: Translation<typeof english.resultWords> = {
  heading: '結果',
  recorded: '合意した値：{value}',
  average: '平均',
  median: '中央値',
  middle: '中央のカード',
  votes: '投票数',
  abstentions: '棄権',
  mode: '最多票',
  range: '範囲',
  span: '{lowest}〜{highest}',
  steps: '{count}段階',
  nearest: '平均に近いカード',
  agreement: '一致度',
  line: '{choice}：{count}票',
};

export const movesWords: Translation<typeof english.movesWords> = {
  heading: '前回からの変化',
  moved: '{name}さん：{from}から{to}へ',
  nobodyMoved: '投票を変えた人はいません',
  shrank: 'ばらつきが{from}段階から{count}段階に縮まりました',
  grew: 'ばらつきが{from}段階から{count}段階に広がりました',
  stayed: 'ばらつきは{count}段階のままです',
};

export const questionWords: Translation<typeof english.questionWords> = {
  ask: '質問があります',
  settled: '質問は解決しました',
  asks: '質問あり：{names}',
  rests: 'タイマー停止中',
  answered: '回答済みにする',
  over: '質問はなくなりました',
};

export const ladderWords: Translation<typeof english.ladderWords> = {
  agreed: '{value}で合意した議題：{topics}',
  none: '{value}で合意した議題はまだありません',
};

export const switchWords: Translation<typeof english.switchWords> = {
  sound: 'この端末で音を鳴らす',
  keys: 'この端末で1文字のショートカットキーを使う',
  awake: '投票中は画面をオンのままにする',
  buzz: '投票の開始時と時間切れのときに振動する',
};

export const seatProblems: Translation<typeof english.seatProblems> = {
  'session-closed': '直前に投票が終了しました。',
  'not-a-valid-choice': 'このカードはデッキにありません。ページを再読み込みしてください。',
  'control-not-free': '今はホストになれません。少しお待ちください。',
  'too-many-questions': 'すでに多くの人が質問しています。少しお待ちください。',
};
