import fc from 'fast-check';
import { blankHousehold, blankPerson } from '../log/card';
import { type CheckinEvent, destinations, type Fact, forms } from '../log/event';

/** A UUID that says in its first letter what it names. */
export const idOf = (letter: 'a' | 'b' | 'c' | 'd' | 'e', number: number) =>
  `${letter.repeat(8)}-0000-4000-8000-${String(number).padStart(12, '0')}`;

const pool = (letter: 'a' | 'b' | 'c' | 'd', size: number) =>
  fc.integer({ min: 1, max: size }).map((number) => idOf(letter, number));

const shelter = pool('a', 3);
const household = pool('b', 4);
const evacuee = pool('c', 7);
const device = pool('d', 3);
const event = fc.integer({ min: 0, max: 45 }).map((number) => idOf('e', number));
const basedOn = fc.uniqueArray(event, { maxLength: 3 });
const several = fc.uniqueArray(evacuee, { minLength: 1, maxLength: 3 });
const unnamed = fc.record({ people: fc.integer({ min: 0, max: 3 }), households: fc.integer({ min: 0, max: 1 }) });
const kept = fc.constantFrom('EVACUEE' as const, 'HOUSEHOLD' as const);

const person = fc.record({
  name: fc.constantFrom('', '見本　一', '見本　二'),
  kana: fc.constantFrom('', 'ミホン　イチ', 'みほん いち', 'ミホン　ニ'),
  birth: fc.constantFrom(null, '1950-04-03', '1981-11-30'),
});
const phone = fc.constantFrom('', '000-1111-0001', '０００１１１１０００１', '000-1111-0002');

/** One thing that happened, drawn from few people and places so that histories entangle. */
export const someFact: fc.Arbitrary<Fact> = fc.oneof(
  fc
    .record({ people: fc.integer({ min: -2, max: 4 }), households: fc.integer({ min: -1, max: 1 }) })
    .map((counts): Fact => ({ type: 'counted', ...counts })),
  fc
    .record({ unnamed, seen: fc.nat(9) })
    .map(({ unnamed: counts, seen }): Fact => ({ type: 'recounted', seen, ...counts })),
  fc.record({ household, basedOn, phone }).map(({ phone: number, ...rest }): Fact => ({
    type: 'household',
    ...rest,
    card: { ...blankHousehold, phone: number },
  })),
  fc
    .record({ evacuee, household, basedOn, person })
    .map(({ person: card, ...rest }): Fact => ({ type: 'evacuee', ...rest, card: { ...blankPerson, ...card } })),
  fc
    .record({
      household,
      evacuees: several,
      form: fc.constantFrom(...forms),
      from: fc.option(shelter),
      fromCount: unnamed,
    })
    .map((arrival): Fact => ({ type: 'arrived', ...arrival })),
  fc
    .record({ evacuees: several, to: fc.constantFrom(...destinations) })
    .map((leaving): Fact => ({ type: 'left', ...leaving, note: '' })),
  fc
    .record({ type: fc.constantFrom('went-out' as const, 'came-back' as const), evacuees: several })
    .map((fact): Fact => fact),
  event.map((undone): Fact => ({ type: 'undone', event: undone })),
  fc.record({ what: kept, number: fc.nat(6), other: fc.nat(6) }).map(({ what, number, other }): Fact => {
    const letter = what === 'EVACUEE' ? 'c' : 'b';
    return { type: 'same', what, keep: idOf(letter, number + 1), other: idOf(letter, other + 1) };
  }),
  fc.record({ what: kept, number: fc.nat(6), other: fc.nat(6) }).map(({ what, number, other }): Fact => {
    const letter = what === 'EVACUEE' ? 'c' : 'b';
    return { type: 'different', what, a: idOf(letter, number + 1), b: idOf(letter, other + 1) };
  }),
  fc.constant<Fact>({ type: 'confirmed' }),
);

/** A history as several devices with clocks that run apart wrote it: in no order that means anything. */
export const someHistory: fc.Arbitrary<CheckinEvent[]> = fc
  .array(fc.record({ device, shelter, wall: fc.nat(30), count: fc.nat(2), fact: someFact }), { maxLength: 45 })
  .map((drawn) =>
    drawn.map(({ wall, count, ...rest }, index) => ({
      id: idOf('e', index),
      clock: { wall: 1_800_000_000_000 + wall, count },
      at: '2026-11-28T06:00:00+09:00',
      by: '',
      ...rest,
    })),
  );
