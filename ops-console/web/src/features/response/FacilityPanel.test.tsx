import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FacilityTask } from '../../api/types';
import { expectAccessible } from '../../testing/accessible';
import { show } from '../../testing/render';
import { sessionOf } from '../../testing/samples';
import { FacilityPanel } from './FacilityPanel';
import { pageOf } from './testing';

const home: FacilityTask = {
  id: '00000000-0000-4000-8000-000000000001',
  name: '見本ホーム',
  address: '伊豆の国市（見本）',
  details: { 電話番号: '000-0001-0101' },
  district: { code: '22225-08', name: '南江間' },
  hazard: 'FLOOD',
  rank: 2,
  open: true,
  silent: false,
};
let facility: FacilityTask;
let handed: unknown;

beforeEach(() => {
  facility = home;
  handed = undefined;
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    const request = input as Request;
    if (request.method === 'POST') {
      handed = await request.json();
      return new Response(null, { status: 204 });
    }
    const body = request.url.includes('/contacts/')
      ? { ways: [], lost: [] }
      : { asOf: '2026-09-01T00:12:00Z', facilities: [facility] };
    return new Response(JSON.stringify(body), { status: 200, headers: { 'Content-Type': 'application/json' } });
  });
});

const panel = () => show(<FacilityPanel page={pageOf()} />, { session: sessionOf('DUTY_OFFICER') });

describe('要配慮者利用施設', () => {
  it('連絡先がなければ、電話するよう伝える', async () => {
    panel();
    expect(await screen.findByText('自動の連絡先なし。電話してください')).toBeTruthy();
    await expectAccessible(document.body);
  });

  it('電話しても返事のない施設には、何回目がどう終わったかを添える', async () => {
    facility = {
      ...home,
      silent: true,
      phone: { number: '000-0001-0101' },
      asking: { at: '2026-09-01T00:01:00Z', media: ['VOICE'], calls: 3, lastCall: 'NO_ANSWER' },
    };
    panel();
    expect(await screen.findByText('まだ返事がありません')).toBeTruthy();
    expect(screen.getByText(/電話で問い合わせ 電話3回目: 応答なし/)).toBeTruthy();
  });

  it('番号は全角でも書け、電話する番号になる', async () => {
    panel();
    await userEvent.click(await screen.findByRole('button', { name: '見本ホームの連絡先と回答ページ' }));
    await userEvent.type(screen.getByLabelText('自動で電話する番号'), '０００ー０００１ー０９９９');
    await userEvent.click(screen.getByRole('button', { name: '番号を保存する' }));
    expect(await screen.findByText('保存しました。次の電話から使います。')).toBeTruthy();
    expect(handed).toEqual({ number: '000-0001-0999' });
  });
});
