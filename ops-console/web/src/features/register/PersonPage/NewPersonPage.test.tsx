import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { expectAccessible } from '../../../testing/accessible';
import { show } from '../../../testing/render';
import { sessionOf } from '../../../testing/samples';
import { NewPersonPage } from './NewPersonPage';

let written: Record<string, unknown> | undefined;

beforeEach(() => {
  written = undefined;
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    const request = input as Request;
    if (request.method === 'POST') written = await request.json();
    const body = written
      ? { id: '00000000-0000-4000-8000-000000000001' }
      : { state: 'OPEN', districts: [], asOf: '2026-11-28T00:00:00Z' };
    return new Response(JSON.stringify(body), {
      status: written ? 201 : 200,
      headers: { 'Content-Type': 'application/json' },
    });
  });
});

describe('新しい人の登録', () => {
  it('整理番号・氏名・フリガナ・住所・理由がそろうまで送らず、足りないものを言う', async () => {
    show(<NewPersonPage />, { session: sessionOf('WELFARE_STAFF') });
    await userEvent.click(await screen.findByRole('button', { name: '名簿に登録' }));
    expect(written).toBeUndefined();
    expect(screen.getByRole('alert').textContent).toContain('整理番号');
    for (const label of ['整理番号', '氏名', 'フリガナ', '住所', '登録する理由']) {
      const field = screen.getByLabelText(label);
      expect(field.getAttribute('aria-invalid'), label).toBe('true');
    }
    await userEvent.type(screen.getByLabelText('氏名'), '見本　月子');
    expect(screen.getByLabelText('氏名').getAttribute('aria-invalid')).toBeNull();
  });

  it('書いたとおりに送り、空のものは送らない', async () => {
    show(<NewPersonPage />, { session: sessionOf('WELFARE_STAFF') });
    const write = async (label: string, text: string) =>
      userEvent.type(await screen.findByLabelText(new RegExp(`^${label}`)), text);
    await write('整理番号', 'T-900');
    await write('氏名', '見本　四郎');
    await write('フリガナ', 'ミホン　シロウ');
    await write('住所', '伊豆の国市長岡340');
    await write('登載の理由', '要介護3、ひとり暮らし');
    await write('登録する理由', '本人の申し出');
    await userEvent.click(screen.getByRole('button', { name: '名簿に登録' }));
    await vi.waitFor(() =>
      expect(written).toMatchObject({
        reason: '本人の申し出',
        identity: { reference: 'T-900', name: '見本　四郎', sex: 'NOT_SAID' },
        condition: { reasons: ['要介護3', 'ひとり暮らし'] },
      }),
    );
    expect(written?.['identity']).not.toHaveProperty('phone');
    expect(written).not.toHaveProperty('district');
  });

  it('支援技術に壁がない', async () => {
    const { container } = show(<NewPersonPage />, { session: sessionOf('WELFARE_STAFF') });
    await screen.findByRole('button', { name: '名簿に登録' });
    await expectAccessible(container);
  });
});
