const n = (value: number) => value.toLocaleString('ja-JP');

/** 日本語: those not yet safe, and residents' reports, on the map. */
export const loopJa = {
  title: '対応',
  missing: (people: number) => `まだ安否を確認できていない人の家（${n(people)}人）`,
  recorded: '出すと、だれの家を見たかが閲覧記録に残ります。',
  reports: (count: number) => `住民からの知らせ（位置つき ${n(count)}件）`,
  risk: '危険の大きさ',
  standings: {
    help: '助けを求めている',
    staff: '職員の対応待ち',
    asked: '担い手に依頼中・合図待ち',
    onTheWay: '担い手が引き受け・向かっている',
  },
  grades: {
    some: '重い事情は1つもない',
    much: '重い事情が1つ',
    most: '重い事情が2つ以上（家の危険・体の状態・日中ひとり・時間）',
  },
  kinds: { HELP: '助けを求めている', SAFE: '無事の知らせ（24時間以内）' },
  grouped: '近い家は数にまとめます。押すと近づきます。',
  notPrinted: '印刷する地図には出ません。消防・警察へは「対応」の引き継ぎで渡してください。',
  list: '安否と知らせ',
  missingTitle: 'まだ安否を確認できていない人',
  reportsTitle: '住民からの知らせ',
  people: (people: number) => `${n(people)}人`,
  count: (count: number) => `${n(count)}件`,
  nobody: 'まだ確認できていない人はいません。',
  unplaced: (people: number) => `家の位置がわからない人 ${n(people)}人は、地図に出ません。`,
  noHome: '家の位置はわかりません',
  more: (people: number) => `ほか ${n(people)}人は「対応」の一覧で`,
  show: '地図で示す',
  showDoubtful: '地図で示す（おおよその位置）',
  showOf: (what: string) => `${what}を地図で示す`,
};
