import type { Fact } from '../log/event';
import type { CheckinState } from '../projection/state';

/** People go from one shelter to another in one step: one arrival for each household, written at where they go. */
export function moves(state: CheckinState, people: readonly string[], from: string): Fact[] {
  const households = new Map<string, string[]>();
  for (const id of people) {
    const household = state.evacuees.get(id)?.household ?? id;
    households.set(household, [...(households.get(household) ?? []), id]);
  }
  return [...households].map(([household, evacuees]) => ({
    type: 'arrived',
    household,
    evacuees,
    form: 'IN_SHELTER',
    from,
    fromCount: { people: 0, households: 0 },
  }));
}
