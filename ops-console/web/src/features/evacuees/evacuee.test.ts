import { expect, it } from 'vitest';
import { ageOf } from './evacuee';

const today = new Date(2026, 10, 28);

it('counts full years from the birth date', () => {
  expect(ageOf({ sex: 'FEMALE', condition: 'WELL', birth: '1941-11-28' }, today)).toBe(85);
  expect(ageOf({ sex: 'FEMALE', condition: 'WELL', birth: '1941-11-29' }, today)).toBe(84);
});

it('takes the age as told where nobody knows the birth date', () => {
  expect(ageOf({ sex: 'MALE', condition: 'WELL', age: 70 }, today)).toBe(70);
  expect(ageOf({ sex: 'MALE', condition: 'WELL' }, today)).toBeUndefined();
});
