import { tabletJa } from './tablet.ja';

const n = (value: number) => value.toLocaleString('ja-JP');

/** The words of a card's values, as far as they are not the person's own. */
const valueWords: Record<string, Record<string, string>> = {
  sex: tabletJa.sexes,
  condition: tabletJa.conditions,
  residence: tabletJa.residences,
  damage: tabletJa.damages,
  disclosure: tabletJa.disclosures,
  needs: tabletJa.needs,
};

/** Evacuees by name, for headquarters. */
export const evacueesJa = {
  back: '避難所の一覧',
  tabs: {
    label: '避難者',
    list: '避難者の名簿',
    doubts: '人が確かめること',
  },
  unnamed: '氏名未確認',
  tellsNobody: '安否を聞かれても答えない',
  nowhere: '受付の記録なし',
  years: (age: number) => `${n(age)}歳`,
  left: (shelter: string, to: string, note: string) => `退所（${shelter}から${to}へ${note && `：${note}`}）`,
  value: (field: string, value: unknown): string => {
    if (value === true) return 'はい';
    if (value === false) return 'いいえ';
    const words = valueWords[field];
    if (Array.isArray(value)) return value.map((each) => words?.[String(each)] ?? String(each)).join('・');
    if (typeof value === 'object' && value !== null) {
      const { dogs, cats, others } = value as { dogs: number; cats: number; others: number };
      return `犬${n(dogs)} 猫${n(cats)} そのほか${n(others)}`;
    }
    return words?.[String(value)] ?? String(value);
  },
  purposes: { RUNNING: '避難所の運営', CARE: '保健・福祉の支援', DOUBT: '重複や食い違いの確認' },
  list: {
    search: '探す',
    name: '氏名かカナの先頭',
    nameHint: '例：みほん、見本',
    district: '地区か自治会',
    districtHint: '世帯票に書かれたとおり',
    shelter: '避難先',
    anyShelter: '指定しない',
    alsoLeft: '退所した人も含める',
    purpose: '見る目的',
    purposeHint: '開いた人ごとに、目的とともに記録が残ります。',
    submit: '探す',
    found: '見つかった人',
    count: (people: number) => `${n(people)}人`,
    start: '氏名・地区・避難先のどれかで探します',
    startWhat: '見つかった人だけを開き、開いた記録が残ります。',
    none: '当てはまる人はいません',
    noneWhat: '氏名未確認の人は、氏名では見つかりません。',
    more: '300人を超えました。条件を足してください。残りの人は開いていません。',
    who: '氏名',
    ageAndSex: '年齢・性別',
    where: '避難先',
    home: '地区',
    condition: 'けが・病気',
  },
  doubts: {
    what: '機械は決めません。どちらに決めても、元の記録は消えません。',
    none: '確かめることはありません',
    list: (count: number) => `確かめること ${n(count)}件`,
    kinds: {
      PERSON_CARD: '同じ人の票が、別々に直されています',
      HOUSEHOLD_CARD: '同じ世帯の票が、別々に直されています',
      TWO_PLACES: '2つの避難所にいることになっています',
      PERSON_TWICE: '同じ人かもしれません',
      HOUSEHOLD_TWICE: '同じ世帯かもしれません',
      BELOW_ZERO: '氏名のない人の数が、0より少なくなっています',
    },
    open: '内容を開いて確かめる',
    recount: 'その避難所の端末で「数え直す」を使ってください。',
    openShelter: '避難所を見る',
    same: '同じにまとめる',
    different: '別の人・世帯として残す',
    isAt: (shelter: string) => `${shelter}にいる`,
    decided: '決めました。避難所の端末にも伝わります。',
    refused: '受け付けられませんでした。一覧を読み直してください。',
  },
};
