import { useTexts } from '../../../i18n/language';
import { damages, disclosures, type HouseholdCard, longest, type Pets, residences } from '../../log/card';
import { ChooseOne } from '../../parts/Choose';
import { Entry, NumberEntry } from '../../parts/Entry';
import styles from '../screens.module.css';

const helps = ['YES', 'NO', 'NOT_ASKED'] as const;
const noPets: Pets = { dogs: 0, cats: 0, others: 0 };
type Text = 'number' | 'district' | 'address' | 'phone' | 'community' | 'car' | 'language' | 'note';

interface Props {
  card: HouseholdCard;
  onChange: (card: HouseholdCard) => void;
}

/** Everything of a household as a whole. */
export function HouseholdForm({ card, onChange }: Props) {
  const all = useTexts().tablet;
  const { fields, cardPage } = all;
  const write = (change: Partial<HouseholdCard>) => onChange({ ...card, ...change });
  const text = (name: Text, mode: 'text' | 'tel' | 'numeric' = 'text') => (
    <Entry
      label={fields[name]}
      inputMode={mode}
      maxLength={longest[name]}
      value={card[name] ?? ''}
      onChange={(value) => write({ [name]: value })}
    />
  );
  const pets = card.pets ?? noPets;
  const pet = (kind: keyof Pets) => (
    <NumberEntry
      label={`${fields.pets} ${fields[kind]}`}
      most={99}
      value={pets[kind] === 0 ? null : pets[kind]}
      onChange={(number) => write({ pets: { ...pets, [kind]: number ?? 0 } })}
    />
  );
  const help = card.helpWanted === true ? 'YES' : card.helpWanted === false ? 'NO' : 'NOT_ASKED';
  return (
    <div className={styles.stack}>
      <ChooseOne
        label={fields.residence}
        values={residences}
        names={all.residences}
        value={card.residence}
        onChange={(residence) => write({ residence })}
      />
      {text('district')}
      {text('address')}
      {text('community')}
      <ChooseOne
        label={fields.damage}
        values={damages}
        names={all.damages}
        value={card.damage}
        onChange={(damage) => write({ damage })}
      />
      <ChooseOne
        label={fields.disclosure}
        values={disclosures}
        names={all.disclosures}
        value={card.disclosure}
        onChange={(disclosure) => write({ disclosure })}
      />
      <ChooseOne
        label={fields.helpWanted}
        values={helps}
        names={{ YES: cardPage.yes, NO: cardPage.no, NOT_ASKED: cardPage.notAsked }}
        value={help}
        onChange={(value) => write({ helpWanted: value === 'NOT_ASKED' ? null : value === 'YES' })}
      />
      {text('car')}
      <div className={styles.three}>
        {pet('dogs')}
        {pet('cats')}
        {pet('others')}
      </div>
      {text('language')}
      {text('number', 'numeric')}
      {text('note')}
    </div>
  );
}
