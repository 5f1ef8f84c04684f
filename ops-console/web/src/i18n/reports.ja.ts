const n = (value: number) => value.toLocaleString('ja-JP');

/** The words of what residents report. */
export const reportsJa = {
  title: '住民からの知らせ',
  kind: { HELP: '助けを求めている', SAFE: '無事と名乗る知らせ（未確認）' },
  confirm:
    '氏名と生年月日だけの知らせなので、安全とは数えていません。電話などで確かめ、対応の画面に「安全を確認」を記録してください。',
  safe: (count: number) => `無事の知らせ ${n(count)}件`,
  none: '対応を待っている知らせはありません。',
  number: (number: number) => `知らせ ${number}`,
  unnamed: '名前なし',
  via: { WEB: 'ページから', LINE: 'LINEから' },
  times: (count: number) => `${n(count)}回`,
  toCase: '個別避難計画の対応へ',
  placeUnknown: '居場所は書かれていません',
  position: (latitude: string, longitude: string) => `現在地 ${latitude}, ${longitude}`,
  about: (metres: number) => `（誤差およそ${n(metres)} m）`,
  toMap: '地図で見る',
  people: (count: number) => `${n(count)}人`,
  outcome: '対応したこと',
  handle: '対応済みにする',
  link: '回答ページのリンクを作る',
  linkWhat: 'この方だけに伝えてください。1日で使えなくなります。',
};
