import { screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Tablet, TallyHistory } from '../../api/types';
import { expectAccessible } from '../../testing/accessible';
import { answer } from '../../testing/hub';
import { show } from '../../testing/render';
import { CityTally } from './CityTally';
import { tallyOf } from './testing';

const evening: TallyHistory = {
  peak: { minute: '2026-09-01T11:00:00Z', people: 34 },
  points: [
    { minute: '2026-09-01T10:00:00Z', people: 12, households: 5, most: 12 },
    { minute: '2026-09-01T11:00:00Z', people: 30, households: 11, most: 34 },
  ],
};

const tablet = (change: Partial<Tablet>): Tablet => ({
  device: '00000000-0000-4000-8000-000000000031',
  name: '受付1',
  shelter: 'a',
  enrolledAt: '2026-09-01T09:00:00Z',
  lastSeen: '2026-09-01T11:00:00Z',
  unsent: 0,
  ...change,
});

/** Every question is answered with all of it; each takes its own part. */
function hubSays(people: number, history: TallyHistory, ...tablets: Tablet[]) {
  return answer(200, { ...tallyOf(people), ...history, doubts: [], tablets });
}

afterEach(() => vi.restoreAllMocks());

describe('how many people are in the shelters', () => {
  it('is drawn over the day, with the most there ever were in words', async () => {
    hubSays(30, evening);
    const { container } = show(<CityTally />);
    expect((await screen.findByRole('figure')).textContent).toContain('34人');
    await expectAccessible(container);
  });

  it('says that it is the most there ever were while the minute runs', async () => {
    hubSays(41, evening);
    show(<CityTally />);
    expect((await screen.findByRole('figure')).textContent).toContain('41人');
  });

  it('draws nothing where nobody ever was', async () => {
    hubSays(0, { points: [] });
    show(<CityTally />);
    await screen.findByText('0〜0人');
    expect(screen.queryByRole('figure')).toBeNull();
  });

  it('asks whether a tablet was lost that asked for name after name', async () => {
    const now = new Date().toISOString();
    hubSays(
      30,
      evening,
      tablet({ probed: now }),
      tablet({ name: '受付2' }),
      tablet({ name: '受付3', probed: now, lock: { at: now, by: 'duty', reason: '紛失' } }),
    );
    const { container } = show(<CityTally />);
    const said = await screen.findByText(/続けて問い合わせた端末があります/);
    expect(said.textContent).toContain('受付1');
    expect(said.textContent).not.toMatch(/受付[23]/);
    await expectAccessible(container);
  });
});
