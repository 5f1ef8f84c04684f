import type { ChronologyKind, ChronologyLine } from '../../api/types';
import type { Texts } from '../../i18n/language';

/** The kinds of lines as people look for them. Every kind stands in exactly one group. */
export const groups = {
  intake: ['ALERT_RECEIVED', 'ALERT_KEPT', 'ALERT_QUARANTINED'],
  draft: [
    'DRAFT_CREATED',
    'DRAFT_CHANGED',
    'APPROVAL_REQUESTED',
    'DRAFT_SENT_BACK',
    'DRAFT_DISCARDED',
    'DISPATCH_APPROVED',
    'APPROVAL_REFUSED',
  ],
  evacuation: ['EVACUATION_ORDER_CHANGED'],
  delivery: [
    'FIRST_HANDED_OVER',
    'LAST_HANDED_OVER',
    'BROADCAST_ENDED',
    'DELIVERY_REFUSED',
    'DELIVERY_UNKNOWN',
    'DELIVERY_RECOVERED',
    'NOTICE_PUBLISHED',
  ],
  equipment: [
    'HUB_STARTED',
    'HUB_STOPPED',
    'SOURCE_TROUBLED',
    'SOURCE_RECOVERED',
    'MEDIUM_TROUBLED',
    'MEDIUM_RECOVERED',
  ],
  places: [
    'SITE_OPENED',
    'SITE_CLOSED',
    'SHELTER_ADDED',
    'SHELTER_CORRECTED',
    'SHELTER_INSTRUCTED',
    'SHELTER_INSPECTED',
    'SHELTER_CANNOT_OPEN',
    'SHELTER_CROWDING',
    'SHELTER_CLOSING',
    'LALERT_ANSWERED',
    'WAY_CLOSED',
    'WAY_REOPENED',
    'SITE_DESCRIBED',
    'AREA_SET_CHANGED',
    'AREA_SET_REMOVED',
    'HAZARD_LAYER_RETIRED',
    'IMPORT_PROPOSED',
    'IMPORT_APPROVED',
    'IMPORT_REJECTED',
    'IMPORT_UNDONE',
  ],
  register: [
    'REGISTER_IMPORT_PROPOSED',
    'REGISTER_IMPORT_APPROVED',
    'REGISTER_IMPORT_REJECTED',
    'REGISTER_IMPORT_UNDONE',
    'EMERGENCY_ACCESS_DECLARED',
    'EMERGENCY_ACCESS_ENDED',
    'EMERGENCY_ACCESS_ACKNOWLEDGED',
    'REGISTER_DISCLOSED',
    'DISCLOSURE_RECALLED',
    'DISCLOSURE_DESTROYED',
    'RESPONSE_STARTED',
    'RESPONSE_EXTENDED',
    'RESPONSE_LIFTED',
    'RESPONSE_ENDED',
  ],
  access: ['SIGNED_IN', 'SIGN_IN_REFUSED', 'SIGNED_OUT', 'ACCOUNT_CHANGED', 'INTAKE_TOKEN_CHANGED', 'TABLET_CHANGED'],
} as const satisfies Record<string, readonly ChronologyKind[]>;

export type Group = keyof typeof groups;

/** The kinds in these groups; none chosen means all, which is said by an empty list. */
export function kindsIn(chosen: readonly Group[]): readonly ChronologyKind[] {
  return chosen.flatMap((group): readonly ChronologyKind[] => groups[group]);
}

/** Who did it, in words. */
export function actorText(texts: Texts, actor: string): string {
  if (actor === 'hub') return texts.chronology.hub;
  if (actor.startsWith('rule:')) return texts.chronology.ruleActor(actor.slice('rule:'.length));
  if (actor.startsWith('source:'))
    return texts.chronology.sourceActor(sourceName(texts, actor.slice('source:'.length)));
  if (actor.startsWith('medium:')) return mediumName(texts, actor.slice('medium:'.length)) ?? actor;
  return actor;
}

/** A way in, as the hub calls it, in words. */
export function sourceName(texts: Texts, source: string): string {
  return texts.situation.sourceName[source] ?? source;
}

function mediumName(texts: Texts, medium: unknown): string | undefined {
  return typeof medium === 'string' && medium in texts.medium
    ? texts.medium[medium as keyof Texts['medium']]
    : undefined;
}

/** Why something was told or done: as a person wrote it, or the word for the hub's own. */
function reasonText(texts: Texts, reason: unknown): string | undefined {
  if (typeof reason !== 'string') return undefined;
  return /^[A-Z_]+$/.test(reason) ? texts.dispatch.because[reason] : reason;
}

/** The facts of a line that read as a sentence: its title, its place, its medium, its reason. */
export function summaryOf(texts: Texts, line: Pick<ChronologyLine, 'subject' | 'detail'>): string {
  const medium = /^medium:(.*)$/.exec(line.subject)?.[1] ?? line.detail['medium'];
  const parts = [
    mediumName(texts, medium),
    line.detail['title'],
    line.detail['name'],
    line.detail['event'],
    reasonText(texts, line.detail['reason']),
  ];
  return parts.filter((part) => typeof part === 'string' && part !== '').join(' ');
}

/** The dispatch a line is about, if it is about one. */
export function dispatchOf(line: ChronologyLine): string | null {
  return /^dispatch:([0-9a-f-]{36})$/.exec(line.subject)?.[1] ?? null;
}

/** Whether a line has all these words anywhere in what it says. */
export function matches(texts: Texts, line: ChronologyLine, search: string): boolean {
  const said = [
    texts.chronology.kinds[line.kind],
    actorText(texts, line.actor),
    summaryOf(texts, line),
    JSON.stringify(line.detail),
    line.number,
  ]
    .join(' ')
    .normalize('NFKC')
    .toLowerCase();
  return search
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word));
}
