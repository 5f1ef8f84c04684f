import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { expectAccessible } from '../../../testing/accessible';
import { answer } from '../../../testing/hub';
import { show } from '../../../testing/render';
import { sessionOf } from '../../../testing/samples';
import { SignInForm } from './SignInForm';

describe('signing in', () => {
  it('asks the hub with what was typed', async () => {
    const asked = answer(200, sessionOf('VIEWER'));
    show(<SignInForm />);
    await userEvent.type(screen.getByLabelText('アカウント'), ' toban ');
    await userEvent.type(screen.getByLabelText('パスワード'), 'secret words{Enter}');
    expect(asked[0]).toMatchObject({ path: '/api/session', body: { account: 'toban', password: 'secret words' } });
  });

  it('says which field is missing and asks nothing', async () => {
    const asked = answer(200, {});
    const { container } = show(<SignInForm />);
    await userEvent.click(screen.getByRole('button', { name: 'サインインする' }));
    expect(screen.getByLabelText('アカウント').getAttribute('aria-invalid')).toBe('true');
    expect(asked).toEqual([]);
    await expectAccessible(container);
  });

  it('keeps what was typed when the hub refuses', async () => {
    answer(401, {
      type: 'x',
      title: 'サインインできません',
      status: 401,
      detail: 'アカウントかパスワードが違います。',
    });
    show(<SignInForm />);
    await userEvent.type(screen.getByLabelText('アカウント'), 'toban');
    await userEvent.type(screen.getByLabelText('パスワード'), 'wrong{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain('アカウントかパスワードが違います。');
    expect(screen.getByLabelText<HTMLInputElement>('アカウント').value).toBe('toban');
  });

  it('speaks English when asked to', () => {
    show(<SignInForm />, { language: 'en' });
    expect(screen.getByRole('button', { name: 'Sign in' })).toBeDefined();
  });
});
