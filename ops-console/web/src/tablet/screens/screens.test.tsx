import { render, renderHook, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LanguageProvider } from '../../i18n/language';
import { expectAccessible } from '../../testing/accessible';
import { newCard, receive } from '../acts/arrival';
import { filled } from '../acts/fill';
import { blankHousehold, blankPerson } from '../log/card';
import { StationContext, TabletContext } from '../parts/tablet';
import { shelterOf } from '../projection/state';
import type { Brief } from '../sync/hub';
import { HttpHub } from '../sync/httpHub';
import { Sync } from '../sync/sync';
import { FakeHub, newTablet, otherPlace, place } from '../testing/tablets';
import { AppBuild } from '../appBuild';
import { Station } from '../station';
import { useIdle } from '../useIdle';
import { AwayPage } from './AwayPage';
import { CardPage } from './card/CardPage';
import { ConnectionLine } from './ConnectionLine';
import { FindPage } from './FindPage';
import { HelpPage } from './HelpPage';
import { HomePage } from './HomePage';
import { PeoplePage } from './list/PeoplePage';
import { RecountPage } from './RecountPage';

/** A screen of a tablet that nobody can be reached from. */
async function show(part: ReactNode) {
  const { journal, enrolment } = await newTablet();
  const tablet = {
    enrolment,
    shelter: place,
    journal,
    sync: new Sync(journal, new FakeHub()),
    hub: new HttpHub(enrolment),
    by: '見本',
    away: false,
  };
  const { hook } = memoryLocation({ path: '/' });
  const shown = render(
    <LanguageProvider initial="ja">
      <Router hook={hook}>
        <StationContext value={new Station(new AppBuild())}>
          <TabletContext value={tablet}>{part}</TabletContext>
        </StationContext>
      </Router>
    </LanguageProvider>,
  );
  return { ...shown, journal, figures: () => shelterOf(journal.view.state, place.id) };
}

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const text = (name: string) => document.querySelector(`[data-figure=${name}]`)?.textContent;

