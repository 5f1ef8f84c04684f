import { expect, it } from 'vitest';
import type { CheckinEvent } from '../../tablet/log/event';
import { choicesOf, keep, linesOf } from './Decide';
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

it('offers one or two for records that may be of one person', () => {
  const choices = choicesOf({ kind: 'PERSON_TWICE', records: ['hana', 'again'], shelters: [school] }, [hana]);
  expect(choices.map(({ word }) => word)).toEqual(['same', 'different']);
  expect(choices[0]?.decision).toEqual({
    shelter: school,
    fact: { type: 'same', what: 'EVACUEE', keep: 'hana', other: 'again' },
  });
});

it('offers both places, and says that they came from the other', () => {
  const choices = choicesOf({ kind: 'TWO_PLACES', records: ['hana'], shelters: [school, hall] }, [hana]);
  expect(choices.map(({ at }) => at)).toEqual([school, hall]);
  expect(choices[0]?.decision).toMatchObject({
    shelter: school,
    after: '2026-09-01T10:00:00Z',
    fact: { type: 'arrived', household: 'home', from: hall, form: 'CAR' },
  });
});

it('replaces every version by the one that is kept, later than all', () => {
  const version = (id: string, wall: number): CheckinEvent => ({
    id,
    device: 'd',
    shelter: school,
    clock: { wall, count: 0 },
    at: '2026-09-01T10:00:00Z',
    by: '',
    fact: { type: 'evacuee', evacuee: 'hana', household: 'home', basedOn: [], card: hana.card },
  });
  const [one, two] = [version('one', 1_000), version('two', 2_000)];
  expect(keep(one, [one, two])).toMatchObject({ fact: { basedOn: ['one', 'two'] }, after: '1970-01-01T00:00:02.000Z' });
});

it('shows of a card only what is written on it', () => {
  expect(linesOf({ name: '見本 花', kana: '', sex: 'UNKNOWN', condition: 'WELL', needs: [] })).toEqual([
    ['name', '見本 花'],
    ['condition', 'WELL'],
  ]);
});
