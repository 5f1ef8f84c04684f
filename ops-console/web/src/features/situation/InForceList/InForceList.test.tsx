import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { InForce } from '../../../api/types';
import { expectAccessible } from '../../../testing/accessible';
import { show } from '../../../testing/render';
import { InForceList } from './InForceList';

const jma: InForce = {
  alertId: '00000000-0000-4000-8000-000000000001',
  publisher: 'JMA',
  publisherName: '静岡地方気象台',
  name: 'レベル４土砂災害危険警報',
  hazard: 'LANDSLIDE',
  level: 4,
  areas: [{ code: '2222500', name: '見本市' }],
  districts: ['22225'],
  since: '2026-11-21T00:00:00Z',
  asOf: '2026-11-21T00:00:00Z',
};

describe('what is in force', () => {
  it('says who says it, its number and its name', async () => {
    const { container } = show(<InForceList inForce={[jma]} certain />);
    expect(screen.getByRole('listitem').textContent).toContain('気象庁');
    expect(screen.getByRole('listitem').textContent).toContain('レベル4 レベル４土砂災害危険警報');
    await expectAccessible(container);
  });

  it('is nothing, for sure, when every source works', () => {
    show(<InForceList inForce={[]} certain />);
    expect(screen.getByText('今、出ている警報や避難情報はありません')).toBeDefined();
    expect(screen.queryByText(/言い切れません/)).toBeNull();
  });

  it('is not certain to be nothing when a source is silent', () => {
    show(<InForceList inForce={[]} certain={false} />);
    expect(screen.getByText(/言い切れません/)).toBeDefined();
  });
});