describe('最初の画面', () => {
  it('押すとすぐ数が動き、世帯ごとにも数え、最後の1つを取り消せる', async () => {
    const { container } = await show(<HomePage />);
    expect(screen.getByRole('button', { name: '−1人' }).getAttribute('aria-disabled')).toBe('true');
    await press('＋1人');
    await waitFor(() => expect(text('people')).toBe('1人'));
    await press('世帯で＋');
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '4' }));
    await press('4人・1世帯を足す');
    await waitFor(() => expect([text('people'), text('households')]).toEqual(['5人', '1世帯']));
    await press('取り消す');
    await waitFor(() => expect([text('people'), text('households')]).toEqual(['1人', '0世帯']));
    await press('変わりなし');
    await screen.findByText(/変わりなし \d/);
    await expectAccessible(container);
  });

  it('通信がなくても静かに、待っている件数を言う', async () => {
    const { journal } = await show(<ConnectionLine />);
    expect(screen.getByRole('status').textContent).toBe('つないでいます');
    await journal.write('', [{ type: 'confirmed' }]);
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('手書きカード', () => {
  it('人数だけで受け付けられ、数えてあった人は二重にならない', async () => {
    const { journal, figures } = await show(<CardPage />);
    await journal.write('', [{ type: 'counted', people: 3, households: 1 }]);
    await userEvent.click(await screen.findByRole('checkbox', { name: /もう数えてある/ }));
    await press('3');
    await userEvent.type(screen.getByLabelText('代表者のカナ'), 'みほん');
    await press('3人を受け付ける');
    await waitFor(() =>
      expect(figures()).toMatchObject({ people: 3, households: 1, named: 1, unnamed: { people: 0 } }),
    );
    expect(journal.view.events.every(({ by }) => by === '見本' || by === '')).toBe(true);
  });
});

describe('退所・外出', () => {
  it('行き先を聞いてから退所になる', async () => {
    const { journal, figures, container } = await show(<PeoplePage leaving />);
    const card = newCard(2);
    await journal.write(
      '',
      receive(journal.view.state, { ...card, form: 'CAR', from: null, fromCount: { people: 0, households: 0 } }),
    );
    await userEvent.click(await screen.findByLabelText('世帯の全員を選ぶ'));
    await press('外出');
    await waitFor(() => expect(figures()).toMatchObject({ people: 2, out: 2 }));
    await userEvent.click(await screen.findByLabelText(/1人目/));
    await press('退所');
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByRole('button', { name: '退所' }).getAttribute('aria-disabled')).toBe('true');
    await userEvent.click(dialog.getByLabelText('病院'));
    await userEvent.click(dialog.getByRole('button', { name: '1人が病院へ退所' }));
    await waitFor(() => expect(figures()).toMatchObject({ people: 1, out: 1 }));
    await expectAccessible(container);
  });
});

describe('数え直す', () => {
  it('名簿にいる人は残し、あとを氏名のない人にする。名簿より少なくはできない', async () => {
    const { journal, figures } = await show(<RecountPage />);
    const card = newCard(3);
    await journal.write(
      '',
      receive(journal.view.state, { ...card, form: 'IN_SHELTER', from: null, fromCount: { people: 0, households: 0 } }),
    );
    await userEvent.type(screen.getByLabelText('全部で何人'), '2');
    await userEvent.type(screen.getByLabelText('全部で何世帯'), '4');
    expect(screen.getByRole('alert').textContent).toContain('3人');
    await userEvent.type(screen.getByLabelText('全部で何人'), '0');
    await press('この数に直す');
    await waitFor(() =>
      expect(figures()).toMatchObject({ people: 20, households: 4, unnamed: { people: 17, households: 3 } }),
    );
  });
});

describe('計画のある方', () => {
  const allowed = {
    register: {
      basis: 'REGISTER_CONSENT',
      household: { ...blankHousehold, phone: '000-0000-0123' },
      person: { ...blankPerson, name: '見本　花', kana: 'ミホン ハナ', birth: '1941-04-05', powerHours: 6 },
      considerations: ['WALKING'],
      devices: ['VENTILATOR'],
      contacts: [],
    },
    plans: {
      basis: 'PLAN_DISASTER',
      arrangements: [
        {
          hazard: 'FLOOD',
          reviewDue: true,
          agreedOn: '2025-04-01',
          destinations: [{ site: otherPlace.id, name: otherPlace.name }],
          directToWelfareShelter: true,
          transport: 'WHEELCHAIR',
          items: ['薬'],
          helpers: [{ name: '隣野　一', phone: '000-0000-0200', role: 'ACCOMPANY' }],
        },
      ],
    },
  } satisfies Brief;

  const answer = (content: object) => Promise.resolve(Response.json(content));

  async function lookFor(brief: Brief) {
    const fetch = vi
      .spyOn(globalThis, 'fetch')
      .mockImplementation((path) =>
        String(path).endsWith('/recognition') ? answer({ planned: true }) : answer(brief),
      );
    const shown = await show(<FindPage />);
    await userEvent.type(screen.getByLabelText('氏名（カナ）・電話・番号'), 'ミホンハナ');
    await userEvent.type(screen.getByLabelText('年'), '16');
    await userEvent.type(screen.getByLabelText('月'), '4');
    await userEvent.type(screen.getByLabelText('日'), '5');
    await press('個別避難計画があるか確かめる');
    await press('避難所に知らせてよい内容を見る');
    return { ...shown, fetch };
  }

  afterEach(() => vi.restoreAllMocks());

  it('同意か災害時の定めがあれば内容を見せ、空いている欄に写して受け付けられる', async () => {
    const { container, fetch } = await lookFor(allowed);
    await screen.findByText('計画の避難先はここではありません。移れるか、危機管理課に確かめてください。');
    expect(container.textContent).toContain('人工呼吸器・電源なしで6時間');
    expect(container.textContent).toContain('付き添う隣野　一 000-0000-0200');
    expect(container.textContent).toContain('49条の15第3項');
    expect(container.textContent).toContain('この計画は見直しが必要です（合意：2025-04-01）。');
    expect(fetch.mock.calls.every(([path]) => !String(path).includes('ハナ'))).toBe(true);
    await expectAccessible(container);
    await press('わかっていることを世帯票に写す');
    expect((await screen.findByLabelText<HTMLInputElement>('代表者のカナ')).value).toBe('ミホン ハナ');
  });

  it('同意がなければ、計画があることだけを言う', async () => {
    const { container } = await lookFor({});
    await screen.findByText(/同意がありません。計画があることだけ/);
    expect(screen.queryByRole('button', { name: 'わかっていることを世帯票に写す' })).toBeNull();
    await expectAccessible(container);
  });

  it('本人が言ったことは、写しても変わらない', () => {
    expect(
      filled({ ...blankPerson, name: '見本', needs: [] }, { ...allowed.register.person, needs: ['SIGHT'] }),
    ).toMatchObject({ name: '見本', kana: 'ミホン ハナ', needs: ['SIGHT'], powerHours: 6 });
  });
});

describe('席をはずしたとき', () => {
  it('人数は数えられ、名前は出ない', async () => {
    const { journal, figures, container } = await show(<AwayPage />);
    const [member] = newCard(1).members;
    if (!member) throw new Error('a card has a member');
    const card = { ...newCard(0), members: [{ ...member, card: { ...blankPerson, name: '見本　花' } }] };
    await journal.write(
      '',
      receive(journal.view.state, { ...card, form: 'IN_SHELTER', from: null, fromCount: { people: 0, households: 0 } }),
    );
    await press('＋1人');
    await waitFor(() => expect(figures()).toMatchObject({ people: 2, named: 1 }));
    expect(container.textContent).not.toContain('見本　花');
    await expectAccessible(container);
  });

  it('しばらく触れないと席をはずしたことになる。触れば待ち直す', () => {
    vi.useFakeTimers();
    const idle = vi.fn();
    renderHook(() => useIdle(300_000, idle));
    vi.advanceTimersByTime(295_000);
    document.dispatchEvent(new Event('pointerdown'));
    vi.advanceTimersByTime(295_000);
    expect(idle).not.toHaveBeenCalled();
    vi.advanceTimersByTime(10_000);
    expect(idle).toHaveBeenCalled();
    vi.useRealTimers();
  });
});

describe('使い方', () => {
  it('通信がないとき何を確かめていないかを、はじめに言う', async () => {
    await show(<HelpPage />);
    expect(screen.getAllByRole('heading', { level: 2 })[0]?.textContent).toContain('確かめていないこと');
  });
});
