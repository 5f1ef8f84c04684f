import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { expectAccessible } from '../../../testing/accessible';
import { answer } from '../../../testing/hub';
import { show } from '../../../testing/render';
import { sessionOf } from '../../../testing/samples';
import { shelterOf } from '../testing';
import { NextSteps } from './NextSteps';

const staff = { session: sessionOf('SHELTER_STAFF') };
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

afterEach(() => vi.restoreAllMocks());

describe('what can be done with a shelter', () => {
  it('is one press to say that nothing changed', async () => {
    const asked = answer(200, shelterOf({ state: 'OPEN' }));
    const { container } = show(<NextSteps shelter={shelterOf({ state: 'OPEN' })} />, staff);
    await expectAccessible(container);
    await press('変わりなし');
    await waitFor(() => expect(screen.getByText('今もこの状況のままと記録しました。')).toBeDefined());
    expect(asked[0]?.path).toMatch(/still-correct$/);
  });

  it('asks how the building is before an inspection is recorded', async () => {
    const asked = answer(200, shelterOf({ state: 'INSPECTED' }));
    const { container } = show(<NextSteps shelter={shelterOf({ state: 'INSTRUCTED' })} />, staff);
    await press('点検の結果を入れる');
    await press('点検の結果を記録する');
    expect(screen.getByRole('alert').textContent).toContain('建物');
    expect(asked).toEqual([]);
    await userEvent.click(screen.getAllByRole('radio', { name: '支障あり' })[0] as HTMLElement);
    await userEvent.type(screen.getByLabelText('建物の様子'), '天井が落ちかけている');
    await expectAccessible(container);
    await press('点検の結果を記録する');
    await waitFor(() =>
      expect(asked[0]?.body).toEqual({
        step: 'INSPECT',
        checks: [{ item: 'BUILDING', ok: false, note: '天井が落ちかけている' }],
      }),
    );
  });

  it('says how many are still there before it closes', async () => {
    const asked = answer(200, shelterOf({ state: 'CLOSED' }));
    show(<NextSteps shelter={shelterOf({ state: 'CLOSING', people: 3 })} />, staff);
    await press('閉鎖する');
    expect(screen.getByText(/まだ3人います/)).toBeDefined();
    await press('閉鎖する');
    await waitFor(() => expect(asked[0]?.body).toEqual({ step: 'CLOSE' }));
  });

  it('needs a reason where it cannot open', async () => {
    const asked = answer(200, shelterOf({ state: 'CANNOT_OPEN' }));
    show(<NextSteps shelter={shelterOf({ state: 'INSTRUCTED' })} />, staff);
    await press('開設不可にする');
    await press('開設不可にする');
    expect(screen.getByText('なぜ開設できないかを書いてください。')).toBeDefined();
    expect(asked).toEqual([]);
  });
});
