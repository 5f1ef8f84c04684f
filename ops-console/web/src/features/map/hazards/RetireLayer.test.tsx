import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { answer } from '../../../testing/hub';
import { show } from '../../../testing/render';
import { sessionOf } from '../../../testing/samples';
import { RetireLayer } from './RetireLayer';

const layer = <RetireLayer layerId="1b4e28ba-2fa1-41d2-883f-0016d3cca427" title="古い浸水想定" />;

describe('ending the use of a hazard map', () => {
  it('is asked twice, and then done', async () => {
    const asked = answer(200, {});
    show(layer, { session: sessionOf('APPROVER') });
    fireEvent.click(screen.getByRole('button', { name: '「古い浸水想定」の使用をやめる' }));
    expect(asked).toHaveLength(0);
    expect(screen.getByText(/個別避難計画には残ります/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '使用をやめる' }));
    await waitFor(() =>
      expect(asked.map(({ path }) => path)).toEqual([
        '/api/map/layers/1b4e28ba-2fa1-41d2-883f-0016d3cca427/retirement',
      ]),
    );
  });

  it('is not offered to who may not', () => {
    show(layer, { session: sessionOf('DUTY_OFFICER') });
    expect(screen.queryByRole('button')).toBeNull();
  });
});
