import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PlaceVersion } from '../../../api/types';
import { expectAccessible } from '../../../testing/accessible';
import { answer } from '../../../testing/hub';
import { show } from '../../../testing/render';
import { shelterOf } from '../testing';
import { CorrectPlace } from './CorrectPlace';
import { Versions } from './Versions';

const first: PlaceVersion = {
  number: 1,
  name: '見本集会所',
  kind: 'SELF_OPENED',
  address: '',
  location: { latitude: 35.0047123, longitude: 138.9466 },
  capacity: 40,
  announced: true,
  toldBy: '区長',
  reason: '',
  at: '2026-09-01T10:00:00Z',
  by: 'duty',
};
const second: PlaceVersion = {
  ...first,
  number: 2,
  name: '見本公民館',
  reason: '名前の聞きまちがい',
  at: '2026-09-01T10:10:00Z',
  by: 'shelter',
};

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const corrections = (asked: readonly { path: string; body: unknown }[]) =>
  asked.filter(({ path }) => path.endsWith('/corrections')).map(({ body }) => body);

afterEach(() => vi.restoreAllMocks());

describe('the correction of a place by hand', () => {
  it('says why, and leaves what nobody touched as exact as it was', async () => {
    const asked = answer(200, { ...shelterOf(), features: [], sites: [] });
    const { container } = show(<CorrectPlace shelterId="s" newest={first} onClose={() => undefined} />);
    await userEvent.clear(screen.getByLabelText('名称'));
    await userEvent.type(screen.getByLabelText('名称'), '見本公民館');
    await press('訂正する');
    expect(screen.getByText('なぜ訂正するかを書いてください。')).toBeDefined();
    await expectAccessible(container);
    await userEvent.type(screen.getByLabelText(/訂正の理由/), '聞きまちがい');
    await press('訂正する');
    await waitFor(() =>
      expect(corrections(asked)).toEqual([
        {
          version: 1,
          reason: '聞きまちがい',
          place: {
            name: '見本公民館',
            kind: 'SELF_OPENED',
            announced: true,
            location: first.location,
            capacity: 40,
            toldBy: '区長',
          },
        },
      ]),
    );
  });

  it('starts from the newest once somebody else was first', async () => {
    answer(200, { ...shelterOf(), features: [], sites: [] });
    show(<Overtaken />);
    await press('もう一人が訂正');
    expect(screen.getByText('ほかの人が先に訂正しました')).toBeDefined();
    expect(screen.getByLabelText<HTMLInputElement>('名称').value).toBe('見本集会所');
    await press('最新の内容から直す');
    expect(screen.getByLabelText<HTMLInputElement>('名称').value).toBe('見本公民館');
  });
});

function Overtaken() {
  const [newest, setNewest] = useState(first);
  return (
    <>
      <button type="button" onClick={() => setNewest(second)}>
        もう一人が訂正
      </button>
      <CorrectPlace shelterId="s" newest={newest} onClose={() => undefined} />
    </>
  );
}

describe('the versions of a place by hand', () => {
  it('say who entered it and what was corrected why', async () => {
    const { container } = show(<Versions versions={[second, first]} />);
    await expectAccessible(container);
    const [corrected, entered] = screen.getAllByRole('listitem');
    expect(corrected?.textContent).toContain('名前の聞きまちがい');
    expect(corrected?.textContent).toContain('見本集会所 → 見本公民館');
    expect(corrected?.textContent).not.toContain('40人');
    expect(entered?.textContent).toContain('40人');
  });
});
