import type { CaseLine, Report } from '../../../api/types';
import { gravest } from '../../response/standing';

/** How somebody stands, as the map tells them apart: by shape and letter. */
export const standings = {
  help: { letter: '助', shape: 'diamond' },
  staff: { letter: '職', shape: 'drop' },
  asked: { letter: '待', shape: 'disc' },
  onTheWay: { letter: '向', shape: 'arrow' },
} as const;
export type Standing = keyof typeof standings;

/** How much there is to lose, as the map tells it: by how dark the sign is. */
export const grades = ['some', 'much', 'most'] as const;
export type Grade = (typeof grades)[number];

/** What residents report. */
export const reportSigns = { HELP: '助', SAFE: '安' } as const;
export type ReportSign = keyof typeof reportSigns;

/** Whoever calls for help is shown as that, whatever else is going on. */
export function standingOf({ state, helpWanted }: Pick<CaseLine, 'state' | 'helpWanted'>): Standing {
  if (helpWanted) return 'help';
  if (state === 'STAFF') return 'staff';
  return state === 'CLAIMED' || state === 'ON_THE_WAY' ? 'onTheWay' : 'asked';
}

/** The more of danger at home, condition, being alone and time is grave, the darker. */
export function gradeOf(line: CaseLine): Grade {
  const factors = gravest(line).length;
  return factors === 0 ? 'some' : factors === 1 ? 'much' : 'most';
}

/** The name of the picture of a case. */
export function caseSign(standing: Standing, grade: Grade): string {
  return `case-${standing}-${grade}`;
}

/** The name of the picture of a report. */
export function reportSign(kind: Report['kind']): string {
  return `report-${kind}`;
}
