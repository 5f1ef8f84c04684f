import type { Figures, Tally } from '../../api/types';

/** Figures of a handful of people of whom nothing more is known. */
export const figuresOf = (people: number): Figures => ({
  people,
  households: 4,
  unnamed: people,
  named: 0,
  out: 0,
  outside: 0,
  outsideHouseholds: 0,
  selfOpened: 0,
  selfOpenedHouseholds: 0,
  sex: {},
  age: {},
  residence: {},
  condition: {},
  needs: {},
  pets: { dogs: 0, cats: 0, others: 0 },
  powerless: 0,
});

/** A tally of two shelters, one of them dark. */
export const tallyOf = (people: number): Tally => ({
  asOf: '2026-09-01T10:00:00Z',
  city: figuresOf(people),
  least: people,
  shelters: [
    { shelter: 'a', figures: figuresOf(people), asOf: '2026-09-01T09:00:00Z', dark: true, unsent: 0 },
    { shelter: 'b', figures: figuresOf(people), asOf: '2026-09-01T09:00:00Z', dark: false, unsent: 0 },
  ],
});
