import { Fragment, type ReactNode } from 'react';
import { useTexts } from '../../i18n/language';
import { mergeCards } from '../../tablet/acts/merge';
import type { HouseholdCard, PersonCard } from '../../tablet/log/card';
import { type CheckinEvent, type Fact, says } from '../../tablet/log/event';
import { At } from '../../ui/AsOf/AsOf';
import { Button } from '../../ui/Button/Button';
import { Notice } from '../../ui/Notice/Notice';
import { ProblemNotice } from '../../ui/Problem/ProblemNotice';
import styles from '../register/register.module.css';
import shelterStyles from '../shelters/shelters.module.css';
import { useSession } from '../session/session';
import { EvacueeTable } from './EvacueeTable';
import type { Evacuee } from './evacuee';
import { type Decision, type Doubt, useDecide } from './queries';
import { useShelterNames } from './Where';

interface Props {
  doubt: Doubt;
  evidence: { evacuees: readonly Evacuee[]; versions: readonly CheckinEvent[] };
}

/** What a doubt is about, side by side, and the words that decide it. */
export function Decide({ doubt, evidence }: Props) {
  const { evacuees, tablet } = useTexts();
  const texts = evacuees.doubts;
  const decide = useDecide(useSession().displayName);
  const choices = choicesOf(doubt, evidence);
  const names = useShelterNames();
  if (decide.data && decide.data.refused.length === 0) return <Notice tone="success" title={texts.decided} />;
  return (
    <>
      {evidence.evacuees.length > 0 && <EvacueeTable evacuees={evidence.evacuees} />}
      {evidence.versions.length > 1 && (
        <ul className={styles.pair}>
          {evidence.versions.map((version) => (
            <Version key={version.id} version={version}>
              {isAboutCards(doubt) && (
                <Button busy={decide.isPending} onClick={() => decide.mutate(keep(version, evidence.versions))}>
                  {tablet.doubtsPage.cardKeep}
                </Button>
              )}
              {isTwice(doubt) && !merged(evidence.versions) && (
                <Button
                  busy={decide.isPending}
                  onClick={() => decide.mutate(joinAs(version, doubt, evidence.versions))}
                >
                  {texts.sameAs}
                </Button>
              )}
            </Version>
          ))}
        </ul>
      )}
      <div className={shelterStyles.buttons}>
        {choices.map(({ word, at, decision }) => (
          <Button key={word + (at ?? '')} busy={decide.isPending} onClick={() => decide.mutate(decision)}>
            {word === 'AT' ? texts.isAt(names.get(at ?? '') ?? '') : texts[word]}
          </Button>
        ))}
      </div>
      {decide.data && decide.data.refused.length > 0 && <Notice tone="failure" title={texts.refused} />}
      <ProblemNotice error={decide.error} />
    </>
  );
}

function isAboutCards({ kind }: Doubt) {
  return kind === 'PERSON_CARD' || kind === 'HOUSEHOLD_CARD';
}

/** One version of a card, field by field. */
function Version({ version, children }: { version: CheckinEvent; children: ReactNode }) {
  const texts = useTexts();
  if (!says(version, 'evacuee', 'household')) return null;
  return (
    <li className={styles.form}>
      <p className="soft small">
        <At at={version.at} /> {version.by}
      </p>
      <dl className={styles.facts}>
        {linesOf(version.fact.card).map(([field, value]) => (
          <Fragment key={field}>
            <dt>{texts.tablet.fields[field as keyof typeof texts.tablet.fields]}</dt>
            <dd>{texts.evacuees.value(field, value)}</dd>
          </Fragment>
        ))}
      </dl>
      <div>{children}</div>
    </li>
  );
}

/** What is written on a card. */
export function linesOf(card: PersonCard | HouseholdCard): [string, unknown][] {
  return Object.entries(card).filter(([, value]) => {
    if (value === null || value === undefined || value === '' || value === 'UNKNOWN') return false;
    return typeof value !== 'object' || Object.values(value as object).some((each) => each !== 0);
  });
}

