import type { Exposure } from '../../../api/types';
import type { sitesJa } from '../../../i18n/sites.ja';

type Words = typeof sitesJa;

/** What a map means for a place, as a sentence. */
export function judgementOf(danger: Exposure, words: Words): string {
  const kind = words.hazards[danger.kind];
  const { judged, depth } = words.detail;
  const { minDepth: from, maxDepth: to } = danger;
  if (to !== undefined) {
    const band = from ? depth.between(String(from), String(to)) : depth.below(String(to));
    return judged.water(kind, danger.scenario, band);
  }
  if (from !== undefined) return judged.water(kind, danger.scenario, depth.from(String(from)));
  return danger.rank === 0 ? judged.unsaid(kind, danger.scenario) : judged.zone(kind, danger.scenario, danger.label);
}
