import { type CheckinEvent, says } from '../log/event';

/** What an independent count of a set of events gives for one shelter. */
export interface NaiveCount {
  people: number;
  households: number;
  named: number;
}

/** Whether one event is later than another: written out once more, so that nothing is shared with what is tested. */
function later(a: CheckinEvent, b: CheckinEvent): boolean {
  if (a.clock.wall !== b.clock.wall) return a.clock.wall > b.clock.wall;
  if (a.clock.count !== b.clock.count) return a.clock.count > b.clock.count;
  return a.device === b.device ? a.id > b.id : a.device > b.device;
}

function greatest<E extends CheckinEvent>(events: E[]): E | undefined {
  return events.find((one) => events.every((other) => one.id === other.id || later(one, other)));
}

/** Everybody who is one with this one, by walking from one `same` to the next until nobody new is met. */
function allOf(id: string, what: 'EVACUEE' | 'HOUSEHOLD', events: CheckinEvent[]): string {
  const met = new Set([id]);
  for (let before = 0; before !== met.size;) {
    before = met.size;
    for (const event of events) {
      if (!says(event, 'same') || event.fact.what !== what) continue;
      const { keep, other } = event.fact;
      if (met.has(keep) || met.has(other)) met.add(keep).add(other);
    }
  }
  return [...met].sort().join();
}

/** Counts a shelter straight from the rules, one question at a time, slowly. */
export function countNaively(all: CheckinEvent[], shelter: string): NaiveCount {
  const takenBack = all.filter((event) => says(event, 'undone')).map((event) => event.fact.event);
  const events = all.filter((event) => event.fact.type === 'undone' || !takenBack.includes(event.id));
  const mentioned = events.flatMap((event) =>
    says(event, 'arrived', 'left', 'went-out', 'came-back') ? event.fact.evacuees : [],
  );
  const people = new Set(mentioned.map((id) => allOf(id, 'EVACUEE', events)));
  const households = new Set<string>();
  let present = 0;
  let named = 0;
  for (const person of people) {
    const ids = person.split(',');
    const about = (event: CheckinEvent) =>
      says(event, 'arrived', 'left', 'went-out', 'came-back') && event.fact.evacuees.some((id) => ids.includes(id));
    const last = greatest(events.filter(about));
    if (!last || last.fact.type === 'left' || last.shelter !== shelter) continue;
    present++;
    const cards = events.filter((event) => says(event, 'evacuee')).filter((event) => ids.includes(event.fact.evacuee));
    const card = greatest(cards)?.fact.card;
    if (card?.name || card?.kana) named++;
    const arrivals = events.filter((event) => says(event, 'arrived')).filter(about);
    const belonging = greatest([...cards, ...arrivals]);
    // Who never arrived anywhere is a household of their own.
    households.add(belonging ? allOf(belonging.fact.household, 'HOUSEHOLD', events) : person);
  }
  const here = events.filter((event) => event.shelter === shelter);
  const afresh = greatest(here.filter((event) => says(event, 'recounted')));
  const after = here.filter((event) => !afresh || later(event, afresh));
  const sum = (figure: 'people' | 'households') =>
    (afresh?.fact[figure] ?? 0) +
    after.reduce((total, event) => {
      if (says(event, 'counted')) return total + event.fact[figure];
      return says(event, 'arrived') ? total - event.fact.fromCount[figure] : total;
    }, 0);
  return {
    people: Math.max(0, sum('people')) + present,
    households: Math.max(0, sum('households')) + households.size,
    named,
  };
}
