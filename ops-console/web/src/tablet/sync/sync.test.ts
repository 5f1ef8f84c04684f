import { afterEach, describe, expect, it } from 'vitest';
import { shelterOf } from '../projection/state';
import { WrongPin, waitAfter } from '../storage/safe';
import { FakeHub, newTablet, pin, place } from '../testing/tablets';
import { Declined, LockedOut, Unreachable } from './hub';
import { delayAfter, Sync } from './sync';

const one = { type: 'counted', people: 1, households: 0 } as const;
const running: Sync[] = [];

async function tabletWith(hub: FakeHub, number = 1) {
  const tablet = await newTablet(number);
  const sync = new Sync(tablet.journal, hub);
  running.push(sync);
  return { ...tablet, sync };
}

/** Starts, or goes on, and waits until everything is said. */
async function settle(sync: Sync) {
  sync.stop();
  sync.start();
  await sync.now();
}

afterEach(() => {
  for (const sync of running.splice(0)) sync.stop();
});

describe('端末の記録', () => {
  it('消して開き直しても残り、暗証番号がなければ読めない', async () => {
    const { journal, keeping, safe, openJournal } = await newTablet();
    await journal.write('見本', [{ type: 'left', evacuees: ['x'], to: 'HOME', note: '見本　よし' }]);
    const [kept] = await keeping.events();
    expect(new TextDecoder().decode(kept?.sealed.bytes)).not.toContain('よし');
    safe.lock();
    await expect(openJournal()).rejects.toThrow();
    await expect(safe.unlock('000000')).rejects.toBeInstanceOf(WrongPin);
    expect((await safe.unlock(pin)).name).toBe('受付1');
    expect((await openJournal()).view.events).toEqual(journal.view.events);
  });

  it('違う暗証番号が続くと待たせるが、何も捨てない', async () => {
    const { journal, keeping, safe, clock } = await newTablet();
    await journal.write('', [one]);
    safe.lock();
    for (let tries = 1; tries <= 5; tries++) await expect(safe.unlock('000000')).rejects.toBeInstanceOf(WrongPin);
    await expect(safe.unlock(pin)).rejects.toBeInstanceOf(WrongPin);
    expect(await keeping.events()).toHaveLength(1);
    clock.now += waitAfter(5);
    expect((await safe.unlock(pin)).name).toBe('受付1');
  });

  it('時計が戻されて開き直しても、あとで押したものがあとになる', async () => {
    const { journal, clock, openJournal } = await newTablet();
    await journal.write('', [one]);
    clock.now -= 3_600_000;
    const later = await openJournal();
    const [event] = await later.write('', [{ type: 'recounted', people: 0, households: 0, seen: 0 }]);
    expect(later.view.events.at(-1)).toEqual(event);
    expect(shelterOf(later.view.state, place.id).people).toBe(0);
  });
});

