import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { show } from '../../testing/render';
import { ResponseNumbers } from './ResponseNumbers';
import { figuresOf, pageOf } from './testing';

describe('the figures of a response', () => {
  it('put who is missing first, and say of how many', () => {
    show(<ResponseNumbers page={pageOf({ figures: figuresOf({ people: 12, notYetSafe: 7, safe: 5 }) })} />);
    expect(screen.getByTestId('not-yet-safe').textContent).toBe('7人');
    expect(screen.getByText('対象 12人のうち')).toBeDefined();
  });

  it('tell what the word for those who are safe is worth', () => {
    const safeBy = { checkIn: 3, staff: 0, supporter: 1, own: 0, assumed: 2 };
    show(<ResponseNumbers page={pageOf({ figures: figuresOf({ safe: 6, safeBy }) })} />);
    expect(screen.getByText('推定').textContent).toContain('推定');
    expect(screen.queryByText('本人の回答')).toBeNull();
  });

  it('read the bar aloud as numbers', () => {
    show(<ResponseNumbers page={pageOf({ figures: figuresOf({ people: 4, notYetSafe: 3, claimed: 1, safe: 1 }) })} />);
    expect(screen.getByRole('img', { name: /安全 1人、向かっている 1人、まだ 2人/ })).toBeDefined();
  });
});
