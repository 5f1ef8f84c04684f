import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { expectAccessible } from '../../testing/accessible';
import { show } from '../../testing/render';
import { sessionOf } from '../../testing/samples';
import { ContactPanel } from './ContactPanel';

const supporter = { kind: 'SUPPORTER' as const, id: '00000000-0000-4000-8000-000000000001', name: '支手　一郎' };
const person = { kind: 'PERSON' as const, id: '00000000-0000-4000-8000-000000000002', name: '見本　花（本人）' };

const handed: string[] = [];

beforeEach(() => {
  handed.length = 0;
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    const request = input as Request;
    const path = new URL(request.url).pathname.replace('/api/contacts/', '');
    if (request.method === 'POST') handed.push(path);
    const body = path.endsWith('/code')
      ? { code: '01234567', expiresAt: '2026-12-05T00:00:00Z' }
      : path.endsWith('/page')
        ? { link: 'https://city.example/supporter/abc' }
        : {
            ways: path.startsWith('SUPPORTER')
              ? [
                  { medium: 'LINE', language: 'ja', lastAt: '2026-11-28T00:00:00Z', lastOutcome: 'REFUSED' },
                  { medium: 'WEB', language: 'ja' },
                ]
              : [],
            lost: path.startsWith('PERSON') ? [{ medium: 'FCM', at: '2026-11-28T00:00:00Z' }] : [],
          };
    return new Response(path.endsWith('/trial') ? null : JSON.stringify(body), {
      status: path.endsWith('/trial') ? 204 : 200,
      headers: { 'Content-Type': 'application/json' },
    });
  });
});

describe('連絡先', () => {
  it('届く方法と、最後の連絡が届いたかを見せる', async () => {
    show(<ContactPanel people={[supporter, person]} />, { session: sessionOf('WELFARE_STAFF') });
    expect(await screen.findByText('最後の連絡は届きませんでした')).toBeTruthy();
    expect(screen.getByText('届ける方法がありません。職員が電話で連絡します。')).toBeTruthy();
    expect(screen.getByText(/アプリ通知の宛先が使えなくなったので外しました/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '確認の連絡を送る' }));
    expect(await screen.findByText('確認の連絡を送りました。')).toBeTruthy();
    expect(handed).toEqual([`SUPPORTER/${supporter.id}/trial`]);
  });

  it('登録番号は一度だけ見せ、担当でない当直には作らせない', async () => {
    const { unmount } = show(<ContactPanel people={[person]} />, { session: sessionOf('WELFARE_STAFF') });
    await userEvent.click(await screen.findByRole('button', { name: 'LINEの登録番号を作る' }));
    expect(await screen.findByText('01234567')).toBeTruthy();
    unmount();
    show(<ContactPanel people={[person]} />, { session: sessionOf('DUTY_OFFICER') });
    expect(await screen.findByText('届ける方法がありません。職員が電話で連絡します。')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'LINEの登録番号を作る' })).toBeNull();
  });

  it('ウェブを選んだ支援者のページを、紙で渡すために作り直せる', async () => {
    show(<ContactPanel people={[supporter, person]} />, { session: sessionOf('WELFARE_STAFF') });
    expect(await screen.findByText('まだ開かれていません')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '支援者のページを作り直す' }));
    expect(await screen.findByText('https://city.example/supporter/abc')).toBeTruthy();
    expect(handed).toEqual([`SUPPORTER/${supporter.id}/page`]);
    expect(screen.queryByRole('button', { name: '支援者のページを作る' })).toBeNull();
  });

  it('電話番号しかない人には電話をかけることにできる', async () => {
    show(<ContactPanel people={[person]} />, { session: sessionOf('WELFARE_STAFF') });
    await userEvent.click(await screen.findByRole('button', { name: '電話で連絡する' }));
    expect(handed).toEqual([`PERSON/${person.id}/telephone`]);
  });

  it('支援技術に壁がない', async () => {
    const { container } = show(<ContactPanel people={[supporter, person]} />, {
      session: sessionOf('WELFARE_STAFF'),
    });
    await screen.findByText('最後の連絡は届きませんでした');
    await expectAccessible(container);
  });
});
