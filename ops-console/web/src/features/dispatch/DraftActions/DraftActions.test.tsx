import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { expectAccessible } from '../../../testing/accessible';
import { answer } from '../../../testing/hub';
import { show } from '../../../testing/render';
import { dispatchOf, sessionOf } from '../../../testing/samples';
import { DraftActions } from './DraftActions';

function desk(dispatch = dispatchOf({ allowedActions: ['APPROVE', 'SEND_BACK'], confirmation: '警戒レベル4' })) {
  const session = sessionOf('APPROVER');
  return show(<DraftActions dispatch={dispatch} unsaved={null} onSaved={() => {}} onRevert={() => {}} />, { session });
}

describe('approving', () => {
  it('is named by whom it reaches, and as a drill', () => {
    desk();
    expect(screen.getByRole('button', { name: '訓練として 12,480人に送る' })).toBeDefined();
  });

  it('is not sent before the level is typed', async () => {
    const asked = answer(200, dispatchOf());
    desk();
    await userEvent.click(screen.getByRole('button', { name: '訓練として 12,480人に送る' }));
    const dialog = screen.getByRole('dialog');
    await userEvent.type(screen.getByLabelText('確認の言葉'), '3');
    await userEvent.click(screen.getAllByRole('button', { name: /12,480人に送る/ }).at(-1) as HTMLElement);
    expect(dialog.textContent).toContain('「警戒レベル4」と入力するまで送れません');
    expect(asked).toEqual([]);
    await expectAccessible(dialog);
  });

  it('takes the level as an input method writes it, and carries the token and the version', async () => {
    const asked = answer(200, dispatchOf({ state: 'APPROVED' }));
    desk();
    await userEvent.click(screen.getByRole('button', { name: '訓練として 12,480人に送る' }));
    await userEvent.type(screen.getByLabelText('確認の言葉'), '警戒レベル４{Enter}');
    expect(asked).toEqual([
      {
        method: 'POST',
        path: '/api/dispatches/00000000-0000-4000-8000-000000000012/approval',
        token: 'token-1',
        body: { version: 3, confirmation: '警戒レベル4' },
      },
    ]);
  });

  it('keeps the draft and says what to do when the hub refuses', async () => {
    answer(403, {
      type: 'urn:noroshi:problem:own-draft',
      title: '作成した人は承認できません',
      status: 403,
      detail: '下書きはそのまま残っています。',
      whatToDo: 'ほかの承認者に頼んでください。',
    });
    desk(dispatchOf({ allowedActions: ['APPROVE'] }));
    await userEvent.click(screen.getByRole('button', { name: '訓練として 12,480人に送る' }));
    const said = (await screen.findByRole('alert')).textContent;
    expect(said).toContain('作成した人は承認できません');
    expect(said).toContain('ほかの承認者に頼んでください。');
  });

  it('is not offered to its author, who is told why', () => {
    desk(dispatchOf({ author: 'toban', allowedActions: [] }));
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByText(/作成した人は承認できません/)).toBeDefined();
  });

  it('is held back while something would refuse it', () => {
    desk(dispatchOf({ allowedActions: ['APPROVE'], faults: [{ code: 'X', title: '本文がありません', whatToDo: '' }] }));
    expect(screen.getByRole<HTMLButtonElement>('button', { name: /送る/ }).disabled).toBe(true);
  });
});

describe('sending back', () => {
  it('needs a reason', async () => {
    const asked = answer(200, dispatchOf({ state: 'SENT_BACK' }));
    desk();
    await userEvent.click(screen.getByRole('button', { name: '差し戻す' }));
    await userEvent.click(screen.getAllByRole('button', { name: '差し戻す' }).at(-1) as HTMLElement);
    expect(asked).toEqual([]);
    await userEvent.type(screen.getByLabelText('理由'), '地区が違います');
    await userEvent.click(screen.getAllByRole('button', { name: '差し戻す' }).at(-1) as HTMLElement);
    expect(asked[0]?.body).toEqual({ version: 3, reason: '地区が違います' });
  });
});