describe('同期', () => {
  it('つながると、ためた分を送り、ほかの端末の分を受け取る', async () => {
    const hub = new FakeHub();
    const first = await tabletWith(hub, 1);
    const second = await tabletWith(hub, 2);
    hub.reachable = false;
    for (let taps = 0; taps < 7; taps++) await first.journal.write('', [one]);
    await settle(first.sync);
    expect(first.sync.connection.state).toBe('OFFLINE');
    expect(first.journal.view.unsent).toBe(7);
    hub.reachable = true;
    await second.journal.write('', [one]);
    await settle(second.sync);
    await settle(first.sync);
    await settle(second.sync);
    expect(first.journal.view.unsent).toBe(0);
    for (const { journal } of [first, second]) expect(shelterOf(journal.view.state, place.id).people).toBe(8);
  });

  it('答えが途中で失われても、二重にならない', async () => {
    const hub = new FakeHub();
    const { journal, sync } = await tabletWith(hub);
    await journal.write('', [one, one]);
    hub.loseNextAnswer = true;
    await settle(sync);
    expect(journal.view.unsent).toBe(2);
    await settle(sync);
    expect(journal.view.unsent).toBe(0);
    expect(hub.events).toHaveLength(2);
    expect(shelterOf(journal.view.state, place.id).people).toBe(2);
  });

  it('500件ずつ送り、残りの数を伝える', async () => {
    const hub = new FakeHub();
    const { journal, sync } = await tabletWith(hub);
    await journal.write(
      '',
      Array.from({ length: 1_001 }, () => one),
    );
    await settle(sync);
    expect(hub.told).toEqual([501, 1, 0]);
    expect(hub.events).toHaveLength(1_001);
  });

  it('受け取られなかったものは捨てずに残し、理由を見せる。ほかは送る', async () => {
    const hub = new FakeHub();
    hub.refusal = ({ fact }) => (fact.type === 'confirmed' ? 'TOO_LONG' : null);
    const { journal, sync, openJournal } = await tabletWith(hub);
    await journal.write('', [{ type: 'confirmed' }, one]);
    await settle(sync);
    expect(hub.events.map(({ fact }) => fact.type)).toEqual(['counted']);
    expect(journal.view.refused).toMatchObject([{ event: { fact: { type: 'confirmed' } }, refusal: 'TOO_LONG' }]);
    const again = await openJournal();
    expect(again.view.refused).toHaveLength(1);
    await again.mark(
      again.view.refused.map(({ event }) => event.id),
      'UNSENT',
    );
    expect(again.view).toMatchObject({ unsent: 1, refused: [] });
  });

  it('1件のためにまとめて断られても、その1件だけをよけて、ほかは送る', async () => {
    const hub = new FakeHub();
    const { journal, sync } = await tabletWith(hub);
    const taken = hub.send.bind(hub);
    hub.send = async (events, unsent) => {
      if (events.some(({ fact }) => fact.type === 'confirmed')) throw new Declined(400, '');
      return taken(events, unsent);
    };
    await journal.write('', [
      ...Array.from({ length: 40 }, () => one),
      { type: 'confirmed' },
      ...Array.from({ length: 20 }, () => one),
    ]);
    await settle(sync);
    expect(hub.events).toHaveLength(60);
    expect(journal.view).toMatchObject({ unsent: 0, refused: [{ refusal: 'UNREADABLE' }] });
  });

  it('細い回線では、通る大きさになるまで小さく分けて送る', async () => {
    const hub = new FakeHub();
    const { journal, sync } = await tabletWith(hub);
    const taken = hub.send.bind(hub);
    hub.send = async (events, unsent) => {
      if (events.length > 60) throw new Unreachable();
      return taken(events, unsent);
    };
    await journal.write(
      '',
      Array.from({ length: 300 }, () => one),
    );
    for (let rounds = 0; rounds < 5; rounds++) await settle(sync);
    expect(hub.events).toHaveLength(300);
    expect(journal.view.unsent).toBe(0);
  });

  it('長い備考が続いても、1回に送る大きさには限りがある', async () => {
    const hub = new FakeHub();
    const { journal, sync } = await tabletWith(hub);
    const note = 'あ'.repeat(500);
    await journal.write(
      '',
      Array.from({ length: 500 }, () => ({ type: 'left', evacuees: ['x'], to: 'HOME', note }) as const),
    );
    await settle(sync);
    expect(hub.told.length).toBeGreaterThan(1);
    expect(hub.events).toHaveLength(500);
  });

  it('使えなくされた端末は送るのをやめ、送っていない分はそのまま残る', async () => {
    const hub = new FakeHub();
    const { journal, sync } = await tabletWith(hub);
    await journal.write('', [one]);
    hub.send = async () => {
      throw new LockedOut('紛失の届け');
    };
    await settle(sync);
    expect(sync.connection).toEqual({ state: 'LOCKED_OUT', reason: '紛失の届け' });
    expect(journal.view.unsent).toBe(1);
  });

  it('つながらないほど間を空け、長くても1分', () => {
    expect(delayAfter(1, 1)).toBe(1_000);
    expect(delayAfter(4, 1)).toBe(8_000);
    expect(delayAfter(40, 1)).toBe(60_000);
    expect(delayAfter(40, 0)).toBe(30_000);
  });
});
