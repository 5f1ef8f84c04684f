import { useTexts } from '../../i18n/language';
import { At } from '../../ui/AsOf/AsOf';
import styles from '../register/register.module.css';
import shelterStyles from '../shelters/shelters.module.css';
import { ageOf, type Evacuee } from './evacuee';
import { useShelterNames, Where } from './Where';

/** People one below the other: who, how old, where, how they are. */
export function EvacueeTable({ evacuees }: { evacuees: readonly Evacuee[] }) {
  const texts = useTexts();
  const words = texts.evacuees.list;
  const names = useShelterNames();
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={words.found}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.who}</th>
            <th scope="col">{words.ageAndSex}</th>
            <th scope="col">{words.where}</th>
            <th scope="col">{words.home}</th>
            <th scope="col">{words.condition}</th>
          </tr>
        </thead>
        <tbody>
          {evacuees.map((each) => (
            <tr key={each.id}>
              <th scope="row">
                {each.card.name || texts.evacuees.unnamed}
                {each.card.kana && <span className={shelterStyles.under}>{each.card.kana}</span>}
              </th>
              <td className={shelterStyles.number}>
                <Age evacuee={each} />
              </td>
              <td>
                <Where evacuee={each} names={names} />
                {each.where && (
                  <span className={shelterStyles.under}>
                    <At at={each.where.since} />
                  </span>
                )}
              </td>
              <td>
                {each.householdCard.district ||
                  each.householdCard.community ||
                  texts.tablet.residences[each.householdCard.residence]}
                {each.householdCard.disclosure === 'NO' && (
                  <span className={shelterStyles.under}>{texts.evacuees.tellsNobody}</span>
                )}
              </td>
              <td>
                {texts.tally.conditions[each.card.condition]}
                {each.card.needs && each.card.needs.length > 0 && (
                  <span className={shelterStyles.under}>
                    {each.card.needs.map((need) => texts.tablet.needs[need]).join('・')}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Age and sex as far as they are known. */
export function Age({ evacuee: { card } }: { evacuee: Evacuee }) {
  const texts = useTexts();
  const age = ageOf(card, new Date());
  const sex = card.sex === 'UNKNOWN' ? '' : texts.tablet.sexes[card.sex];
  return <>{[age === undefined ? '' : texts.evacuees.years(age), sex].filter(Boolean).join(' ') || '—'}</>;
}
