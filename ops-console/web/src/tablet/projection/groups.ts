import type { CheckinEvent, FactOf, Kept } from '../log/event';

/**
 * Records that people said are one: each group has one record that stands for it, the one kept by its last
 * `same`. Who was never named in a `same` stands for itself.
 */
export class Groups {
  private readonly parent = new Map<string, string>();
  private readonly standing = new Map<string, string>();

  /** Takes the joining events of one kind, in their order. */
  constructor(events: readonly CheckinEvent<FactOf<'same'>>[], what: Kept) {
    for (const { fact } of events) {
      if (fact.what !== what) continue;
      const root = this.root(fact.keep);
      this.parent.set(this.root(fact.other), root);
      this.standing.set(root, fact.keep);
    }
  }

  /** The record that stands for this one. */
  of(id: string): string {
    const root = this.root(id);
    return this.standing.get(root) ?? id;
  }

  private root(id: string): string {
    let at = id;
    for (let next = this.parent.get(at); next !== undefined && next !== at; next = this.parent.get(at)) at = next;
    return at;
  }
}
