import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { answer } from '../../../testing/hub';
import { show } from '../../../testing/render';
import { sessionOf } from '../../../testing/samples';
import { AreaActions } from './AreaActions';
import { InsidePanel } from './InsidePanel';
import { type TargetArea, targetOf } from './targetArea';
import { useInside } from './useInside';

const count = {
  asOf: '2026-11-20T05:00:00Z',
  residents: 1234,
  households: 456,
  facilities: 3,
  sites: 2,
  mended: false,
  districts: [
    { code: '22225-01', residents: 1000, of: 1100 },
    { code: '22225-02', residents: 234, of: 900 },
  ],
};
const area = { districts: ['22225-01'] };

describe('whom an area holds', () => {
  it('is told beside the map, and to those who listen', async () => {
    answer(200, count);
    show(<Held area={area} />);
    expect(await screen.findByText('1,234人')).toBeTruthy();
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('住民 1,234人、456世帯'));
    expect(screen.getAllByText('10人未満')).toHaveLength(2);
  });

  it('goes with its districts to the desk of evacuation orders, which tells whole districts', async () => {
    answer(200, count);
    show(<Held area={area} />);
    const link = await screen.findByRole('link', { name: '避難情報の案を作る' });
    expect(link.getAttribute('href')).toContain('districts=22225-01%2C22225-02');
    expect(screen.getByText(/住民 2,000人/)).toBeTruthy();
  });

  it('can be seen by who may not propose', async () => {
    answer(200, count);
    show(<Held area={area} />, { session: sessionOf('VIEWER') });
    expect(await screen.findByText('1,234人')).toBeTruthy();
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('is asked for once when corners follow each other quickly', async () => {
    const asked = answer(200, count);
    show(<Growing />);
    const grow = screen.getByRole('button', { name: 'grow' });
    for (let corner = 0; corner < 3; corner += 1) fireEvent.click(grow);
    await screen.findByText('1,234人');
    expect(asked.map(({ body }) => body)).toEqual([{ districts: ['a', 'b', 'c'] }]);
  });
});

function Held({ area }: { area: TargetArea | null }) {
  const inside = useInside(area);
  return (
    <>
      <InsidePanel area={area} inside={inside} />
      {inside.data && <AreaActions count={inside.data} districts={undefined} />}
    </>
  );
}

function Growing() {
  const [codes, setCodes] = useState<readonly string[]>([]);
  const next = ['a', 'b', 'c'].slice(0, codes.length + 1);
  return (
    <>
      <button type="button" onClick={() => setCodes(next)}>
        grow
      </button>
      <Held area={codes.length > 0 ? { districts: [...codes] } : null} />
    </>
  );
}

describe('the area that is asked for', () => {
  const corners = [
    [138, 35],
    [139, 36],
    [139, 35],
    [138, 36],
  ] as const;

  it('is none while the outline is too short or crosses itself', () => {
    expect(targetOf({ tool: 'polygon', points: corners.slice(0, 2), done: false })).toBeNull();
    expect(targetOf({ tool: 'polygon', points: corners, done: false })).toBeNull();
    expect(targetOf({ tool: 'line', points: corners, done: true })).toBeNull();
  });

  it('is a circle when a circle is drawn', () => {
    expect(targetOf({ tool: 'circle', centre: [138.95, 35.02], radius: 400, done: true })).toEqual({
      circle: { latitude: 35.02, longitude: 138.95, radius: 400 },
    });
  });

  it('is the outline from the third corner on, or the districts by name', () => {
    expect(targetOf({ tool: 'polygon', points: corners.slice(0, 3), done: false })).toHaveProperty('geometry');
    expect(targetOf({ tool: 'districts', codes: new Set(['b', 'a']), done: true })).toEqual({ districts: ['a', 'b'] });
  });
});
