import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { lookAgain } from './lookAgain';

/** A hub whose answers come when they are told to. */
class Hub {
  readonly asked: ((answer: string) => void)[] = [];

  ask = () => new Promise<string>((resolve) => this.asked.push(resolve));

  async answer(number: number, answer: string) {
    this.asked[number]?.(answer);
    await new Promise((resolve) => setTimeout(resolve));
  }
}

describe('looking again', () => {
  const watch = (hub: Hub) => {
    const queries = new QueryClient();
    const observer = new QueryObserver(queries, { queryKey: ['dispatches'], queryFn: hub.ask });
    observer.subscribe(() => {});
    return { queries, observer };
  };

  it('asks again after a first look that was under way: its answer may be older than the hint', async () => {
    const hub = new Hub();
    const { queries, observer } = watch(hub);
    lookAgain(queries, { queryKey: ['dispatches'] });
    await hub.answer(0, 'before the draft');
    expect(hub.asked).toHaveLength(2);
    await hub.answer(1, 'with the draft');
    expect(observer.getCurrentResult().data).toBe('with the draft');
  });

  it('cancels a later look that is under way, and asks once', async () => {
    const hub = new Hub();
    const { queries, observer } = watch(hub);
    await hub.answer(0, 'first');
    lookAgain(queries);
    lookAgain(queries);
    await hub.answer(1, 'too old');
    await hub.answer(2, 'latest');
    expect(observer.getCurrentResult().data).toBe('latest');
  });

  it('asks again when the first look fails', async () => {
    const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
    let asked = 0;
    const answer = () => (asked++ === 0 ? Promise.reject(new Error('gone')) : Promise.resolve('there'));
    new QueryObserver(queries, { queryKey: ['tally'], queryFn: answer }).subscribe(() => {});
    lookAgain(queries, { queryKey: ['tally'] });
    await new Promise((resolve) => setTimeout(resolve));
    await new Promise((resolve) => setTimeout(resolve));
    expect(queries.getQueryData(['tally'])).toBe('there');
  });

  it('leaves what lies under other keys alone', () => {
    const hub = new Hub();
    const { queries } = watch(hub);
    lookAgain(queries, { queryKey: ['orders'] });
    expect(hub.asked).toHaveLength(1);
  });
});
