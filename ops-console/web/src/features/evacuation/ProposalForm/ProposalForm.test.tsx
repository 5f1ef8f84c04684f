import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { DistrictOrders } from '../../../api/types';
import { expectAccessible } from '../../../testing/accessible';
import { answer } from '../../../testing/hub';
import { show } from '../../../testing/render';
import { dispatchOf } from '../../../testing/samples';
import { changeOf } from '../orders';
import { ProposalForm } from './ProposalForm';

const standing: DistrictOrders = {
  district: { code: '22225-01', name: '甲' },
  orders: [{ hazard: 'LANDSLIDE', level: 3, showsLevel: true, since: '2026-11-21T00:00:00Z' }],
};
const quiet: DistrictOrders = { district: { code: '22225-02', name: '乙' }, orders: [] };

describe('proposing an order', () => {
  it('shows for each district what would change, before anything is asked', async () => {
    const { container } = show(<ProposalForm chosen={[standing, quiet]} />);
    await userEvent.click(screen.getByRole('radio', { name: /避難指示/ }));
    const outcome = screen.getByRole('region', { name: '何が起きるか' }).textContent;
    expect(outcome).toContain('甲引き上げ警戒レベル3 高齢者等避難 → 警戒レベル4 避難指示');
    expect(outcome).toContain('乙発令発令なし → 警戒レベル4 避難指示');
    await expectAccessible(container);
  });

  it('asks for a draft only', async () => {
    const asked = answer(201, dispatchOf());
    show(<ProposalForm chosen={[standing]} />);
    await userEvent.click(screen.getByRole('radio', { name: '解除' }));
    await userEvent.click(screen.getByRole('button', { name: '下書きを作って文を見る' }));
    expect(asked[0]).toMatchObject({
      path: '/api/evacuation-orders',
      body: { hazard: 'LANDSLIDE', districts: ['22225-01'] },
    });
    expect(asked[0]?.body).not.toHaveProperty('level');
  });

  it('offers no lifting where nothing stands', () => {
    show(<ProposalForm chosen={[quiet]} />);
    expect(screen.queryByRole('radio', { name: '解除' })).toBeNull();
  });

  it('gives a tsunami no number and no other step', async () => {
    show(<ProposalForm chosen={[quiet]} />);
    await userEvent.selectOptions(screen.getByLabelText('災害'), 'TSUNAMI');
    expect(screen.getAllByRole('radio')).toHaveLength(1);
    expect(screen.getByRole('radio', { name: '津波 避難指示' })).toBeDefined();
  });
});

describe('a change of an order', () => {
  it.each([
    [undefined, 3, 'issue'],
    [3, 4, 'raise'],
    [5, 4, 'lower'],
    [4, null, 'lift'],
    [4, 4, 'keep'],
    [undefined, null, 'keep'],
  ] as const)('from %s to %s is to %s', (before, after, change) => {
    expect(changeOf(before, after)).toBe(change);
  });
});
