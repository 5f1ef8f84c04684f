import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { expectAccessible } from '../../../testing/accessible';
import { show } from '../../../testing/render';
import { sessionOf } from '../../../testing/samples';
import { remember } from '../../register/Look/look';
import type { Plan, PlanProposal } from '../plan';
import { planOf, supporterOf } from '../testing';
import { NewPlanPage, PlanPage } from './PlanPage';

const plan = planOf();
const proposal: PlanProposal = {
  person: plan.person,
  hazard: 'FLOOD',
  exposures: plan.exposures,
  zones: plan.zones,
  destinations: [
    {
      site: '00000000-0000-4000-8000-000000000062',
      name: '高台公園',
      point: { latitude: 35.04, longitude: 138.95 },
      kinds: [],
      metres: 400,
      byRoute: true,
      rank: 0,
    },
  ],
  routes: [
    {
      line: [
        { latitude: 35.035, longitude: 138.9475 },
        { latitude: 35.04, longitude: 138.95 },
      ],
      metres: 420,
      minutes: 9,
      warnings: ['階段あり'],
      avoid: [],
    },
  ],
  supporters: [supporterOf()],
  nextReview: '2027-11-20',
};

interface Handed {
  path: string;
  body: Record<string, unknown>;
}

/** A hub that knows this plan, answers a draft with this, and knows the other plan from then on. */
function hubWith(
  known: Plan,
  onSave: () => { status: number; body: unknown } = () => ({ status: 200, body: known }),
  now: Plan = known,
) {
  const handed: Handed[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    const request = input as Request;
    const path = new URL(request.url).pathname.replace('/api', '');
    let status = 200;
    let body: unknown = {};
    if (request.method === 'PUT') {
      handed.push({ path, body: (await request.json()) as Record<string, unknown> });
      ({ status, body } = onSave());
    } else if (path === '/plans') body = { asOf: '2026-11-20T01:00:00Z', total: 0, items: [] };
    else if (path.startsWith('/plans/')) body = handed.length === 0 ? known : now;
    else if (path === '/plan-proposal') body = proposal;
    else if (path === '/supporters') body = { items: [supporterOf()] };
    else if (path.startsWith('/contacts/')) body = { ways: [], lost: [] };
    else if (path === '/register') body = { state: 'OPEN', districts: [] };
    const type = status >= 400 ? 'application/problem+json' : 'application/json';
    return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': type } });
  });
  return handed;
}

const welfare = { session: sessionOf('WELFARE_STAFF') };

beforeEach(() => remember('toban', { purpose: 'PLANNING', basis: 'PLAN_MAKING' }));

