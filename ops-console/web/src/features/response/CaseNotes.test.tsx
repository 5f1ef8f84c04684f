import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { OpenedCase, ResponseCase } from '../../api/types';
import { expectAccessible } from '../../testing/accessible';
import { show } from '../../testing/render';
import { sessionOf } from '../../testing/samples';
import { CaseNotes } from './CaseNotes';
import { useOpening } from './queries';
import { lineOf } from './testing';

const found = { line: lineOf(), notes: 0 } as ResponseCase;
let written: { text: string; handOver: boolean }[];

beforeEach(() => {
  written = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    const request = input as Request;
    const isNote = request.url.endsWith('/notes');
    if (isNote) written.push((await request.json()) as { text: string; handOver: boolean });
    const notes = written.map((each, place) => ({
      id: `00000000-0000-4000-8000-00000000000${place}`,
      at: '2026-09-01T00:10:00Z',
      by: '当直（見本）',
      ...each,
    }));
    return new Response(JSON.stringify(isNote ? notes.at(-1) : ({ notes } as unknown as OpenedCase)), {
      status: isNote ? 201 : 200,
      headers: { 'Content-Type': 'application/json' },
    });
  });
});

function Notes() {
  const opening = useOpening(found.line.id);
  return (
    <>
      <button type="button" onClick={() => opening.mutate()}>
        表示する
      </button>
      <CaseNotes found={found} opening={opening} />
    </>
  );
}

async function opened() {
  const shown = show(<Notes />, { session: sessionOf('DUTY_OFFICER') });
  await userEvent.click(screen.getByRole('button', { name: '表示する' }));
  return shown;
}

describe('職員のメモ', () => {
  it('書いたメモは、だれがいつ書いたかとともに残る', async () => {
    const { container } = await opened();
    const field = screen.getByLabelText<HTMLTextAreaElement>('メモを書く');
    await userEvent.type(field, '鍵は郵便受け');
    await userEvent.click(screen.getByRole('checkbox'));
    await userEvent.click(screen.getByRole('button', { name: 'メモを残す' }));
    const note = (await screen.findByText('鍵は郵便受け', { selector: 'p' })).closest('li');
    expect(note?.textContent).toMatch(/当直（見本）.*引き継ぎに載ります/);
    expect(note?.querySelector('time')).toBeTruthy();
    expect(field.value).toBe('');
    expect(written).toEqual([{ text: '鍵は郵便受け', handOver: true }]);
    await expectAccessible(container);
  });

  it('長すぎるメモは送らず、何字多いかを言い、書いたものを残す', async () => {
    await opened();
    const field = screen.getByLabelText<HTMLTextAreaElement>('メモを書く');
    await userEvent.click(field);
    await userEvent.paste('水'.repeat(1001));
    await userEvent.click(screen.getByRole('button', { name: 'メモを残す' }));
    expect(screen.getByText(/1,000字までです（いま1,001字）/)).toBeTruthy();
    expect(field.value).toHaveLength(1001);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(written).toEqual([]);
  });
});
