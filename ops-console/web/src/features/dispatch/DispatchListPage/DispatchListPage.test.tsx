import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Dispatch } from '../../../api/types';
import { answer } from '../../../testing/hub';
import { dispatchOf } from '../../../testing/samples';
import { show } from '../../../testing/render';
import { DispatchListPage } from './DispatchListPage';

describe('the list of dispatches', () => {
  const row = async (change: Partial<Dispatch>) => {
    answer(200, { asOf: '2026-11-21T01:00:00Z', dispatches: [dispatchOf(change)] });
    show(<DispatchListPage />);
    return within((await screen.findByRole('link', { name: /避難指示/ })).closest('tr')!);
  };

  it('never calls sent what still waits on a medium, and names it with its people', async () => {
    const shown = await row({
      state: 'APPROVED',
      reach: [
        { medium: 'LINE', accepted: 8412, refused: 0, unknown: 0, waiting: 0 },
        { medium: 'FCM', accepted: 0, refused: 0, unknown: 0, waiting: 4068 },
      ],
    });
    expect(shown.queryByText('送信')).toBeNull();
    expect(shown.getByText('4,068人')).toBeDefined();
    expect(shown.getAllByText('送信中')).toHaveLength(2);
  });

  it('says when what waits is past its deadline', async () => {
    const shown = await row({
      state: 'APPROVED',
      expiresAt: '2026-11-21T00:30:00Z',
      reach: [{ medium: 'FCM', accepted: 0, refused: 0, unknown: 0, waiting: 4068 }],
    });
    expect(shown.getByText('期限超過')).toBeDefined();
  });

  it('keeps quiet where everything was accepted', async () => {
    const shown = await row({
      state: 'APPROVED',
      reach: [{ medium: 'LINE', accepted: 8412, refused: 0, unknown: 0, waiting: 0 }],
    });
    expect(shown.getByText('送信')).toBeDefined();
    expect(shown.queryByText('完了')).toBeNull();
  });
});