describe('計画のページ', () => {
  it('紙と同じ順に並ぶ', async () => {
    hubWith(plan);
    show(<PlanPage planId={plan.id} />, welfare);
    await screen.findByText('見本 太郎（ミホン タロウ）');
    const titles = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
    expect(titles.slice(0, 6)).toEqual(['本人', '家の危険', 'どこへ・どうやって', 'だれが', '同意', '見直し']);
  });

  it('合意の前に足りないものと、見直す理由を言葉で言う', async () => {
    hubWith(plan);
    show(<PlanPage planId={plan.id} />, welfare);
    expect(await screen.findByText('支援する人（必要な人数まで）')).toBeTruthy();
    expect(screen.getByText('支援者が足りない')).toBeTruthy();
    expect(screen.getByText('受け持ちが多すぎます')).toBeTruthy();
  });

  it('だれが何と答えたかを分けて示し、答えなしを同意と読まない', async () => {
    hubWith(plan);
    show(<PlanPage planId={plan.id} />, welfare);
    const consent = await screen.findByRole('region', { name: '同意' });
    expect(within(consent).getByText('計画の提供（見本 次郎）')).toBeTruthy();
    expect(within(consent).getByText('平常時はまだ渡せません')).toBeTruthy();
  });

  it('一つの欄だけ直して保存すると、元にした版と一緒に渡す', async () => {
    const handed = hubWith(plan);
    show(<PlanPage planId={plan.id} />, welfare);
    await userEvent.click(await screen.findByRole('button', { name: '直す どこへ・どうやって' }));
    await userEvent.type(screen.getByLabelText('ペット'), '猫');
    expect(screen.getByText('まだ保存していない変更があります')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '計画を保存' }));
    await waitFor(() => expect(handed).toHaveLength(1));
    expect(handed[0]?.body).toMatchObject({ baseVersion: 2, hazard: 'FLOOD', content: { pets: '猫' } });
  });

  it('提案は一度押せば入る', async () => {
    const handed = hubWith(plan);
    show(<PlanPage planId={plan.id} />, welfare);
    await userEvent.click(await screen.findByRole('button', { name: '直す どこへ・どうやって' }));
    await userEvent.click(await screen.findByRole('button', { name: '提案どおりにする' }));
    await userEvent.click(screen.getByRole('button', { name: '計画を保存' }));
    await waitFor(() => expect(handed).toHaveLength(1));
    expect(handed[0]?.body).toMatchObject({
      content: { destinations: [{ name: '高台公園' }], routes: [{ metres: 420 }] },
    });
  });

  it('断られても、書いたものは残る', async () => {
    hubWith(plan, () => ({
      status: 503,
      body: { type: 'about:blank', title: '保存できません', status: 503, detail: '' },
    }));
    show(<PlanPage planId={plan.id} />, welfare);
    await userEvent.click(await screen.findByRole('button', { name: '直す どこへ・どうやって' }));
    await userEvent.type(screen.getByLabelText('ペット'), '猫');
    await userEvent.click(screen.getByRole('button', { name: '計画を保存' }));
    expect(await screen.findByText('書いたものはこの画面に残っています。')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('ペット').value).toBe('猫');
  });

  it('ほかの人が先に変えていたら、並べて選ばせ、新しい版の上に保存する', async () => {
    const theirs = planOf({ version: 5, content: { ...plan.content, meetingPlace: '公民館の前' } });
    let answers = 0;
    const problem = { type: 'about:blank', title: '計画は変わっています', status: 409, detail: '' };
    const refusedOnce = () => (answers++ === 0 ? { status: 409, body: problem } : { status: 200, body: theirs });
    const handed = hubWith(plan, refusedOnce, theirs);
    show(<PlanPage planId={plan.id} />, welfare);
    await userEvent.click(await screen.findByRole('button', { name: '直す どこへ・どうやって' }));
    await userEvent.type(screen.getByLabelText('ペット'), '猫');
    await userEvent.click(screen.getByRole('button', { name: '計画を保存' }));
    expect(await screen.findByText('その間に、ほかの人が計画を変えました')).toBeTruthy();
    const ways = screen.getByRole('region', { name: '経路と手段' });
    expect(within(ways).getByText('公民館の前')).toBeTruthy();
    expect(within(ways).getByRole<HTMLInputElement>('radio', { name: '今の計画' }).checked).toBe(true);
    await userEvent.click(screen.getByRole('button', { name: '選んだ内容で保存' }));
    await waitFor(() => expect(handed).toHaveLength(2));
    expect(handed[1]?.body).toMatchObject({ baseVersion: 5, content: { pets: '猫', meetingPlace: '公民館の前' } });
    expect(handed[1]?.body['id']).not.toBe(handed[0]?.body['id']);
  });

  it('新しい計画は全部の欄が開き、避難先がなければ保存せずに欄のそばで言う', async () => {
    const handed = hubWith(plan);
    show(<NewPlanPage personId={plan.person.id} hazard="FLOOD" />, welfare);
    await userEvent.click(await screen.findByRole('button', { name: '計画を保存' }));
    expect(handed).toHaveLength(0);
    expect(screen.getByLabelText('避難先（1次）').getAttribute('aria-invalid')).toBe('true');
    expect(screen.getAllByText('避難先を選ぶか、名前を書いてください').length).toBeGreaterThan(0);
  });

  it.each(['ja', 'en'] as const)('支援技術に壁がない（%s）', async (language) => {
    hubWith(plan);
    const { container } = show(<PlanPage planId={plan.id} />, { ...welfare, language });
    await screen.findByText('見本 太郎（ミホン タロウ）');
    await expectAccessible(container);
    for (const button of screen.getAllByRole('button', { name: language === 'ja' ? /^直す/ : /^Change / })) {
      await userEvent.click(button);
    }
    await expectAccessible(container);
  });
});
