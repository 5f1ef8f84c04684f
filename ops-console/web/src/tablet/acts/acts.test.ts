import { describe, expect, it } from 'vitest';
import { blankHousehold, blankPerson } from '../log/card';
import type { Journal } from '../log/journal';
import { shelterOf } from '../projection/state';
import { newTablet, otherPlace, place } from '../testing/tablets';
import { newCard, receive, takeUp, versions } from './arrival';
import { idFromCode, newCode, readCode } from './codes';
import { different, placed, same, versionsOf } from './decide';
import { moves } from './move';
import { listFamilies } from './people';
import { codedCard, preregisteredCard } from './preregistered';
import { lastUndoable, ownActs, takeBack } from './undo';

const nobody = { people: 0, households: 0 };

function household(people: number, kana: string, phone = '') {
  const card = newCard(people);
  const [first, ...rest] = card.members;
  if (!first) throw new Error('a household has somebody');
  const members = [{ ...first, card: { ...blankPerson, kana } }, ...rest];
  return { ...card, card: { ...blankHousehold, phone }, members };
}

async function receiveAt(journal: Journal, card: ReturnType<typeof household>, fromCount = nobody, shelter = place.id) {
  await journal.write('', receive(journal.view.state, { ...card, form: 'IN_SHELTER', from: null, fromCount }), shelter);
}

const figures = (journal: Journal, shelter = place.id) => shelterOf(journal.view.state, shelter);

describe('受付', () => {
  it('数えてあった人は二重に数えない。カナだけでも氏名判明', async () => {
    const { journal } = await newTablet();
    await journal.write('', [{ type: 'counted', people: 5, households: 2 }]);
    await receiveAt(journal, household(3, 'みほん　はる'), { people: 3, households: 1 });
    expect(figures(journal)).toMatchObject({
      people: 5,
      households: 2,
      named: 1,
      unnamed: { people: 2, households: 1 },
    });
    const [family] = listFamilies(journal.view.state, place.id, 'HERE', 'ハル');
    expect(family).toMatchObject({ title: 'ミホン ハル' });
    expect(family?.rows.map(({ name }) => name)).toEqual(['ミホン ハル', null, null]);
  });

  it('直したところだけが新しい版になり、見ていない版は置きかえない', async () => {
    const { journal } = await newTablet();
    const card = household(1, 'ミホンハル');
    await receiveAt(journal, card);
    const seen = journal.view.state;
    const inHand = takeUp(seen, card.household);
    if (!inHand) throw new Error('the card is known');
    expect(versions(seen, inHand)).toEqual([]);
    const corrected = { ...inHand, card: { ...inHand.card, car: '見本' } };
    await journal.write('', versions(seen, { ...inHand, card: { ...inHand.card, car: '別の車' } }));
    await journal.write('', versions(seen, corrected));
    const [doubt] = journal.view.state.doubts;
    if (doubt?.type !== 'CARD') throw new Error('two versions of one card are a conflict');
    const [first] = versionsOf(journal.view.state, doubt);
    if (!first) throw new Error('both versions are shown');
    await journal.write('', [first.keep]);
    expect(journal.view.state.doubts).toEqual([]);
    expect(journal.view.state.households.get(card.household)?.card).toMatchObject({ car: '別の車' });
  });

  it('最後に押したものを戻せる。戻したことは戻せない', async () => {
    const { journal, enrolment } = await newTablet();
    await journal.write('', [{ type: 'counted', people: 1, households: 0 }]);
    const [mistake] = await journal.write('', [{ type: 'counted', people: 9, households: 0 }]);
    expect(lastUndoable(journal.view.events, enrolment.device)).toEqual(mistake);
    await journal.write('', [{ type: 'undone', event: mistake?.id ?? '' }]);
    expect(figures(journal).people).toBe(1);
    expect(lastUndoable(journal.view.events, enrolment.device)?.fact).toMatchObject({ people: 1 });
    expect(ownActs(journal.view.events, enrolment.device)).toHaveLength(2);
  });
});

describe('受付の取り消し', () => {
  it('票も一緒に戻り、受け付け直しても同じ人が2人に見えない', async () => {
    const { journal, enrolment } = await newTablet();
    await receiveAt(journal, household(2, 'ミホンハル', '000-0000-7001'));
    const last = lastUndoable(journal.view.events, enrolment.device);
    if (!last) throw new Error('there is something to take back');
    await journal.write('', takeBack(journal.view.events, last));
    expect(figures(journal).people).toBe(0);
    expect(journal.view.state.evacuees.size).toBe(0);
    await receiveAt(journal, household(2, 'ミホンハル', '000-0000-7001'));
    expect(figures(journal).people).toBe(2);
    expect(journal.view.state.doubts).toEqual([]);
  });
});

