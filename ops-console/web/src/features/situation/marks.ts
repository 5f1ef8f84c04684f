import type { DistrictOrders, InForce, Situation } from '../../api/types';
import type { Texts } from '../../i18n/language';
import { toLevel } from '../../ui/LevelBadge/LevelBadge';
import type { DistrictMark, DistrictMarks } from '../map/DistrictMap/marks';

/** The gravest order of each district. */
export function marksOfOrders(districts: readonly DistrictOrders[], texts: Texts): DistrictMarks {
  const marks = new Map<string, DistrictMark>();
  for (const { district, orders } of districts) {
    const gravest = orders[0];
    const level = toLevel(gravest?.level);
    if (!gravest || !level) continue;
    marks.set(
      district.code,
      gravest.showsLevel ? { look: level, label: String(level) } : { look: 'unnumbered', label: texts.hazard.TSUNAMI },
    );
  }
  return marks;
}

/** The highest level that others than the municipality state for each district. */
export function marksOfAlerts(situation: Situation, districtCodes: readonly string[]): DistrictMarks {
  const marks = new Map<string, DistrictMark>();
  for (const alert of situation.inForce) {
    const level = toLevel(alert.level);
    if (!level || alert.publisher === 'MUNICIPALITY') continue;
    for (const code of districtsOf(alert, situation.municipality.code, districtCodes)) {
      const known = marks.get(code)?.look;
      if (typeof known !== 'number' || known < level) marks.set(code, { look: level, label: String(level) });
    }
  }
  return marks;
}

/** What is said of the municipality is said of all its districts. */
function districtsOf(alert: InForce, municipality: string, districtCodes: readonly string[]): readonly string[] {
  return alert.districts.includes(municipality) ? districtCodes : alert.districts;
}
