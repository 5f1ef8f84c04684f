import { useTexts } from '../../../i18n/language';
import { blankPerson, conditions, longest, needs, type PersonCard, sexes } from '../../log/card';
import { BirthEntry } from '../../parts/BirthEntry';
import { ChooseMany, ChooseOne } from '../../parts/Choose';
import { Entry, KanaEntry, NumberEntry } from '../../parts/Entry';
import styles from '../screens.module.css';

type Text = 'name' | 'relation' | 'medicine' | 'allergies' | 'contact' | 'skills' | 'note';

interface Props {
  card: PersonCard | null;
  onChange: (card: PersonCard) => void;
}

/** Everything of one person. */
export function PersonForm({ card: known, onChange }: Props) {
  const all = useTexts().tablet;
  const { fields } = all;
  const card = known ?? blankPerson;
  const write = (change: Partial<PersonCard>) => onChange({ ...card, ...change });
  const text = (name: Text, mode: 'text' | 'tel' = 'text') => (
    <Entry
      label={fields[name]}
      inputMode={mode}
      maxLength={longest[name]}
      value={card[name] ?? ''}
      onChange={(value) => write({ [name]: value })}
    />
  );
  return (
    <div className={styles.stack}>
      <KanaEntry
        label={fields.kana}
        maxLength={longest.kana}
        value={card.kana ?? ''}
        onChange={(kana) => write({ kana })}
      />
      {text('name')}
      <ChooseOne
        label={fields.sex}
        values={sexes}
        names={all.sexes}
        value={card.sex}
        onChange={(sex) => write({ sex })}
      />
      <BirthEntry label={fields.birth} value={card.birth ?? null} onChange={(birth) => write({ birth })} />
      <NumberEntry label={fields.age} most={150} value={card.age ?? null} onChange={(age) => write({ age })} />
      {text('relation')}
      <ChooseMany
        label={fields.needs}
        values={needs}
        names={all.needs}
        chosen={card.needs ?? []}
        onChange={(chosen) => write({ needs: chosen })}
      />
      <ChooseOne
        label={fields.condition}
        values={conditions}
        names={all.conditions}
        value={card.condition}
        onChange={(condition) => write({ condition })}
      />
      {text('medicine')}
      {text('allergies')}
      <NumberEntry
        label={fields.powerHours}
        most={10_000}
        value={card.powerHours ?? null}
        onChange={(powerHours) => write({ powerHours })}
      />
      {text('contact', 'tel')}
      {text('skills')}
      {text('note')}
    </div>
  );
}
