import { conditions, damages, disclosures, longest, needs, residences, sexes } from './card';
import { type CheckinEvent, destinations, type FactType, forms } from './event';

type Check = (value: unknown) => boolean;
type Shape = Record<string, Check>;

const uuid: Check = (value) =>
  typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(value);
const text =
  (most: number): Check =>
  (value) =>
    typeof value === 'string' && value.length <= most;
const whole =
  (least: number, most = 1_000_000): Check =>
  (value) =>
    Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most;
const oneOf =
  (values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);
const listOf =
  (check: Check, least = 0, most = 1_000): Check =>
  (value) =>
    Array.isArray(value) && value.length >= least && value.length <= most && value.every(check);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const maybe =
  (check: Check): Check =>
  (value) =>
    value === undefined || value === null || check(value);
const shaped =
  (shape: Shape): Check =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).every((key) => Object.hasOwn(shape, key)) &&
    Object.entries(shape).every(([key, check]) => check((value as Record<string, unknown>)[key]));
const day: Check = (value) =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));

const texts = (...names: (keyof typeof longest)[]): Shape =>
  Object.fromEntries(names.map((name) => [name, maybe(text(longest[name]))]));

const householdCard = shaped({
  ...texts('number', 'district', 'address', 'phone', 'community', 'car', 'language', 'note'),
  residence: oneOf(residences),
  damage: oneOf(damages),
  disclosure: oneOf(disclosures),
  helpWanted: maybe(oneOf([true, false])),
  pets: maybe(shaped({ dogs: whole(0), cats: whole(0), others: whole(0) })),
});

const personCard = shaped({
  ...texts('name', 'kana', 'relation', 'medicine', 'allergies', 'contact', 'skills', 'note'),
  sex: oneOf(sexes),
  condition: oneOf(conditions),
  birth: maybe(day),
  age: maybe(whole(0, 150)),
  needs: maybe(listOf(oneOf(needs))),
  powerHours: maybe(whole(0)),
});

const people = listOf(uuid, 1);
const kept = oneOf(['EVACUEE', 'HOUSEHOLD']);
const basedOn = listOf(uuid);
const mostAtOnce = 100_000;

const facts: Record<FactType, Shape> = {
  counted: { people: whole(-mostAtOnce, mostAtOnce), households: whole(-mostAtOnce, mostAtOnce) },
  recounted: { people: whole(0), households: whole(0), seen: whole(0) },
  household: { household: uuid, basedOn, card: householdCard },
  evacuee: { evacuee: uuid, household: uuid, basedOn, card: personCard },
  arrived: {
    household: uuid,
    evacuees: people,
    form: oneOf(forms),
    from: orNull(uuid),
    fromCount: shaped({ people: whole(0), households: whole(0, 1) }),
  },
  left: { evacuees: people, to: oneOf(destinations), note: text(500) },
  'went-out': { evacuees: people },
  'came-back': { evacuees: people },
  undone: { event: uuid },
  same: { what: kept, keep: uuid, other: uuid },
  different: { what: kept, a: uuid, b: uuid },
  supplies: { item: text(40), unit: text(10), wanted: orNull(whole(0)), stock: orNull(whole(0)) },
  confirmed: {},
};

const fact: Check = (value) => {
  const type = (value as { type?: unknown } | null)?.type;
  return (
    typeof type === 'string' &&
    Object.hasOwn(facts, type) &&
    shaped({ type: oneOf([type]), ...facts[type as FactType] })(value)
  );
};

const event = shaped({
  id: uuid,
  device: uuid,
  shelter: uuid,
  clock: shaped({ wall: whole(0, Number.MAX_SAFE_INTEGER), count: whole(0, Number.MAX_SAFE_INTEGER) }),
  at: (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
  by: text(60),
  fact,
});

/** Reads an event that came from outside; null for what is none. */
export function readEvent(value: unknown): CheckinEvent | null {
  return event(value) ? (value as CheckinEvent) : null;
}
