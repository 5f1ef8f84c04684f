import type { DistrictOrders, EvacuationOrder, Hazard } from '../../api/types';
import type { Texts } from '../../i18n/language';

/** A level that the municipality can order. */
export type OrderLevel = 3 | 4 | 5;

/** What becomes of the order of one district for one hazard. */
export type Change = 'issue' | 'raise' | 'lower' | 'lift' | 'keep';

/** The order in words. A tsunami has no number that may be shown. */
export function orderName(texts: Texts, hazard: Hazard, level: number): string {
  return hazard === 'TSUNAMI' ? texts.level.tsunamiOrder : texts.level.order(level);
}

/** The order of a district for one hazard, if there is one. */
export function findOrder(district: DistrictOrders, hazard: Hazard): EvacuationOrder | undefined {
  return district.orders.find((order) => order.hazard === hazard);
}

/** What a proposed level (null = none) means beside the one in force. */
export function changeOf(before: number | undefined, after: OrderLevel | null): Change {
  if (!before) return after ? 'issue' : 'keep';
  if (!after) return 'lift';
  return after > before ? 'raise' : after < before ? 'lower' : 'keep';
}
