import { expect, it } from 'vitest';
import type { CheckinEvent } from '../../tablet/log/event';
import { choicesOf, joinAs, keep, linesOf } from './Decide';
import type { Evacuee } from './evacuee';

const school = 'school';
const hall = 'hall';
const hana: Evacuee = {
  id: 'hana',
  household: 'home',
  card: { name: '見本 花', sex: 'FEMALE', condition: 'WELL' },
  householdCard: { residence: 'IN_CITY', damage: 'UNKNOWN', disclosure: 'UNANSWERED' },
  where: { shelter: hall, form: 'CAR', out: false, note: '', since: '2026-09-01T10:00:00Z' },
};

const evidence = { evacuees: [hana], versions: [] };

const version = (id: string, wall: number, evacuee: string, card: Evacuee['card'] = hana.card): CheckinEvent => ({
  id,
  device: 'd',
  shelter: school,
  clock: { wall, count: 0 },
  at: '2026-09-01T10:00:00Z',
  by: '',
  fact: { type: 'evacuee', evacuee, household: 'home', basedOn: [], card },
});

const twice = { kind: 'PERSON_TWICE' as const, records: ['hana', 'again'], shelters: [school] };

it('joins two records into one card where the cards go together', () => {
  const versions = [
    version('one', 1_000, 'hana', { ...hana.card, kana: 'ミホン ハナ' }),
    version('two', 2_000, 'again', { ...hana.card, medicine: '血圧の薬' }),
  ];
  const [same] = choicesOf(twice, { evacuees: [hana], versions });
  expect(same?.decision).toMatchObject({
    after: '1970-01-01T00:00:02.000Z',
    facts: [
      { type: 'same', keep: 'hana', other: 'again' },
      {
        type: 'evacuee',
        evacuee: 'hana',
        basedOn: ['one', 'two'],
        card: { kana: 'ミホン ハナ', medicine: '血圧の薬' },
      },
    ],
  });
});

it('lets somebody choose the card that stands where two contradict each other', () => {
  const versions = [
    version('one', 1_000, 'hana', { ...hana.card, kana: 'ミホン ハナ' }),
    version('two', 2_000, 'again', { ...hana.card, kana: 'ミホン ハンナ' }),
  ];
  expect(choicesOf(twice, { evacuees: [hana], versions }).map(({ word }) => word)).toEqual(['different']);
  expect(joinAs(versions[1]!, twice, versions)).toMatchObject({
    facts: [
      { type: 'same', keep: 'again', other: 'hana' },
      { type: 'evacuee', evacuee: 'again', basedOn: ['one', 'two'], card: { kana: 'ミホン ハンナ' } },
    ],
  });
});

it('offers one or two for records that may be of one person', () => {
  const choices = choicesOf({ kind: 'PERSON_TWICE', records: ['hana', 'again'], shelters: [school] }, evidence);
  expect(choices.map(({ word }) => word)).toEqual(['same', 'different']);
  expect(choices[0]?.decision).toEqual({
    shelter: school,
    facts: [{ type: 'same', what: 'EVACUEE', keep: 'hana', other: 'again' }],
    after: undefined,
  });
});

it('offers both places, and says that they came from the other', () => {
  const choices = choicesOf({ kind: 'TWO_PLACES', records: ['hana'], shelters: [school, hall] }, evidence);
  expect(choices.map(({ at }) => at)).toEqual([school, hall]);
  expect(choices[0]?.decision).toMatchObject({
    shelter: school,
    after: '2026-09-01T10:00:00Z',
    facts: [{ type: 'arrived', household: 'home', from: hall, form: 'CAR' }],
  });
});

it('replaces every version by the one that is kept, later than all', () => {
  const [one, two] = [version('one', 1_000, 'hana'), version('two', 2_000, 'hana')];
  expect(keep(one, [one, two])).toMatchObject({
    facts: [{ basedOn: ['one', 'two'] }],
    after: '1970-01-01T00:00:02.000Z',
  });
});

it('shows of a card only what is written on it', () => {
  expect(linesOf({ name: '見本 花', kana: '', sex: 'UNKNOWN', condition: 'WELL', needs: [] })).toEqual([
    ['name', '見本 花'],
    ['condition', 'WELL'],
  ]);
});
