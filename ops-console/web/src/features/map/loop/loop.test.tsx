import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { expectAccessible } from '../../../testing/accessible';
import { show } from '../../../testing/render';
import { sessionOf } from '../../../testing/samples';
import { lineOf, pageOf } from '../../response/testing';
import { useSession } from '../../session/session';
import { missingFeatures, reportFeatures } from './features';
import { LoopLayers } from './LoopLayers';
import { LoopList } from './LoopList';
import { useLoop } from './useLoop';

const first = lineOf();
const second = lineOf({ id: '00000000-0000-0000-0000-00000000000b', number: 13, state: 'CLAIMED' });
const third = lineOf({ id: '00000000-0000-0000-0000-00000000000c', number: 14, helpWanted: true });

const report = {
  id: '00000000-0000-4000-8000-000000000001',
  number: 3,
  kind: 'HELP',
  via: 'WEB',
  name: '見本　二郎',
  kana: 'ミホン',
  phone: '000-0000-0001',
  place: '家の2階',
  people: 2,
  note: '',
  location: { latitude: 35.05, longitude: 138.93 },
  firstAt: '2026-11-28T00:00:00Z',
  lastAt: '2026-11-28T00:05:00Z',
  vouched: false,
  times: 1,
} as const;

let missing: (typeof first)[];
let looked: string[][];

beforeEach(() => {
  missing = [first, second];
  looked = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    const request = input as Request;
    return new Response(JSON.stringify(await answer(request)), {
      status: 200,
      headers: { 'Content-Type': 'application/json' },
    });
  });
});

async function answer(request: Request): Promise<unknown> {
  const { pathname, searchParams } = new URL(request.url);
  const asOf = '2026-11-28T00:10:00Z';
  switch (pathname) {
    case '/api/responses':
      return { asOf, running: pageOf(), former: [] };
    case '/api/not-yet-safe':
      return { asOf, response: pageOf().response.id, total: missing.length, lines: missing };
    case '/api/not-yet-safe/homes': {
      const { cases } = (await request.json()) as { cases: string[] };
      looked.push(cases);
      const homes = cases
        .filter((id) => id !== second.id)
        .map((caseId) => ({ caseId, location: report.location, doubtful: true }));
      return { asOf, homes };
    }
    default:
      return { asOf, figures: { safe: 0, help: 1, open: 1 }, reports: searchParams.has('open') ? [report] : [] };
  }
}

function Beside({ picked = null }: { picked?: string | null }) {
  const loop = useLoop(useSession());
  const [focus, setFocus] = useState<unknown>(null);
  return (
    <>
      <LoopLayers loop={loop} />
      <LoopList loop={loop} picked={picked} onFocus={setFocus} />
      <output>{JSON.stringify(focus)}</output>
    </>
  );
}

const homes = () => screen.findByRole('checkbox', { name: /まだ安否を確認できていない人の家/ });

describe('まだ安否を確認できていない人を地図に出す', () => {
  it('出すまでは、だれの家も見ない', async () => {
    show(<Beside />, { session: sessionOf('DUTY_OFFICER') });
    expect((await homes()) as HTMLInputElement).toHaveProperty('checked', false);
    expect(screen.getByText('出すと、だれの家を見たかが閲覧記録に残ります。')).toBeTruthy();
    expect(looked).toEqual([]);
    expect(screen.queryByText('事案 12')).toBeNull();
  });

  it('出すと一度だけ見て、一覧から対応へ進め、家のわからない人もわかる', async () => {
    const { container } = show(<Beside />, { session: sessionOf('DUTY_OFFICER') });
    await userEvent.click(await homes());
    const list = await screen.findByRole('region', { name: 'まだ安否を確認できていない人' });
    expect(within(list).getAllByRole('link')[0]?.getAttribute('href')).toContain(`/response/cases/${first.id}`);
    expect(await within(list).findByText('家の位置がわからない人 1人は、地図に出ません。')).toBeTruthy();
    await userEvent.click(await within(list).findByRole('button', { name: /を地図で示す/ }));
    expect(screen.getByRole('status').textContent).toContain('138.93');
    expect(looked).toEqual([[first.id, second.id]]);
    await expectAccessible(container);
  });

  it('消してまた出すと、もう一度見たことになる', async () => {
    show(<Beside />, { session: sessionOf('DUTY_OFFICER') });
    await userEvent.click(await homes());
    await screen.findByText('家の位置がわからない人 1人は、地図に出ません。');
    await userEvent.click(await homes());
    await userEvent.click(await homes());
    await screen.findByText('家の位置がわからない人 1人は、地図に出ません。');
    expect(looked).toHaveLength(2);
  });

  it('一覧を見てよい役割でなければ、何も出ない', async () => {
    show(<Beside />, { session: sessionOf('VIEWER') });
    expect(await screen.findByText('安否と知らせ')).toBeTruthy();
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(globalThis.fetch).not.toHaveBeenCalled();
  });

  it('地図で押した人の行に移る', async () => {
    show(<Beside picked={report.id} />, { session: sessionOf('WELFARE_STAFF') });
    const link = await screen.findByRole('link', { name: '知らせ 3' });
    await vi.waitFor(() => expect(document.activeElement).toBe(link));
  });
});

describe('地図の印', () => {
  it('助けを求めている人が上になり、家のわからない人は点にならない', () => {
    const home = { caseId: first.id, location: report.location, doubtful: false };
    const { features } = missingFeatures([
      { line: first, home },
      { line: second, home: undefined },
      { line: third, home },
    ]);
    expect(features.map(({ properties }) => properties?.['icon'])).toEqual(['case-staff-most', 'case-help-most']);
    expect(features[1]?.properties?.['order']).toBeGreaterThan(features[0]?.properties?.['order'] as number);
    expect(JSON.stringify(features)).not.toContain('南江間');
  });

  it('知らせは位置のあるものだけ', () => {
    const { location: _, ...nowhere } = report;
    expect(reportFeatures([report, nowhere]).features).toHaveLength(1);
  });
});
