import { type CheckinEvent, says, type Unnamed } from '../log/event';
import type { EvacueeState, ShelterState, Supply } from './state';
import { presentAt } from './whereabouts';

/** How many unnamed people and households a shelter's events leave; below zero where more were named than counted. */
function countUnnamed(events: readonly CheckinEvent[]): Unnamed {
  const from = events.findLastIndex((event) => says(event, 'recounted'));
  let people = 0;
  let households = 0;
  for (const event of events.slice(Math.max(from, 0))) {
    if (says(event, 'recounted', 'counted')) {
      people += event.fact.people;
      households += event.fact.households;
    } else if (says(event, 'arrived')) {
      people -= event.fact.fromCount.people;
      households -= event.fact.fromCount.households;
    }
  }
  return { people, households };
}

function suppliesOf(events: readonly CheckinEvent[]): Supply[] {
  const last = new Map<string, Supply>();
  for (const { at, fact } of events.filter((event) => says(event, 'supplies'))) {
    const { item, unit, wanted, stock } = fact;
    last.set(item, { item, unit, wanted, stock, at });
  }
  return [...last.values()];
}

/** The figures of one shelter, and whether its count went below zero. */
export function countShelter(
  shelter: string,
  events: readonly CheckinEvent[],
  evacuees: readonly EvacueeState[],
): { state: ShelterState; belowZero: boolean } {
  const counted = countUnnamed(events);
  const unnamed = { people: Math.max(0, counted.people), households: Math.max(0, counted.households) };
  const present = evacuees.filter(({ whereabouts }) => presentAt(whereabouts) === shelter);
  const households = new Set(present.map(({ household }) => household));
  return {
    belowZero: counted.people < 0 || counted.households < 0,
    state: {
      people: unnamed.people + present.length,
      households: unnamed.households + households.size,
      named: present.filter(({ card }) => Boolean(card?.name?.trim() || card?.kana?.trim())).length,
      unnamed,
      out: present.filter(({ whereabouts }) => whereabouts?.state === 'OUT').length,
      supplies: suppliesOf(events),
      confirmedAt: events.findLast((event) => says(event, 'confirmed'))?.at ?? null,
    },
  };
}
