import { useTexts } from '../../../i18n/language';
import { damages, residences } from '../../log/card';
import { forms } from '../../log/event';
import { Qr } from '../../../ui/Qr/Qr';
import styles from './paper.module.css';

const persons = [1, 2, 3, 4, 5, 6];

/** One blank form: what the card of a household asks, in its order, with a code that stands for the household. */
export function PaperForm({ code }: { code: string }) {
  const all = useTexts().tablet;
  const { fields, paperPage: texts, cardPage } = all;
  const tick = (names: readonly string[]) => names.map((name) => `□ ${name}`).join('　');
  const known = <T extends string>(values: readonly T[], names: Record<T, string>) =>
    tick(values.filter((value) => value !== 'UNKNOWN').map((value) => names[value]));
  const lines: [string, string][] = [
    [fields.residence, known(residences, all.residences)],
    [`${fields.district}・${fields.address}`, ''],
    [fields.phone, ''],
    [fields.community, ''],
    [cardPage.form, known(forms, all.forms)],
    [fields.damage, known(damages, all.damages)],
    [fields.car, ''],
    [fields.pets, [fields.dogs, fields.cats, fields.others].map((kind) => `${kind}（　　）`).join('　')],
    [fields.disclosure, tick([all.disclosures.YES, all.disclosures.NO])],
    [fields.helpWanted, tick([cardPage.yes, cardPage.no])],
    [fields.language, ''],
    [fields.note, ''],
  ];
  const columns = [
    fields.name,
    fields.kana,
    fields.birth,
    fields.sex,
    fields.relation,
    fields.needs,
    fields.condition,
    texts.medical,
  ];
  return (
    <article className={styles.sheet}>
      <header className={styles.head}>
        <div>
          <h2>{texts.form}</h2>
          <p>{texts.how}</p>
          <p className={styles.code}>
            {texts.number} {code.slice(0, 5)} {code.slice(5)}
          </p>
        </div>
        <div className={styles.qr}>
          <Qr text={`NRS1P:${code}`} label={texts.qr} />
        </div>
      </header>
      <table>
        <tbody>
          {lines.map(([name, choices]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{choices}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>{texts.persons}</h3>
      <table>
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {persons.map((person) => (
            <tr key={person} className={styles.person}>
              {columns.map((name) => (
                <td key={name} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}
