import type { PersonSheet } from '../../../api/types';
import type { Texts } from '../../../i18n/language';

/** A name and what is known. */
export type Fact = readonly [string, string];

type Opened = PersonSheet['person'];

export function identityFacts(texts: Texts, person: Opened, district: string): Fact[] {
  const words = texts.register.person;
  const { identity, outline } = person;
  const home = !outline.home ? words.homeUnknown : outline.homeDoubtful ? words.homeDoubtful : words.homeKnown;
  return known([
    [words.fields.reference, identity.reference],
    [words.fields.birthDate, identity.birthDate ?? words.unknown],
    [words.fields.sex, words.sexes[identity.sex]],
    [words.fields.address, identity.address],
    [words.fields.residence, identity.residence],
    [words.fields.phone, identity.phone],
    [words.fields.fax, identity.fax],
    [words.fields.mail, identity.mail],
    [words.fields.association, [identity.association, identity.block].filter(Boolean).join(' ')],
    [words.fields.commissioner, identity.commissioner],
    [words.fields.district, district],
    [words.fields.home, home],
    [words.fields.mobility, texts.register.mobilities[outline.mobility]],
    [words.fields.state, texts.register.states[outline.state]],
  ]);
}

export function conditionFacts(texts: Texts, condition: NonNullable<Opened['condition']>): Fact[] {
  const words = texts.register.person;
  const { medicalCare } = condition;
  const medical = [
    ...medicalCare.devices.map((device) => words.devices[device]),
    ...(medicalCare.powerHours === undefined ? [] : [words.powerHours(medicalCare.powerHours)]),
    ...(medicalCare.note ? [medicalCare.note] : []),
  ];
  return known([
    [words.fields.reasons, condition.reasons.join('・')],
    [words.fields.careLevel, condition.careLevel && words.careLevels[condition.careLevel]],
    [
      words.fields.certificates,
      condition.certificates
        .map(({ kind, grade, part }) => [words.certificateKinds[kind], grade, part].filter(Boolean).join(' '))
        .join('・'),
    ],
    [words.fields.intractableDisease, condition.intractableDisease],
    [words.fields.medicalCare, medical.join('・')],
    [words.fields.considerations, condition.considerations.map((each) => words.considerationNames[each]).join('・')],
    [words.fields.diagnosis, condition.diagnosis],
    [words.fields.doctor, condition.doctor],
    [words.fields.medication, condition.medication],
    [words.fields.allergies, condition.allergies],
    [words.fields.language, condition.language],
    [words.fields.communication, condition.communication],
  ]);
}

export function contactFacts(texts: Texts, contacts: NonNullable<Opened['contacts']>): Fact[] {
  const words = texts.register.person;
  const { dwelling } = contacts;
  return known([
    [
      words.fields.emergency,
      contacts.emergency
        .map(({ name, relation, phone }) => `${name}${relation ? `（${relation}）` : ''} ${phone}`)
        .join('・') || words.unknown,
    ],
    [words.fields.careManager, contacts.careManager],
    [words.fields.counsellor, contacts.counsellor],
    [words.fields.household, contacts.household],
    [
      words.fields.aloneByDay,
      contacts.aloneByDay === undefined ? words.unknown : contacts.aloneByDay ? words.yes : words.no,
    ],
    [
      words.fields.dwelling,
      dwelling && [dwelling.structure, dwelling.floor, dwelling.bedroom].filter(Boolean).join('・'),
    ],
  ]);
}

function known(facts: readonly (readonly [string, string | undefined])[]): Fact[] {
  return facts.flatMap(([name, value]) => (value ? [[name, value] as const] : []));
}
