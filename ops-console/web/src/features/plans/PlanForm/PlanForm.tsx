import type { ReactNode } from 'react';
import { useTexts } from '../../../i18n/language';
import type { LoadedSupporter, PlanContent, PlanProposal, Surroundings } from '../plan';
import { PlanMap } from '../PlanMap';
import { readDay, writeDay } from '../../../time/era';
import styles from '../plans.module.css';
import { Day, OneOf, Words } from './controls';
import { HelperLine, HelpersForm, nameOf } from './HelpersForm';
import { PlacesForm } from './PlacesForm';
import { type Fact, Facts, Section } from './Section';

interface Props {
  content: PlanContent;
  surroundings: Surroundings;
  proposal: PlanProposal | null;
  /** Everybody whose name is known here. */
  known: readonly LoadedSupporter[];
  opened: boolean;
  offline?: boolean;
  showErrors: boolean;
  onChange: (content: PlanContent) => void;
  /** How somebody is added who is not in the plan yet. */
  addHelper?: ReactNode;
  consent?: ReactNode;
  danger?: ReactNode;
  review?: ReactNode;
}

/** The plan as one page, in the order of the paper; each part is opened for writing by itself. */
export function PlanForm(props: Props) {
  const { content, surroundings, proposal, known, opened, offline = false, showErrors, onChange } = props;
  const texts = useTexts().plans;
  const { person } = surroundings;
  return (
    <div className={styles.sheet}>
      <Section
        title={texts.sections.person}
        facts={[...usePersonFacts(person), [texts.person.house, content.house]]}
        opened={opened}
        form={
          <>
            <Facts facts={usePersonFacts(person)} />
            <Words
              label={texts.person.house}
              value={content.house}
              most={1000}
              lines
              onChange={(house) => onChange({ ...content, house })}
            />
          </>
        }
      >
        <p className="soft small">{texts.person.fromRegister}</p>
      </Section>
      <Section title={texts.sections.danger} facts={[]} opened={false}>
        {surroundings.exposures.length === 0 ? (
          <p>{texts.danger.none}</p>
        ) : (
          <ul className={styles.list}>
            {surroundings.exposures.map((each) => (
              <li key={`${each.layer} ${each.scenario ?? ''}`} className={styles.card}>
                <strong>{each.label}</strong>
                <span className="soft small">
                  {[each.layer, each.scenario, each.edition && texts.danger.edition(each.edition)]
                    .filter(Boolean)
                    .join(' / ')}
                </span>
              </li>
            ))}
          </ul>
        )}
        {props.danger}
        <PlanMap content={content} surroundings={surroundings} />
      </Section>
      <Section
        title={texts.sections.places}
        facts={usePlaceFacts(content)}
        opened={opened}
        form={<PlacesForm {...{ content, proposal, offline, showErrors, onChange }} />}
      />
      <Section
        title={texts.sections.helpers}
        facts={[[texts.helpers.needed, texts.helpers.neededValue(content.helpersNeeded)]]}
        opened={opened}
        form={
          <>
            <HelpersForm {...{ content, known, onChange }} />
            {props.addHelper}
          </>
        }
      >
        <Helpers content={content} known={known} />
      </Section>
      {props.consent}
      <Section
        title={texts.sections.review}
        facts={[
          [texts.review.author, texts.review.authors[content.author]],
          [texts.review.authorName, content.authorName],
          [texts.review.next, readDay(content.nextReview) && writeDay(content.nextReview)],
        ]}
        opened={opened}
        form={
          <div className={styles.pair}>
            <OneOf
              label={texts.review.author}
              value={content.author}
              names={texts.review.authors}
              onChange={(author) => onChange({ ...content, author })}
            />
            <Words
              label={texts.review.authorName}
              value={content.authorName}
              most={100}
              onChange={(authorName) => onChange({ ...content, authorName })}
            />
            <Day
              label={texts.review.next}
              value={content.nextReview}
              onChange={(nextReview) => onChange({ ...content, nextReview })}
            />
          </div>
        }
      >
        {props.review}
        <p className="small">{texts.page.disclaimer}</p>
      </Section>
    </div>
  );
}

function Helpers({ content, known }: { content: PlanContent; known: readonly LoadedSupporter[] }) {
  const texts = useTexts().plans.helpers;
  if (content.supporters.length === 0) return <p className="soft">{texts.none}</p>;
  return (
    <ol>
      {content.supporters.map((each) => (
        <li key={each.supporter}>
          <HelperLine
            supporter={known.find(({ id }) => id === each.supporter)}
            name={nameOf(known, each.supporter) ?? texts.unknown}
          />
          <span className="soft">{texts.roles[each.role]}</span>
        </li>
      ))}
    </ol>
  );
}

function usePersonFacts(person: Surroundings['person']): Fact[] {
  const { plans, register } = useTexts();
  const texts = plans.person;
  return [
    [register.person.fields.name, `${person.name}（${person.kana}）`],
    [texts.birthDate, person.birthDate && writeDay(person.birthDate)],
    [texts.address, person.address],
    [texts.phone, person.phone],
    [texts.district, person.district?.name],
    [texts.mobility, register.mobilities[person.mobility]],
    [texts.reasons, person.reasons?.join('・')],
    [
      texts.emergencyContacts,
      person.emergencyContacts
        ?.map(({ name, relation, phone }) =>
          [name, relation && `（${relation}）`, ` ${phone}`].filter(Boolean).join(''),
        )
        .join('\n'),
    ],
  ];
}

function usePlaceFacts(content: PlanContent): Fact[] {
  const { places: texts, map } = useTexts().plans;
  const way = (index: number) => {
    const route = content.routes[index];
    return route && [texts.routeValue(texts.metres(route.metres), route.minutes), ...route.warnings].join('\n');
  };
  return [
    [texts.first, content.destinations[0]?.name],
    [texts.second, content.destinations[1]?.name],
    ...(content.directToWelfareShelter ? [[texts.direct, '○'] as const] : []),
    [texts.signal, [texts.signals[content.startSignal], content.startDetail].filter(Boolean).join(' ')],
    [texts.transport, texts.transports[content.transport]],
    [texts.minutes, content.minutesNeeded && texts.minutesValue(content.minutesNeeded)],
    [texts.route, way(0) ?? texts.noRoute],
    ...(content.routes.length > 1 ? [[map.alternative, way(1)] as const] : []),
    [texts.meetingPlace, content.meetingPlace],
    [texts.items, content.items.join('\n')],
    [texts.pets, content.pets],
    [texts.remarks, content.remarks],
  ];
}
