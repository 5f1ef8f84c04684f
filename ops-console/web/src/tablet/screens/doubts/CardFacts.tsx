import { useTexts } from '../../../i18n/language';
import { writeDay } from '../../../time/era';
import type { HouseholdCard, PersonCard } from '../../log/card';
import styles from '../screens.module.css';

/** What is written on the card of one person, and nothing of what is not. */
export function PersonFacts({ card }: { card: PersonCard | null }) {
  const { fields, sexes, needs, conditions } = useTexts().tablet;
  if (!card) return <p>—</p>;
  return (
    <Facts
      lines={[
        [fields.name, card.name],
        [fields.kana, card.kana],
        [fields.birth, card.birth ? writeDay(card.birth) : ''],
        [fields.age, card.age],
        [fields.sex, card.sex === 'UNKNOWN' ? '' : sexes[card.sex]],
        [fields.relation, card.relation],
        [fields.needs, card.needs?.map((need) => needs[need]).join('、')],
        [fields.condition, card.condition === 'UNKNOWN' ? '' : conditions[card.condition]],
        [fields.medicine, card.medicine],
        [fields.allergies, card.allergies],
        [fields.powerHours, card.powerHours],
        [fields.contact, card.contact],
        [fields.skills, card.skills],
        [fields.note, card.note],
      ]}
    />
  );
}

/** The same of a household. */
export function HouseholdFacts({ card }: { card: HouseholdCard | null }) {
  const { fields, residences, damages, disclosures, cardPage } = useTexts().tablet;
  if (!card) return <p>—</p>;
  const pets = Object.entries(card.pets ?? {})
    .filter(([, number]) => number > 0)
    .map(([kind, number]) => `${fields[kind as 'dogs' | 'cats' | 'others']} ${number}`);
  return (
    <Facts
      lines={[
        [fields.number, card.number],
        [fields.residence, card.residence === 'UNKNOWN' ? '' : residences[card.residence]],
        [fields.district, card.district],
        [fields.address, card.address],
        [fields.phone, card.phone],
        [fields.community, card.community],
        [fields.damage, card.damage === 'UNKNOWN' ? '' : damages[card.damage]],
        [fields.car, card.car],
        [fields.pets, pets.join('、')],
        [fields.disclosure, card.disclosure === 'UNANSWERED' ? '' : disclosures[card.disclosure]],
        [fields.helpWanted, card.helpWanted === true ? cardPage.yes : card.helpWanted === false ? cardPage.no : ''],
        [fields.language, card.language],
        [fields.note, card.note],
      ]}
    />
  );
}

function Facts({ lines }: { lines: readonly (readonly [string, string | number | null | undefined])[] }) {
  const written = lines.filter(([, value]) => value !== '' && value !== null && value !== undefined);
  if (written.length === 0) return <p>—</p>;
  return (
    <dl className={styles.facts}>
      {written.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