/** Later than every version it is about. */
function after(versions: readonly CheckinEvent[]): string | undefined {
  return versions
    .map(({ clock }) => new Date(clock.wall).toISOString())
    .sort()
    .at(-1);
}

/** The chosen version replaces all of them, so none is lost and none is in doubt. */
export function keep(version: CheckinEvent, versions: readonly CheckinEvent[]): Decision {
  const fact = { ...version.fact, basedOn: versions.map(({ id }) => id) } as Fact;
  return { shelter: version.shelter, facts: [fact], after: after(versions) };
}

function isTwice({ kind }: Doubt) {
  return kind === 'PERSON_TWICE' || kind === 'HOUSEHOLD_TWICE';
}

type Written = Extract<Fact, { type: 'evacuee' | 'household' }>;

function written({ fact }: CheckinEvent): Written | null {
  return fact.type === 'evacuee' || fact.type === 'household' ? fact : null;
}

/** One card that says all that the versions say; null where they contradict each other. */
export function merged(versions: readonly CheckinEvent[]): Written | null {
  const [first, ...others] = versions.flatMap((version) => written(version) ?? []);
  if (!first) return null;
  const card = others.reduce<object | null>((all, { card: more }) => all && mergeCards(all, more), first.card);
  return card && ({ ...first, basedOn: versions.map(({ id }) => id), card } as Written);
}

/** The record a card was written for. */
function recordOf(fact: Written): string {
  return fact.type === 'evacuee' ? fact.evacuee : fact.household;
}

/** The records are one, and this version is their card. */
export function joinAs(version: CheckinEvent, doubt: Doubt, versions: readonly CheckinEvent[]): Decision {
  const fact = written(version);
  const record = fact && recordOf(fact);
  const kept = doubt.records.find((each) => each === record) ?? doubt.records[0]!;
  return {
    ...keep(version, versions),
    facts: [joinedInto(kept, doubt), ...keep(version, versions).facts],
  };
}

function joinedInto(kept: string, { kind, records }: Doubt): Fact {
  const what = kind === 'PERSON_TWICE' ? 'EVACUEE' : 'HOUSEHOLD';
  return { type: 'same', what, keep: kept, other: records.find((each) => each !== kept)! };
}

interface Choice {
  word: 'same' | 'different' | 'AT';
  at?: string;
  decision: Decision;
}

/** The decisions a doubt leaves to somebody. */
export function choicesOf(doubt: Doubt, { evacuees, versions }: Props['evidence']): Choice[] {
  const [first, second] = doubt.records;
  const known = evacuees.find(({ where }) => where);
  const shelter = doubt.shelters[0] ?? known?.where?.shelter;
  switch (doubt.kind) {
    case 'PERSON_TWICE':
    case 'HOUSEHOLD_TWICE': {
      if (!first || !second || !shelter) return [];
      const what = doubt.kind === 'PERSON_TWICE' ? 'EVACUEE' : 'HOUSEHOLD';
      const different: Choice = {
        word: 'different',
        decision: { shelter, facts: [{ type: 'different', what, a: first, b: second }] },
      };
      const card = merged(versions);
      // Cards that contradict each other are joined by choosing one of them.
      if (!card && versions.length > 1) return [different];
      const facts = [joinedInto(first, doubt), ...(card && versions.length > 1 ? [card] : [])];
      return [{ word: 'same', decision: { shelter, facts, after: after(versions) } }, different];
    }
    case 'TWO_PLACES': {
      const person = evacuees.find(({ id }) => id === first);
      return person ? doubt.shelters.map((at) => placed(person, at, doubt.shelters)) : [];
    }
    default:
      return [];
  }
}

function placed(person: Evacuee, at: string, shelters: readonly string[]): Choice {
  return {
    word: 'AT',
    at,
    decision: {
      shelter: at,
      after: person.where?.since,
      facts: [
        {
          type: 'arrived',
          household: person.household,
          evacuees: [person.id],
          form: person.where?.form ?? 'IN_SHELTER',
          from: shelters.find((each) => each !== at) ?? null,
          fromCount: { people: 0, households: 0 },
        },
      ],
    },
  };
}