describe('移動と重なり', () => {
  it('ほかの避難所へは一度で移り、食いちがいにならない', async () => {
    const { journal } = await newTablet();
    const card = household(2, 'ミホンハル');
    await receiveAt(journal, card);
    const people = card.members.map(({ id }) => id);
    await journal.write('', moves(journal.view.state, people, place.id), otherPlace.id);
    expect([figures(journal).people, figures(journal, otherPlace.id).people]).toEqual([0, 2]);
    expect(journal.view.state.doubts).toEqual([]);
  });

  it('2つの避難所にいる人は、人が決めた方にいる', async () => {
    const { journal } = await newTablet();
    const card = household(1, 'ミホンハル');
    await receiveAt(journal, card);
    await receiveAt(journal, card, nobody, otherPlace.id);
    const [doubt] = journal.view.state.doubts;
    if (doubt?.type !== 'TWO_PLACES') throw new Error('nobody is at two places');
    await journal.write('', [placed(journal.view.state, doubt, place.id)], place.id);
    expect([figures(journal).people, figures(journal, otherPlace.id).people]).toEqual([1, 0]);
    expect(journal.view.state.doubts).toEqual([]);
  });

  it('同じ人と決めれば1人、別と決めれば2人のまま。どちらも問いは消える', async () => {
    for (const [decide, people] of [
      [same, 1],
      [(_: unknown, doubt: Parameters<typeof different>[0]) => [different(doubt)], 2],
    ] as const) {
      const { journal } = await newTablet();
      await receiveAt(journal, household(1, 'ミホンハル', '000-0000-7001'));
      await receiveAt(journal, household(1, 'みほんはる', '000-0000-7001'));
      expect(journal.view.state.doubts.map(({ type }) => type)).toEqual(['TWICE', 'TWICE']);
      for (let [doubt] = journal.view.state.doubts; doubt?.type === 'TWICE'; [doubt] = journal.view.state.doubts) {
        await journal.write('', decide(journal.view.state, doubt));
      }
      expect(figures(journal).people).toBe(people);
      expect(journal.view.state.doubts).toEqual([]);
    }
  });

  it('同じ人と決めても、食いちがう票は人が選ぶまで両方残る', async () => {
    const { journal } = await newTablet();
    for (const sex of ['MALE', 'FEMALE'] as const) {
      const { members, ...card } = household(1, 'ミホンハル', '000-0000-7001');
      const [first] = members;
      if (!first?.card) throw new Error('the first has a card');
      await receiveAt(journal, { ...card, members: [{ ...first, card: { ...first.card, sex } }] });
    }
    const doubt = journal.view.state.doubts.find((each) => each.type === 'TWICE' && each.what === 'EVACUEE');
    if (doubt?.type !== 'TWICE') throw new Error('they look like one');
    await journal.write('', same(journal.view.state, doubt));
    expect(journal.view.state.doubts.map(({ type }) => type)).toContain('CARD');
  });
});

describe('QR', () => {
  it('事前登録、紙の世帯票、引き継ぎ、ほかを見分ける', () => {
    const code = newCode();
    expect(readCode(`NRS1P:${code}`)).toEqual({ kind: 'PAPER', code });
    expect(readCode('NRS1:0123456789')).toEqual({ kind: 'PREREGISTRATION', code: '0123456789' });
    expect(readCode(' nrs1p:abcdefghjk ')).toEqual({ kind: 'PAPER', code: 'ABCDEFGHJK' });
    expect(readCode('NRS1:OI23456789')).toEqual({ kind: 'PREREGISTRATION', code: '0123456789' });
    expect(readCode('NRS1E:00000000:1/1:AAAA').kind).toBe('HANDOVER');
    for (const text of ['', 'NRS1:', 'NRS1:012345678', 'NRS1:012345678U', 'https://example.jp/']) {
      expect(readCode(text).kind).toBe('OTHER');
    }
  });

  it('同じ番号は、どの端末で何度読んでも同じ世帯と同じ人', async () => {
    expect(await idFromCode('NRS1P:0123456789')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(await codedCard('PAPER', '0123456789')).toEqual(await codedCard('PAPER', '0123456789'));
    const registered = { code: '0123456789', household: blankHousehold, people: [blankPerson, blankPerson] };
    const [before, offline] = [await preregisteredCard(registered), await codedCard('PREREGISTRATION', '0123456789')];
    expect(offline.household).toBe(before.household);
    expect(offline.members[0]?.id).toBe(before.members[0]?.id);
    expect(new Set(before.members.map(({ id }) => id)).size).toBe(2);
  });
});
