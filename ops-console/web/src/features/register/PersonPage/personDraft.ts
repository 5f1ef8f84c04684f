import type { PersonAmendment, PersonSheet } from '../../../api/types';

/** A person as they stand in the form. */
export type Draft = Omit<PersonAmendment, 'version' | 'reason'>;

/** Somebody new: nothing is known of them yet. */
export const nobody: Draft = {
  homeDoubtful: false,
  mobility: 'WALKS_SLOWLY',
  state: 'LISTED',
  identity: { reference: '', name: '', kana: '', sex: 'NOT_SAID', address: '' },
  condition: { reasons: [], certificates: [], medicalCare: { devices: [] }, considerations: [] },
  contacts: { emergency: [] },
};

/** A person who is shown whole, as the form begins with them. */
export function draftOf({ person: { outline, identity, condition, contacts } }: PersonSheet): Draft {
  const { district, home, homeDoubtful, mobility, state } = outline;
  if (!condition || !contacts) throw new Error('only a person who is shown whole is edited');
  return {
    ...(district && { district }),
    ...(home && { home }),
    homeDoubtful,
    mobility,
    state,
    identity,
    condition,
    contacts,
  };
}

/** As it is handed in: empty words are left out, contacts nobody named too. */
export function tidied(draft: Draft): Draft {
  const { district, ...rest } = draft;
  return {
    ...rest,
    ...(district && { district }),
    identity: { ...filled(draft.identity), address: draft.identity.address.trim() },
    condition: {
      ...filled(draft.condition),
      reasons: draft.condition.reasons.map((reason) => reason.trim()).filter((reason) => reason !== ''),
    },
    contacts: {
      ...filled(draft.contacts),
      emergency: draft.contacts.emergency
        .filter(({ name, phone }) => name.trim() !== '' || phone.trim() !== '')
        .map(filled),
    },
  };
}

function filled<T extends object>(value: T): T {
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, each]) => [key, typeof each === 'string' ? each.trim() : each] as const)
      .filter(([, each]) => each !== ''),
  ) as T;
}
