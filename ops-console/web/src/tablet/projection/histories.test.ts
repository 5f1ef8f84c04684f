import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CheckinEvent } from '../log/event';
import { EventLog } from '../log/log';
import { readEvent } from '../log/readEvent';
import { project } from './project';
import { type Doubt, shelterOf } from './state';
import { presentAt } from './whereabouts';

/** What the hub makes of a history, as its own tests hold it. */
interface History {
  name: string;
  events: CheckinEvent[];
  expected: {
    shelters: Record<string, { people: number; households: number; named: number; unnamed: number }>;
    present: { evacuee: string; shelter: string; household: string; out: boolean }[];
    doubts: { kind: string; records: string[]; shelters: string[] }[];
  };
}

const shared = '../../shelters/src/test/resources/checkin/histories.json';
const histories = JSON.parse(readFileSync(shared, 'utf8')) as History[];

/** A doubt in the hub's words. */
function inHubsWords(doubt: Doubt): { kind: string; about: string[] } {
  switch (doubt.type) {
    case 'CARD':
      return { kind: doubt.what === 'EVACUEE' ? 'PERSON_CARD' : 'HOUSEHOLD_CARD', about: [doubt.id] };
    case 'TWICE':
      return { kind: doubt.what === 'EVACUEE' ? 'PERSON_TWICE' : 'HOUSEHOLD_TWICE', about: [doubt.a, doubt.b].sort() };
    case 'TWO_PLACES':
      return { kind: doubt.type, about: [doubt.evacuee, doubt.there, doubt.here] };
    case 'BELOW_ZERO':
      return { kind: doubt.type, about: [doubt.shelter] };
  }
}

function about({ kind, records, shelters }: History['expected']['doubts'][number]) {
  if (kind === 'TWO_PLACES') return { kind, about: [...records, ...shelters] };
  return { kind, about: kind === 'BELOW_ZERO' ? shelters : records.toSorted() };
}

const sorted = <T>(all: T[]) => all.map((each) => JSON.stringify(each)).sort();

describe('端末と本部は、同じ出来事から同じ状態を見る', () => {
  it.each(histories)('$name', ({ events, expected }) => {
    expect(events.map(readEvent)).toEqual(events);
    const state = project(new EventLog(events).events);
    for (const [shelter, figures] of Object.entries(expected.shelters)) {
      const { people, households, named, unnamed } = shelterOf(state, shelter);
      expect({ people, households, named, unnamed: unnamed.people }).toEqual(figures);
    }
    const present = [...state.evacuees.values()]
      .map(({ id, household, whereabouts }) => ({
        evacuee: id,
        shelter: presentAt(whereabouts),
        household,
        out: whereabouts?.state === 'OUT',
      }))
      .filter(({ shelter }) => shelter !== null);
    expect(sorted(present)).toEqual(sorted(expected.present));
    expect(sorted(state.doubts.map(inHubsWords))).toEqual(sorted(expected.doubts.map(about)));
  });
});
