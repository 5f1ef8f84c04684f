import type { DispatchSummary, Medium, Recipients } from '../../api/types';
import type { Texts } from '../../i18n/language';

/** Those of whom the number is known, over all chosen media; null where nobody can know any. */
export function countPeople(recipients: readonly Recipients[], media: readonly Medium[]): number | null {
  const counts = recipients
    .filter((medium) => media.includes(medium.medium) && (medium.medium === 'LINE' || medium.medium === 'FCM'))
    .flatMap((medium) => (medium.count === undefined ? [] : [medium.count]));
  return counts.length > 0 ? counts.reduce((sum, count) => sum + count, 0) : null;
}

/** What the button that sends says: to how many, and whether it is a drill. */
export function sendLabel(
  texts: Texts,
  dispatch: Pick<DispatchSummary, 'mode' | 'media'> & { recipients: readonly Recipients[] },
): string {
  const people = countPeople(dispatch.recipients, dispatch.media);
  const label = people ? texts.dispatch.sendTo(people) : texts.dispatch.sendToAll;
  return dispatch.mode === 'DRILL' ? texts.dispatch.drillSend(label) : label;
}

/** Whom a medium reaches, in words. */
export function recipientsText(texts: Texts, recipients: Recipients): string {
  if (recipients.medium === 'WEB') return texts.dispatch.page;
  if (recipients.medium === 'RADIO') return texts.dispatch.stations;
  if (recipients.count !== undefined) return texts.common.people(recipients.count);
  return recipients.everyone ? texts.dispatch.everyoneOn : texts.dispatch.unknownCount;
}

/** Who wrote it: a person by name, a rule as what it is. */
export function authorText(texts: Texts, dispatch: Pick<DispatchSummary, 'author' | 'authorName'>): string {
  return dispatch.author.startsWith('rule:') ? texts.dispatch.rule : dispatch.authorName;
}
