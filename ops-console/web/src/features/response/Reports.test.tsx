import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { expectAccessible } from '../../testing/accessible';
import { show } from '../../testing/render';
import { sessionOf } from '../../testing/samples';
import { Reports } from './Reports';

const report = {
  id: '00000000-0000-4000-8000-000000000001',
  number: 3,
  kind: 'HELP',
  via: 'LINE',
  name: '見本　二郎',
  kana: 'ミホン',
  phone: '000-0000-0001',
  place: '家の2階',
  people: 2,
  note: '水が来ている',
  location: { latitude: 35.03, longitude: 138.94 },
  locationMetres: 20,
  locatedAt: '2026-11-28T00:04:00Z',
  firstAt: '2026-11-28T00:00:00Z',
  lastAt: '2026-11-28T00:05:00Z',
  vouched: false,
  times: 2,
};

let handed: unknown;

beforeEach(() => {
  handed = undefined;
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    const request = input as Request;
    if (request.method === 'POST') handed = await request.json();
    const body = handed
      ? { asOf: report.lastAt, figures: { safe: 40, help: 1, open: 0 }, reports: [] }
      : { asOf: report.lastAt, figures: { safe: 40, help: 1, open: 1 }, reports: [report] };
    return new Response(JSON.stringify(body), { status: 200, headers: { 'Content-Type': 'application/json' } });
  });
});

describe('住民からの知らせ', () => {
  it('助けの知らせは、何をしたかを書くまで残る', async () => {
    show(<Reports />, { session: sessionOf('DUTY_OFFICER') });
    expect(await screen.findByText(/家の2階/)).toBeTruthy();
    expect(screen.getByText(/現在地 35\.03000, 138\.94000 （誤差およそ20 m）/)).toBeTruthy();
    expect(screen.getByRole('link', { name: '地図で見る' }).getAttribute('href')).toBe('/map?at=17/35.03000/138.94000');
    await userEvent.click(screen.getByRole('button', { name: '対応済みにする' }));
    expect(handed).toBeUndefined();
    await userEvent.type(screen.getByLabelText('対応したこと'), '消防に引き継いだ');
    await userEvent.click(screen.getByRole('button', { name: '対応済みにする' }));
    expect(await screen.findByText('対応を待っている知らせはありません。')).toBeTruthy();
    expect(handed).toEqual({ outcome: '消防に引き継いだ' });
  });

  it('名乗っただけの無事の知らせは、確かめるまで安全と数えないと伝える', async () => {
    Object.assign(report, { kind: 'SAFE', joined: '00000000-0000-4000-8000-000000000009' });
    show(<Reports />, { session: sessionOf('DUTY_OFFICER') });
    expect(await screen.findByText(/安全とは数えていません/)).toBeTruthy();
    expect(screen.getByRole('link', { name: '個別避難計画の対応へ' })).toBeTruthy();
  });

  it('支援技術に壁がない', async () => {
    const { container } = show(<Reports />, { session: sessionOf('DUTY_OFFICER') });
    await screen.findByText(/家の2階/);
    await expectAccessible(container);
  });
});
