import { describe, expect, it } from 'vitest';
import { planOf } from '../testing';
import type { Shelf, Stored } from './shelf';
import { type Taken, Vault, WrongPin } from './vault';

class Memory implements Shelf {
  readonly kept = new Map<string, Stored>();
  list = async () => [...this.kept.values()];
  put = async (stored: Stored) => void this.kept.set(stored.id, stored);
  remove = async (id: string) => void this.kept.delete(id);
}

const plan = planOf();
const taken: Taken = {
  plan,
  proposal: null,
  supporters: [],
  draftId: '00000000-0000-4000-8000-0000000000dd',
  baseVersion: plan.version,
  content: plan.content,
};

async function vaultWithPlan() {
  const shelf = new Memory();
  const clock = { now: 1_000_000 };
  const vault = new Vault(shelf, () => clock.now);
  await vault.unlock('482915');
  await vault.take('fukushi', taken, 12);
  return { shelf, clock, vault };
}

describe('持ち出した計画', () => {
  it('端末に置いた中身からは、名前も住所も読めない', async () => {
    const { shelf } = await vaultWithPlan();
    const [stored] = await shelf.list();
    const bytes = new TextDecoder('utf-8').decode(stored?.sealed.bytes);
    expect(bytes).not.toContain(plan.person.name);
    const open = JSON.stringify({ ...stored, sealed: undefined });
    expect(open).not.toContain(plan.person.name);
    expect(open).not.toContain(plan.person.address);
  });

  it('決めたばかりの暗証番号は、最初の計画を入れるまで覚えている', async () => {
    const vault = new Vault(new Memory());
    await vault.unlock('482915');
    await vault.look();
    await vault.take('fukushi', taken, 12);
    expect((await vault.read(plan.id))?.plan.id).toBe(plan.id);
  });

  it('違う暗証番号では開かず、正しい暗証番号で開く', async () => {
    const { shelf, clock } = await vaultWithPlan();
    const later = new Vault(shelf, () => clock.now);
    await expect(later.unlock('000000')).rejects.toBeInstanceOf(WrongPin);
    expect(later.unlocked).toBe(false);
    await later.unlock('482915');
    expect((await later.read(plan.id))?.plan.person.name).toBe(plan.person.name);
  });

  it('違う暗証番号を10回入れると、持ち出したものは全部消える', async () => {
    const { shelf, clock } = await vaultWithPlan();
    const thief = new Vault(shelf, () => clock.now);
    for (let left = 9; left >= 0; left--) {
      await expect(thief.unlock('000000')).rejects.toMatchObject({ left });
    }
    expect(shelf.kept.size).toBe(0);
  }, 60_000);

  it('正しい暗証番号を入れると、数え直す', async () => {
    const { shelf, clock } = await vaultWithPlan();
    const later = new Vault(shelf, () => clock.now);
    await expect(later.unlock('000000')).rejects.toMatchObject({ left: 9 });
    await later.unlock('482915');
    await expect(later.unlock('000000')).rejects.toMatchObject({ left: 9 });
  }, 60_000);

  it('書いたものは残り、送るのを待つ', async () => {
    const { vault } = await vaultWithPlan();
    expect(vault.stored[0]?.waiting).toBe(false);
    await vault.write({ ...taken, content: { ...taken.content, pets: '猫 1匹' } });
    expect(vault.stored[0]?.waiting).toBe(true);
    expect((await vault.read(plan.id))?.content.pets).toBe('猫 1匹');
  });

  it('決めた時間が過ぎると消える', async () => {
    const { vault, shelf, clock } = await vaultWithPlan();
    clock.now += 12 * 3_600_000;
    expect(await vault.look()).toEqual([]);
    expect(shelf.kept.size).toBe(0);
    expect(vault.unlocked).toBe(false);
  });

  it('サインアウトすると何も残らない', async () => {
    const { vault, shelf } = await vaultWithPlan();
    await vault.wipe();
    expect(shelf.kept.size).toBe(0);
    expect(await vault.read(plan.id)).toBeNull();
  });
});
