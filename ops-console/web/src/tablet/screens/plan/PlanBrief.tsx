import { useTexts } from '../../../i18n/language';
import { useTablet } from '../../parts/tablet';
import type { Brief } from '../../sync/hub';
import styles from '../screens.module.css';

type Entry = NonNullable<Brief['register']>;
type Arrangement = NonNullable<Brief['plans']>['arrangements'][number];

/** What the shelter may know of somebody with a plan, and by which provision. */
export function PlanBrief({ brief: { register, plans } }: { brief: Brief }) {
  const texts = useTexts().recognition;
  if (!register && !plans) return <p>{texts.nothing}</p>;
  return (
    <>
      {register ? <Care entry={register} /> : <p>{texts.noRegister}</p>}
      {plans ? (
        <>
          {plans.arrangements.map((plan) => (
            <PlanOf key={plan.hazard} plan={plan} />
          ))}
          <p>{texts.basis[plans.basis]}</p>
        </>
      ) : (
        <p>{texts.noPlans}</p>
      )}
    </>
  );
}

function Care({ entry }: { entry: Entry }) {
  const { recognition: texts, register, tablet } = useTexts();
  const names = register.person;
  const { person, household } = entry;
  const devices = [
    ...entry.devices.map((device) => names.devices[device]),
    ...(person.powerHours ? [texts.hours(person.powerHours)] : []),
    ...(entry.deviceNote ? [entry.deviceNote] : []),
  ];
  const contacts = entry.contacts.map(({ name, relation, phone }) =>
    [name, relation && texts.relation(relation), ` ${phone}`].filter(Boolean).join(''),
  );
  const isKnown = Boolean(
    person.needs?.length || devices.length || entry.careLevel || entry.considerations.length || person.medicine,
  );
  return (
    <>
      <h3>{[person.name, person.kana].filter(Boolean).join(' ')}</h3>
      <Facts
        facts={[
          [texts.needs, (person.needs ?? []).map((need) => tablet.needs[need]).join('・')],
          [names.fields.careLevel, entry.careLevel && names.careLevels[entry.careLevel]],
          [texts.care, entry.considerations.map((each) => names.considerationNames[each]).join('・')],
          [names.fields.medicalCare, devices.join('・')],
          [names.fields.medication, person.medicine],
          [names.fields.allergies, person.allergies],
          [names.fields.communication, entry.communication],
          [names.fields.language, household.language],
          [names.fields.emergency, contacts.join('、')],
          [names.fields.careManager, entry.careManager],
        ]}
      />
      {!isKnown && <p>{texts.noCare}</p>}
      <p>{texts.basis[entry.basis]}</p>
    </>
  );
}

function PlanOf({ plan }: { plan: Arrangement }) {
  const { recognition: texts, plans } = useTexts();
  const { shelter } = useTablet();
  const { destinations, helpers } = plan;
  const sites = destinations.flatMap(({ site }) => site ?? []);
  return (
    <>
      <h3>{texts.plan(plans.hazards[plan.hazard])}</h3>
      {plan.reviewDue && <p className={styles.alert}>{texts.reviewDue(plan.agreedOn ?? '')}</p>}
      <p>
        <strong>{sites.includes(shelter.id) ? texts.thisSite : texts.otherSite}</strong>{' '}
        {plan.directToWelfareShelter && texts.welfare}
      </p>
      <Facts
        facts={[
          [texts.destinations, destinations.map(({ name }) => name).join('、')],
          ...helpers.map(
            ({ name, contact, phone, role }) =>
              [
                role ? plans.helpers.roles[role] : texts.helper,
                [name, contact, phone].filter(Boolean).join(' '),
              ] as const,
          ),
          [texts.helper, helpers.length === 0 ? texts.noHelpers : undefined],
          [plans.places.transport, plans.places.transports[plan.transport]],
          [texts.items, plan.items.join('、')],
          [texts.remarks, plan.remarks],
        ]}
      />
    </>
  );
}

function Facts({ facts }: { facts: readonly (readonly [string, string | undefined])[] }) {
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <div key={`${name}${value}`}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
