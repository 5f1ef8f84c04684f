import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HybridClock } from '../clock/clock';
import type { CheckinEvent } from '../log/event';
import { EventLog } from '../log/log';
import { someHistory } from '../testing/histories';
import { countNaively } from '../testing/naive';
import { project } from './project';
import { type CheckinState, shelterOf } from './state';

const runs = { seed: 22225, numRuns: 3_500 };

/** All that a state says, in a shape that can be compared. */
function told({ evacuees, households, shelters, doubts }: CheckinState) {
  return { evacuees: [...evacuees], households: [...households], shelters: [...shelters], doubts };
}

const stateOf = (events: Iterable<CheckinEvent>) => project(new EventLog(events).events);

describe('出来事の集まりから見える状態', () => {
  it('どの順で何度届いても同じ', () => {
    const deliveries = someHistory.chain((history) =>
      fc.tuple(fc.constant(history), fc.shuffledSubarray([...history, ...history], { minLength: history.length * 2 })),
    );
    fc.assert(
      fc.property(deliveries, ([history, delivered]) => {
        expect(told(stateOf(delivered))).toEqual(told(stateOf(history)));
      }),
      runs,
    );
  });

  it('網が分かれ、あとでどの組から合わさっても同じ', () => {
    const split = someHistory.chain((history) =>
      fc.tuple(fc.constant(history), fc.array(fc.nat(3), { minLength: history.length, maxLength: history.length })),
    );
    fc.assert(
      fc.property(split, ([history, sides]) => {
        const parts = [0, 1, 2, 3].map((side) => new EventLog(history.filter((_, index) => sides[index] === side)));
        const merged = new EventLog();
        for (const part of parts.reverse()) merged.add(part.events);
        expect(told(project(merged.events))).toEqual(told(stateOf(history)));
      }),
      runs,
    );
  });

  it('人・世帯・氏名判明は、別に書いた数え方と一致する', () => {
    fc.assert(
      fc.property(someHistory, (history) => {
        const state = stateOf(history);
        for (const shelter of new Set(history.map((event) => event.shelter))) {
          const { people, households, named } = countNaively(history, shelter);
          expect(shelterOf(state, shelter)).toMatchObject({ people, households, named });
        }
      }),
      runs,
    );
  });

  it('一つの出来事も失わない', () => {
    fc.assert(
      fc.property(someHistory, (history) => {
        const log = new EventLog([...history, ...history]);
        expect(new Set(log.events.map(({ id }) => id))).toEqual(new Set(history.map(({ id }) => id)));
        expect(log.add(history)).toEqual([]);
      }),
      { ...runs, numRuns: 300 },
    );
  });
});

describe('端末の時計', () => {
  const readings = fc.array(fc.oneof(fc.record({ own: fc.nat(1000) }), fc.record({ foreign: fc.nat(1000) })));

  it('戻っても遅れても、押した順は変わらない', () => {
    fc.assert(
      fc.property(readings, (steps) => {
        let now = 0;
        const clock = new HybridClock(() => now);
        let last = { wall: -1, count: 0 };
        for (const step of steps) {
          if ('foreign' in step) {
            clock.observe({ wall: step.foreign, count: 0 });
            last = step.foreign > last.wall ? { wall: step.foreign, count: 0 } : last;
          } else {
            now = step.own;
            const stamp = clock.tick();
            expect(stamp.wall > last.wall || (stamp.wall === last.wall && stamp.count > last.count)).toBe(true);
            last = stamp;
          }
        }
      }),
      { ...runs, numRuns: 500 },
    );
  });

  it('自分の時計が何年も遅れていても、本部の時刻が分かればほかの端末に追いつく', () => {
    const clock = new HybridClock(
      () => 1_000,
      () => 9_000_000_000,
    );
    clock.observe({ wall: 9_000_000_000, count: 4 });
    expect(clock.tick()).toEqual({ wall: 9_000_000_000, count: 5 });
  });

  it('1日より先の時計には引きずられない', () => {
    const clock = new HybridClock(() => 1_000);
    clock.observe({ wall: 1_000 + 24 * 3_600_000 + 1, count: 0 });
    expect(clock.tick()).toEqual({ wall: 1_000, count: 0 });
  });
});
