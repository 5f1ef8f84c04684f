import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { expectAccessible } from '../../testing/accessible';
import { show } from '../../testing/render';
import { sessionOf } from '../../testing/samples';
import { AnswerLink } from './AnswerLink';

const caseId = '00000000-0000-4000-8000-000000000001';
const taskId = '00000000-0000-4000-8000-000000000002';
const link = 'https://example.jp/answer/abcdefghijklmnopqrstuvwx';

function answering(status: number, body: unknown) {
  const asked: string[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    const request = input as Request;
    asked.push(`${request.method} ${new URL(request.url).pathname}`);
    const type = status < 400 ? 'application/json' : 'application/problem+json';
    return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': type } });
  });
  return asked;
}

describe('回答ページのリンク', () => {
  it('押すまで作らず、作ったリンクを使い方とともに見せる', async () => {
    const asked = answering(200, { link });
    const { container } = show(<AnswerLink caseId={caseId} taskId={taskId} />, {
      session: sessionOf('DUTY_OFFICER'),
    });
    expect(asked).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: '回答ページのリンクを作る' }));
    expect(await screen.findByText(link)).toBeTruthy();
    expect(screen.getByRole('status').textContent).toContain('この方だけに伝えてください');
    expect(asked).toEqual([`POST /api/response-cases/${caseId}/tasks/${taskId}/link`]);
    await expectAccessible(container);
  });

  it('作れなかったわけを言う', async () => {
    answering(404, {
      type: 'urn:noroshi:problem:not-found',
      title: '見つかりません',
      status: 404,
      detail: 'もう要りません。',
    });
    show(<AnswerLink caseId={caseId} taskId={taskId} />, { session: sessionOf('DUTY_OFFICER') });
    await userEvent.click(screen.getByRole('button', { name: '回答ページのリンクを作る' }));
    expect(await screen.findByText('もう要りません。')).toBeTruthy();
  });
});
